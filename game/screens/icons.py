# ruff: noqa: E501
"""Small pictures drawn from paths on a 24 x 24 grid, so that no font needs to have them.

`o` paths are outlines (stroke), `f` paths are filled. The SVG reader knows no `currentColor`, so the
colour is written in before it is read.
"""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from game.screens.pygame_import import pygame
from game.screens.theme import Colour

IconName = Literal[
    "up", "down", "left", "right", "chevron", "check", "cross", "lock", "pause", "play", "menu", "plus", "minus",
    "star", "circle", "square", "diamond", "triangle", "warning", "speech", "heart", "shield", "bolt", "trophy",
    "person", "clock", "history", "gear", "flag", "picture", "undo", "thought", "info", "door", "people", "list",
]  # fmt: skip

_PATHS: dict[IconName, str] = {
    "up": "o M12 20V5 M5.5 11.5L12 5l6.5 6.5",
    "down": "o M12 4v15 M5.5 12.5L12 19l6.5-6.5",
    "left": "o M20 12H5 M11.5 5.5L5 12l6.5 6.5",
    "right": "o M4 12h15 M12.5 5.5L19 12l-6.5 6.5",
    "chevron": "o M5.5 9l6.5 6.5L18.5 9",
    "check": "o M4.5 12.5l5 5.2L19.5 6.5",
    "cross": "o M6 6l12 12 M18 6L6 18",
    "lock": "o M7.5 11V8a4.5 4.5 0 0 1 9 0v3 | f M5.5 10.5h13a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z",
    "pause": "f M6 5h4v14H6z M14 5h4v14h-4z",
    "play": "f M7 4.5v15L19.5 12z",
    "menu": "o M4 7h16 M4 12h16 M4 17h16",
    "plus": "o M12 5v14 M5 12h14",
    "minus": "o M5 12h14",
    "star": "f M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2l-5.6 3.1 1.2-6.3L3 9.6l6.3-.8z",
    "circle": "f M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z",
    "square": "f M5 5h14v14H5z",
    "diamond": "f M12 2.5L21.5 12L12 21.5L2.5 12z",
    "triangle": "f M12 4l9.5 16.5h-19z",
    "warning": "o M12 4l9 16H3z M12 10.5v4.5 M12 17.4v.2",
    "speech": "o M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z",
    "heart": "f M12 20.5C5 15.5 3 12 3 8.8A4.8 4.8 0 0 1 12 6.6a4.8 4.8 0 0 1 9 2.2c0 3.200-2 6.700-9 11.700z",
    "shield": "f M12 2.500l8 3v6c0 5-3.400 8.500-8 10-4.600-1.500-8-5-8-10v-6z",
    "bolt": "f M13.500 2L4.500 13.500h6L9.500 22l9.500-12h-6.500z",
    "trophy": "o M8 4h8v6a4 4 0 0 1-8 0z M8 6H4.500c0 3 1.200 4.800 3.700 5 M16 6h3.500c0 3-1.200 4.800-3.700 5 M12 14v4 M8 20h8",
    "person": "f M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z M4 20.500c0-4.500 3.500-7 8-7s8 2.500 8 7z",
    "people": "f M8.500 5a3.500 3.500 0 1 1 0 7a3.500 3.500 0 1 1 0-7z M1.500 20c0-4 3-6.500 7-6.500s7 2.500 7 6.500z "
    "M16.500 6.500a3 3 0 1 1 0 6a3 3 0 1 1 0-6z M17 20h5.500c0-3.500-2-5.800-5.500-6z",
    "clock": "o M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17z M12 7.500V12l3 2.500",
    "history": "o M4 12a8 8 0 1 0 2.800-6 M4 4v4.500h4.500 M12 8v4.300l3 2",
    "gear": "o M12 8.500a3.500 3.500 0 1 1 0 7a3.500 3.500 0 1 1 0-7z M12 2.500v3 M12 18.500v3 M2.500 12h3 M18.500 12h3 "
    "M5.300 5.300l2.100 2.100 M16.600 16.600l2.100 2.100 M5.300 18.700l2.100-2.100 M16.600 7.400l2.100-2.100",
    "flag": "o M6 21V4 M6 4.500h12l-3 4 3 4H6",
    "picture": "o M4 5h16v14H4z M4.500 17l5-5.500 3.500 4 2.500-2.500 4 4 M15.500 8.500v.2",
    "undo": "o M4 9h10a5.500 5.500 0 0 1 0 11H8 M8.500 4.500L4 9l4.500 4.500",
    "thought": "o M8 15.500a4 4 0 0 1-1-7.800a5 5 0 0 1 9.500-.7a4 4 0 0 1 .5 8.500z | f M7 19.500a1.300 1.300 0 1 1 .1 0z M4 22a.9.9 0 1 1 .1 0z",
    "info": "o M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17z M12 11v5.500 M12 7.600v.2",
    "door": "o M6 21V3.500h9V21 M3.500 21h17 M12.200 12v.3 M15 5.500h3V21",
    "list": "o M9 6h11 M9 12h11 M9 18h11 M4.500 6v.1 M4.500 12v.1 M4.500 18v.1",
}  # fmt: skip


def icon_names() -> tuple[IconName, ...]:
    """Name every icon."""
    return tuple(_PATHS)


def icon_svg(name: IconName, colour: Colour) -> str:
    """Give an icon as SVG text."""
    paint = "#{:02x}{:02x}{:02x}".format(*colour)
    parts: list[str] = []
    for part in _PATHS[name].split(" | "):
        kind, path = part[0], part[2:]
        style = (
            f'fill="{paint}"'
            if kind == "f"
            else f'fill="none" stroke="{paint}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"'
        )
        parts.append(f'<path d="{path}" {style}/>')
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">'
        + "".join(parts)
        + "</svg>"
    )


def render_icon(name: IconName, size_px: int, colour: Colour) -> pygame.Surface:
    """Draw an icon on a transparent square of `size_px`."""
    data = BytesIO(icon_svg(name, colour).encode())
    return pygame.image.load_sized_svg(data, (size_px, size_px)).convert_alpha()
