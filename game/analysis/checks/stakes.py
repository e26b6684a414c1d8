"""Stakes: does it matter what is chosen, in each moment and for each principle?

- A moment matters if in some standing two choices that are open there differ in cost.
- Two choices are the same if they show the same behaviours and, wherever both are open, lead to the same
  standing for the same points.
- A choice hardly matters if it is never the best and never costs as much as `SLIGHT` points of the score.
- A principle is at stake in a moment if in some standing the open choices differ in cost and one shows it.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from game.analysis.checks.costs import Taken, costs_of, layers_of, lost_in_points, taken_in
from game.analysis.checks.subject import Proved, Subject
from game.analysis.explored import Layer, Mask, TooManyStandings
from game.scenario.codes import Findings
from game.scenario.model import Action, Moment, Scenario

SLIGHT = 1
ENOUGH = 2
"""Moments in which a principle that a level teaches is at stake."""


def check_result(subject: Subject) -> None:
    """Some complete attempt is better than another."""
    for proved in subject.proved:
        if proved.proof.best is not None and proved.proof.best == proved.proof.worst:
            subject.show("M501", subject.start_span, proved, ())


def check_moments(subject: Subject) -> None:
    """What is chosen matters in every moment that offers a choice, and every choice has its own use."""
    if all(p.proof.best is None or p.proof.best == p.proof.worst for p in subject.proved):
        return
    for moment in subject.scenario.moments:
        offered, matters = False, False
        same = dict.fromkeys(_alike_to_read(moment), False)
        for proved in subject.proved:
            for layer in layers_of(proved.proof, moment.index) if len(moment.choices) > 1 else ():
                of_layer = _matters(proved, layer)
                offered |= of_layer is not None
                matters |= bool(of_layer)
                _part(proved, layer, same)
        if offered and not matters:
            subject.show_at("M503", moment.span, moment.index, found=moment.id)
        elif offered:
            _show_same(subject, same)
    _check_slight(subject)


def _matters(proved: Proved, layer: Layer) -> bool | None:
    """Whether choices differ in worth in some standing of a layer; None where there are never two."""
    first = taken_in(proved.proof, layer, only=0)
    if len({int(taken.worth[0]) for taken in first}) > 1:
        return True
    every = taken_in(proved.proof, layer)
    if not every or not (np.sum([taken.open for taken in every], axis=0) > 1).any():
        return None
    return bool(_differing(every).any())


def _differing(every: list[Taken]) -> Mask:
    """In which standings two open choices differ in worth."""
    least = np.full(len(every[0].open), 1 << 61, np.int64)
    most = -least
    for taken in every:
        least = np.where(taken.open, np.minimum(least, taken.worth), least)
        most = np.where(taken.open, np.maximum(most, taken.worth), most)
    differing: Mask = most > least
    return differing


# --- choices that are the same, and choices that hardly matter -----------------------------------------


def _alike_to_read(moment: Moment) -> list[tuple[Action, Action]]:
    """The pairs of choices that show the same behaviours."""
    shown = {a: (a.misplaced, a.toward, sorted(s.behaviour for s in a.shows)) for a in moment.choices}
    return [pair for pair in combinations(moment.choices, 2) if shown[pair[0]] == shown[pair[1]]]


def _part(proved: Proved, layer: Layer, same: dict[tuple[Action, Action], bool]) -> None:
    """Strike out the pairs that differ in some standing; note those that were met together."""
    if not same:
        return
    first = {taken.action: taken for taken in taken_in(proved.proof, layer, only=0)}
    for one, other in [*same]:
        if one in first and other in first and not _alike(first[one], first[other]):
            del same[one, other]
    if not same:
        return
    every = {taken.action: taken for taken in taken_in(proved.proof, layer)}
    for one, other in [*same]:
        if one in every and other in every and (every[one].open & every[other].open).any():
            if _alike(every[one], every[other]):
                same[one, other] = True
            else:
                del same[one, other]


def _alike(one: Taken, other: Taken) -> bool:
    both = one.open & other.open
    columns = ((one.to, other.to), (one.target, other.target), (one.reward, other.reward))
    return all(bool((mine[both] == theirs[both]).all()) for mine, theirs in columns)


def _show_same(subject: Subject, same: dict[tuple[Action, Action], bool]) -> None:
    for (one, other), met in same.items():
        if met:
            names = subject.name_of(one), subject.name_of(other)
            subject.show_at("M505", other.span, other.moment, found=names[1], other=names[0])


def _check_slight(subject: Subject) -> None:
    """No choice is never the best and yet never costs anything to speak of."""
    for action in subject.scenario.actions:
        worst, is_slight = 0.0, not action.is_silence
        for proved in subject.proved:
            for key, edges in proved.by_action.get(action.index, ()) if is_slight else ():
                costs = costs_of(proved.proof, key, edges)
                is_slight = len(costs) == len(edges.source) and int(costs.min()) > 0
                worst = max(worst, lost_in_points(proved.proof, int(costs.max()))) if is_slight else SLIGHT
                if worst >= SLIGHT:
                    is_slight = False
                    break
        found = subject.through(action) if is_slight and worst else None
        if found is not None:
            name, lost = subject.name_of(action), f"{worst:.1f}"
            subject.show("M504", action.span, *found, found=name, lost=lost, limit=SLIGHT)


# --- principles -----------------------------------------------------------------------------------------


def check_principles(subject: Subject) -> None:
    """Each principle that the level teaches is at stake in several moments."""
    scenario = subject.scenario
    spans = scenario.teaches_spans or (subject.start_span,) * len(scenario.teaches)
    for name, span in zip(scenario.teaches, spans, strict=True):
        shown = {b.id for b in scenario.playbook.behaviours.values() if b.principle == name}
        found = [m for m in scenario.moments if _is_at_stake(subject, m, shown)]
        if len(found) < ENOUGH:
            where = f'only in "{found[0].id}"' if found else "nowhere"
            if found:
                subject.show_at("M507", span, found[0].index, found=name, where=where, wanted=ENOUGH)
            else:
                subject.note("M507", span, found=name, where=where, wanted=ENOUGH)


def _is_at_stake(subject: Subject, moment: Moment, behaviours: set[str]) -> bool:
    showing = {a for a in moment.choices if any(s.behaviour in behaviours for s in a.shows)}
    return bool(showing) and any(
        _shows_at_stake(taken_in(proved.proof, layer, only), showing)
        for only in (0, None)  # one standing mostly says enough
        for proved in subject.proved
        for layer in layers_of(proved.proof, moment.index)
    )


def _shows_at_stake(every: list[Taken], showing: set[Action]) -> bool:
    if len(every) < 2:
        return False
    differing = _differing(every)
    return any(bool((taken.open & differing).any()) for taken in every if taken.action in showing)


def note_too_large(scenario: Scenario, stop: TooManyStandings, limit: int, findings: Findings) -> None:
    """Say that figures are bounds, and what makes the scenario large."""
    most = ", ".join(f"{name} ({count:,})" for name, count in list(stop.by_moment.items())[:3])
    span = scenario.moments[scenario.start].span
    findings.add("M502", span, limit=f"{limit:,}", found=most)
