"""The better line: what could have been said from a point on, and where it would have led."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.coaching import Coaching, coaching_of
from game.play.judge import Judge
from game.play.lines import Said, heard, replies, visits
from game.rules.advance import advance
from game.rules.standing import Acted, Meters, Standing, outcome
from game.scenario.model import Action, Outcome, Scenario


@dataclass(frozen=True, slots=True)
class LineStep:
    """One step of a better line: what it answers, what to say, the answer to it, and where the meters go."""

    moment: str
    heard: Said | None
    action: Action
    coaching: Coaching
    replies: tuple[Said, ...]
    meters: Meters


def better_line(
    scenario: Scenario, proof: Judge, standing: Standing, answering: Said | None
) -> tuple[tuple[LineStep, ...], Outcome | None]:
    """The best continuation from a standing, where `answering` was heard, and the outcome it ends in."""
    steps = []
    for action in proof.best_line(standing):
        before = standing
        standing, events = advance(scenario, before, action)
        answers: tuple[Said, ...] = ()
        if isinstance(events[0], Acted):
            answers = tuple(replies(scenario, before, events[0]))
        coaching = coaching_of(scenario, before, action)
        moment = scenario.moments[action.moment].id
        steps.append(LineStep(moment, answering, action, coaching, answers, standing.meters))
        answering = heard(scenario, list(visits(scenario, before, events)))
    return tuple(steps), outcome(standing)
