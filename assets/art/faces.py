"""The head that all people share: skull, ears, eyes, brows, nose and mouth, moved by the mood."""

from __future__ import annotations

from dataclasses import dataclass

from moods import Mood
from parts import element, fill, line, number, oval

CENTRE = 200
EYE_Y = 172
EYE_X = 28
MOUTH_Y = 226
WHITE = "#fbf6ee"
TEETH = "#fdf8f0"


@dataclass(frozen=True, slots=True)
class Face:
    """What makes a face somebody's own. Half widths and heights in the portrait's units."""

    skin: str
    shade: str
    lip: str
    blush: str
    brow: str
    ink: str
    iris: str
    cheek: float = 64
    jaw: float = 48
    chin: float = 258
    brow_weight: float = 3.8
    lashes: bool = False
    lines: bool = False
    tired: bool = False
    inside: str = "#5a2430"
    tongue: str = "#d3727a"


def _p(*coordinates: float) -> str:
    """Coordinates as the body of a path command."""
    return " ".join(number(value) for value in coordinates)


def skull(face: Face) -> list[str]:
    """Face and ears, with a soft second tone on the side away from the light."""
    w, j, chin = face.cheek, face.jaw, face.chin
    right = f"C{_p(CENTRE + w * 0.72, 90, CENTRE + w, 118, CENTRE + w, 168)} " + (
        f"C{_p(CENTRE + w, 196, CENTRE + j + 8, 214, CENTRE + j, 226)} "
        f"C{_p(CENTRE + j - 10, 243, CENTRE + 20, chin, CENTRE, chin)}"
    )
    left = f"C{_p(CENTRE - 20, chin, CENTRE - j + 10, 243, CENTRE - j, 226)} " + (
        f"C{_p(CENTRE - j - 8, 214, CENTRE - w, 196, CENTRE - w, 168)} "
        f"C{_p(CENTRE - w, 118, CENTRE - w * 0.72, 90, CENTRE, 90)}"
    )
    inner = f"C{_p(CENTRE + 30, chin - 6, CENTRE + j - 8, 226, CENTRE + w - 18, 196)} " + (
        f"C{_p(CENTRE + w - 8, 170, CENTRE + w - 6, 120, CENTRE, 90)}"
    )
    shapes = []
    for side in (-1, 1):
        x = CENTRE + side * (w + 1)
        fold = f"M{_p(x + side * 4, 172)} Q{_p(x - side * 5, 180, x + side * 2, 190)}"
        shapes.append(oval(x, 182, 12, 18, face.skin if side < 0 else face.shade))
        shapes.append(line(fold, face.ink, 2.5, opacity="0.35"))
    shapes.append(fill(f"M200 90 {right} {left} Z", face.skin))
    shapes.append(fill(f"M200 90 {right} {inner} Z", face.shade, "0.55"))
    return shapes


def _eye(face: Face, mood: Mood, side: int) -> list[str]:
    x, y = CENTRE + side * EYE_X, EYE_Y
    inner, outer = x - side * 14, x + side * 15
    if mood.closed:
        arc = f"M{_p(inner, y + 3)} Q{_p(x, y - 15, outer, y + 2)}"
        return [line(arc, face.ink, 5.5)]
    top, low = mood.open_top * 1.35, mood.open_low * 1.35
    lid = f"C{_p(inner + side * 6, y - top, outer - side * 7, y - top, outer, y - 1)}"
    under = f"C{_p(outer - side * 7, y + low, inner + side * 7, y + low, inner, y + 1)}"
    gx, gy = x + side * 0 + mood.gaze[0], y - 1 + mood.gaze[1]
    radius = 8.2
    brink = f"M{_p(inner, y + 1)} {lid}"
    above = f"L{_p(outer + side * 2, y - 16)} L{_p(inner - side * 2, y - 16)} Z"
    below = f"L{_p(inner, y + 15)} L{_p(outer, y + 15)} Z"
    rim = f"M{_p(outer, y - 1)} {under}"
    lashes = f"M{_p(outer - side * 1, y - 2)} L{_p(outer + side * 6, y - 7)}"
    shapes = [
        fill(f"{brink} {under} Z", WHITE),
        oval(gx, gy, radius, radius, face.iris),
        oval(gx, gy, 4.4, 4.4, "#1d1715"),
        oval(gx - 2.6, gy - 3, 2.2, 2.2, WHITE),
        fill(f"{brink} {above}", face.skin),
        fill(f"{rim} {below}", face.skin),
        fill(
            f"{brink} C{_p(outer - side * 7, y - 17, inner + side * 6, y - 17, inner, y + 1)} Z",
            face.shade,
            "0.6",
        ),
        line(brink, face.ink, 4.2),
    ]
    if face.lashes:
        shapes.append(line(lashes, face.ink, 3.4))
    if face.tired:
        shapes.append(
            line(f"M{_p(inner + side * 3, y + 14)} Q{_p(x, y + 20, outer - side * 4, y + 13)}", face.shade, 4)
        )
    if face.lines:
        shapes.append(
            line(
                f"M{_p(outer + side * 8, y - 4)} l{_p(side * 8, -4)} M{_p(outer + side * 8, y + 3)} "
                f"l{_p(side * 8, 2)}",
                face.shade,
                2.6,
            )
        )
    return shapes


