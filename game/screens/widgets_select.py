"""Select: one of several, from a list that drops down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Unpack

from game.screens.pygame_import import pygame
from game.screens.theme import RADIUS_M
from game.screens.widgets_base import Common, Widget
from game.screens.widgets_popup import Popup

if TYPE_CHECKING:
    from game.screens.ui import Ui


class Select(Widget):
    """Shows what is chosen; Enter, Space or a click drops the list down, Left and Right go one on."""

    role = "list"
    can_focus = True

    def __init__(
        self,
        label: str,
        options: Sequence[str],
        index: int = 0,
        on_change: Callable[[int], object] | None = None,
        **common: Unpack[Common],
    ) -> None:
        """Offer `options`, `index` chosen; `on_change` gets the new index."""
        super().__init__(**common)
        self.label, self.options, self.index, self.on_change = label, list(options), index, on_change
        self.hovered = False

    def name(self) -> str:
        return self.label

    def value(self) -> str:
        """Give the chosen option's text."""
        return self.options[self.index] if 0 <= self.index < len(self.options) else ""

    def describe(self) -> str:
        return f"{self.label}, {self.value()}, {self.index + 1} of {len(self.options)}"

    def choose(self, index: int) -> None:
        """Choose an option and say so."""
        if index == self.index or not 0 <= index < len(self.options):
            return
        self.index = index
        self.invalidate()
        if self.ui is not None:
            self.ui.announce(self.value())
        if self.on_change is not None:
            self.on_change(index)

    def _popup(self) -> Popup | None:
        popup = self.ui.popup if self.ui is not None else None
        return popup if isinstance(popup, Popup) and popup.owner is self else None

    def drop(self) -> None:
        """Open the list, or close it."""
        popup = self._popup()
        if popup is not None:
            popup.dismiss()
        elif self.ui is not None and self.options:
            Popup(self, self.options, self.index, self.choose).open(self.ui)

    def reopen(self, popup: Widget) -> None:
        if self.ui is not None and self.options:
            Popup(self, self.options, self.index, self.choose).open(self.ui)

    def adopt(self, old: Widget) -> None:
        if isinstance(old, Select):
            self.hovered = old.hovered

    def on_key(self, event: pygame.Event) -> bool:
        popup = self._popup()
        match event.key:
            case pygame.K_RETURN | pygame.K_KP_ENTER | pygame.K_SPACE:
                if popup is None:
                    self.drop()
                else:
                    popup.pick()
            case pygame.K_ESCAPE if popup is not None:
                popup.dismiss()
            case pygame.K_UP | pygame.K_DOWN if popup is not None:
                popup.move(1 if event.key == pygame.K_DOWN else -1)
            case pygame.K_LEFT | pygame.K_RIGHT if popup is None:
                self.choose(self.index + (1 if event.key == pygame.K_RIGHT else -1))
            case pygame.K_TAB if popup is not None:
                popup.dismiss()
                return False
            case _:
                return False
        return True

    def on_focus(self, gained: bool) -> None:
        popup = self._popup()
        if popup is not None and not gained:
            popup.dismiss()

    def on_press(self, at: tuple[int, int]) -> bool:
        return True

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        if inside:
            self.drop()

    def on_hover(self, at: tuple[int, int] | None) -> None:
        if self.hovered != (at is not None):
            self.hovered = at is not None
            self.invalidate()

    def _label_px(self, ui: Ui) -> int:
        return ui.paint.line_height(ui.text_px("small"), 1.3) + ui.space(4) if self.label else 0

    def content_width(self, ui: Ui) -> int:
        size = ui.text_px("body")
        widest = max((ui.paint.text_width(option, size) for option in self.options), default=0)
        label = ui.paint.text_width(self.label, ui.text_px("small"), True)
        return max(widest + size * 2 + 2 * ui.space(14), label)

    def content_minimum(self, ui: Ui) -> int:
        return ui.text_px("body") * 6

    def content_height(self, ui: Ui, width: int) -> int:
        return self._label_px(ui) + ui.paint.line_height(ui.text_px("body"), 1.3) + 2 * ui.space(8)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        theme, size, label = ui.theme, ui.text_px("body"), self._label_px(ui)
        if self.label:
            ui.paint.text(
                surface, self.label, self.rect.topleft, ui.text_px("small"), theme.ink_soft, bold=True
            )
        box = pygame.Rect(self.rect.x, self.rect.y + label, self.rect.w, self.rect.h - label)
        radius = ui.px(RADIUS_M)
        fill = theme.sunken if not self.enabled else theme.accent_soft if self.hovered else theme.raised
        ui.paint.panel(surface, box, radius, fill, theme.edge, ui.border)
        if self.has_focus and ui.shows_focus:
            ui.paint.ring(surface, box, radius, theme.focus, ui.px(3), ui.px(2))
        step, pad = ui.paint.line_height(size, 1.3), ui.space(14)
        text = ui.paint.shorten(self.value(), size, False, box.w - 2 * pad - size)
        ink = theme.ink if self.enabled else theme.ink_soft
        ui.paint.text(surface, text, (box.x + pad, box.centery - step // 2), size, ink)
        ui.paint.icon(surface, "chevron", (box.right - pad - size + 4, box.centery - size // 2), size, ink)
