"""Keys and mouse: from pygame's events to calls on widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens import focus as traversal
from game.screens.focus import Direction
from game.screens.pygame_import import pygame
from game.screens.widgets_base import Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

DRAG_START_PX = 10
_ARROWS: dict[int, Direction] = {
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
}
_PAGING = {pygame.K_PAGEUP: -0.9, pygame.K_PAGEDOWN: 0.9}
# Held down, these must not fire again: a conversation would run on by itself.
_ONCE = {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_ESCAPE}


class Input:
    """What is pressed, hovered and dragged in one window."""

    def __init__(self, ui: Ui) -> None:
        """Answer events for `ui`."""
        self.ui = ui
        self._captured: Widget | None = None
        self._hovered: Widget | None = None
        self._pressed_at = (0, 0)
        self._down: set[int] = set()
        self._eaten = ""

    def forget(self) -> None:
        """Let go of widgets that are no longer there."""
        self._captured = None
        self.forget_hover()

    def inherit(self, heirs: dict[Widget, Widget]) -> None:
        """Go on with rebuilt widgets: a press that began on a button ends on its heir."""
        self._captured = heirs.get(self._captured) if self._captured is not None else None
        self._hovered = heirs.get(self._hovered) if self._hovered is not None else None

    def forget_hover(self) -> None:
        """Take note that what lies under the mouse may have changed."""
        if self._hovered is not None:
            self._hovered.on_hover(None)
        self._hovered = None

    def handle(self, event: pygame.Event) -> bool:
        """Answer one event; True if something used it."""
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.KEYUP:
                self._down.discard(event.key)
            case pygame.TEXTINPUT:
                return self._text(event.text)
            case pygame.MOUSEMOTION:
                return self._motion(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._press(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._release(event.pos)
            case pygame.MOUSEWHEEL:
                return self._wheel(float(getattr(event, "precise_y", event.y)))
            case pygame.WINDOWFOCUSLOST:
                self._down.clear()
            case pygame.WINDOWLEAVE:
                self.forget_hover()
        return False

    # --- keys

    def _key(self, event: pygame.Event) -> bool:
        ui = self.ui
        repeated = event.key in self._down
        self._down.add(event.key)
        self._eaten = ""
        typing = getattr(ui.focused, "wants_text", False)
        if repeated and (event.key in _ONCE or (not typing and _types(event))):
            return True
        used = self._dispatch_key(event, typing)
        if used and not typing:
            # The same key follows as TEXTINPUT; a field that has just appeared must not get it.
            self._eaten = event.unicode
        return used

    def _dispatch_key(self, event: pygame.Event, typing: bool) -> bool:
        ui = self.ui
        if event.key not in (pygame.K_LCTRL, pygame.K_LSHIFT, pygame.K_LALT):
            self._show_focus()
        if ui.focused is not None and ui.focused.on_key(event):
            return True
        if event.key == pygame.K_ESCAPE and ui.layers:
            ui.layers[-1].dismiss()
            return True
        if not ui.layers and ui.key_hook is not None and ui.key_hook(ui, event):
            return True
        if not typing and self._shortcut(event):
            return True
        return self._navigate(event)

    def _show_focus(self) -> None:
        ui = self.ui
        if not ui.shows_focus:
            ui.shows_focus = True
            if ui.focused is not None:
                ui.focused.invalidate()

    def _shortcut(self, event: pygame.Event) -> bool:
        names = _shortcuts(event)
        top = self.ui.top
        if not names or top is None:
            return False
        for widget in top.walk():
            wanted = getattr(widget, "shortcut", "")
            if wanted and wanted in names and widget.enabled:
                widget.press()  # type: ignore[attr-defined]
                return True
        return False

    def _navigate(self, event: pygame.Event) -> bool:
        ui = self.ui
        if event.key == pygame.K_TAB:
            by = -1 if event.mod & pygame.KMOD_SHIFT else 1
            ui.focus(traversal.step(ui.order(), ui.focused, by))
            return True
        if event.key in _PAGING:
            return self._page(_PAGING[event.key])
        if event.key in _ARROWS:
            if ui.focused is None:
                target = traversal.step(ui.order(), None, 1)
            else:
                target = traversal.neighbour(ui.order(), ui.focused, _ARROWS[event.key])
            if target is not None:
                ui.focus(target)
                return True
            # Nothing further on to focus: let the text that is there scroll.
            if event.key in (pygame.K_UP, pygame.K_DOWN):
                return self._page(-0.25 if event.key == pygame.K_UP else 0.25)
        return False

    def _page(self, pages: float) -> bool:
        """Scroll by a share of the view: around the focus, else the first thing that scrolls."""
        holder = self.ui.focused
        while holder is not None:
            if hasattr(holder, "scroll_pages") and holder.scroll_pages(pages):
                return True
            holder = holder.parent
        top = self.ui.top
        for widget in top.walk() if top is not None else ():
            if hasattr(widget, "scroll_pages") and widget.scroll_pages(pages):
                return True
        return False

    def _text(self, text: str) -> bool:
        eaten, self._eaten = self._eaten, ""
        if text == eaten:
            return True
        focused = self.ui.focused
        return focused is not None and focused.on_text(text)

    # --- mouse

    def _hit(self, at: tuple[int, int]) -> Widget | None:
        ui = self.ui
        if ui.popup is not None and ui.popup.rect.collidepoint(at):
            return ui.popup
        return hit(ui.top, at) if ui.top is not None else None

    def _motion(self, at: tuple[int, int]) -> bool:
        if self._captured is not None:
            self._maybe_scroll(at)
            self._captured.on_drag(at)
            return True
        found = self._hit(at)
        if found is not self._hovered and self._hovered is not None:
            self._hovered.on_hover(None)
        self._hovered = found
        if found is not None:
            found.on_hover(at)
        return found is not None

    def _maybe_scroll(self, at: tuple[int, int]) -> None:
        """Turn a drag that began on a button into a drag of the scrolling box around it."""
        captured = self._captured
        if (
            captured is None
            or abs(at[1] - self._pressed_at[1]) < DRAG_START_PX
            or getattr(captured, "drags", False)
        ):
            return
        holder = captured.parent
        while holder is not None and not getattr(holder, "drags_content", False):
            holder = holder.parent
        if holder is not None:
            captured.on_release(at, False)
            holder.on_press(self._pressed_at)
            self._captured = holder

    def _press(self, at: tuple[int, int]) -> bool:
        ui = self.ui
        found = self._hit(at)
        if ui.popup is not None and found is not ui.popup:
            owner = getattr(ui.popup, "owner", None)
            if found is not owner:
                ui.popup.dismiss()
        if ui.shows_focus:
            ui.shows_focus = False
            if ui.focused is not None:
                ui.focused.invalidate()
        if found is None:
            return False
        self._pressed_at = at
        if found.focusable and found is not ui.popup:
            # Scrolling now would take a half seen button from under the mouse before it is let go.
            ui.focus(found, reveal=False)
        if found.on_press(at):
            self._captured = found
        return True

    def _release(self, at: tuple[int, int]) -> bool:
        captured, self._captured = self._captured, None
        if captured is None:
            return False
        captured.on_release(at, captured.rect.collidepoint(at))
        return True

    def _wheel(self, steps: float) -> bool:
        ui = self.ui
        at = pygame.mouse.get_pos() if self._hovered is None else self._hovered.rect.center
        holder = self._hovered or self._hit(at) or ui.focused
        if ui.popup is not None and holder is not ui.popup:
            ui.popup.dismiss()
        while holder is not None:
            if holder.on_wheel(steps):
                return True
            holder = holder.parent
        return False


def hit(widget: Widget, at: tuple[int, int]) -> Widget | None:
    """Find the innermost widget at a point that takes the mouse."""
    if not widget.visible:
        return None
    inside = widget.rect.collidepoint(at)
    if getattr(widget, "clips", False) and not inside:
        return None
    for child in reversed(widget.children()):
        found = hit(child, at)
        if found is not None:
            return found
    return widget if inside and widget.takes_mouse() else None


def _types(event: pygame.Event) -> bool:
    """Whether a key stands for a character."""
    return bool(str(getattr(event, "unicode", "")).strip())


def _shortcuts(event: pygame.Event) -> set[str]:
    """Give the names a key may be meant by: what it types, its own, and its digit where digits need Shift."""
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
        return set()
    names = {pygame.key.name(event.key).strip("[]").lower()}
    typed = str(getattr(event, "unicode", "")).lower()
    if typed.strip():
        names.add(typed)
    row = getattr(event, "scancode", 0) - pygame.KSCAN_1
    if 0 <= row <= 9 and not typed.isalnum():
        names.add(str((row + 1) % 10))
    return names
