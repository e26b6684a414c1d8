"""The places behind the conversations, 1600 × 900, each a list of shapes.

Things that tell a story stand at the left and right; the middle and the lower right stay calm
for text and people.
"""

from __future__ import annotations

from parts import box, fill, glow, gradient, line, oval
from props import (
    HEIGHT,
    WIDTH,
    at,
    awning,
    bell,
    boot,
    counter,
    folded,
    gift_box,
    light,
    loaf,
    parcel,
    pendant,
    plant,
    shelf,
    shoe,
    table_lamp,
    tyres,
    van,
    vase,
    window,
)


def _wall(top: str, bottom: str) -> list[str]:
    return [gradient("wall", top, bottom, 0, 640), box(0, 0, WIDTH, HEIGHT, "url(#wall)")]


def bakery() -> list[str]:
    """A collection counter; among tonight's boxes one place is empty."""
    wood, shade = "#c08e5e", "#a27246"
    cream, edge, red, mustard, sage = "#f8efe0", "#dcc8a8", "#c8694a", "#dba84d", "#8fa68a"
    boxes = [
        at(x, y, gift_box(width, height, cream, edge, ribbon))
        for x, y, width, height, ribbon in (
            (250, 250, 112, 76, red),
            (386, 250, 92, 96, sage),
            (500, 250, 104, 66, mustard),
            (250, 412, 104, 90, mustard),
            (506, 412, 98, 78, red),
        )
    ]
    loaves = [at(x, 566, loaf("#cf9558", "#f0d3a2"), 0.92) for x in (306, 424, 542)]
    return [
        *_wall("#f6e6cd", "#efd6b3"),
        light("M1130 0 L1480 0 L1040 660 L620 660 Z"),
        box(196, 118, 452, 522, "#e3c092", 14),
        box(214, 136, 416, 504, "#ecd0a6", 8),
        *(shape for y in (250, 412, 566) for shape in shelf(214, y, 416, wood, shade)),
        *boxes,
        oval(430, 408, 58, 6, "#b98a58", "0.35"),
        line("M404 430 L404 446", shade, 3),
        box(378, 440, 92, 30, cream, 5),
        line("M392 456 L440 456", "#c9ab82", 4),
        *loaves,
        *window(1190, 120, 270, 300, "#d9b184", "#e3ecdf", "#d3d9c4"),
        *awning(1160, 92, 330, 76, 24, "#d98b68", "#f6e8d2"),
        *pendant(820, 96, "#c98c62", "#9c6a48"),
        *pendant(1010, 60, "#c98c62", "#9c6a48"),
        *counter(640, "#d2a374", "#b58455", "#c39465", "#b58658"),
        at(120, 676, [oval(0, 0, 92, 13, "#a97a4e"), *loaf("#cf9558", "#f0d3a2")], 1),
        fill("M36 672 C36 560 72 540 120 540 C168 540 204 560 204 672 Z", "#fffaf0", "0.3"),
        line("M62 640 C62 590 74 572 96 562", "#fffaf0", 6, opacity="0.6"),
        oval(120, 534, 13, 11, "#f4ead8"),
        at(
            1440,
            676,
            [
                box(-90, -16, 180, 16, "#a8784c", 6),
                *(oval(x, -30, 28, 20, "#d19a5f") for x in (-52, 0, 52)),
                oval(-26, -60, 28, 19, "#d9a870"),
                oval(26, -60, 28, 19, "#d9a870"),
            ],
            0.9,
        ),
    ]


def returns_desk() -> list[str]:
    """The desk of a shop for things of the home."""
    wood, shade = "#b9936c", "#977250"
    return [
        *_wall("#e8ebdd", "#d9dfca"),
        light("M1060 0 L1340 0 L960 650 L600 650 Z"),
        box(200, 110, 440, 540, "#cdd4bd", 14),
        *(shape for y in (276, 440, 600) for shape in shelf(200, y, 440, wood, shade)),
        at(278, 276, table_lamp("#eed9ac", "#d5b67e", "#8a7157"), 0.82),
        at(400, 276, vase("#c8795a", "#a65d42"), 0.95),
        at(492, 276, vase("#7f9fa0", "#648687"), 0.72),
        at(576, 276, plant("#efe6d6", "#d3c6b0", "#86a07c", "#6d8a66"), 0.56),
        at(226, 440, folded(("#d9a06b", "#efe3cf", "#9db3a4", "#c8795a"), 126)),
        at(372, 440, folded(("#efe3cf", "#8ea6ad", "#e3c58c"), 118)),
        at(
            510,
            440,
            [
                box(0, -74, 96, 74, "#7f6a5c", 12),
                box(-14, -84, 124, 14, "#6d594c", 7),
                oval(48, -90, 13, 7, "#6d594c"),
            ],
        ),
        *(
            at(x, 600, [box(-40, -64, 80, 64, colour, 12), line("M40 -48 q26 16 0 34", colour, 9)], 0.8)
            for x, colour in ((262, "#e7d9c2"), (362, "#d9a06b"), (462, "#9db3a4"))
        ),
        at(572, 600, table_lamp("#d98f6f", "#b97051", "#8a7157"), 0.6),
        *pendant(1240, 130, "#dcb06f", "#b58a4e"),
        *pendant(1366, 66, "#a9b79c", "#879a7c"),
        *pendant(1486, 160, "#d6987b", "#b57659"),
        at(1440, 640, plant("#d7c3a4", "#b9a282", "#8fa887", "#76926f"), 1.25),
        *counter(640, "#cfae87", "#ad8a64", "#bd9a74", "#ad8b66"),
        at(40, 682, parcel(190, 130, "#d0a574", "#a97f52", "#ead7b4")),
        at(66, 552, parcel(128, 74, "#dcb688", "#b68d60", "#ead7b4")),
        at(
            268,
            684,
            [
                box(0, -12, 92, 12, "#8e7258", 5),
                fill("M16 -12 L26 -92 L78 -92 L70 -12 Z", "#fbf6ea"),
                line("M36 -74 L66 -74 M34 -56 L62 -56 M32 -38 L52 -38", "#d5c8b2", 5),
            ],
        ),
    ]


