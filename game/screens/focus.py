"""Where the focus goes next: in reading order, or to the nearest widget in a direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from game.screens.pygame_import import pygame
from game.screens.widgets_base import Widget

Direction = Literal["up", "down", "left", "right"]


def focusables(root: Widget) -> list[Widget]:
    """List the widgets below `root` on which the focus can rest, in reading order."""
    return [widget for widget in root.walk() if widget.focusable]


def step(order: Sequence[Widget], current: Widget | None, by: int) -> Widget | None:
    """Give the widget `by` places on from `current`, round the end; without one the first or last."""
    if not order:
        return None
    if current not in order:
        return order[0] if by > 0 else order[-1]
    return order[(order.index(current) + by) % len(order)]


def neighbour(order: Iterable[Widget], current: Widget, direction: Direction) -> Widget | None:
    """Give the nearest widget from `current` in a direction, preferring what lies straight ahead."""
    best: Widget | None = None
    least = float("inf")
    for widget in order:
        if widget is current:
            continue
        distance = _distance(current.rect, widget.rect, direction)
        if distance is not None and distance < least:
            best, least = widget, distance
    return best


def _distance(source: pygame.Rect, target: pygame.Rect, direction: Direction) -> float | None:
    """Give how far `target` is, or None if it is not in that direction."""
    if direction in ("up", "down"):
        ahead = target.centery - source.centery if direction == "down" else source.centery - target.centery
        clear = target.top >= source.bottom - 2 if direction == "down" else target.bottom <= source.top + 2
        aside = _gap(source.left, source.right, target.left, target.right)
        slant = abs(target.centerx - source.centerx)
    else:
        ahead = target.centerx - source.centerx if direction == "right" else source.centerx - target.centerx
        clear = target.left >= source.right - 2 if direction == "right" else target.right <= source.left + 2
        aside = _gap(source.top, source.bottom, target.top, target.bottom)
        slant = abs(target.centery - source.centery)
    if ahead <= 0 or not clear:
        return None
    return ahead + 3.0 * aside + 0.1 * slant


def _gap(low: int, high: int, other_low: int, other_high: int) -> int:
    """Give how far two stretches are apart; 0 if they overlap."""
    return max(0, other_low - high, low - other_high)


def adopt(old: Widget | None, new: Widget) -> dict[Widget, Widget]:
    """Hand what the player did over from an old tree to a rebuilt one; gives who took whose place."""
    held: dict[tuple[str, str], list[Widget]] = {}
    for widget in old.walk() if old is not None else ():
        held.setdefault(widget.identity(), []).append(widget)
    heirs: dict[Widget, Widget] = {}
    for widget in new.walk():
        before = held.get(widget.identity())
        if before:
            heirs[before[0]] = widget
            widget.adopt(before.pop(0))
    return heirs
