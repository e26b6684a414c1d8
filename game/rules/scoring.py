"""The score: exact arithmetic over what an attempt earned and where it left its customers.

- raw = w_points * (sum of points) + relationship + outcome, where the relationship is the mean over the
  customers, weighted by influence, of w_trust * trust + w_loyalty * loyalty - w_tension * tension.
- score = 100 * (raw - worst) / (best - worst), rounded half up once to one decimal; 100 where best = worst.
- cost of an action = value(before) - value(after) - w_points * (points it earned).
- lost by an action = 100 * cost / (best - worst); over an attempt these sum to 100 - score.
- label: best 0, good < 2, slip < 8, mistake < 20, blunder from 20; recovery: see `label_of`.

`value` is the best raw result still reachable, counting the points still to come; best and worst are over
every complete attempt from the same start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm

from game.rules.standing import Standing, outcome
from game.scenario.model import Bands, Outcome, Scenario


class Label(StrEnum):
    """What an action was worth, from its loss in points of the score."""

    BEST = "best"
    GOOD = "good"
    SLIP = "slip"
    MISTAKE = "mistake"
    BLUNDER = "blunder"
    RECOVERY = "recovery"


class Band(StrEnum):
    """How well a score did by the playbook's bands."""

    GOLD = "gold"
    SILVER = "silver"
    PASS = "pass"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RawScale:
    """Raw results as whole numbers: a raw result times `unit`.

    `meters[i]` weighs the i-th meter of the flat tuple, `points` one point, `outcomes` an outcome.
    """

    unit: int
    points: int
    meters: tuple[int, ...]
    outcomes: dict[Outcome, int]

    @classmethod
    def of(cls, scenario: Scenario) -> RawScale:
        """The smallest unit in which every term of this scenario's raw result is whole."""
        weights = scenario.playbook.weights
        influence = sum(c.influence for c in scenario.customers)
        meters = [
            w * c.influence / influence
            for c in scenario.customers
            for w in (weights.trust, weights.loyalty, -weights.tension)
        ]
        exact = [weights.points, *meters, *weights.outcomes.values()]
        unit = lcm(*(w.denominator for w in exact))
        return cls(
            unit,
            int(weights.points * unit),
            tuple(int(w * unit) for w in meters),
            {o: int(w * unit) for o, w in weights.outcomes.items()},
        )

    def ending(self, meters: tuple[int, ...], ended: Outcome) -> int:
        """The part of a raw result, in units, that the ending decides."""
        return sum(w * m for w, m in zip(self.meters, meters, strict=True)) + self.outcomes[ended]

    def exact(self, units: int) -> Fraction:
        """A number of units as a raw result."""
        return Fraction(units, self.unit)


def raw_of(scenario: Scenario, standing: Standing, points: int) -> Fraction | None:
    """The raw result of a complete attempt that earned `points`; None if it is live or void."""
    ended = outcome(standing)
    if ended is None:
        return None
    scale = RawScale.of(scenario)
    return scale.exact(scale.points * points + scale.ending(standing.meters, ended))


def round_half_up(number: Fraction) -> Fraction:
    """The number rounded to one decimal, halves upwards."""
    return Fraction((number * 20 + 1) // 2, 10)


def score_of(raw: Fraction, best: Fraction, worst: Fraction) -> Fraction:
    """The score, 0-100 with one decimal, of a raw result between `worst` and `best`."""
    if best == worst:
        return Fraction(100)
    return round_half_up(100 * (raw - worst) / (best - worst))


def number(value: Fraction | None) -> int | float | None:
    """An exact result as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def lost_of(cost: Fraction, best: Fraction, worst: Fraction) -> Fraction:
    """A raw cost in points of the score, exact."""
    return Fraction(0) if best == worst else 100 * cost / (best - worst)


def shown_losses(losses: Sequence[Fraction], score: Fraction) -> list[Fraction]:
    """The losses with one decimal, rounded by largest remainder so that they sum to 100 - `score`."""
    tenths = [int(loss * 10) for loss in losses]
    missing = int((100 - score) * 10) - sum(tenths)
    by_remainder = sorted(range(len(losses)), key=lambda i: (tenths[i] - losses[i] * 10, i))
    for place in by_remainder[: max(0, missing)]:
        tenths[place] += 1
    for place in reversed(by_remainder):  # a score rounded up may leave a tenth too many
        if missing >= 0:
            break
        if tenths[place]:
            tenths[place] -= 1
            missing += 1
    return [Fraction(t, 10) for t in tenths]


def label_of(lost: Fraction, lost_before: Fraction = Fraction(0), helps: bool = False) -> Label:
    """The label of an action that lost `lost` points of the score.

    A best action by a helping behaviour after 8 or more points were lost before it is a recovery.
    """
    if lost <= 0:
        return Label.RECOVERY if helps and lost_before >= 8 else Label.BEST
    for label, limit in ((Label.GOOD, 2), (Label.SLIP, 8), (Label.MISTAKE, 20)):
        if lost < limit:
            return label
    return Label.BLUNDER


def band_of(score: Fraction, bands: Bands) -> Band:
    """The band a rounded score reaches."""
    for band, least in ((Band.GOLD, bands.gold), (Band.SILVER, bands.silver), (Band.PASS, bands.passing)):
        if score >= least:
            return band
    return Band.NONE
