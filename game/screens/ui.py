"""The tree of widgets in a window: sizes, focus, events, what must be drawn again, modals, announcements."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.screens import focus as traversal
from game.screens import layout
from game.screens.fonts import Family
from game.screens.layout import Breakpoint, Em, Length
from game.screens.paint import Paint
from game.screens.pygame_import import pygame
from game.screens.theme import THEMES, TYPE_SCALE, TextStyle, Theme, ThemeName
from game.screens.ui_events import Input
from game.screens.widgets_base import Widget

Build = Callable[["Ui"], Widget]
Announce = Callable[[str], object]
KeyHook = Callable[["Ui", pygame.Event], bool]
MAX_DAMAGE = 10


class Ui:
    """What widgets and screens are given: the theme, sizes, drawing, focus and layers of one window."""

    def __init__(
        self,
        surface: pygame.Surface,
        assets: Path,
        *,
        theme: ThemeName = "light",
        scale: float = 1.0,
        family: Family = "AtkinsonHyperlegible",
    ) -> None:
        """Draw on `surface` with what lies below `assets`; `scale` is the text scale, 1 to 2."""
        self.surface = surface
        self.paint = Paint(assets, family)
        self.theme: Theme = THEMES[theme]
        self.scale = min(max(scale, 1.0), 2.0)
        self.size = surface.get_size()
        self._factor = layout.window_factor(layout.layout_size(self.size))
        self.reduced_motion = False
        self.root: Widget | None = None
        self.layers: list[Widget] = []  # modals, the last on top
        self.popup: Widget | None = None  # a list of a select or field, above everything
        self.focused: Widget | None = None
        self.shows_focus = True  # False while the mouse is used
        self.announcers: list[Announce] = []
        self.key_hook: KeyHook | None = None
        self._build: Build | None = None
        self._return_to: list[Widget | None] = []
        self._stale = self._unplaced = False
        self._damage: list[pygame.Rect] = []
        self._moving: dict[Widget, None] = {}
        self.layouts = 0  # counts layouts: what widgets worked out for one does not hold for the next
        self.input = Input(self)

    # --- sizes

    @property
    def factor(self) -> float:
        """How much larger than designed things are in a window of this size."""
        return self._factor

    def px(self, design: float) -> int:
        """Give design pixels as pixels of this window (not text scaled); at least 1 for what is not 0."""
        return max(1, round(design * self.factor)) if design > 0 else round(design * self.factor)

    def space(self, design: float) -> int:
        """Give a gap or padding in pixels; grows a little with the text."""
        return layout.space_px(design, self.factor, self.scale)

    def text_px(self, style: TextStyle = "body") -> int:
        """Give the pixel size of a text style."""
        return layout.text_px(TYPE_SCALE[style], self.factor, self.scale)

    def length(self, length: Length) -> int:
        """Give a `Length` in pixels: `Em` by the body text, plain numbers by the window."""
        return round(length * self.text_px("body")) if isinstance(length, Em) else self.px(length)

    @property
    def border(self) -> int:
        """Width of outlines in pixels."""
        return self.px(self.theme.border)

    @property
    def area(self) -> pygame.Rect:
        """The rectangle that is laid out (never under 960x540, even in a smaller window)."""
        return pygame.Rect((0, 0), layout.layout_size(self.size))

    @property
    def breakpoint(self) -> Breakpoint:
        """Whether two columns fit at this size and text scale."""
        return layout.breakpoint_of(self.area.w, self.text_px("body"))

    @property
    def compact(self) -> bool:
        """True where there is no room for two columns."""
        return self.breakpoint is Breakpoint.COMPACT

    # --- what is shown

    def show(self, build: Build, key_hook: KeyHook | None = None) -> None:
        """Show a new screen: `build(ui)` gives its root, now and after every change of size or theme."""
        self.layers.clear()
        self._return_to.clear()
        self.popup = None
        self._moving.clear()
        self._focus_quietly(None)
        self.root, self._build, self.key_hook = None, build, key_hook
        self.input.forget()
        self._stale = True

    def rebuild(self) -> None:
        """Have the screen built anew before the next frame; focus, caret and scroll positions are kept."""
        self._stale = True

    def relayout(self) -> None:
        """Have everything laid out and drawn anew before the next frame."""
        self._unplaced = True

    def damage(self, rect: pygame.Rect | None = None) -> None:
        """Have a part of the window (None: all of it) drawn anew."""
        self._damage.append(self.surface.get_rect() if rect is None else rect)

    def configure(
        self, *, theme: ThemeName | None = None, scale: float | None = None, family: Family | None = None
    ) -> None:
        """Change theme, text scale (1 to 2) or typeface, and build anew."""
        self.theme = THEMES[theme] if theme else self.theme
        self.scale = min(max(scale, 1.0), 2.0) if scale is not None else self.scale
        if family:
            self.paint.use_family(family)
        self.rebuild()

    def resize(self, surface: pygame.Surface) -> None:
        """Take note of the window's new size."""
        self.surface, self.size = surface, surface.get_size()
        self._factor = layout.window_factor(layout.layout_size(self.size))
        self.popup = None
        self.rebuild()

    def open(self, modal: Widget) -> None:
        """Put a modal on top; the focus stays within it until it is closed."""
        self.popup = None
        self._return_to.append(self.focused)
        self.layers.append(modal)
        self.layouts += 1
        modal.attach(self, None)
        self.input.forget()
        self._place(modal)
        self.damage()
        order = traversal.focusables(modal)
        chosen = next((widget for widget in order if widget.autofocus), order[0] if order else None)
        self.announce(modal.name())
        self.focus(chosen)

    def close(self, modal: Widget | None = None) -> None:
        """Take a modal (by default the top one) away and give the focus back."""
        if not self.layers or (modal is not None and modal not in self.layers):
            return
        index = self.layers.index(modal) if modal is not None else len(self.layers) - 1
        del self.layers[index:]
        back = self._return_to[index]
        del self._return_to[index:]
        self.popup = None
        self.input.forget()
        self.damage()
        self.focus(back if back is not None and back in self.order() else None)

    @property
    def top(self) -> Widget | None:
        """What takes keys and mouse now: the top modal, else the screen."""
        return self.layers[-1] if self.layers else self.root

    # --- focus

    def order(self) -> list[Widget]:
        """List what Tab goes through, in order."""
        return traversal.focusables(self.top) if self.top is not None else []

    def focus(self, widget: Widget | None, *, reveal: bool = True) -> None:
        """Move the focus, bring it into view and announce it."""
        if widget is self.focused:
            return
        self._focus_quietly(widget)
        if widget is not None:
            if reveal:
                self.reveal(widget)
            self.announce(widget.describe())

    def _focus_quietly(self, widget: Widget | None) -> None:
        before, self.focused = self.focused, widget
        for changed, gained in ((before, False), (widget, True)):
            if changed is not None:
                changed.on_focus(gained)
                changed.invalidate()

    def reveal(self, widget: Widget) -> None:
        """Scroll whatever holds `widget` so that it is seen."""
        holder = widget.parent
        while holder is not None:
            bring = getattr(holder, "bring_into_view", None)
            if bring is not None:
                bring(widget.rect)
            holder = holder.parent

    def find(self, name: str) -> Widget | None:
        """Find a visible widget on top by key or by (the start of) its name; focusable ones first."""
        if self.top is None:
            return None
        found = [widget for widget in self.top.walk() if widget.key == name or widget.name() == name]
        if not found:
            found = [widget for widget in self.top.walk() if name and widget.name().startswith(name)]
        return next((widget for widget in found if widget.can_focus), found[0] if found else None)

    def announce(self, text: str) -> None:
        """Tell whoever listens (speech, a screen reader) that `text` is worth saying."""
        if text:
            for hook in self.announcers:
                hook(text)

    # --- time and drawing

    def handle(self, event: pygame.Event) -> bool:
        """Answer one event; True if something used it."""
        self.update()
        return self.input.handle(event)

    def animate(self, widget: Widget) -> None:
        """Have `widget.tick(dt)` called until it returns False."""
        self._moving[widget] = None

    def tick(self, dt: float) -> bool:
        """Move animations on by `dt` seconds; True while any goes on."""
        for widget in list(self._moving):
            if widget.ui is None or not widget.tick(dt):
                self._moving.pop(widget, None)
        return bool(self._moving)

    @property
    def dirty(self) -> bool:
        """Whether anything must be drawn."""
        return bool(self._stale or self._unplaced or self._damage)

    def update(self) -> None:
        """Build and lay out what has changed; `draw` and `handle` do it themselves."""
        if self._stale and self._build is not None:
            self._stale = False
            self.layouts += 1
            self._replace(self._build(self))
        if self._unplaced:
            self._unplaced = False
            self.layouts += 1
            for tree in (self.root, *self.layers):
                if tree is not None:
                    tree.attach(self, None)
                    self._place(tree)
            self.input.forget_hover()
            self.damage()

    def _replace(self, root: Widget) -> None:
        old, self.root = self.root, root
        root.attach(self, None)
        self._place(root)
        heirs = traversal.adopt(old, root)
        target = heirs.get(self.focused) if self.focused is not None else None
        self._moving = {widget: None for widget in self._moving if not _within(widget, old)}
        for widget in root.walk():
            if widget.tick(0.0):
                self._moving[widget] = None
        # Adopted scroll positions take effect in a second placing.
        self._place(root)
        self._return_to = [heirs.get(was, was) if was is not None else None for was in self._return_to]
        if not self.layers:
            if target is not None and target.focusable:
                self._inherit_focus(target)
            else:
                self._first_focus(root)
        self._inherit_popup(heirs)
        self.input.inherit(heirs)
        for modal in self.layers:
            modal.attach(self, None)
            self._place(modal)
        self.damage()

    def _inherit_focus(self, target: Widget) -> None:
        """Pass the focus to the heir of what had it: nothing to announce, and its list stays open."""
        self.focused = target
        if getattr(target, "wants_text", False):
            self.animate(target)

    def _inherit_popup(self, heirs: dict[Widget, Widget]) -> None:
        popup, self.popup = self.popup, None
        for old, heir in heirs.items():
            if popup is not None and old is getattr(popup, "owner", None):
                heir.reopen(popup)

    def _first_focus(self, root: Widget) -> None:
        """Focus what asks for it; on a fresh screen else the first thing there is."""
        order = traversal.focusables(root)
        chosen = next((widget for widget in order if widget.autofocus), None)
        self._focus_quietly(None)
        if chosen is None and order:
            chosen = order[0]
        self.focus(chosen)

    def _place(self, tree: Widget) -> None:
        tree.place(self, self.area)

    def draw(self) -> list[pygame.Rect]:
        """Draw what must be drawn; gives the rectangles of the window that changed."""
        self.update()
        rects = merged(self._damage, self.surface.get_rect())
        self._damage.clear()
        for rect in rects:
            self.surface.set_clip(rect)
            self.surface.fill(self.theme.paper, rect)
            if self.root is not None:
                self.root.draw(self, self.surface)
            for modal in self.layers:
                self.paint.scrim(self.surface, (0, 0, 0), self.theme.scrim_alpha)
                modal.draw(self, self.surface)
            if self.popup is not None:
                self.popup.draw(self, self.surface)
        self.surface.set_clip(None)
        return rects

    def faults(self) -> list[str]:
        """Name widgets that stick out of their parent or are too small; for tests of layouts."""
        self.update()
        found: list[str] = []
        for tree in (self.root, *self.layers):
            for widget in tree.walk() if tree is not None else ():
                found.extend(_faults_of(self, widget))
        return found


