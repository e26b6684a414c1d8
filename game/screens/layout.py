"""Layout as pure functions of sizes, text scale and what the contents need; no pygame, nothing remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

Align = Literal["start", "centre", "end", "stretch"]
Justify = Literal["start", "centre", "end", "between"]

MIN_SIZE = (960, 540)
BASE_SIZE = (1280, 720)
WIDE_EMS = 54  # narrower than this many ems of body text, two columns of reading text do not fit
NO_LIMIT = 1 << 20


class Em(float):
    """A length in heights of the body text: grows with the text scale, where plain numbers do not."""


Length = int | float | Em


class Breakpoint(Enum):
    """Whether there is room for two columns."""

    WIDE = "wide"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Item:
    """What one child asks for along an axis, in pixels; `flex` is its share of what is left over."""

    basis: int
    minimum: int = 0
    maximum: int = NO_LIMIT
    flex: float = 0


def layout_size(size: tuple[int, int]) -> tuple[int, int]:
    """Give the size that is laid out for a window of `size`: never under the minimum."""
    return max(size[0], MIN_SIZE[0]), max(size[1], MIN_SIZE[1])


def window_factor(size: tuple[int, int]) -> float:
    """Give how much larger than designed things are in a window of `size`: 0.9 to 1.6, 1 at 1280x720.

    It grows by half of the window's growth, so that a larger window shows larger things and more of them.
    """
    ratio = min(size[0] / BASE_SIZE[0], size[1] / BASE_SIZE[1])
    return min(max(1 + (ratio - 1) * 0.5, 0.9), 1.6)


def text_px(base: int, factor: float, scale: float) -> int:
    """Give the pixel size of text designed at `base`; large text grows less with the text scale."""
    damped = scale if base <= 20 else 1 + (scale - 1) * (0.8 if base <= 26 else 0.55)
    return max(8, round(base * factor * damped))


def space_px(base: float, factor: float, scale: float) -> int:
    """Give the pixel size of a space designed at `base`: grows with the window, a little with the text."""
    return round(base * factor * (1 + (scale - 1) * 0.25))


def breakpoint_of(width: int, em_px: int) -> Breakpoint:
    """Choose the layout for a width and a body text size, both in pixels."""
    return Breakpoint.WIDE if width >= WIDE_EMS * em_px else Breakpoint.COMPACT


def share(items: Sequence[Item], total: int, gap: int) -> list[int]:
    """Divide `total` pixels among `items`, `gap` between each two.

    Items without flex get their basis; those with flex start at their minimum and share the rest by weight.
    Too little room shrinks everyone towards their minimum, in proportion to what they can give.
    """
    room = total - gap * max(0, len(items) - 1)
    sizes = [
        min(item.minimum if item.flex else max(item.basis, item.minimum), item.maximum) for item in items
    ]
    spare = room - sum(sizes)
    if spare < 0:
        return _shrink(items, sizes, -spare)
    return _grow(items, sizes, spare)


def _shrink(items: Sequence[Item], sizes: list[int], missing: int) -> list[int]:
    slack = [max(0, size - item.minimum) for item, size in zip(items, sizes, strict=True)]
    whole = sum(slack)
    if whole == 0:
        return sizes
    given = _portions([float(part) for part in slack], min(missing, whole))
    return [size - part for size, part in zip(sizes, given, strict=True)]


def _grow(items: Sequence[Item], sizes: list[int], spare: int) -> list[int]:
    """Hand out `spare` by weight; whoever meets a limit leaves the difference to the others."""
    sizes = list(sizes)
    open_ones = [index for index, item in enumerate(items) if item.flex]
    room = sum(sizes[index] for index in open_ones) + spare
    while open_ones:
        wanted = _portions([items[index].flex for index in open_ones], room)
        bounded = {
            index: min(max(want, items[index].minimum), items[index].maximum)
            for index, want in zip(open_ones, wanted, strict=True)
        }
        over = sum(bounded.values()) - room
        # As in CSS: settle first those on the side that the sum errs on, then share the rest anew.
        settled = [
            index
            for index, want in zip(open_ones, wanted, strict=True)
            if (over == 0) or (bounded[index] > want if over > 0 else bounded[index] < want)
        ]
        for index in settled:
            sizes[index] = bounded[index]
            room -= bounded[index]
        open_ones = [index for index in open_ones if index not in settled]
    return sizes


def _portions(weights: Sequence[float], total: int) -> list[int]:
    """Split `total` by weight into whole numbers that add up to it."""
    whole = sum(weights) or 1.0
    result: list[int] = []
    passed = 0.0
    before = 0
    for weight in weights:
        passed += weight
        edge = round(total * passed / whole)
        result.append(edge - before)
        before = edge
    return result


def offsets(sizes: Sequence[int], total: int, gap: int, justify: Justify = "start") -> list[int]:
    """Give where each of `sizes` begins in `total` pixels."""
    spare = max(0, total - sum(sizes) - gap * max(0, len(sizes) - 1))
    position = {"start": 0, "between": 0, "centre": spare // 2, "end": spare}[justify]
    extra = spare // (len(sizes) - 1) if justify == "between" and len(sizes) > 1 else 0
    result: list[int] = []
    for size in sizes:
        result.append(position)
        position += size + gap + extra
    return result


def across(size: int, room: int, align: Align) -> tuple[int, int]:
    """Give (offset, size) of a child `size` pixels wide in `room` across the axis."""
    if align == "stretch":
        return 0, room
    size = min(size, room)
    return {"start": 0, "centre": (room - size) // 2, "end": room - size}[align], size


def flow(widths: Sequence[int], total: int, gap: int) -> list[list[int]]:
    """Break items into lines no wider than `total`; gives the indices on each line."""
    lines: list[list[int]] = []
    used = 0
    for index, width in enumerate(widths):
        if lines and used + gap + width <= total:
            lines[-1].append(index)
            used += gap + width
        else:
            lines.append([index])
            used = width
    return lines
