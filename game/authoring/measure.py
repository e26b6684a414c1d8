"""How wide a text comes out, roughly, and how it is broken into lines.

Pictures are opened with whatever typeface the reader has, so widths are estimates on the generous side.
"""

from __future__ import annotations

import re
import unicodedata

_NARROW = frozenset("iljtfrI.,:;'!|()[] ")
_BROAD = frozenset("mwMWQOGDNHUC@%&—")
_EMPHASIS = re.compile(r"(?<!\w)_([^_\n]+)_(?!\w)")


def width_of(text: str, size_px: float) -> float:
    """The width of a text in pixels, at a size of type."""
    return sum(_width_em(c) for c in text) * size_px


def _width_em(character: str) -> float:
    if character in _NARROW:
        return 0.38
    if character in _BROAD:
        return 0.94
    if unicodedata.east_asian_width(character) in "WF":
        return 1.1
    return 0.72 if character.isupper() else 0.62


def plain(text: str) -> str:
    """The text without the marks of its emphasis."""
    return _EMPHASIS.sub(r"\1", text)


def shortened(text: str, most: int) -> str:
    """At most so many characters, with an ellipsis where something was left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def fitted(text: str, width_px: float, size_px: float) -> str:
    """As much of a text as one line holds, with an ellipsis where something was left out."""
    if width_of(text, size_px) <= width_px:
        return text
    left = width_px - width_of("…", size_px)
    kept = []
    for character in text:
        left -= _width_em(character) * size_px
        if left < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrapped(text: str, width_px: float, size_px: float, most: int) -> list[str]:
    """The text in at most so many lines, broken between words; the last one says if there was more."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size_px) <= width_px:
            line += " " + words.pop(0)
        lines.append(line)
    if words:
        lines[-1] += " " + " ".join(words)
    return [fitted(line, width_px, size_px) for line in lines]
