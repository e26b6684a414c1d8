"""What all widgets share: size wishes, a place in the tree, focus, and the calls a widget may answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypedDict, Unpack

from game.screens.layout import NO_LIMIT, Align, Em, Item, Length
from game.screens.pygame_import import pygame

if TYPE_CHECKING:
    from game.screens.ui import Ui

Action = Callable[[], object]


class Common(TypedDict, total=False):
    """What every widget takes besides its own arguments. Lengths are design pixels, or `Em(n)`."""

    key: str  # keeps focus, caret and scroll position over a rebuild; by default kind and label
    flex: float  # its share of what is left over along the parent's axis
    width: Length
    height: Length
    min_width: Length
    max_width: Length
    min_height: Length
    max_height: Length
    align: Align | None  # across the parent's axis; None: as the parent says
    visible: bool
    enabled: bool
    autofocus: bool  # focused when its screen is first shown


class Widget:
    """A rectangle of the window. Subclasses say how large they want to be and draw themselves."""

    role = "group"
    can_focus = False

    def __init__(self, **common: Unpack[Common]) -> None:
        """Take the `Common` arguments."""
        unknown = common.keys() - Common.__annotations__.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} takes no argument {min(unknown)!r}")
        self.key = common.get("key", "")
        self.flex = common.get("flex", 0.0)
        self.width = common.get("width")
        self.height = common.get("height")
        self.min_width = common.get("min_width", 0)
        self.max_width = common.get("max_width")
        self.min_height = common.get("min_height", 0)
        self.max_height = common.get("max_height")
        self.align = common.get("align")
        self.visible = common.get("visible", True)
        self.enabled = common.get("enabled", True)
        self.autofocus = common.get("autofocus", False)
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.parent: Widget | None = None
        self.ui: Ui | None = None
        self._asked_in = -1
        self._across: Item | None = None
        self._down: dict[int, Item] = {}

    # --- the tree

    def children(self) -> tuple[Widget, ...]:
        """Give the widgets inside this one, in reading order."""
        return ()

    def walk(self) -> Iterator[Widget]:
        """Go through this widget and all visible ones inside it, in reading order."""
        if not self.visible:
            return
        yield self
        for child in self.children():
            yield from child.walk()

    def attach(self, ui: Ui, parent: Widget | None) -> None:
        """Join a window; called for the whole tree before it is laid out."""
        self.ui, self.parent = ui, parent
        for child in self.children():
            child.attach(ui, self)

    def adopt(self, old: Widget) -> None:
        """Take over what the player did to the widget that stood here before a rebuild (caret, scroll)."""

    def reopen(self, popup: Widget) -> None:
        """Open again the list that the widget before this one had open."""

    def dismiss(self) -> None:
        """Go away, where that is a thing it can do (lists, dialogs)."""

    # --- size

    def content_width(self, ui: Ui) -> int:
        """Give the width in pixels it would like."""
        return 0

    def content_minimum(self, ui: Ui) -> int:
        """Give the least width in pixels it can do with."""
        return 0

    def content_height(self, ui: Ui, width: int) -> int:
        """Give the height in pixels it needs at a width."""
        return 0

    def least_height(self, ui: Ui, width: int) -> int:
        """Give the height in pixels it can be squeezed to; scrolling things can do with less."""
        return self.content_height(ui, width)

    def across_item(self, ui: Ui) -> Item:
        """Say what it asks for horizontally; worked out once in a layout."""
        self._forget_old(ui)
        if self._across is None:
            self._across = self._ask_across(ui)
        return self._across

    def down_item(self, ui: Ui, width: int) -> Item:
        """Say what it asks for vertically at a width; worked out once in a layout."""
        self._forget_old(ui)
        found = self._down.get(width)
        if found is None:
            found = self._down[width] = self._ask_down(ui, width)
        return found

    def _forget_old(self, ui: Ui) -> None:
        # Boxes ask their children more than once: unremembered, the work doubles with every level.
        if self._asked_in != ui.layouts:
            self._asked_in, self._across = ui.layouts, None
            self._down.clear()

    def _ask_across(self, ui: Ui) -> Item:
        top = NO_LIMIT if self.max_width is None else ui.length(self.max_width)
        low = min(ui.length(self.min_width), top)
        if self.width is not None:
            fixed = ui.length(self.width)
            return Item(fixed, min(fixed, max(low, self.content_minimum(ui))), max(fixed, low), self.flex)
        basis = min(max(self.content_width(ui), low), top)
        return Item(basis, min(max(low, self.content_minimum(ui)), top), top, self.flex)

    def _ask_down(self, ui: Ui, width: int) -> Item:
        top = NO_LIMIT if self.max_height is None else ui.length(self.max_height)
        low = min(ui.length(self.min_height), top)
        if self.height is not None:
            fixed = ui.length(self.height)
            return Item(fixed, fixed, max(fixed, low) if not self.flex else top, self.flex)
        basis = min(max(self.content_height(ui, width), low), top)
        return Item(basis, min(max(low, self.least_height(ui, width)), top), top, self.flex)

    def place(self, ui: Ui, rect: pygame.Rect) -> None:
        """Take a place in the window; containers place what is inside them."""
        self.rect = rect

    def shift(self, dx: int, dy: int) -> None:
        """Move with everything inside it."""
        self.rect = self.rect.move(dx, dy)
        for child in self.children():
            child.shift(dx, dy)

    # --- drawing

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        """Draw itself and what is inside it at `self.rect`, within the surface's clip."""
        clip = surface.get_clip()
        margin = ui.px(16)
        for child in self.children():
            if child.visible and child.rect.inflate(margin, margin).colliderect(clip):
                child.draw(ui, surface)

    def damage_rect(self) -> pygame.Rect:
        """Give the part of the window to draw again when this widget changes (room for ring and shadow)."""
        return self.rect.inflate(24, 24)

    def invalidate(self) -> None:
        """Have this widget drawn again."""
        if self.ui is not None:
            self.ui.damage(self.damage_rect())

    def relayout(self) -> None:
        """Have everything laid out and drawn again."""
        if self.ui is not None:
            self.ui.relayout()

    # --- behaviour

    @property
    def focusable(self) -> bool:
        """Whether the focus can rest here now."""
        return self.can_focus and self.visible and self.enabled

    @property
    def has_focus(self) -> bool:
        """Whether keys go here."""
        return self.ui is not None and self.ui.focused is self

    def name(self) -> str:
        """Give the words this widget is found and announced by."""
        return ""

    def describe(self) -> str:
        """Give what is announced when the focus comes here."""
        return ", ".join(part for part in (self.name(), self.role) if part)

    def identity(self) -> tuple[str, str]:
        """Give what a rebuilt widget is recognised by."""
        return type(self).__name__, self.key or self.name()

    def on_focus(self, gained: bool) -> None:
        """Called when the focus comes or goes."""

    def on_key(self, event: pygame.Event) -> bool:
        """Answer a KEYDOWN while focused; True if it was used."""
        return False

    def on_text(self, text: str) -> bool:
        """Answer typed text while focused; True if it was used."""
        return False

    def takes_mouse(self) -> bool:
        """Whether a press here is its own (else its parent's)."""
        return self.focusable

    def on_press(self, at: tuple[int, int]) -> bool:
        """Answer a press of the left button; True to get `on_drag` and `on_release`."""
        return False

    def on_drag(self, at: tuple[int, int]) -> None:
        """Answer the mouse moving while the button is held."""

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        """Answer the button coming up; `inside`: still over this widget."""

    def on_hover(self, at: tuple[int, int] | None) -> None:
        """Answer the mouse moving over it; None: it has left."""

    def on_wheel(self, steps: float) -> bool:
        """Answer the wheel, up positive; True if something moved."""
        return False

    def tick(self, dt: float) -> bool:
        """Move on by `dt` seconds; True while there is more to move. Called after `ui.animate(self)`."""
        return False


__all__ = ["Action", "Align", "Common", "Em", "Length", "Widget"]
