"""Arms and hands: one gesture for each mood, drawn in a person's sleeves."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from faces import Face
from parts import fill, group, line, number, oval


@dataclass(frozen=True, slots=True)
class Sleeves:
    """What the arms wear. `bare` forearms show skin below a short or rolled sleeve.

    spread: half the width of the shoulders; thick: width of a sleeved arm.
    """

    colour: str
    shade: str
    cuff: str
    spread: float = 122
    thick: float = 52
    bare: bool = False


def _at(shapes: list[str], x: float, y: float, turn: float, flip: bool = False, size: float = 1.0) -> str:
    across = "-" if flip else ""
    scale = f" scale({number(size)} {across}{number(size)})" if flip or size != 1 else ""
    return group(shapes, f"translate({number(x)} {number(y)}) rotate({number(turn)}){scale}")


def flat_hand(face: Face) -> list[str]:
    """A relaxed hand from the wrist at the origin, fingers along +x, thumb towards −y."""
    return [
        line("M8 -9 Q22 -20 33 -25", face.skin, 13),
        line("M30 11 L50 13", face.skin, 11.5),
        line("M30 4 L60 5.5", face.skin, 11.5),
        line("M30 -4 L63 -4", face.skin, 11.5),
        line("M30 -11 L57 -13", face.skin, 11.5),
        fill("M-6 -13 C6 -17 20 -20 32 -17 L34 16 C22 19 8 17 -6 13 Z", face.skin),
        line("M34 -8.6 L56 -9 M34 0.2 L60 0.6 M34 8.2 L52 9.4", face.shade, 2),
        line("M13 -10 Q24 -14 31 -19", face.shade, 2),
    ]


def open_hand(face: Face) -> list[str]:
    """An open palm from the wrist at the origin, fingers spread along +x, thumb towards −y."""
    return [
        line("M10 -8 Q22 -22 28 -33", face.skin, 12.5),
        line("M28 12 L52 23", face.skin, 11),
        line("M32 5 L63 8", face.skin, 11.5),
        line("M32 -3 L65 -6", face.skin, 11.5),
        line("M30 -10 L57 -20", face.skin, 11),
        fill("M-6 -12 C4 -17 18 -21 32 -16 C38 -8 38 8 33 16 C22 20 6 16 -6 12 Z", face.skin),
        line("M12 12 Q26 6 27 -10", face.shade, 2.4),
    ]


Point = tuple[float, float]


def _blade(
    points: tuple[Point, Point, Point], light: tuple[float, float], dark: tuple[float, float], colour: str
) -> str:
    """A tapering forearm along elbow, bend and wrist; half widths at both ends, lit and dark side."""
    (ex, ey), (bx, by), (wx, wy) = points
    length = hypot(wx - ex, wy - ey)
    nx, ny = (wy - ey) / length, -(wx - ex) / length
    if nx + ny > 0:
        nx, ny = -nx, -ny
    up, down = (light[0] + light[1]) / 2, (dark[0] + dark[1]) / 2

    def off(x: float, y: float, distance: float) -> str:
        return f"{number(x + nx * distance)} {number(y + ny * distance)}"

    lit = f"M{off(ex, ey, light[0])} Q{off(bx, by, up)} {off(wx, wy, light[1])}"
    back = f"L{off(wx, wy, -dark[1])} Q{off(bx, by, -down)} {off(ex, ey, -dark[0])} Z"
    return fill(f"{lit} {back}", colour)


def _shaded(
    points: tuple[Point, Point, Point], elbow: float, wrist: float, colour: str, shade: str
) -> list[str]:
    return [
        _blade(points, (elbow, wrist), (elbow, wrist), shade),
        _blade(points, (elbow + 0.8, wrist + 0.8), (elbow - 6, wrist - 5), colour),
    ]


def _forearm(face: Face, arm: Sleeves, elbow: Point, wrist: Point, sag: float = 0) -> list[str]:
    """A forearm from elbow to wrist, sagging by `sag` at its middle."""
    bend = ((elbow[0] + wrist[0]) / 2, (elbow[1] + wrist[1]) / 2 + sag)
    half = arm.thick / 2
    dx, dy = wrist[0] - elbow[0], wrist[1] - elbow[1]
    length = hypot(dx, dy)
    dx, dy = dx / length, dy / length
    joint = [
        oval(*elbow, half, half, arm.shade),
        oval(elbow[0] - 2, elbow[1] - 2.6, half - 2.6, half - 2.6, arm.colour),
    ]
    if arm.bare:
        stop = (elbow[0] + dx * 34, elbow[1] + dy * 34 + sag * 0.5)
        hem = (stop[0] + dx * 10, stop[1] + dy * 10)
        stub = (elbow, ((elbow[0] + stop[0]) / 2, (elbow[1] + stop[1]) / 2), stop)
        edge = (stop, ((stop[0] + hem[0]) / 2, (stop[1] + hem[1]) / 2), hem)
        outer, inner = _shaded(stub, half, half - 1, arm.colour, arm.shade)
        return [
            *_shaded((elbow, bend, wrist), half - 5, 16, face.skin, face.shade),
            joint[0],
            outer,
            joint[1],
            inner,
            *_shaded(edge, half, half - 1, arm.cuff, arm.shade),
        ]
    hem = (wrist[0] - dx * 13, wrist[1] - dy * 13)
    edge = (hem, ((wrist[0] + hem[0]) / 2, (wrist[1] + hem[1]) / 2), wrist)
    outer, inner = _shaded((elbow, bend, wrist), half, 20, arm.colour, arm.shade)
    return [
        joint[0],
        outer,
        joint[1],
        inner,
        *_shaded(edge, 22, 21, arm.cuff, arm.shade),
    ]


def _upper(arm: Sleeves, side: int, elbow: Point) -> list[str]:
    """The upper arm from the shoulder to the elbow, over whatever is tucked under it."""
    d = f"M{number(200 + side * (arm.spread - 20))} 345 L{number(elbow[0])} {number(elbow[1])}"
    return [line(d, arm.shade, arm.thick), group([line(d, arm.colour, arm.thick - 5)], "translate(-2.5 -1)")]


def _rest(face: Face, arm: Sleeves) -> list[str]:
    return []


def _thanks(face: Face, arm: Sleeves) -> list[str]:
    """A hand on the heart."""
    elbow = (200 - arm.spread + 2, 454)
    return [_at(flat_hand(face), 176, 404, -32, size=1.1), *_forearm(face, arm, elbow, (180, 402), 8)]


def _joy(face: Face, arm: Sleeves) -> list[str]:
    """Both hands raised, palms open."""
    shapes = []
    for side in (-1, 1):
        elbow, wrist = 200 + side * (arm.spread - 4), 200 + side * min(arm.spread + 22, 150)
        shapes.append(_at(open_hand(face), wrist, 376, -90 + side * 10, flip=side > 0, size=1.1))
        shapes += _forearm(face, arm, (elbow, 466), (wrist, 372))
    return shapes


def _fret(face: Face, arm: Sleeves) -> list[str]:
    """One hand at the cheek."""
    elbow = (200 + arm.spread - 2, 456)
    return [
        _at(flat_hand(face), 268, 330, -112, flip=True, size=1.1),
        *_forearm(face, arm, elbow, (270, 336)),
    ]


def _hold(face: Face, arm: Sleeves) -> list[str]:
    """One hand holding the other arm."""
    elbow = (200 - arm.spread + 2, 448)
    return [_at(flat_hand(face), 252, 433, -16, size=1.1), *_forearm(face, arm, elbow, (256, 432), 12)]


def _cross(face: Face, arm: Sleeves) -> list[str]:
    """Arms crossed."""
    left, right = (200 - arm.spread + 8, 440), (200 + arm.spread - 4, 438)
    return [
        *_forearm(face, arm, right, (88, 394)),
        *_upper(arm, -1, left),
        _at(flat_hand(face), 258, 406, -10, size=1.1),
        *_forearm(face, arm, left, (262, 406), 6),
    ]


GESTURES = {
    "calm": _rest,
    "happy": _thanks,
    "delighted": _joy,
    "worried": _fret,
    "upset": _hold,
    "angry": _cross,
}


def gesture(mood: str, face: Face, arm: Sleeves) -> list[str]:
    """Arms and hands of a mood, to be drawn over the clothes."""
    return GESTURES[mood](face, arm)
