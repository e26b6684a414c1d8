"""TextField: one line of text to type, with suggestions to pick by mouse or arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Unpack

from game.screens.pygame_import import pygame
from game.screens.richtext import clean
from game.screens.theme import RADIUS_M
from game.screens.widgets_base import Common, Em, Widget
from game.screens.widgets_popup import Popup

if TYPE_CHECKING:
    from game.screens.ui import Ui

BLINK_S = 0.55
TextAction = Callable[[str], object]


class TextField(Widget):
    """A field for one line. While it has the focus, text input is on."""

    role = "text field"
    can_focus = True
    wants_text = True
    drags = True

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        on_change: TextAction | None = None,
        on_submit: TextAction | None = None,
        placeholder: str = "",
        suggestions: Sequence[str] = (),
        limit: int = 60,
        **common: Unpack[Common],
    ) -> None:
        """Show a field named `label` above it.

        `on_change` gets every new text, `on_submit` the text on Enter. `suggestions` that contain what was
        typed drop down (all of them when the empty field is clicked or Down is pressed). At most `limit`
        characters.
        """
        super().__init__(**common)
        self.label, self.placeholder, self.limit = label, placeholder, limit
        self.text = text[:limit]
        self.on_change, self.on_submit, self.suggestions = on_change, on_submit, list(suggestions)
        self.caret = len(self.text)
        self._scrolled = 0
        self._caret_shown = True
        self._blink_s = 0.0
        if self.width is None and self.min_width == 0:
            self.min_width = Em(8)

    def name(self) -> str:
        return self.label

    def describe(self) -> str:
        return ", ".join(part for part in (self.label, self.role, self.text or self.placeholder) if part)

    def adopt(self, old: Widget) -> None:
        if isinstance(old, TextField):
            self.text, self.caret = old.text, old.caret

    # --- editing

    def _popup(self) -> Popup | None:
        popup = self.ui.popup if self.ui is not None else None
        return popup if isinstance(popup, Popup) and popup.owner is self else None

    def _changed(self, text: str, caret: int) -> None:
        self.caret = min(max(caret, 0), len(text))
        self._wake()
        if text != self.text:
            self.text = text
            self._suggest(everything=False)
            if self.on_change is not None:
                self.on_change(text)

    def _wake(self) -> None:
        self._caret_shown, self._blink_s = True, 0.0
        self.invalidate()

    def insert(self, text: str) -> None:
        """Put text in at the caret, on one line and within the limit."""
        room = self.limit - len(self.text)
        piece = " ".join(clean(text).split("\n"))[: max(0, room)]
        self._changed(self.text[: self.caret] + piece + self.text[self.caret :], self.caret + len(piece))

    def _suggest(self, everything: bool) -> None:
        popup = self._popup()
        if popup is not None:
            popup.dismiss()
        if self.ui is None or not self.has_focus:
            return
        typed = self.text.strip().casefold()
        rows = [row for row in self.suggestions if everything or typed in row.casefold()]
        rows.sort(key=lambda row: not row.casefold().startswith(typed))
        if rows and (everything or (typed and [row.casefold() for row in rows] != [typed])):
            Popup(self, rows, -1, lambda index: self._pick(rows[index])).open(self.ui)

    def reopen(self, popup: Widget) -> None:
        if isinstance(popup, Popup) and self.ui is not None:
            rows = popup.rows
            Popup(self, rows, popup.index, lambda index: self._pick(rows[index])).open(self.ui)

    def _pick(self, text: str) -> None:
        self.text, self.caret = text, len(text)
        self._wake()
        if self.on_change is not None:
            self.on_change(text)

    def on_text(self, text: str) -> bool:
        self.insert(text)
        return True

    def on_key(self, event: pygame.Event) -> bool:
        return self._popup_key(event.key) or self._edit_key(event)

    def _popup_key(self, key: int) -> bool:
        popup = self._popup()
        if key in (pygame.K_UP, pygame.K_DOWN):
            if popup is None and key == pygame.K_DOWN and self.suggestions and not self.text:
                self._suggest(everything=True)
                popup = self._popup()
            if popup is not None:
                popup.move(1 if key == pygame.K_DOWN else -1)
            return popup is not None
        if popup is None:
            return False
        if key == pygame.K_ESCAPE:
            popup.dismiss()
            return True
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER) and popup.pick():
            return True
        if key == pygame.K_TAB:
            popup.pick()
            popup.dismiss()
        return False

    def _edit_key(self, event: pygame.Event) -> bool:
        text, caret = self.text, self.caret
        control = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
        word = len(text[:caret].rstrip().rpartition(" ")[0])
        match event.key:
            case pygame.K_LEFT:
                self._changed(text, word if control else caret - 1)
            case pygame.K_RIGHT:
                self._changed(text, len(text) if control else caret + 1)
            case pygame.K_HOME:
                self._changed(text, 0)
            case pygame.K_END:
                self._changed(text, len(text))
            case pygame.K_BACKSPACE:
                start = word if control else max(0, caret - 1)
                self._changed(text[:start] + text[caret:], start)
            case pygame.K_DELETE:
                self._changed(text[:caret] + text[caret + 1 :], caret)
            case pygame.K_v if control:
                self.insert(_clipboard())
            case pygame.K_RETURN | pygame.K_KP_ENTER:
                if self.on_submit is None:
                    return False
                self.on_submit(self.text)
            case _:
                return False
        return True

    # --- focus and mouse

    def on_focus(self, gained: bool) -> None:
        popup = self._popup()
        if popup is not None and not gained:
            popup.dismiss()
        if gained and self.ui is not None:
            self._wake()
            self.ui.animate(self)

    def tick(self, dt: float) -> bool:
        if not self.has_focus:
            return False
        self._blink_s += dt
        if self._blink_s >= BLINK_S:
            self._blink_s, self._caret_shown = 0.0, not self._caret_shown
            self.invalidate()
        return False if dt == 0 else self.has_focus

    def on_press(self, at: tuple[int, int]) -> bool:
        if self.ui is None or not self.enabled:
            return False
        size = self.ui.text_px("body")
        x = at[0] - self.rect.x - self._pad(self.ui) + self._scrolled
        places = range(len(self.text) + 1)
        widths = {place: self.ui.paint.text_width(self.text[:place], size) for place in places}
        self.caret = min(places, key=lambda place: abs(widths[place] - x))
        self._wake()
        if not self.text and self._popup() is None:
            self._suggest(everything=True)
        return True

    # --- size and drawing

    def _pad(self, ui: Ui) -> int:
        return ui.space(12)

    def _label_px(self, ui: Ui) -> int:
        return ui.paint.line_height(ui.text_px("small"), 1.3) + ui.space(4) if self.label else 0

    def content_width(self, ui: Ui) -> int:
        return ui.text_px("body") * 16

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
        ui.paint.panel(
            surface, box, radius, theme.raised if self.enabled else theme.sunken, theme.edge, ui.border
        )
        if self.has_focus:
            ui.paint.ring(surface, box, radius, theme.focus, ui.px(3), 0)
        view = box.inflate(-2 * self._pad(ui), -4)
        step = ui.paint.line_height(size, 1.3)
        before = ui.paint.text_width(self.text[: self.caret], size)
        self._scrolled = max(0, min(self._scrolled, before), before - view.w + 3)
        clip = surface.get_clip()
        surface.set_clip(clip.clip(view))
        top = box.centery - step // 2
        if self.text:
            ui.paint.text(surface, self.text, (view.x - self._scrolled, top), size, theme.ink)
        elif self.placeholder:
            ui.paint.text(surface, self.placeholder, (view.x, top), size, theme.ink_soft)
        if self.has_focus and self._caret_shown:
            caret = (view.x - self._scrolled + before, top + 2, max(2, ui.px(2)), step - 4)
            surface.fill(theme.ink, caret)
        surface.set_clip(clip)


def _clipboard() -> str:
    """Give the clipboard's text; nothing where there is none to be had."""
    try:
        return pygame.scrap.get_text()
    except (pygame.error, AttributeError):
        return ""
