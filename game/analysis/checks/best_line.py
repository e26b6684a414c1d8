"""The best line: whether it asks for harm, runs into a limit, and what it costs to leave it.

The best line is the one the debrief shows: of equal ones the shortest, then the first in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import add

import numpy as np

from game.analysis.checks.costs import lost_in_points
from game.analysis.checks.subject import Proved, Subject
from game.analysis.explored import backward, endings_of, locate
from game.analysis.layers import LayerKey, outcome_of
from game.rules.advance import advance, reactions_of
from game.rules.standing import Acted, Entered, Standing
from game.scenario.model import METERS, Action, Playbook

HARM_COSTS = 2
"""Points of the score that a wholly harmful choice costs at least, on the best line."""
DETOUR_COSTS = 4
"""Points that a mistake costs at least if it leads off the best line and back."""


@dataclass(frozen=True, slots=True)
class Other:
    """An action beside the best: what it costs, in units, and the moment it leads to where play goes on."""

    action: Action
    cost: int
    to: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the best line: where it was taken, the moments entered by it, and what else was open."""

    standing: Standing
    action: Action
    acted: Acted
    entered: tuple[int, ...]
    others: tuple[Other, ...]


def check_best_lines(subject: Subject) -> None:
    """The best line from every start."""
    for proved in subject.proved:
        proof = proved.proof
        if proof.best is not None and proof.best != proof.worst and proof.start.ended is None:
            steps = [*_steps(proved)]
            _check_harm(subject, proved, steps)
            _check_limits(subject, proved, steps)
            _check_leaving(subject, proved, steps)


def _steps(proved: Proved) -> Iterator[Step]:
    """The best line, walked from number to number: asking for each standing's value would take long."""
    proof, explored = proved.proof, proved.explored
    standing = proof.start
    key, number, _ = locate(explored, standing)
    while standing.ended is None:
        open_ = [*_open_at(proved, key, number)]
        free = [entry for entry in open_ if entry[1] == 0]
        if len(free) > 1:
            steps = proof.steps_to_end()
            free.sort(key=lambda entry: int(steps[entry[2]][entry[3]]))
        best, _, key, number = free[0]
        others = tuple(
            Other(action, cost, None if outcome_of(proof.scenario, to) is not None else to[0])
            for action, cost, to, _ in open_
            if action is not best
        )
        after, events = advance(proof.scenario, standing, best)
        acted = events[0]
        assert isinstance(acted, Acted)
        entered = tuple(event.moment for event in events if isinstance(event, Entered))
        yield Step(standing, best, acted, entered, others)
        standing = after


def _open_at(proved: Proved, key: LayerKey, number: int) -> Iterator[tuple[Action, int, LayerKey, int]]:
    """The actions open in a standing that lead to an ending: cost, and where they lead."""
    best_of = proved.proof.best_of
    for edges in proved.explored.layers[key].edges:
        if edges.to is None:
            continue
        at = int(np.searchsorted(edges.source, number))
        if at < len(edges.source) and edges.source[at] == number:
            target = int(edges.target[at])
            cost = int(best_of[key][number]) - int(edges.reward[at]) - int(best_of[edges.to][target])
            if abs(cost) < 1 << 59:
                yield edges.action, cost, edges.to, target


def does_harm(action: Action, playbook: Playbook) -> bool:
    """Whether any behaviour that an action shows does harm."""
    return any(
        not playbook.behaviours[s.behaviour].helps for s in action.shows if s.behaviour in playbook.behaviours
    )


def only_harms(action: Action, playbook: Playbook) -> bool:
    """Whether an action shows behaviours, and all of them do harm."""
    known = [s.behaviour for s in action.shows if s.behaviour in playbook.behaviours]
    return bool(known) and not any(playbook.behaviours[name].helps for name in known)


# --- harm -----------------------------------------------------------------------------------------------


def _check_harm(subject: Subject, proved: Proved, steps: list[Step]) -> None:
    playbook = subject.scenario.playbook
    harmful = [step.action for step in steps if does_harm(step.action, playbook)]
    if harmful and not _has_clean_line(proved, playbook):
        way = [step.action.id for step in steps]
        subject.show("M506", harmful[0].span, proved, way, found=subject.name_of(harmful[0]))


def _has_clean_line(proved: Proved, playbook: Playbook) -> bool:
    """Whether the best result can be had without any harmful behaviour."""
    explored, best_of = proved.explored, proved.proof.best_of
    clean = {key: np.zeros(layer.count, np.bool_) for key, layer in explored.layers.items()}
    for key, _, _ in endings_of(explored):
        clean[key][:] = True
    for layers, cyclic in backward(explored):
        moving = True
        while moving:
            moving = False
            for layer in layers:
                before = clean[layer.key].copy()
                for edges in layer.edges:
                    if edges.to is not None and not does_harm(edges.action, playbook):
                        after = edges.reward + best_of[edges.to][edges.target]
                        free = after == best_of[layer.key][edges.source]
                        clean[layer.key][edges.source] |= free & clean[edges.to][edges.target]
                moving |= cyclic and bool((before != clean[layer.key]).any())
    key, number, _ = locate(explored, proved.proof.start)
    return bool(clean[key][number])


# --- limits ---------------------------------------------------------------------------------------------


def _check_limits(subject: Subject, proved: Proved, steps: list[Step]) -> None:
    """No meter is at its limit before the last action; one finding a meter, where it first gets there."""
    way: list[str] = []
    full: set[int] = set()
    for step in steps[:-1]:
        way.append(step.action.id)
        for meter, lost in _lost_to_limits(step):
            if meter not in full:
                full.add(meter)
                whose = f"{subject.scenario.customers[meter // 3].name}'s {METERS[meter % 3]}"
                name = subject.name_of(step.action)
                subject.show("M508", step.action.span, proved, way, found=name, meter=whose, lost=lost)


def _lost_to_limits(step: Step) -> Iterator[tuple[int, int]]:
    """The meters that an action would carry past their limit, and how far."""
    deltas = step.action.effects
    for reaction in reactions_of(step.action, step.standing):
        deltas = tuple(map(add, deltas, reaction.deltas))
    for meter, wanted in enumerate(map(add, step.acted.before, deltas)):
        if not step.standing.gone >> (meter // 3) & 1 and not 0 <= wanted <= 100:
            yield meter, wanted - 100 if wanted > 100 else -wanted


# --- leaving the line -----------------------------------------------------------------------------------


def _check_leaving(subject: Subject, proved: Proved, steps: list[Step]) -> None:
    on_line = {moment for step in steps for moment in (step.standing.moment, *step.entered)}
    way: list[str] = []
    for step in steps:
        for other in step.others:
            if not other.action.is_silence:
                _check_other(subject, proved, other, way, on_line)
        way.append(step.action.id)


def _check_other(subject: Subject, proved: Proved, other: Other, way: list[str], on_line: set[int]) -> None:
    action, playbook = other.action, subject.scenario.playbook
    lost = lost_in_points(proved.proof, other.cost)
    parts = {"found": subject.name_of(action), "lost": f"{lost:.1f}"}
    if only_harms(action, playbook) and lost < HARM_COSTS:
        subject.show("M509", action.span, proved, [*way, action.id], limit=HARM_COSTS, **parts)
    elif other.to is None or other.to in on_line or lost >= DETOUR_COSTS:
        return
    elif action.misplaced or does_harm(action, playbook):
        to = subject.scenario.moments[other.to].id
        subject.show("M510", action.span, proved, [*way, action.id], limit=DETOUR_COSTS, to=to, **parts)
