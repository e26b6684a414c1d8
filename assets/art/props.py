"""Things that stand in the places: shelves, windows, lamps, plants, boxes, shoes, a van."""

from __future__ import annotations

from parts import box, fill, group, line, number, oval

WIDTH, HEIGHT = 1600, 900


def at(x: float, y: float, shapes: list[str], size: float = 1, mirror: bool = False) -> str:
    """Shapes drawn around their own origin, put down at (x, y)."""
    scale = f" scale({'-' if mirror else ''}{size:g} {size:g})" if mirror or size != 1 else ""
    return group(shapes, f"translate({number(x)} {number(y)}){scale}")


def light(points: str) -> str:
    """A patch of daylight on a wall; `points` is a path."""
    return fill(points, "#fff6e2", "0.28")


def window(x: float, y: float, width: float, height: float, frame: str, sky: str, far: str) -> list[str]:
    """A window with four panes and soft hills of roofs outside."""
    low = y + height
    return [
        box(x - 14, y - 14, width + 28, height + 28, frame, 10),
        box(x, y, width, height, sky, 4),
        fill(
            f"M{number(x)} {number(low)} L{number(x)} {number(low - height * 0.3)} "
            f"L{number(x + width * 0.18)} {number(low - height * 0.42)} "
            f"L{number(x + width * 0.36)} {number(low - height * 0.3)} L{number(x + width * 0.36)} "
            f"{number(low - height * 0.22)} "
            f"L{number(x + width * 0.58)} {number(low - height * 0.22)} L{number(x + width * 0.58)} "
            f"{number(low - height * 0.36)} "
            f"L{number(x + width * 0.8)} {number(low - height * 0.48)} L{number(x + width)} "
            f"{number(low - height * 0.36)} L{number(x + width)} {number(low)} Z",
            far,
        ),
        box(x + width / 2 - 6, y, 12, height, frame),
        box(x, y + height * 0.42, width, 10, frame),
        box(x - 30, low + 8, width + 60, 18, frame, 6),
    ]


def awning(
    x: float, y: float, width: float, height: float, flare: float, cloth: str, stripe: str
) -> list[str]:
    """A striped awning with a scalloped hem, its top edge at (x, y), wider by `flare` at each side below."""
    top, low = width / 9, (width + 2 * flare) / 9
    shapes = [
        fill(
            f"M{number(x + top * i)} {number(y)} h{number(top)} L{number(x - flare + low * (i + 1))} "
            f"{number(y + height)} "
            f"a{number(low / 2)} {number(low * 0.42)} 0 0 1 {number(-low)} 0 Z",
            stripe if i % 2 else cloth,
        )
        for i in range(9)
    ]
    return [*shapes, box(x - 6, y - 8, width + 12, 16, cloth, 6)]


def shelf(x: float, y: float, width: float, wood: str, shade: str) -> list[str]:
    """A board with a shadow under it; its top is at `y`."""
    return [
        box(x + 8, y + 14, width - 16, 12, shade, opacity="0.35"),
        box(x, y, width, 16, wood, 4),
        box(x, y + 10, width, 6, shade, 3),
    ]


def counter(y: float, top: str, edge: str, front: str, seams: str) -> list[str]:
    """A counter across the whole picture; its far edge is at `y`."""
    panels = [line(f"M{x} {number(y + 84)} L{x} 900", seams, 4, "butt") for x in range(160, WIDTH, 320)]
    return [
        box(0, y + 40, WIDTH, HEIGHT - y - 40, front),
        *panels,
        box(0, y, WIDTH, 44, top),
        box(0, y + 40, WIDTH, 16, edge),
        box(0, y + 56, WIDTH, 14, edge, opacity="0.35"),
    ]


