"""Scroll: a view on something taller than its place; by wheel, drag, scroll bar, keys, and to the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from game.screens.pygame_import import pygame
from game.screens.widgets_base import Common, Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

INSET = 6  # room for the focus ring and shadows above and below, in design pixels
BAR = 16
WHEEL_STEP = 60


class Scroll(Widget):
    """One widget that may be taller than the view."""

    role = "scroll"
    clips = True
    drags_content = True

    def __init__(self, child: Widget, *, to_end: bool = False, **common: Unpack[Common]) -> None:
        """Show `child`; `to_end` begins at its end (a history)."""
        super().__init__(**common)
        self.child = child
        self.offset: int = 1 << 20 if to_end else 0
        self.full = 0  # height of the content in pixels
        self._grabbed: tuple[int, int] | None = None  # (mouse y, offset) where a drag began
        self._on_bar = False

    def children(self) -> tuple[Widget, ...]:
        return (self.child,)

    def adopt(self, old: Widget) -> None:
        if isinstance(old, Scroll):
            self.offset = old.offset
            self._grabbed, self._on_bar = old._grabbed, old._on_bar

    # The focus may rest on text that scrolls, where there is nothing inside to focus.
    @property
    def focusable(self) -> bool:
        if not (self.visible and self.enabled and self.overflow > 0):
            return False
        return not any(widget.focusable for widget in self.child.walk())

    def name(self) -> str:
        return self.key

    @property
    def overflow(self) -> int:
        """How many pixels of the content do not fit."""
        return max(0, self.full - self.rect.h)

    # --- size

    def content_width(self, ui: Ui) -> int:
        return self.child.across_item(ui).basis

    def content_minimum(self, ui: Ui) -> int:
        return self.child.across_item(ui).minimum

    def content_height(self, ui: Ui, width: int) -> int:
        return self.child.down_item(ui, width).basis + 2 * ui.px(INSET)

    def least_height(self, ui: Ui, width: int) -> int:
        return min(self.content_height(ui, width), ui.text_px("body") * 4)

    def place(self, ui: Ui, rect: pygame.Rect) -> None:
        self.rect = rect
        inset = ui.px(INSET)
        width = rect.w
        self.full = self.child.down_item(ui, width).basis + 2 * inset
        if self.full > rect.h:
            width -= ui.px(BAR)
            self.full = self.child.down_item(ui, width).basis + 2 * inset
        self.offset = min(max(self.offset, 0), self.overflow)
        high = max(self.full, rect.h) - 2 * inset
        self.child.place(ui, pygame.Rect(rect.x, rect.y + inset - self.offset, width, high))

    # --- moving

    def scroll_to(self, offset: int) -> bool:
        """Show the content from `offset` pixels on; True if it moved."""
        wanted = min(max(offset, 0), self.overflow)
        if wanted == self.offset:
            return False
        self.child.shift(0, self.offset - wanted)
        self.offset = wanted
        self.invalidate()
        return True

    def scroll_pages(self, pages: float) -> bool:
        """Move by a share of the view; True if it moved."""
        return self.scroll_to(self.offset + round(self.rect.h * pages))

    def bring_into_view(self, rect: pygame.Rect) -> None:
        """Move so that a rectangle of the window inside the content is seen."""
        margin = 12
        if rect.bottom + margin > self.rect.bottom:
            self.scroll_to(self.offset + rect.bottom + margin - self.rect.bottom)
        if rect.top - margin < self.rect.top:
            self.scroll_to(self.offset + rect.top - margin - self.rect.top)

    def _view(self, ui: Ui) -> pygame.Rect:
        """What is drawn: a little more at the sides, where rings and shadows of the contents fall."""
        return self.rect.inflate(2 * ui.px(INSET), 0)

    def damage_rect(self) -> pygame.Rect:
        return self.rect if self.ui is None else self._view(self.ui)

    def on_key(self, event: pygame.Event) -> bool:
        if event.key in (pygame.K_DOWN, pygame.K_UP):
            return self.scroll_pages(0.2 if event.key == pygame.K_DOWN else -0.2)
        if event.key in (pygame.K_HOME, pygame.K_END):
            return self.scroll_to(0 if event.key == pygame.K_HOME else self.overflow)
        return False

    def on_wheel(self, steps: float) -> bool:
        step = self.ui.px(WHEEL_STEP) if self.ui is not None else WHEEL_STEP
        return self.scroll_to(self.offset - round(steps * step))

    def takes_mouse(self) -> bool:
        return self.overflow > 0

    def on_press(self, at: tuple[int, int]) -> bool:
        self._on_bar = self.ui is not None and at[0] >= self.rect.right - self.ui.px(BAR + 4)
        self._grabbed = (at[1], self.offset)
        if self._on_bar and not self._thumb().inflate(8, 0).collidepoint(at):
            self.scroll_to(round((at[1] - self.rect.y) / self.rect.h * self.full - self.rect.h / 2))
            self._grabbed = (at[1], self.offset)
        return True

    def on_drag(self, at: tuple[int, int]) -> None:
        if self._grabbed is None:
            return
        moved = at[1] - self._grabbed[0]
        by = moved * self.full / self.rect.h if self._on_bar else -moved
        self.scroll_to(self._grabbed[1] + round(by))

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        self._grabbed = None

    # --- drawing

    def _thumb(self) -> pygame.Rect:
        ui = self.ui
        if ui is None or self.overflow == 0:
            return pygame.Rect(0, 0, 0, 0)
        wide = ui.px(BAR - 9)
        high = max(ui.px(28), round(self.rect.h * self.rect.h / self.full))
        top = self.rect.y + round((self.rect.h - high) * self.offset / self.overflow)
        return pygame.Rect(self.rect.right - wide - ui.px(1), top, wide, high)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        clip = surface.get_clip()
        view = clip.clip(self._view(ui))
        if view.w <= 0 or view.h <= 0:
            return
        surface.set_clip(view)
        super().draw(ui, surface)
        if self.overflow > 0:
            thumb = self._thumb()
            track = pygame.Rect(thumb.x, self.rect.y, thumb.w, self.rect.h)
            ui.paint.rounded(surface, track, thumb.w // 2, ui.theme.sunken)
            ui.paint.rounded(surface, thumb, thumb.w // 2, ui.theme.edge)
        surface.set_clip(clip)
        if self.has_focus and ui.shows_focus:
            ui.paint.ring(surface, self.rect.inflate(-10, -10), ui.px(8), ui.theme.focus, ui.px(3), ui.px(1))