def _shoe_wall() -> list[str]:
    makes = (
        (shoe, "#c8694a", "#a34f35", "#f3e8d6"),
        (boot, "#8a5f45", "#6d4833", "#4d3a30"),
        (shoe, "#6f8f92", "#557376", "#f3e8d6"),
        (boot, "#5d6a7d", "#485466", "#3d3a3c"),
        (shoe, "#e0b25d", "#bf9140", "#fbf3e4"),
        (shoe, "#9c7f93", "#80657a", "#f3e8d6"),
        (shoe, "#efe2cc", "#d6c4a6", "#b98d66"),
        (shoe, "#7d8a63", "#636f4b", "#f3e8d6"),
        (boot, "#b98455", "#98683d", "#5a4536"),
    )
    shapes = []
    for place, (make, *colours) in enumerate(makes):
        x, y = 196 + 156 * (place % 3), 252 + 146 * (place // 3)
        shapes += shelf(x - 10, y, 136, "#c79a78", "#a97c5b")
        shapes.append(at(x, y, make(*colours), 0.98))
    return shapes


def shoe_shop() -> list[str]:
    """A wall of shoes, a mirror and the bench for trying on."""
    return [
        *_wall("#f3e0d3", "#ebcfbd"),
        light("M1120 0 L1420 0 L1060 700 L660 700 Z"),
        box(160, 112, 500, 474, "#e5c3ad", 16),
        *_shoe_wall(),
        box(1226, 120, 206, 560, "#b98a68", 16),
        box(1244, 138, 170, 524, "#e7eae2", 8),
        fill("M1244 420 L1414 250 L1414 350 L1244 520 Z", "#f8f9f3", "0.6"),
        *pendant(900, 70, "#d58f72", "#af6c50"),
        *pendant(1080, 108, "#d58f72", "#af6c50"),
        box(0, 690, WIDTH, 210, "#cfa585"),
        box(0, 690, WIDTH, 12, "#bb8f6e"),
        *(line(f"M{x} 702 L{x - 90} 900", "#c39877", 4, "butt") for x in range(140, 1800, 210)),
        oval(300, 842, 330, 30, "#b88c6b", "0.6"),
        *(box(x, 770, 26, 70, "#8e6549", 5) for x in (70, 480)),
        box(20, 706, 536, 74, "#8fa08c", 26),
        box(20, 752, 536, 28, "#76897a", 14),
        at(
            600,
            838,
            [
                box(0, -80, 190, 80, "#e9d9c2", 4),
                box(-6, -92, 202, 26, "#d98b68", 5),
                box(136, -66, 54, 66, "#d3c0a4", 4, "0.6"),
            ],
        ),
        at(612, 748, shoe("#6f8f92", "#557376", "#fbf3e4"), 1.1),
        at(1500, 770, plant("#efe4d4", "#d2c3ac", "#8ea483", "#748c6c"), 1.5),
    ]


def _lift() -> list[str]:
    post, shade = "#d7a64b", "#b48536"
    return [
        box(212, 150, 34, 500, post, 6),
        box(234, 150, 12, 500, shade, 4),
        box(742, 150, 34, 500, post, 6),
        box(764, 150, 12, 500, shade, 4),
        at(222, 486, van("#efe6d8", "#cfc2ae", "#a9bfc4", "#565a5e"), 0.97),
        box(206, 466, 576, 20, "#8f8d86", 6),
        box(206, 480, 576, 8, "#74726c", 4),
    ]


def _tools() -> list[str]:
    steel, grip = "#98a2a4", "#c77a56"
    return [
        box(1190, 130, 290, 250, "#c2b49e", 12),
        line("M1236 186 L1236 300", steel, 13, "butt"),
        line("M1222 158 q-4 30 14 32 q18 -2 14 -32", steel, 11),
        box(1284, 160, 14, 84, steel, 3),
        box(1278, 238, 26, 92, grip, 9),
        box(1332, 160, 70, 30, steel, 8),
        box(1358, 184, 16, 146, "#9a7350", 6),
        line("M1444 196 L1444 320", steel, 13, "butt"),
        oval(1444, 180, 24, 24, steel),
        oval(1444, 180, 11, 11, "#c2b49e"),
    ]


def garage() -> list[str]:
    """The front desk of a small garage; a van is up on the lift behind it."""
    return [
        *_wall("#e9e1d3", "#dcd1be"),
        box(0, 430, WIDTH, 240, "#c9c3b4"),
        box(0, 430, WIDTH, 10, "#b8755a"),
        box(150, 90, 690, 580, "#d3c8b5", 18),
        box(172, 112, 646, 560, "#c3c8c2", 8),
        *(box(172, 112 + 22 * i, 646, 3, "#aeb5b0") for i in range(3)),
        *_lift(),
        light("M1000 0 L1240 0 L1000 660 L760 660 Z"),
        *_tools(),
        at(1410, 662, tyres(4, "#6b6a69", "#807f7c"), 0.92),
        *counter(650, "#b88d66", "#966d4b", "#71858a", "#66797e"),
        at(
            60,
            694,
            [
                box(0, -8, 150, 8, "#6d5a4b", 4),
                fill("M14 -8 L30 -112 L134 -112 L150 -8 Z", "#5c6b70"),
                fill("M26 -20 L40 -100 L124 -100 L138 -20 Z", "#8ba3a6"),
            ],
        ),
        at(
            262,
            696,
            [
                box(0, -10, 108, 10, "#8e6b4e", 4),
                fill("M6 -10 L18 -28 L100 -28 L106 -10 Z", "#fbf5e8"),
                line("M30 -20 L86 -20", "#d0c3ac", 4),
            ],
        ),
        at(1500, 696, [box(-30, -60, 60, 60, "#d98b68", 10), line("M30 -46 q24 16 0 32", "#d98b68", 9)]),
    ]


def neutral() -> list[str]:
    """A plain counter in daylight."""
    return [
        *_wall("#f1e7d8", "#e7d8c2"),
        light("M1040 0 L1360 0 L980 660 L560 660 Z"),
        *window(250, 120, 300, 320, "#cdb493", "#e6ece4", "#d6dccc"),
        *shelf(1180, 300, 280, "#c7a57d", "#a9875f"),
        at(1250, 300, vase("#c98c6c", "#a96d50"), 0.9),
        at(1370, 300, folded(("#9db3a4", "#efe3cf"), 70), 1),
        *pendant(900, 80, "#c9a06f", "#a27d50"),
        *counter(640, "#d0ae86", "#b18c64", "#c19e77", "#b28f69"),
        at(130, 676, plant("#d98b68", "#b56b4b", "#8fa587", "#758f70"), 1.15),
        at(1440, 678, bell("#dcb465", "#f6e2ae", "#b98d40", "#8a6748"), 0.6),
    ]


def title() -> list[str]:
    """An inviting shop counter with its bell; calm at the left for a title and a menu."""
    return [
        *_wall("#f7e7cc", "#f0d2a8"),
        glow("sun", "#fff3d6", "0.9"),
        oval(1240, 300, 680, 520, "url(#sun)"),
        light("M1220 0 L1600 0 L1600 120 L1020 690 L620 690 Z"),
        *window(1060, 130, 380, 340, "#b98359", "#f4e3c0", "#e5bf94"),
        oval(1330, 230, 44, 44, "#fdf3d9"),
        box(1238, 130, 24, 340, "#b98359"),
        *awning(1020, 92, 460, 88, 30, "#c8694a", "#f8ead2"),
        *pendant(900, 120, "#5f8583", "#44686a"),
        *counter(690, "#c98f5c", "#a56d40", "#b57a4a", "#a66d41"),
        at(1150, 732, bell("#e2b04f", "#fae6ae", "#b8842f", "#7b5338"), 1.35),
        at(1468, 730, plant("#f3e6d2", "#d6c3a5", "#7f9c7d", "#658366"), 1.35),
        at(
            930,
            730,
            [
                oval(0, 0, 74, 10, "#e9d8bd"),
                box(-44, -70, 88, 70, "#5f8583", 16),
                line("M44 -54 q32 18 0 38", "#5f8583", 11),
                line(
                    "M-14 -88 q-12 -16 0 -30 q12 -14 0 -30 M16 -88 q-12 -16 0 -30 q12 -14 0 -30",
                    "#fff6e2",
                    5,
                    opacity="0.7",
                ),
            ],
        ),
    ]


PLACES = {
    "bakery": bakery,
    "returns-desk": returns_desk,
    "shoe-shop": shoe_shop,
    "garage": garage,
    "neutral": neutral,
}
