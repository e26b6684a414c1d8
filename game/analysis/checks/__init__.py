"""What a proof finds wrong with a scenario: one family of findings a module.

Each check is a function `(Subject) -> None` that notes findings; `CHECKS` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from game.analysis.checks import fairness, flow, score, text
from game.analysis.checks.subject import Arrival, Subject
from game.analysis.explored import TooManyStandings
from game.analysis.figures import entered
from game.analysis.solve import LIMIT, solve
from game.diagnostics import Diagnostic
from game.rules.advance import begin
from game.scenario.codes import Findings
from game.scenario.model import Scenario

CHECKS: tuple[Callable[[Subject], None], ...] = (
    flow.check_start,
    flow.check_dead_ends,
    flow.check_reached,
    flow.check_walkouts,
    score.check_stakes,
    fairness.check_strategies,
    fairness.check_players,
    text.check_explanations,
)


MOST_COMBINED = 4
"""Recalled flags up to which every combination of them is a start of its own (16 proofs)."""


def _recalled(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    """The flags a player may bring, fewest first: every combination, or of many none, each and all."""
    names = tuple(dict.fromkeys(name for flags in scenario.recalls.values() for name in flags))
    sizes = range(len(names) + 1) if len(names) <= MOST_COMBINED else (0, 1, len(names))
    for size in sizes:
        yield from combinations(names, size)


def _arrival(scenario: Scenario, recalled: tuple[str, ...], limit: int) -> Arrival:
    start, events = begin(scenario, recalled)
    return Arrival(recalled, solve(scenario, start, limit), frozenset(entered(events)))


def check_scenario(scenario: Scenario, limit: int = LIMIT) -> list[Diagnostic]:
    """Everything the proofs find in a scenario that can be played; in no order."""
    findings = Findings(scenario.path)
    try:
        arrivals = tuple(_arrival(scenario, flags, limit) for flags in _recalled(scenario))
        subject = Subject(scenario, arrivals, findings)
    except TooManyStandings as stop:
        score.note_too_large(scenario, stop, limit, findings)
        return findings.items
    for check in CHECKS:
        check(subject)
    return findings.items
