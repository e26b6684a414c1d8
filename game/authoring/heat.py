"""How much a choice costs, as a colour and in words. The steps are those of the labels in the debrief."""

from __future__ import annotations

from typing import NamedTuple

from game.authoring.graph import Cost


class Heat(NamedTuple):
    """A colour for a cost of less than `below` points of the score, and the ink to write on it with."""

    below: float
    fill: str
    ink: str
    meaning: str


HEATS = (
    Heat(0.05, "#e3efe6", "#1d3b2a", "nothing"),
    Heat(2, "#f7f0cf", "#3d3408", "under 2"),
    Heat(8, "#fcd58f", "#43290a", "2 to 8"),
    Heat(20, "#f2935c", "#3b1405", "8 to 20"),
    Heat(float("inf"), "#b3261e", "#ffffff", "20 and more"),
)
UNKNOWN = Heat(float("inf"), "#e6e6ea", "#33333d", "not known")


def heat_of(points: float | None) -> Heat:
    """The heat of a cost in points of the score."""
    if points is None:
        return UNKNOWN
    return next(heat for heat in HEATS if points < heat.below)


def cost_in_short(cost: Cost | None) -> str:
    """A cost for a small place: "0", "12", "3–12"; "" where it is not known."""
    if cost is None:
        return ""
    least, most = _short(cost.least), _short(cost.most)
    return most if least == most else f"{least}–{most}"


def _short(points: float) -> str:
    if 0.05 <= points < 1:
        return "<1"
    return f"{points:.0f}"