def pendant(x: float, drop: float, colour: str, shade: str) -> list[str]:
    """A lamp hanging from above the picture, lit."""
    return [
        line(f"M{number(x)} 0 L{number(x)} {number(drop)}", shade, 4, "butt"),
        fill(
            f"M{number(x - 62)} {number(drop + 62)} C{number(x - 56)} {number(drop + 10)} "
            f"{number(x - 22)} {number(drop - 6)} {number(x)} {number(drop - 6)} "
            f"C{number(x + 22)} {number(drop - 6)} {number(x + 56)} {number(drop + 10)} {number(x + 62)} "
            f"{number(drop + 62)} Z",
            colour,
        ),
        fill(
            f"M{number(x + 62)} {number(drop + 62)} C{number(x + 56)} {number(drop + 10)} "
            f"{number(x + 22)} {number(drop - 6)} {number(x)} {number(drop - 6)} "
            f"C{number(x + 26)} {number(drop + 8)} {number(x + 34)} {number(drop + 36)} {number(x + 34)} "
            f"{number(drop + 62)} Z",
            shade,
            "0.45",
        ),
        oval(x, drop + 64, 40, 9, "#fff3d0"),
    ]


def plant(pot: str, pot_shade: str, leaf: str, leaf_shade: str) -> list[str]:
    """A leafy plant in a pot, standing on the origin, about 210 high."""
    left = "M0 -70 C-14 -120 -70 -130 -86 -176 C-40 -176 -4 -140 0 -70 Z"
    tall = "M0 -70 C-26 -120 -24 -180 4 -216 C28 -176 26 -120 0 -70 Z"
    right = "M0 -70 C8 -118 52 -136 88 -160 C86 -112 48 -80 0 -70 Z"
    low = "M0 -66 C-22 -92 -62 -92 -92 -108 C-74 -70 -36 -58 0 -66 Z"
    return [
        fill(low, leaf_shade),
        fill(right, leaf_shade),
        fill(left, leaf),
        fill(tall, leaf),
        line("M0 -70 Q-4 -140 4 -196 M0 -72 Q-26 -130 -68 -164", leaf_shade, 3),
        fill("M-44 -76 L44 -76 L34 0 L-34 0 Z", pot),
        fill("M44 -76 L34 0 L10 0 L16 -76 Z", pot_shade, "0.6"),
        box(-50, -84, 100, 18, pot, 6),
    ]


def gift_box(width: float, height: float, card: str, shade: str, ribbon: str) -> list[str]:
    """A cake box with a ribbon, standing on the origin at its lower left corner."""
    middle = width / 2
    return [
        box(0, -height, width, height, card, 4),
        box(width * 0.74, -height, width * 0.26, height, shade, 4, "0.5"),
        box(-4, -height - 6, width + 8, 18, card, 4),
        line(f"M-2 {number(-height + 13)} L{number(width + 2)} {number(-height + 13)}", shade, 3, "butt"),
        box(middle - 7, -height - 6, 14, height + 6, ribbon),
        fill(
            f"M{number(middle)} {number(-height - 6)} q-30 -32 -38 -8 q4 14 38 8 q30 -32 38 -8 q-4 14 -38 "
            "8 Z",
            ribbon,
        ),
    ]


def loaf(crust: str, cut: str) -> list[str]:
    """A round loaf on the origin, 110 wide."""
    return [
        fill("M-56 0 C-62 -44 -34 -62 0 -62 C34 -62 62 -44 56 0 Z", crust),
        line("M-26 -46 q10 12 4 26 M2 -52 q10 12 4 28 M28 -46 q10 12 4 26", cut, 5),
    ]


def shoe(upper: str, shade: str, sole: str) -> list[str]:
    """A low shoe seen from its side, toe to the right, heel on the origin, 116 long."""
    return [
        fill("M2 -12 C-2 -34 0 -52 8 -58 L34 -54 C40 -44 50 -38 64 -36 C90 -33 112 -28 114 -12 Z", upper),
        fill("M64 -36 C90 -33 112 -28 114 -12 L80 -12 C80 -24 74 -32 64 -36 Z", shade, "0.6"),
        line("M38 -44 l10 -7 M47 -39 l9 -8 M57 -37 l7 -8", sole, 4),
        fill("M0 -14 L116 -14 C118 -4 114 0 106 0 L8 0 C0 0 -2 -6 0 -14 Z", sole),
    ]


def boot(upper: str, shade: str, sole: str) -> list[str]:
    """An ankle boot seen from its side, toe to the right, heel on the origin, 104 long."""
    return [
        fill("M4 -12 L6 -96 L50 -96 C50 -70 54 -54 66 -46 C88 -38 100 -30 102 -12 Z", upper),
        fill("M50 -96 C50 -70 54 -54 66 -46 L48 -40 C38 -56 34 -76 34 -96 Z", shade, "0.7"),
        fill("M0 -14 L104 -14 C106 -4 102 0 94 0 L44 0 L40 -5 L30 0 L4 0 C0 0 -2 -6 0 -14 Z", sole),
    ]


