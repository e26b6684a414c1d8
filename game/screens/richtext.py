"""Text with `_emphasis_`: split into runs, cleaned of what a font cannot take, wrapped to a width.

Nothing here draws; measuring comes in as a function, so wrapping can be tested without a window.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str, bool], int]  # (text, emphasised) -> width in pixels

# An underscore opens or closes emphasis only at the edge of a word, so that snake_case stays as it is.
_EMPHASIS = re.compile(r"(?<![\w_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\w_])", re.DOTALL)
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    emphasised: bool


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run and how many pixels from the line's start it stands."""

    text: str
    emphasised: bool
    x: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block, its width in pixels."""

    runs: tuple[PlacedRun, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Block:
    """Wrapped text: its lines and the width of the widest."""

    lines: tuple[Line, ...]
    width: int


def clean(text: str) -> str:
    """Take out what a font cannot draw: control characters, lone surrogates, bidi overrides."""
    if text.isascii() and text.isprintable():
        return text
    kept = (" " if ch == "\t" else ch for ch in text.replace("\r\n", "\n"))
    return "".join(
        ch for ch in kept if ch == "\n" or unicodedata.category(ch) not in ("Cc", "Cf", "Cs", "Co")
    )


def runs_of(text: str) -> tuple[Run, ...]:
    """Split `text` at its `_emphasis_`; everything else is as written."""
    result: list[Run] = []
    end = 0
    for match in _EMPHASIS.finditer(text):
        if match.start() > end:
            result.append(Run(text[end : match.start()], False))
        result.append(Run(match.group(1), True))
        end = match.end()
    if end < len(text) or not result:
        result.append(Run(text[end:], False))
    return tuple(result)


def plain(text: str) -> str:
    """Give `text` without its emphasis marks, as it is announced."""
    return "".join(run.text for run in runs_of(clean(text)))


def wrap(text: str, width: int, measure: Measure, rich: bool = True) -> Block:
    """Wrap `text` to `width` pixels. A word wider than that is broken; a newline always breaks."""
    cleaned = clean(text)
    lines: list[Line] = []
    current: list[list[tuple[str, bool]]] = [[]]
    for run in runs_of(cleaned) if rich else (Run(cleaned, False),):
        first, *others = run.text.split("\n")
        current[-1].append((first, run.emphasised))
        current.extend([(part, run.emphasised)] for part in others)
    for paragraph in current:
        lines.extend(_wrap_paragraph(paragraph, width, measure))
    return Block(tuple(lines), max(line.width for line in lines))


def longest_word(text: str, measure: Measure) -> int:
    """Give the width in pixels of the widest word of `text`."""
    return max((measure(word, False) for word in plain(text).split()), default=0)


def shorten(text: str, width: int, measure: Measure) -> str:
    """Cut `text` to one line of `width` pixels, with an ellipsis where something was cut."""
    line = " ".join(clean(text).split("\n"))
    if measure(line, False) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(line[:middle].rstrip() + ELLIPSIS, False) <= width:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip() + ELLIPSIS


def _wrap_paragraph(parts: list[tuple[str, bool]], width: int, measure: Measure) -> list[Line]:
    """Fill lines greedily with the words of one paragraph."""
    lines: list[Line] = []
    line: list[tuple[str, bool]] = []
    for word in _words(parts, width, measure):
        candidate = _joined(line, word)
        if line and _width(candidate, measure) > width:
            lines.append(_placed(line, measure))
            candidate = _joined([], word)
        line = candidate
    lines.append(_placed(line, measure))
    return lines


def _words(parts: list[tuple[str, bool]], width: int, measure: Measure) -> list[list[tuple[str, bool]]]:
    """Split a paragraph into words; a word may change style inside, and keeps the space before it."""
    words: list[list[tuple[str, bool]]] = [[]]
    for text, emphasised in parts:
        for index, piece in enumerate(re.split(r"(?<=\S)(?=[ ])|(?<=—)(?=\S)", text)):
            if index or piece.startswith(" "):
                words.append([])
            if piece:
                words[-1].extend((chunk, emphasised) for chunk in [piece])
    return [broken for word in words if word for broken in _broken(word, width, measure)]


def _broken(word: list[tuple[str, bool]], width: int, measure: Measure) -> list[list[tuple[str, bool]]]:
    """Break a word that is wider than a line into pieces that fit; at least one character a piece."""
    if _width(_stripped(word), measure) <= width or width <= 0:
        return [word]
    pieces: list[list[tuple[str, bool]]] = []
    for text, emphasised in word:
        rest = text
        while rest:
            count = len(rest)
            while count > 1 and measure(rest[:count].strip(), emphasised) > width:
                count = count * 3 // 4 if count > 8 else count - 1
            pieces.append([(rest[:count], emphasised)])
            rest = rest[count:]
    return pieces


def _stripped(word: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    return [(word[0][0].lstrip(" "), word[0][1]), *word[1:]] if word else word


def _joined(line: list[tuple[str, bool]], word: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Append a word to a line, merging neighbours of one style; a line starts without its space."""
    merged = list(line)
    for text, emphasised in word if line else _stripped(word):
        if merged and merged[-1][1] == emphasised:
            merged[-1] = (merged[-1][0] + text, emphasised)
        else:
            merged.append((text, emphasised))
    return merged


def _width(line: list[tuple[str, bool]], measure: Measure) -> int:
    return sum(measure(text, emphasised) for text, emphasised in line)


def _placed(line: list[tuple[str, bool]], measure: Measure) -> Line:
    runs: list[PlacedRun] = []
    x = 0
    for text, emphasised in line:
        runs.append(PlacedRun(text, emphasised, x))
        x += measure(text, emphasised)
    return Line(tuple(runs), x)
