"""Font files and the open fonts: one for each whole pixel size and cut, and what glyphs a file has."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path
from typing import Literal

from game.screens.pygame_import import pygame

Cut = Literal["Regular", "Bold", "Italic", "BoldItalic"]
Family = Literal["AtkinsonHyperlegible", "OpenDyslexic"]


class Fonts:
    """The fonts of one family, opened when first asked for."""

    def __init__(self, folder: Path, family: Family = "AtkinsonHyperlegible") -> None:
        """Look for FAMILY-CUT.ttf (or .otf) in `folder`; pygame's own font stands in for what is missing."""
        self.folder = folder
        self.family = family
        self._open: dict[tuple[int, Cut], pygame.Font] = {}
        self._spare: dict[int, pygame.Font] = {}
        if not pygame.font.get_init():
            pygame.font.init()

    def get(self, size_px: int, cut: Cut) -> pygame.Font:
        """Give the font of a cut at a whole pixel size."""
        key = (size_px, cut)
        if key not in self._open:
            path = self._path(cut)
            self._open[key] = pygame.font.Font(path, size_px)
        return self._open[key]

    def for_text(self, text: str, size_px: int, cut: Cut) -> pygame.Font:
        """Give the font that can draw `text`: pygame's own where this family lacks a glyph of it.

        pygame neither falls back nor reports a missing glyph; a name in another script would be boxes.
        """
        if text.isascii():
            return self.get(size_px, cut)
        path = self._path(cut)
        if path is None or all(ord(ch) in coverage(path) for ch in text):
            return self.get(size_px, cut)
        if size_px not in self._spare:
            self._spare[size_px] = pygame.font.Font(None, size_px)
        return self._spare[size_px]

    def _path(self, cut: Cut) -> Path | None:
        wanted: tuple[Cut, ...] = (cut, "Bold", "Regular") if cut == "BoldItalic" else (cut, "Regular")
        for name in wanted:
            for ending in ("ttf", "otf"):
                path = self.folder / f"{self.family}-{name}.{ending}"
                if path.is_file():
                    return path
        return None


@lru_cache(maxsize=8)
def coverage(path: Path) -> frozenset[int]:
    """Read which code points a TrueType or OpenType file has glyphs for (its cmap, formats 4 and 12)."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    for index in range(count):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        if tag == b"cmap":
            return frozenset(_cmap(data, start))
    return frozenset()


def _cmap(data: bytes, start: int) -> set[int]:
    points: set[int] = set()
    tables = struct.unpack_from(">H", data, start + 2)[0]
    for index in range(tables):
        platform, _, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * index)
        at = start + offset
        kind = struct.unpack_from(">H", data, at)[0]
        if kind == 4 and platform in (0, 3):
            points |= _format_4(data, at)
        elif kind == 12:
            groups = struct.unpack_from(">I", data, at + 12)[0]
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * group)
                points.update(range(first, last + 1))
    return points


def _format_4(data: bytes, at: int) -> set[int]:
    segments = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", data, at + 14)
    starts = struct.unpack_from(f">{segments}H", data, at + 16 + 2 * segments)
    return {
        point
        for first, last in zip(starts, ends, strict=True)
        if first != 0xFFFF
        for point in range(first, last + 1)
    }
