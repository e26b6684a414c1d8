"""The list that drops down from a select or a text field; part of them, not used on its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.screens.pygame_import import pygame
from game.screens.theme import RADIUS_M
from game.screens.widgets_base import Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

MOST_ROWS = 7


class Popup(Widget):
    """Rows to pick from, below their owner (above it where there is no room)."""

    role = "list"
    drags = True

    def __init__(
        self, owner: Widget, rows: Sequence[str], index: int, on_pick: Callable[[int], object]
    ) -> None:
        """Offer `rows`; `index` is the marked one (-1: none)."""
        super().__init__()
        self.owner, self.rows, self.index, self.on_pick = owner, list(rows), index, on_pick
        self.first = 0
        self._row_px = 1

    def open(self, ui: Ui) -> None:
        """Show the list beside its owner."""
        self.ui = ui
        self._row_px = ui.paint.line_height(ui.text_px("body"), 1.3) + ui.space(10)
        anchor, area = self.owner.rect, ui.area
        below, above = area.bottom - anchor.bottom - ui.px(8), anchor.top - ui.px(8)
        wanted = min(len(self.rows), MOST_ROWS)
        room = max(below, above) if below < wanted * self._row_px else below
        count = max(1, min(wanted, (room - ui.px(8)) // self._row_px))
        wide = max(
            anchor.w, max(ui.paint.text_width(row, ui.text_px("body")) for row in self.rows) + ui.space(44)
        )
        rect = pygame.Rect(
            anchor.x, anchor.bottom + ui.px(4), min(wide, area.w - 8), count * self._row_px + ui.px(8)
        )
        if rect.bottom > area.bottom:
            rect.bottom = anchor.top - ui.px(4)
        self.rect = rect.clamp(area)
        self._show_marked()
        ui.popup = self
        ui.damage(self.damage_rect())

    def dismiss(self) -> None:
        """Take the list away."""
        if self.ui is not None and self.ui.popup is self:
            self.ui.popup = None
            self.ui.damage(self.damage_rect())

    def damage_rect(self) -> pygame.Rect:
        return self.rect.inflate(48, 48)

    def _count(self) -> int:
        return max(1, self.rect.h // self._row_px)

    def _show_marked(self) -> None:
        count = self._count()
        if self.index >= 0:
            self.first = min(max(self.first, self.index - count + 1), self.index)
        self.first = min(max(self.first, 0), max(0, len(self.rows) - count))

    def move(self, by: int) -> None:
        """Mark another row and announce it."""
        self.index = min(max(self.index + by, 0), len(self.rows) - 1)
        self._show_marked()
        self.invalidate()
        if self.ui is not None:
            self.ui.announce(self.rows[self.index])

    def pick(self) -> bool:
        """Pick the marked row; True if there is one."""
        if not 0 <= self.index < len(self.rows):
            return False
        self.dismiss()
        self.on_pick(self.index)
        return True

    def _row_at(self, at: tuple[int, int]) -> int:
        edge = self.ui.px(4) if self.ui is not None else 4
        row = self.first + (at[1] - self.rect.y - edge) // self._row_px
        return row if 0 <= row < len(self.rows) and self.rect.collidepoint(at) else -1

    def takes_mouse(self) -> bool:
        return True

    def on_hover(self, at: tuple[int, int] | None) -> None:
        row = self._row_at(at) if at is not None else -1
        if row >= 0 and row != self.index:
            self.index = row
            self.invalidate()

    def on_press(self, at: tuple[int, int]) -> bool:
        self.on_hover(at)
        return True

    def on_drag(self, at: tuple[int, int]) -> None:
        self.on_hover(at)

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        if inside and self._row_at(at) >= 0:
            self.index = self._row_at(at)
            self.pick()

    def on_wheel(self, steps: float) -> bool:
        self.first = min(max(self.first - round(steps), 0), max(0, len(self.rows) - self._count()))
        self.invalidate()
        return True

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        theme, radius, edge = ui.theme, ui.px(RADIUS_M), ui.px(4)
        ui.paint.shadow(surface, self.rect, radius, ui.px(12), theme)
        ui.paint.panel(surface, self.rect, radius, theme.raised, theme.edge, ui.border)
        size = ui.text_px("body")
        step = ui.paint.line_height(size, 1.3)
        for place in range(self._count()):
            index = self.first + place
            if index >= len(self.rows):
                break
            row = pygame.Rect(
                self.rect.x + edge,
                self.rect.y + edge + place * self._row_px,
                self.rect.w - 2 * edge,
                self._row_px,
            )
            if index == self.index:
                ui.paint.panel(surface, row, radius - edge, theme.accent_soft, theme.accent, ui.border)
            text = ui.paint.shorten(self.rows[index], size, False, row.w - ui.space(30))
            ui.paint.text(surface, text, (row.x + ui.space(14), row.centery - step // 2), size, theme.ink)
        if len(self.rows) > self._count():
            self._draw_thumb(ui, surface)

    def _draw_thumb(self, ui: Ui, surface: pygame.Surface) -> None:
        high = max(ui.px(16), self.rect.h * self._count() // len(self.rows))
        span = len(self.rows) - self._count()
        top = self.rect.y + ui.px(4) + (self.rect.h - high - ui.px(8)) * self.first // span
        thumb = pygame.Rect(self.rect.right - ui.px(9), top, ui.px(5), high)
        ui.paint.rounded(surface, thumb, thumb.w // 2, ui.theme.edge)
