"""Reading SVG and bitmap files at the size they are shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from game.screens.pygame_import import pygame

Fit = Literal["contain", "cover"]
_VIEW_BOX = re.compile(r'viewBox\s*=\s*"\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)')


def load_picture(path: Path, size: tuple[int, int], fit: Fit) -> pygame.Surface | None:
    """Read a picture to fit inside `size` or, with `cover`, fill it exactly; None if it cannot be read."""
    width, height = max(1, size[0]), max(1, size[1])
    try:
        picture = (
            _read_svg(path, (width, height), fit)
            if path.suffix.lower() == ".svg"
            else _read_bitmap(path, (width, height), fit)
        )
    except (pygame.error, OSError, ValueError):
        return None
    if fit == "cover":
        box = pygame.Rect(0, 0, width, height)
        box.center = picture.get_rect().center
        picture = picture.subsurface(box.clip(picture.get_rect())).copy()
    return picture


def _read_svg(path: Path, size: tuple[int, int], fit: Fit) -> pygame.Surface:
    asked = size
    with path.open(encoding="utf-8") as file:
        found = _VIEW_BOX.search(file.read(4000))
    if fit == "cover" and found:
        asked = _scaled((float(found[1]), float(found[2])), size, fit)
    picture = pygame.image.load_sized_svg(str(path), asked)
    if fit == "cover" and not found:
        picture = pygame.image.load_sized_svg(str(path), _scaled(picture.get_size(), size, fit))
    return picture.convert_alpha()


def _read_bitmap(path: Path, size: tuple[int, int], fit: Fit) -> pygame.Surface:
    picture = pygame.image.load(str(path)).convert_alpha()
    return pygame.transform.smoothscale(picture, _scaled(picture.get_size(), size, fit))


def _scaled(source: tuple[float, float], size: tuple[int, int], fit: Fit) -> tuple[int, int]:
    ratios = size[0] / source[0], size[1] / source[1]
    ratio = max(ratios) if fit == "cover" else min(ratios)
    # One pixel more than needed, as the reader rounds down.
    extra = 1 if fit == "cover" else 0
    return max(1, round(source[0] * ratio) + extra), max(1, round(source[1] * ratio) + extra)