def merged(rects: list[pygame.Rect], window: pygame.Rect) -> list[pygame.Rect]:
    """Join rectangles that touch; everything at once where there are many."""
    result: list[pygame.Rect] = []
    for rect in rects:
        part = rect.clip(window)
        if part.w <= 0 or part.h <= 0:
            continue
        touching = part.collidelistall(result)
        while touching:
            part = part.unionall([result[index] for index in touching])
            result = [other for index, other in enumerate(result) if index not in touching]
            touching = part.collidelistall(result)
        result.append(part)
    return [window.copy()] if len(result) > MAX_DAMAGE else result


def _within(widget: Widget | None, tree: Widget | None) -> bool:
    while widget is not None:
        if widget is tree:
            return True
        widget = widget.parent
    return False


def _faults_of(ui: Ui, widget: Widget) -> list[str]:
    label = f"{type(widget).__name__} {widget.key or widget.name()[:40]!r}"
    found: list[str] = []
    needed = widget.least_height(ui, widget.rect.w)
    if widget.height is None and widget.rect.h < min(needed, 1 << 19):
        found.append(f"{label} is {widget.rect.h} px high and needs {needed}")
    if widget.width is None and widget.rect.w < widget.content_minimum(ui):
        found.append(f"{label} is {widget.rect.w} px wide and needs {widget.content_minimum(ui)}")
    parent = widget.parent
    bounds = ui.area if parent is None else parent.rect
    scrolled = parent is not None and hasattr(parent, "bring_into_view")
    if not scrolled and not bounds.contains(widget.rect):
        found.append(f"{label} at {tuple(widget.rect)} sticks out of {tuple(bounds)}")
    return found