def _brow(face: Face, mood: Mood, side: int) -> str:
    a, b, c = (148 + value for value in mood.brow)
    x1, x2, x3 = (CENTRE + side * offset for offset in (12, 30, 49))
    t = face.brow_weight
    d = (
        f"M{_p(x1, a - t)} Q{_p(x2, b - t - 2, x3, c)} Q{_p(x2, b + t - 1, x1, a + t)} "
        f"Q{_p(x1 - side * 7, a, x1, a - t)} Z"
    )
    return element("path", d=d, fill=face.brow, stroke=face.brow, stroke_width=2.4, stroke_linejoin="round")


def eyes(face: Face, mood: Mood) -> list[str]:
    """Both eyes, without brows."""
    return [shape for side in (-1, 1) for shape in _eye(face, mood, side)]


def brows(face: Face, mood: Mood) -> list[str]:
    """Both brows, and the creases between them when angry."""
    shapes = [_brow(face, mood, side) for side in (-1, 1)]
    if mood.name == "angry":
        shapes.append(line("M195 146 l-1 12 M205 146 l1 12", face.shade, 3))
    return shapes


def nose(face: Face) -> list[str]:
    """A nose of one soft shadow and a line under its tip."""
    return [
        fill(
            "M204 168 C206 184 216 194 215 203 C213 210 205 210 199 209 C206 204 203 186 204 168 Z",
            face.shade,
        ),
        line("M189 206 Q200 213 212 206", face.shade, 3.6),
    ]


def cheeks() -> list[str]:
    """The colour in the cheeks, by the gradient `blush`."""
    return [oval(CENTRE + side * 42, 205, 23, 16, "url(#blush)") for side in (-1, 1)]


def _smile(face: Face) -> list[str]:
    return [
        line("M179 226 Q200 235 221 225", face.ink, 4.2),
        line("M190 238 Q200 241 210 238", face.lip, 4.5),
    ]


def _grin(face: Face) -> list[str]:
    return [
        fill("M171 219 Q200 229 229 219 C225 238 213 245 200 245 C187 245 175 238 171 219 Z", face.inside),
        fill("M175 222 Q200 230 225 222 C221 233 211 237 200 237 C189 237 179 233 175 222 Z", TEETH),
        line("M169 217 Q172 222 176 222 M231 217 Q228 222 224 222", face.ink, 3.2),
        line("M188 249 Q200 252 212 249", face.lip, 3.6),
    ]


def _laugh(face: Face) -> list[str]:
    return [
        fill("M167 215 Q200 224 233 215 C232 240 217 253 200 253 C183 253 168 240 167 215 Z", face.inside),
        fill("M178 243 Q200 228 222 243 Q212 253 200 253 Q188 253 178 243 Z", face.tongue),
        fill("M170 217 Q200 226 230 217 Q229 226 224 230 Q200 235 176 230 Q171 226 170 217 Z", TEETH),
        line("M164 213 Q167 218 172 218 M236 213 Q233 218 228 218", face.ink, 3.4),
    ]


def _fret(face: Face) -> list[str]:
    return [
        fill(
            "M182 234 C184 222 194 219 201 221 C210 219 217 223 219 233 C212 239 206 238 200 239 C193 "
            "239 188 239 182 234 Z",
            face.inside,
        ),
        fill("M187 227 Q200 220 214 227 Q207 230 200 230 Q193 230 187 227 Z", TEETH),
        line("M180 236 Q183 223 194 221 M221 235 Q217 223 208 221", face.ink, 3.2),
        line("M190 245 Q200 248 210 245", face.lip, 4),
    ]


def _frown(face: Face) -> list[str]:
    return [
        line("M177 236 Q200 214 223 236", face.ink, 4.6),
        line("M188 239 Q200 233 212 239", face.lip, 5),
        line("M190 249 Q200 245 210 249", face.shade, 3),
    ]


def _scold(face: Face) -> list[str]:
    return [
        fill(
            "M180 222 Q200 214 220 222 C227 228 231 239 229 247 Q200 238 171 247 C169 239 173 228 180 222 Z",
            face.inside,
        ),
        fill("M182 223 Q200 216 218 223 L222 231 Q200 225 178 231 Z", TEETH),
        line("M190 250 Q200 247 210 250", face.lip, 4),
    ]


MOUTHS = {
    "calm": _smile,
    "happy": _grin,
    "delighted": _laugh,
    "worried": _fret,
    "upset": _frown,
    "angry": _scold,
}


def mouth(face: Face, mood: Mood) -> list[str]:
    """The mouth of the mood, and the folds beside it in an older face."""
    folds = [line("M168 204 Q160 216 164 228 M232 204 Q240 216 236 228", face.shade, 3)] if face.lines else []
    return folds + MOUTHS[mood.name](face)