def vase(colour: str, shade: str) -> list[str]:
    """A round vase on the origin, about 120 high."""
    body = "M-14 -118 L14 -118 L12 -96 C46 -80 50 -30 26 0 L-26 0 C-50 -30 -46 -80 -12 -96 Z"
    return [
        fill(body, colour),
        fill("M14 -118 L12 -96 C46 -80 50 -30 26 0 L6 0 C26 -34 22 -76 -2 -96 L0 -118 Z", shade, "0.5"),
    ]


def table_lamp(cover: str, shade: str, foot: str) -> list[str]:
    """A table lamp on the origin, about 170 high."""
    return [
        box(-5, -90, 10, 84, foot),
        box(-34, -10, 68, 10, foot, 5),
        fill("M-38 -170 L38 -170 L60 -84 L-60 -84 Z", cover),
        fill("M38 -170 L60 -84 L22 -84 L12 -170 Z", shade, "0.5"),
    ]


def folded(colours: tuple[str, ...], width: float = 120) -> list[str]:
    """A pile of folded cloth on the origin's left lower corner."""
    return [
        shape
        for level, colour in enumerate(colours)
        for shape in (
            box(0, -26 * (level + 1), width, 24, colour, 11),
            line(
                f"M{number(width * 0.62)} {-26 * level - 13} L{number(width - 12)} {-26 * level - 13}",
                "#fff8ec",
                3,
                opacity="0.35",
            ),
        )
    ]


def parcel(width: float, height: float, card: str, shade: str, tape: str) -> list[str]:
    """A cardboard box on the origin's left lower corner."""
    return [
        box(0, -height, width, height, card, 5),
        box(width * 0.7, -height, width * 0.3, height, shade, 5, "0.45"),
        box(width * 0.42, -height, width * 0.16, height * 0.42, tape),
    ]


def tyres(count: int, rubber: str, edge: str) -> list[str]:
    """A pile of tyres on the origin, each 190 wide and 52 high."""
    shapes = []
    for level in range(count):
        y = -52 * (level + 1)
        shapes += [
            box(-95, y, 190, 50, rubber, 22),
            line(f"M-70 {y + 14} L70 {y + 14} M-70 {y + 36} L70 {y + 36}", edge, 5),
        ]
    return shapes


def van(body: str, shade: str, glass: str, dark: str) -> list[str]:
    """A delivery van seen from its side, nose to the right, 560 long, wheels on the origin."""
    wheels = [
        shape
        for x in (116, 440)
        for shape in (oval(x, -44, 48, 48, dark), oval(x, -44, 22, 22, "#b9b6ae"), oval(x, -44, 7, 7, dark))
    ]
    return [
        fill(
            "M0 -52 L0 -236 Q0 -256 20 -256 L356 -256 C404 -256 430 -220 456 -166 C512 -156 546 -142 552 "
            "-112 L556 -52 Z",
            body,
        ),
        fill("M0 -52 L0 -104 L555 -104 L556 -52 Z", shade, "0.7"),
        fill("M366 -236 C396 -236 416 -208 434 -168 L366 -168 Z", glass),
        line("M346 -246 L346 -60 M178 -246 L178 -60", shade, 4),
        line("M322 -146 L334 -146 M366 -146 L380 -146", dark, 6),
        box(532, -128, 20, 22, "#f6dc9c", 8),
        *wheels,
    ]


def bell(metal: str, glint: str, shade: str, foot: str) -> list[str]:
    """A counter bell on the origin, 200 wide and 150 high."""
    return [
        box(-108, -22, 216, 22, foot, 10),
        fill("M-92 -24 C-92 -92 -50 -124 0 -124 C50 -124 92 -92 92 -24 Z", metal),
        fill("M92 -24 C92 -92 50 -124 0 -124 C40 -108 58 -72 58 -24 Z", shade, "0.6"),
        line("M-66 -48 C-60 -80 -42 -98 -22 -106", glint, 9),
        box(-7, -142, 14, 22, shade, 4),
        oval(0, -146, 17, 10, metal),
    ]
