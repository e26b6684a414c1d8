"""Torsos: neck, shoulders and what people wear, each drawn to below the picture's lower edge."""

from __future__ import annotations

from faces import Face
from parts import box, fill, line, number, oval


def neck(face: Face, half: float = 30, flare: float = 40) -> list[str]:
    """The neck with the shadow of the chin, drawn under the clothes."""
    a, b = number(200 - half), number(200 + half)
    return [
        fill(
            f"M{a} 215 L{a} 282 Q{number(200 - half - flare / 5)} 304 {number(200 - half - flare)} 318 "
            f"L{number(200 + half + flare)} 318 Q{number(200 + half + flare / 5)} 304 {b} 282 L{b} 215 Z",
            face.skin,
        ),
        fill(
            f"M{a} 226 L{a} 254 C{number(200 - half + 14)} 286 {number(200 + half - 8)} 288 {b} 272 L{b} "
            "226 Z",
            face.shade,
        ),
    ]


def torso(colour: str, shade: str, spread: float, slope: float = 302) -> list[str]:
    """Shoulders and arms hanging down; `spread` is half the width of the shoulders."""
    left, right = 200 - spread, 200 + spread
    n = number
    return [
        fill(
            f"M158 288 C150 {n(slope - 2)} {n(left + 42)} {n(slope)} {n(left + 22)} 310 C{n(left - 6)} "
            f"320 {n(left - 14)} 350 {n(left - 18)} 390 L{n(left - 28)} 520 "
            f"L{n(right + 28)} 520 L{n(right + 18)} 390 C{n(right + 14)} 350 {n(right + 6)} 320 "
            f"{n(right - 22)} 310 C{n(right - 42)} {n(slope)} 250 {n(slope - 2)} 242 288 Q200 330 158 288 "
            "Z",
            colour,
        ),
        fill(
            f"M{n(right + 28)} 520 L{n(right + 18)} 390 C{n(right + 14)} 350 {n(right + 6)} 320 "
            f"{n(right - 22)} 310 C{n(right + 2)} 340 {n(right - 6)} 420 {n(right - 6)} 520 Z",
            shade,
            "0.6",
        ),
        line(f"M{n(left + 34)} 392 Q{n(left + 30)} 440 {n(left + 28)} 500", shade, 4.5),
        line(f"M{n(right - 34)} 392 Q{n(right - 30)} 440 {n(right - 28)} 500", shade, 4.5),
    ]


def coat_and_blouse(face: Face) -> list[str]:
    """A camel coat, open over a blouse, with the strap of a bag."""
    return [
        *torso("#c58b4e", "#a26c37", 120),
        fill("M168 292 L200 342 L232 292 Z", face.skin),
        fill("M150 300 L171 286 L200 340 L229 286 L250 300 L232 350 L224 520 L176 520 L168 350 Z", "#f3e7d6"),
        fill("M200 340 L229 286 L246 300 L232 350 L224 520 L214 520 Z", "#e3d2bb"),
        line("M200 342 L200 520", "#dccbb2", 3),
        fill("M171 282 L200 340 L184 356 L160 302 Z", "#fcf5ea"),
        fill("M229 282 L200 340 L216 356 L240 302 Z", "#d9c6ac"),
        fill("M152 284 C140 298 134 316 140 338 L166 350 L156 362 L176 520 L192 520 L170 318 Z", "#b47a40"),
        fill("M248 284 C260 298 266 316 260 338 L234 350 L244 362 L226 520 L210 520 L231 318 Z", "#a26c37"),
        line("M112 306 C150 370 214 450 262 520", "#6b4436", 13, "butt"),
        line("M112 306 C150 370 214 450 262 520", "#845847", 4, "butt"),
    ]


def apron(face: Face) -> list[str]:
    """A baker's bib apron over a blue shirt."""
    return [
        *torso("#8fa9b5", "#6f8b99", 122),
        fill("M170 296 L200 322 L230 296 Z", face.skin),
        fill("M158 282 C150 292 150 304 156 316 L184 336 L198 322 Z", "#a8bec8"),
        fill("M242 282 C250 292 250 304 244 316 L216 336 L202 322 Z", "#7f9aa8"),
        line("M160 300 L142 372 M240 300 L258 372", "#efe3d0", 13, "butt"),
        fill("M136 366 Q200 378 264 366 L268 404 Q288 430 292 520 L108 520 Q112 430 132 404 Z", "#f4eadb"),
        fill("M264 366 L268 404 Q288 430 292 520 L262 520 Q262 430 246 369 Z", "#e0d0b8"),
        line("M152 448 Q200 456 248 448", "#d9c7ac", 5),
        line("M136 366 Q200 378 264 366", "#dccab0", 4),
    ]


