"""Hair, beards and what is worn on the head: each a pair of lists, behind the head and in front of it."""

from __future__ import annotations

from moods import Mood
from parts import fill, line, oval

Layers = tuple[list[str], list[str]]


def natural_curls() -> Layers:
    """A full round head of curls with gold hoops."""
    dark, light = "#3a2822", "#553d33"
    ring = [
        (126, 196, 30),
        (112, 160, 34),
        (120, 118, 36),
        (150, 84, 36),
        (200, 70, 38),
        (250, 84, 36),
        (280, 118, 36),
        (288, 160, 34),
        (274, 196, 30),
    ]
    behind = [oval(200, 140, 92, 82, dark), *(oval(x, y, r, r, dark) for x, y, r in ring)]
    front = [
        oval(200, 98, 52, 15, dark),
        fill(
            "M136 176 C130 120 160 92 200 92 C240 92 270 120 264 176 C262 148 254 130 242 120 C228 126 "
            "212 122 204 114 C196 124 176 128 160 121 C148 130 138 150 136 176 Z",
            dark,
        ),
        *(oval(x, y, 17, 15, dark) for x, y in ((147, 120), (172, 108), (200, 103), (228, 108), (253, 120))),
        line(
            "M120 132 Q124 104 146 92 M160 74 Q182 58 206 62 M150 112 Q166 98 184 102 M106 166 Q104 152 "
            "110 142 M232 76 Q248 82 258 94",
            light,
            5,
        ),
        line("M136 202 a9 11 0 1 0 2 0 M264 202 a9 11 0 1 1 -2 0", "#dba84d", 4),
    ]
    return behind, front


def top_knot() -> Layers:
    """Greying auburn hair, tied up under a folded scarf."""
    dark, mid, grey = "#7d4a35", "#96603f", "#c3ab98"
    behind = [
        oval(206, 62, 34, 30, dark),
        line("M184 58 Q200 38 226 50 M188 70 Q206 84 232 66", mid, 5),
        fill("M134 190 C122 120 150 78 200 78 C250 78 278 120 266 190 Z", dark),
    ]
    front = [
        fill(
            "M136 192 C131 152 146 132 188 106 C206 120 246 126 258 148 C263 160 265 174 265 192 C276 "
            "130 258 78 200 78 C142 78 124 130 136 192 Z",
            mid,
        ),
        line("M134 164 C134 142 148 120 174 104 M266 166 C266 144 254 126 222 110", grey, 4.5),
        fill(
            "M136 128 C146 96 168 82 200 82 C232 82 254 96 264 128 C270 120 268 108 262 98 C248 76 226 "
            "66 200 66 C174 66 152 76 138 98 C132 108 130 120 136 128 Z",
            "#c8694a",
        ),
        line("M146 106 C162 84 180 76 200 76 C222 76 240 86 254 104", "#e0a17f", 4),
    ]
    return behind, front


def flat_cap(mood: Mood) -> Layers:
    """A tweed cap over grey sides, and a moustache that goes with the mouth."""
    grey, light = "#b9b3aa", "#d2ccc2"
    lift = {"delighted": -5, "happy": -3, "upset": 3, "angry": 3}.get(mood.name, 0)
    y = 212
    tip = y + 12 + lift
    behind = [fill("M132 196 C126 150 140 110 200 110 C260 110 274 150 268 196 Z", grey)]
    front = [
        fill("M134 196 C126 160 134 132 150 124 L158 138 C146 152 144 172 143 194 Z", light),
        fill("M266 196 C274 160 266 132 250 124 L242 138 C254 152 256 172 257 194 Z", grey),
        fill("M131 130 C120 88 154 56 204 56 C252 56 282 90 269 130 C246 116 154 114 128 130 Z", "#7a6a58"),
        fill("M269 130 C282 90 252 56 204 56 C246 68 262 98 252 122 Z", "#66584a"),
        line("M152 80 L158 114 M184 66 L186 110 M218 62 L218 110 M134 102 Q200 84 262 102", "#8d7c68", 3.5),
        fill(
            "M126 130 C150 106 250 106 274 130 C262 143 230 129 200 129 C170 129 138 143 126 130 Z", "#5c4f43"
        ),
        fill(
            f"M200 {y - 2} C190 {y - 8} 174 {y - 4} 164 {tip} C176 {tip + 4} 192 {y + 12} 200 {y + 7} "
            f"C208 {y + 12} 224 {tip + 4} 236 {tip} C226 {y - 4} 210 {y - 8} 200 {y - 2} Z",
            light,
        ),
        line(f"M200 {y + 1} l0 5", grey, 2.5),
    ]
    return behind, front


