"""The six moods as numbers: what brows, eyes, mouth and posture do in each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mood:
    """How one mood shows. Lengths are in the portrait's units (400 × 480), angles in degrees.

    brow: height of the inner end, the middle and the outer end, positive is down.
    open_top, open_low: how far the lids stand from the eye's middle line; closed: the eyes are smiling arcs.
    gaze: shift of the iris. tilt, head_dy, shoulders_dy: posture. blush: opacity of the cheeks.
    """

    name: str
    brow: tuple[float, float, float]
    open_top: float
    open_low: float
    gaze: tuple[float, float]
    tilt: float
    head_dy: float
    shoulders_dy: float
    blush: str
    closed: bool = False


MOODS = (
    Mood("calm", (0, -5, 1), 9.5, 6, (0, 0), 0, 0, 0, "0.3"),
    Mood("happy", (-4, -11, -2), 9, 3.5, (0, -1), -3, -1, 0, "0.6"),
    Mood("delighted", (-9, -18, -5), 8, 3, (0, 0), 3, -5, -5, "0.85", closed=True),
    Mood("worried", (-14, -9, 4), 12.5, 8, (-3, 0), 4, 1, -5, "0.3"),
    Mood("upset", (-10, -3, 9), 4.5, 6, (-1, 3.5), 7, 6, 8, "0.5"),
    Mood("angry", (12, -1, -11), 6.5, 5, (0, 0), 0, 3, -8, "0.95"),
)
