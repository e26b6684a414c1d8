"""Flags: is everything that is read ever set, and everything that is set ever read?"""

from __future__ import annotations

from game.analysis.checks.conditions import seen_in
from game.analysis.checks.subject import Subject
from game.analysis.layers import conditions_before, leaves_of
from game.scenario.conditions import HasFlag
from game.scenario.model import Scenario


def check_read(subject: Subject) -> None:
    """Every flag that a condition reads is set by something that can happen. One set nowhere is M305."""
    scenario = subject.scenario
    raised = scenario.flag_mask(_recalled(scenario))
    for proved in subject.proved:
        for index in proved.by_action:
            raised |= scenario.actions[index].sets
    seen = seen_in(subject)
    for moment in scenario.moments:
        for confide in moment.confides:
            if id(confide) in seen.confides:
                raised |= confide.sets
    for place, name in enumerate(scenario.flags):
        if not raised >> place & 1 and name in scenario.flag_read_spans and name in scenario.flag_set_spans:
            subject.note("M409", scenario.flag_read_spans[name], found=name)


def check_set(subject: Subject) -> None:
    """Every flag that is set or recalled is read by some condition, or remembered for other levels."""
    scenario = subject.scenario
    read = _read_by_playbook(scenario)
    for place, name in enumerate(scenario.flags):
        span = scenario.flag_set_spans.get(name)
        used = name in scenario.flag_read_spans or name in scenario.remembers or read >> place & 1
        if span is None or used:
            continue
        setting = [action for action in scenario.actions if action.sets >> place & 1]
        found = next(filter(None, map(subject.through, setting)), None)
        how = "recalled" if name in _recalled(scenario) else "set"
        subject.show("M410", span, *(found or (subject.main, None)), found=name, how=how)


def _recalled(scenario: Scenario) -> tuple[str, ...]:
    return tuple(name for names in scenario.recalls.values() for name in names)


def _read_by_playbook(scenario: Scenario) -> int:
    mask = 0
    for action in scenario.actions:
        for condition in conditions_before(action):
            for leaf in leaves_of(condition.tree):
                if isinstance(leaf, HasFlag):
                    mask |= leaf.mask
    return mask