def cardigan(face: Face) -> list[str]:
    """A knitted cardigan over a checked shirt, buttoned to the neck."""
    return [
        *torso("#7d8a63", "#626f4b", 132),
        fill("M160 286 L172 360 L200 440 L228 360 L240 286 Q200 318 160 286 Z", "#f0e6d4"),
        line(
            "M184 330 L184 384 M200 318 L200 440 M216 330 L216 384 M176 346 L224 346 M180 372 L220 372 "
            "M188 398 L212 398",
            "#d8b79c",
            3,
        ),
        fill("M163 274 L157 304 L185 338 L200 316 Q174 302 163 274 Z", "#fbf4e8"),
        fill("M237 274 L243 304 L215 338 L200 316 Q226 302 237 274 Z", "#e6d8c2"),
        line("M152 294 C160 360 184 410 197 448 L197 520", "#626f4b", 15, "butt"),
        line("M248 294 C240 360 216 410 203 448 L203 520", "#566241", 15, "butt"),
        oval(200, 470, 6, 6, "#d9c9a3"),
    ]


def hoodie(face: Face) -> list[str]:
    """An open hoodie over teal scrubs, with a badge on its cord."""
    return [
        *torso("#b9a3ab", "#998290", 116),
        fill(
            "M140 318 Q120 290 160 270 L180 262 L220 262 L240 270 Q280 290 260 318 L226 330 L174 330 Z",
            "#a48d98",
        ),
        *neck(face, 27, 2),
        fill("M172 300 L200 352 L228 300 Z", face.skin),
        fill("M164 288 L200 354 L236 288 L246 520 L154 520 Z", "#5f9a99"),
        fill("M220 322 L236 288 L246 520 L228 520 Z", "#4d8584"),
        line("M165 290 L200 354 L235 290", "#4d8584", 8),
        fill(
            "M160 276 C142 288 134 306 142 326 L160 344 L150 520 L134 520 L122 330 Q124 292 160 276 Z",
            "#c6b2b9",
        ),
        fill(
            "M240 276 C258 288 266 306 258 326 L240 344 L250 520 L266 520 L278 330 Q276 292 240 276 Z",
            "#a48d98",
        ),
        line("M158 338 l-3 48 M242 338 l3 40", "#f3e9e6", 4),
        box(208, 366, 28, 38, "#faf5ec", 4),
        box(213, 373, 18, 13, "#c9a58d", 3),
        line("M214 394 L230 394", "#b9aa9a", 3),
    ]


def work_jacket(face: Face) -> list[str]:
    """A courier's jacket, half open over a shirt, with a warm stripe."""
    return [
        *torso("#3f5673", "#2f4159", 138, 298),
        fill("M92 316 Q104 302 150 296 L176 352 L86 352 Q84 330 92 316 Z", "#4c6684"),
        fill("M308 316 Q296 302 250 296 L224 352 L314 352 Q316 330 308 316 Z", "#35495f"),
        line("M86 354 L180 354 M220 354 L314 354", "#e59a4f", 6, "butt"),
        fill("M166 294 L198 428 L202 428 L234 294 Q200 322 166 294 Z", "#ece2d2"),
        fill("M166 294 Q200 322 234 294 L235 306 Q200 338 165 306 Z", "#d6c7b0"),
        fill("M158 268 C142 284 138 304 150 330 L196 432 L200 424 L170 318 Z", "#536d8d"),
        fill("M242 268 C258 284 262 304 250 330 L204 432 L200 424 L230 318 Z", "#35495f"),
        line("M200 428 L200 520", "#2f4159", 5),
        line("M204 436 l0 16", "#d9c9a3", 5),
        line("M236 400 L284 400", "#2f4159", 5),
    ]


def overalls(face: Face) -> list[str]:
    """A mechanic's overalls over a rust T-shirt, with a spanner in the pocket."""
    return [
        *torso("#c9774f", "#a85d3b", 120),
        fill("M164 286 Q168 322 200 324 Q232 322 236 286 Q226 300 200 304 Q174 300 164 286 Z", face.skin),
        line("M164 288 Q168 324 200 326 Q232 324 236 288", "#a85d3b", 7),
        line("M138 300 L154 384 M262 300 L246 384", "#3f6672", 22, "butt"),
        fill("M140 376 L260 376 L266 428 Q292 450 296 520 L104 520 Q108 450 134 428 Z", "#4b7683"),
        fill("M260 376 L266 428 Q292 450 296 520 L266 520 Q266 450 244 376 Z", "#3f6672"),
        oval(154, 388, 6.5, 6.5, "#e6c98f"),
        oval(246, 388, 6.5, 6.5, "#e6c98f"),
        line("M216 424 L216 404", "#c9c5bc", 8, "butt"),
        line("M208 392 Q208 404 216 404 Q224 404 224 392", "#c9c5bc", 6),
        fill("M178 420 L232 420 L230 456 Q204 468 180 456 Z", "#3f6672"),
    ]


def plain(face: Face) -> list[str]:
    """Clothes without detail, for a person without a picture."""
    return [
        *torso("#a99c8c", "#958877", 124),
        line("M164 288 Q170 322 200 324 Q230 322 236 288", "#958877", 8),
        fill("M166 286 Q172 318 200 320 Q228 318 234 286 Q226 300 200 304 Q174 300 166 286 Z", face.skin),
    ]
