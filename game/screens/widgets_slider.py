"""Slider and Toggle: a number in a range, and on or off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from game.screens.pygame_import import pygame
from game.screens.widgets_base import Common, Widget
from game.screens.widgets_button import Pressable

if TYPE_CHECKING:
    from game.screens.ui import Ui


class Slider(Widget):
    """A number to set by dragging, by clicking on the track, or with Left, Right, Home and End."""

    role = "slider"
    can_focus = True
    drags = True

    def __init__(
        self,
        label: str,
        value: float,
        on_change: Callable[[float], object] | None = None,
        *,
        low: float = 0,
        high: float = 100,
        step: float = 5,
        show: Callable[[float], str] = lambda value: f"{value:g}",
        on_settled: Callable[[float], object] | None = None,
        **common: Unpack[Common],
    ) -> None:
        """Show `value` between `low` and `high`, moved by `step`; `show` puts it into words.

        `on_change` gets every new value; `on_settled` only the one where the mouse let go or a key set it
        (for changes that would move the slider from under the mouse, such as the text scale).
        """
        super().__init__(**common)
        self.label, self.low, self.high, self.step, self.show = label, low, high, step, show
        self.value = min(max(value, low), high)
        self.on_change, self.on_settled = on_change, on_settled
        self._dragged = False

    def name(self) -> str:
        return self.label

    def describe(self) -> str:
        return f"{self.label}, {self.role}, {self.show(self.value)}"

    def set(self, value: float) -> None:
        """Move to the step nearest to `value`."""
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        wanted = min(self.low + steps * self.step, self.high)
        if wanted == self.value:
            return
        self.value = wanted
        self.invalidate()
        if self.ui is not None:
            self.ui.announce(self.show(wanted))
        if self.on_change is not None:
            self.on_change(wanted)
        if not self._dragged:
            self._settle()

    def adopt(self, old: Widget) -> None:
        if isinstance(old, Slider):
            self._dragged = old._dragged

    def _settle(self) -> None:
        if self.on_settled is not None:
            self.on_settled(self.value)

    def on_key(self, event: pygame.Event) -> bool:
        moves = {pygame.K_LEFT: -self.step, pygame.K_RIGHT: self.step}
        if event.key in moves:
            self.set(self.value + moves[event.key])
        elif event.key in (pygame.K_HOME, pygame.K_END):
            self.set(self.low if event.key == pygame.K_HOME else self.high)
        else:
            return False
        return True

    def on_press(self, at: tuple[int, int]) -> bool:
        self._dragged = True
        self.on_drag(at)
        return True

    def on_drag(self, at: tuple[int, int]) -> None:
        if self.ui is not None:
            track = self._track(self.ui)
            self.set(self.low + (at[0] - track.x) / max(1, track.w) * (self.high - self.low))

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        if self._dragged:
            self._dragged = False
            self._settle()

    def _knob(self, ui: Ui) -> int:
        return ui.px(11) + round(ui.text_px("body") * 0.1)

    def _track(self, ui: Ui) -> pygame.Rect:
        knob = self._knob(ui)
        return pygame.Rect(
            self.rect.x + knob, self.rect.bottom - knob - ui.px(3), self.rect.w - 2 * knob, ui.px(6)
        )

    def content_width(self, ui: Ui) -> int:
        return ui.text_px("body") * 16

    def content_minimum(self, ui: Ui) -> int:
        return ui.text_px("body") * 8

    def content_height(self, ui: Ui, width: int) -> int:
        return ui.paint.line_height(ui.text_px("small"), 1.3) + 2 * self._knob(ui) + ui.space(4)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        theme, size, paint = ui.theme, ui.text_px("small"), ui.paint
        paint.text(surface, self.label, self.rect.topleft, size, theme.ink_soft, bold=True)
        words = self.show(self.value)
        at = (self.rect.right - paint.text_width(words, size, True), self.rect.y)
        paint.text(surface, words, at, size, theme.ink, bold=True)
        track, knob = self._track(ui), self._knob(ui)
        paint.panel(surface, track, track.h // 2, theme.sunken, theme.edge, 1)
        x = track.x + round(track.w * (self.value - self.low) / ((self.high - self.low) or 1))
        paint.rounded(
            surface, pygame.Rect(track.x, track.y, x - track.x, track.h), track.h // 2, theme.accent
        )
        ball = pygame.Rect(x - knob, track.centery - knob, 2 * knob, 2 * knob)
        paint.panel(surface, ball, knob, theme.raised, theme.accent, ui.px(3))
        if self.has_focus and ui.shows_focus:
            paint.ring(surface, ball, knob, theme.focus, ui.px(3), ui.px(2))


class Toggle(Pressable):
    """A switch with its words: On or Off."""

    role = "switch"

    def __init__(
        self,
        label: str,
        on: bool,
        on_change: Callable[[bool], object] | None = None,
        *,
        words: tuple[str, str] = ("Off", "On"),
        shortcut: str = "",
        **common: Unpack[Common],
    ) -> None:
        """Show whether it is on; `on_change` gets the new position, `words` name the two."""
        super().__init__(self._flip, shortcut, **common)
        self.label, self.on, self.on_change, self.words = label, on, on_change, words

    def _flip(self) -> None:
        self.on = not self.on
        self.invalidate()
        if self.ui is not None:
            self.ui.announce(self.words[self.on])
        if self.on_change is not None:
            self.on_change(self.on)

    def name(self) -> str:
        return self.label

    def describe(self) -> str:
        return f"{self.label}, {self.role}, {self.words[self.on]}"

    def _switch(self, ui: Ui) -> tuple[int, int]:
        high = round(ui.text_px("body") * 1.3)
        return round(high * 1.8), high

    def _word_px(self, ui: Ui) -> int:
        return max(ui.paint.text_width(word, ui.text_px("body"), True) for word in self.words)

    def _extra(self, ui: Ui) -> int:
        return self._switch(ui)[0] + self._word_px(ui) + ui.space(14) + ui.space(10)

    def content_width(self, ui: Ui) -> int:
        return ui.paint.text_width(self.label, ui.text_px("body")) + self._extra(ui) + 1

    def content_minimum(self, ui: Ui) -> int:
        return ui.paint.longest_word(self.label, ui.text_px("body"), False) + self._extra(ui) + 1

    def content_height(self, ui: Ui, width: int) -> int:
        size = ui.text_px("body")
        block = ui.paint.block(self.label, size, False, max(1, width - self._extra(ui)))
        return max(len(block.lines) * ui.paint.line_height(size, 1.3), self._switch(ui)[1]) + 2 * ui.space(6)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        theme, size, paint, rect = ui.theme, ui.text_px("body"), ui.paint, self.rect
        room = max(1, rect.w - self._extra(ui))
        step = paint.line_height(size, 1.3)
        high = len(paint.block(self.label, size, False, room).lines) * step
        at = (rect.x, rect.centery - high // 2)
        paint.text(
            surface,
            self.label,
            at,
            size,
            theme.ink if self.enabled else theme.ink_soft,
            width=room,
            rich=True,
        )
        wide, tall = self._switch(ui)
        box = pygame.Rect(rect.right - wide, rect.centery - tall // 2, wide, tall)
        word = self.words[self.on]
        left = box.x - ui.space(10) - paint.text_width(word, size, True)
        paint.text(surface, word, (left, rect.centery - step // 2), size, theme.ink, bold=True)
        ground = theme.accent if self.on else theme.sunken
        paint.panel(surface, box, tall // 2, ground, theme.accent if self.on else theme.edge, ui.px(2))
        side = tall - 2 * ui.px(5)
        x = box.right - side - ui.px(5) if self.on else box.x + ui.px(5)
        ball = pygame.Rect(x, box.centery - side // 2, side, side)
        paint.rounded(surface, ball, side // 2, theme.on_accent if self.on else theme.edge)
        if self.has_focus and ui.shows_focus:
            paint.ring(surface, box, tall // 2, theme.focus, ui.px(3), ui.px(2))
