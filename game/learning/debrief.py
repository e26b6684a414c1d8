"""What an attempt came to: the score, what each choice cost, what would have been better, and why.

Every lost point has an address: the losses shown sum to 100 minus the score shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from game.learning.better import LineStep, better_line
from game.play.attempt import Attempt
from game.play.coaching import Coaching, coaching_of
from game.play.judge import Judge
from game.play.lines import Said, heard
from game.rules.scoring import Band, Label, band_of, label_of, lost_of, score_of, shown_losses
from game.rules.standing import Acted, Meters, Standing
from game.scenario.model import METERS, Action, Outcome


@dataclass(frozen=True, slots=True)
class Step:
    """One action of an attempt, judged.

    `heard` is what it answers. `cost` is raw and `lost` in points of the score, both exact; `shown_lost` has
    one decimal and adds up with the others to what the score lacks. They are None where they are not known.
    `better_line` is what could have been said instead and after it, to an ending of outcome `better_outcome`;
    empty where the action was a best one.
    """

    index: int
    moment: str
    heard: Said | None
    action: Action
    coaching: Coaching
    points: int
    sale: int
    before: Standing
    after: Standing
    cost: Fraction | None
    lost: Fraction | None
    shown_lost: Fraction | None
    label: Label | None
    better_line: tuple[LineStep, ...]
    better_outcome: Outcome | None

    @property
    def said(self) -> str:
        """The player's words, empty for silence."""
        return self.action.say

    @property
    def better(self) -> Action | None:
        """The best action there; None where this was one."""
        return self.better_line[0].action if self.better_line else None

    @property
    def better_coaching(self) -> Coaching | None:
        """What there is to say about the better action."""
        return self.better_line[0].coaching if self.better_line else None

    @property
    def is_costly(self) -> bool:
        """Whether it was more than a slip."""
        return self.label in (Label.MISTAKE, Label.BLUNDER)


@dataclass(frozen=True, slots=True)
class Debrief:
    """An attempt, judged. Raw results, score and band are None where it is not complete or not known.

    `exact` is False where best and worst are bounds. `series` holds the meters at the start and after every
    action. `turning_point` is the step that lost most, if any lost anything; `better_line` is what could have
    followed instead, from its standing to an ending of outcome `better_outcome`.
    """

    outcome: Outcome | None
    is_void: bool
    raw: Fraction | None
    best: Fraction | None
    worst: Fraction | None
    exact: bool
    score: Fraction | None
    band: Band | None
    sale: int
    steps: tuple[Step, ...]
    series: tuple[Meters, ...]
    turning_point: Step | None
    better_line: tuple[LineStep, ...]
    better_outcome: Outcome | None

    @property
    def went_well(self) -> tuple[Step, ...]:
        """The helping steps that cost nothing, recoveries first."""
        good = [s for s in self.steps if s.label in (Label.BEST, Label.RECOVERY) and s.coaching.helping]
        return tuple(sorted(good, key=lambda s: (s.label is not Label.RECOVERY, s.index)))


def debrief(attempt: Attempt, proof: Judge | None) -> Debrief:
    """Judge an attempt by the proof from its start; without a proof only what happened is told."""
    best, worst = (proof.best, proof.worst) if proof is not None else (None, None)
    raw = attempt.raw
    score = None
    if raw is not None and best is not None and worst is not None:
        score = score_of(raw, best, worst)
    steps = _steps(attempt, proof, score)
    lossy = [step for step in steps if step.lost]
    turning = max(lossy, key=lambda s: (s.lost or 0, -s.index), default=None)
    return Debrief(
        attempt.outcome,
        attempt.is_void,
        raw,
        best,
        worst,
        proof.exact if proof is not None else False,
        score,
        band_of(score, attempt.scenario.playbook.bands) if score is not None else None,
        attempt.sale,
        steps,
        tuple(standing.meters for standing in attempt.standings),
        turning,
        turning.better_line if turning is not None else (),
        turning.better_outcome if turning is not None else None,
    )


def _steps(attempt: Attempt, proof: Judge | None, score: Fraction | None) -> tuple[Step, ...]:
    costs = _costs(attempt, proof)
    losses: list[Fraction | None] = [None] * len(costs)
    if proof is not None and proof.best is not None and proof.worst is not None:
        best, worst = proof.best, proof.worst
        losses = [None if cost is None else lost_of(cost, best, worst) for cost in costs]
    shown = _shown(losses, score)
    steps = []
    lost_before = Fraction(0)
    for place in range(len(attempt.actions)):
        steps.append(_step(attempt, proof, place, costs[place], losses[place], shown[place], lost_before))
        lost_before += losses[place] or 0
    return tuple(steps)


def _costs(attempt: Attempt, proof: Judge | None) -> list[Fraction | None]:
    if proof is None:
        return [None] * len(attempt.actions)
    pairs = zip(attempt.standings, attempt.actions, strict=False)
    return [proof.cost(before, action) for before, action in pairs]


def _shown(losses: Sequence[Fraction | None], score: Fraction | None) -> list[Fraction | None]:
    known = [loss for loss in losses if loss is not None]
    if score is not None and len(known) == len(losses):
        return list(shown_losses(known, score))
    return [None if loss is None else Fraction(round(loss * 10), 10) for loss in losses]


def _step(
    attempt: Attempt,
    proof: Judge | None,
    place: int,
    cost: Fraction | None,
    lost: Fraction | None,
    shown: Fraction | None,
    lost_before: Fraction,
) -> Step:
    scenario, action = attempt.scenario, attempt.actions[place]
    before = attempt.standings[place]
    acted = attempt.events[place][0]
    assert isinstance(acted, Acted)
    coaching = coaching_of(scenario, before, action)
    answered = heard(scenario, attempt.visits(place))
    line: tuple[LineStep, ...] = ()
    end: Outcome | None = None
    if proof is not None and lost:
        line, end = better_line(scenario, proof, before, answered)
    return Step(
        place,
        scenario.moments[action.moment].id,
        answered,
        action,
        coaching,
        acted.points,
        acted.sale,
        before,
        attempt.standings[place + 1],
        cost,
        lost,
        shown,
        None if lost is None else label_of(lost, lost_before, coaching.helping),
        line,
        end,
    )


def meters_by_customer(attempt: Attempt, meters: Meters) -> dict[str, dict[str, int]]:
    """A tuple of meters as customer to meter to 0-100."""
    return {
        customer.id: {name: meters[3 * customer.index + place] for place, name in enumerate(METERS)}
        for customer in attempt.scenario.customers
    }
