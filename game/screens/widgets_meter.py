"""Meter: a bar from 0 to 100 that moves, and says in signs and figures by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from game.screens.icons import IconName
from game.screens.pygame_import import pygame
from game.screens.theme import Colour, Token
from game.screens.widgets_base import Common, Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

MOVE_S = 0.7
SHOW_CHANGE_S = 2.6


class Meter(Widget):
    """A named bar. `set(value)` moves it there and shows the change for a while, with its sign."""

    role = "meter"

    def __init__(
        self,
        label: str,
        value: float,
        *,
        colour: Token = "trust",
        icon: IconName | None = None,
        low_is_good: bool = False,
        small: bool = False,
        maximum: float = 100,
        **common: Unpack[Common],
    ) -> None:
        """Show `value` of `maximum`. `low_is_good` (tension): a fall is good. `small` is the strip form."""
        super().__init__(**common)
        self.label, self.colour, self.icon, self.low_is_good = label, colour, icon, low_is_good
        self.small, self.maximum = small, maximum
        self.value = self._shown = self._from = float(value)
        self.change = 0.0
        self._moved_s = MOVE_S
        self._change_s = SHOW_CHANGE_S

    def set(self, value: float) -> None:
        """Move to `value`; the change is shown beside the figure for some seconds."""
        if value == self.value:
            return
        self.change = value - self.value
        self._from, self.value = self._shown, float(value)
        self._moved_s = self._change_s = 0.0
        if self.ui is not None:
            if self.ui.reduced_motion:
                self._moved_s, self._shown = MOVE_S, self.value
            self.ui.animate(self)
            self.ui.announce(self.describe())
        self.invalidate()

    def adopt(self, old: Widget) -> None:
        """Go on from where the old bar stood, so that a rebuilt screen shows the same movement."""
        if not isinstance(old, Meter):
            return
        if old.value == self.value:
            self.change, self._from, self._shown = old.change, old._from, old._shown
            self._moved_s, self._change_s = old._moved_s, old._change_s
        else:
            target, self.value, self._shown = self.value, old.value, old._shown
            self.set(target)

    def name(self) -> str:
        return self.label

    def describe(self) -> str:
        change = f", {self._change_text()}" if self._change_s < SHOW_CHANGE_S and self.change else ""
        return f"{self.label} {round(self.value)} of {round(self.maximum)}{change}"

    def _change_text(self) -> str:
        return f"{'+' if self.change > 0 else '−'}{abs(round(self.change))}"

    def tick(self, dt: float) -> bool:
        moving = self._moved_s < MOVE_S
        if not moving and self._change_s >= SHOW_CHANGE_S:
            return False
        if dt == 0:
            return True
        self._moved_s = min(MOVE_S, self._moved_s + dt)
        self._change_s += dt
        if moving:
            part = 1 - (1 - self._moved_s / MOVE_S) ** 3
            self._shown = self._from + (self.value - self._from) * part
        if moving or self._change_s >= SHOW_CHANGE_S:
            self.invalidate()
        return True

    def damage_rect(self) -> pygame.Rect:
        return self.rect.inflate(4, 4)

    # --- drawing

    def _style_px(self, ui: Ui) -> int:
        return ui.text_px("caption" if self.small else "small")

    def content_width(self, ui: Ui) -> int:
        return round(self.content_minimum(ui) * 1.15)

    def content_minimum(self, ui: Ui) -> int:
        size = self._style_px(ui)
        icon = round(size * 1.5) if self.icon else 0
        return ui.paint.text_width(self.label, size, True) + icon + round(size * 4.6)

    def _bar_px(self, ui: Ui) -> int:
        return ui.px(8 if self.small else 12)

    def content_height(self, ui: Ui, width: int) -> int:
        return ui.paint.line_height(self._style_px(ui), 1.3) + ui.space(3) + self._bar_px(ui)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        size, rect, paint = self._style_px(ui), self.rect, ui.paint
        colour = ui.theme.colour(self.colour)
        step = paint.line_height(size, 1.3)
        x = rect.x
        if self.icon:
            paint.icon(surface, self.icon, (x, rect.y + (step - size) // 2), size, colour)
            x += round(size * 1.4)
        paint.text(surface, self.label, (x, rect.y), size, ui.theme.ink, bold=True)
        self._draw_figures(ui, surface, size, step)
        high = self._bar_px(ui)
        self._draw_bar(ui, surface, pygame.Rect(rect.x, rect.bottom - high, rect.w, high), colour)

    def _draw_figures(self, ui: Ui, surface: pygame.Surface, size: int, step: int) -> None:
        """Draw the figure at the right and, for a while, the change with arrow and sign before it."""
        text, right = str(round(self._shown)), self.rect.right
        right -= ui.paint.text_width(text, size, True)
        ui.paint.text(surface, text, (right, self.rect.y), size, ui.theme.ink, bold=True)
        if self._change_s >= SHOW_CHANGE_S or not self.change:
            return
        good = (self.change > 0) != self.low_is_good
        colour = ui.theme.good if good else ui.theme.bad
        change = self._change_text()
        right -= ui.paint.text_width(change, size, True) + round(size * 0.6)
        ui.paint.text(surface, change, (right, self.rect.y), size, colour, bold=True)
        side = round(size * 0.9)
        icon: IconName = "up" if self.change > 0 else "down"
        at = (right - side - 2, self.rect.y + (step - side) // 2)
        ui.paint.icon(surface, icon, at, side, colour)

    def _draw_bar(self, ui: Ui, surface: pygame.Surface, bar: pygame.Rect, colour: Colour) -> None:
        theme, radius = ui.theme, bar.h // 2
        ui.paint.panel(surface, bar, radius, theme.sunken, theme.edge, 1)
        share = min(max(self._shown / self.maximum, 0), 1)
        filled = pygame.Rect(bar.x, bar.y, round(bar.w * share), bar.h)
        if filled.w > 0:
            ui.paint.rounded(surface, filled, min(radius, filled.w // 2), colour)
        if self._change_s < SHOW_CHANGE_S and self.change:
            # A notch where the bar stood, so that the movement can still be read when it is over.
            before = min(max((self.value - self.change) / self.maximum, 0), 1)
            x = bar.x + round((bar.w - 2) * before)
            surface.fill(theme.ink, (x, bar.y - 2, 2, bar.h + 4))