def high_bun() -> Layers:
    """Dark hair drawn up into a loose bun, strands come down."""
    dark, light = "#4a342e", "#6a4d43"
    behind = [
        oval(196, 60, 40, 32, dark),
        line("M166 58 Q184 34 216 44 M172 66 Q198 82 228 58", light, 4.5),
        fill("M133 186 C124 118 152 76 200 76 C248 76 276 118 267 186 Z", dark),
    ]
    front = [
        fill(
            "M134 186 C132 146 142 118 176 112 C190 110 202 104 208 100 C222 110 250 116 258 140 C264 "
            "154 266 168 266 186 C278 126 256 74 200 74 C144 74 122 126 134 186 Z",
            dark,
        ),
        line("M150 118 Q166 92 192 84 M214 84 Q238 90 250 114", light, 4.5),
        line(
            "M138 168 C130 190 134 206 128 220 M262 170 C268 190 266 202 272 212 M208 100 C216 112 228 "
            "120 240 122",
            dark,
            4,
        ),
    ]
    return behind, front


def short_and_beard() -> Layers:
    """Short dark hair, grey at the temples, and a full trimmed beard."""
    dark, light, grey = "#2f2623", "#443a36", "#7d7570"
    behind = [fill("M134 172 C126 110 152 80 200 80 C248 80 274 110 266 172 Z", dark)]
    front = [
        fill(
            "M136 172 C136 152 140 136 152 124 C160 114 170 118 182 112 C204 104 228 116 246 118 C258 "
            "132 264 150 264 172 C280 120 264 70 208 68 C178 58 122 74 136 172 Z",
            dark,
        ),
        line("M150 104 Q164 82 194 80 M176 100 Q204 88 230 98", light, 5),
        line("M138 166 L139 152 M262 166 L261 152", grey, 6),
        fill(
            "M136 168 C136 200 140 224 152 240 C164 260 184 268 200 268 C216 268 236 260 248 240 C260 "
            "224 264 200 264 168 "
            "C261 192 257 213 243 221 C234 212 216 206 200 211 C184 206 166 212 157 221 C143 213 139 192 "
            "136 168 Z",
            dark,
        ),
        fill(
            "M248 240 C260 224 264 200 264 168 C261 192 257 213 243 221 C242 238 226 258 200 268 C216 "
            "268 236 260 248 240 Z",
            light,
            "0.6",
        ),
        oval(200, 230, 29, 12.5, "#8f6043"),
    ]
    return behind, front


def short_crop() -> Layers:
    """Short dark hair swept to one side."""
    dark, light = "#333846", "#4d5566"
    behind = [fill("M134 184 C124 112 154 78 200 78 C246 78 276 112 266 184 L258 200 L142 200 Z", dark)]
    front = [
        fill(
            "M135 190 C132 158 140 132 158 120 C150 132 150 138 150 138 C182 138 220 128 232 110 C252 "
            "124 264 150 264 190 C274 174 278 130 262 102 C246 72 204 62 170 74 C132 86 122 140 135 190 Z",
            dark,
        ),
        line("M152 112 Q176 84 214 84 M176 134 Q210 126 226 104 M244 104 Q258 120 262 144", light, 4.5),
    ]
    return behind, front


def plain_cap() -> Layers:
    """Hair without detail, for a person without a picture."""
    tone = "#9a8b7a"
    behind = [fill("M134 178 C126 112 152 80 200 80 C248 80 274 112 266 178 Z", tone)]
    front = [
        fill(
            "M136 176 C134 142 150 122 178 122 C206 122 236 118 250 128 C262 140 266 158 264 176 C278 "
            "122 254 76 200 76 C146 76 122 122 136 176 Z",
            tone,
        )
    ]
    return behind, front
