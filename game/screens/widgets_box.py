"""Row and Column: boxes that lay out what is inside them, with an optional frame and backdrop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Unpack

from game.screens import layout
from game.screens.layout import Align, Item, Justify
from game.screens.pygame_import import pygame
from game.screens.theme import RADIUS_L, RADIUS_M, SPACE_M, Token
from game.screens.widgets_base import Common, Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

Frame = Literal["none", "card", "flat", "well", "tint", "bubble", "bar"]
Tail = Literal["left", "right", "top", "bottom"]
Padding = float | tuple[float, float]
_FILL: dict[Frame, Token] = {
    "card": "card",
    "flat": "card",
    "well": "sunken",
    "tint": "accent_soft",
    "bubble": "raised",
    "bar": "card",
}


class Box(Widget):
    """What rows and columns share: children, padding, frame and backdrop."""

    def __init__(
        self,
        items: Sequence[Widget | None],
        *,
        gap: float = SPACE_M,
        padding: Padding = 0,
        cross: Align = "stretch",
        justify: Justify = "start",
        frame: Frame = "none",
        tail: Tail = "left",
        tail_at: float = 0.5,
        backdrop: Widget | None = None,
        **common: Unpack[Common],
    ) -> None:
        """Hold `items` (None is left out), `gap` design pixels apart.

        `padding` is one number, or (horizontal, vertical). `cross` aligns across the axis unless a child
        says otherwise. `frame`: card (with shadow), flat (card without), well (sunken), tint, bar (square),
        bubble (speech; its `tail` on that side, `tail_at` 0 to 1 along it). `backdrop` is drawn behind,
        filling the box.
        """
        super().__init__(**common)
        self.items = [item for item in items if item is not None]
        self.gap, self.padding, self.cross, self.justify = gap, padding, cross, justify
        self.frame, self.tail, self.tail_at, self.backdrop = frame, tail, tail_at, backdrop

    def children(self) -> tuple[Widget, ...]:
        return tuple(self.items) if self.backdrop is None else (self.backdrop, *self.items)

    def shown(self) -> list[Widget]:
        """Give the children that take up room."""
        return [item for item in self.items if item.visible]

    def pads(self, ui: Ui) -> tuple[int, int]:
        """Give the padding in pixels: (horizontal, vertical)."""
        across, down = self.padding if isinstance(self.padding, tuple) else (self.padding, self.padding)
        return ui.space(across), ui.space(down)

    def place(self, ui: Ui, rect: pygame.Rect) -> None:
        self.rect = rect
        if self.backdrop is not None:
            self.backdrop.place(ui, rect.copy())
        pad_x, pad_y = self.pads(ui)
        self.arrange(ui, rect.inflate(-2 * pad_x, -2 * pad_y))

    def arrange(self, ui: Ui, inner: pygame.Rect) -> None:
        """Place the children inside `inner`."""

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        self._draw_frame(ui, surface)
        super().draw(ui, surface)

    def _draw_frame(self, ui: Ui, surface: pygame.Surface) -> None:
        if self.frame == "none":
            return
        theme, paint = ui.theme, ui.paint
        fill = theme.colour(_FILL[self.frame])
        edge = theme.edge if theme.name == "contrast" else theme.line
        radius = ui.px(RADIUS_L if self.frame in ("card", "bubble") else RADIUS_M)
        if self.frame == "bar":
            surface.fill(fill, self.rect)
            surface.fill(edge, (self.rect.x, self.rect.bottom - ui.border, self.rect.w, ui.border))
        elif self.frame == "bubble":
            paint.shadow(surface, self.rect, radius, ui.px(10), theme)
            length = ui.px(20)
            along = self.rect.h if self.tail in ("left", "right") else self.rect.w
            room = max(0, along - 2 * radius - length)
            place = (self.tail, radius + round(room * self.tail_at), length)
            paint.bubble(surface, self.rect, radius, fill, edge, ui.border, place)
        else:
            if self.frame == "card":
                paint.shadow(surface, self.rect, radius, ui.px(12), theme)
            quiet = self.frame in ("well", "tint") and theme.name != "contrast"
            paint.panel(surface, self.rect, radius, fill, None if quiet else edge, ui.border)


class Column(Box):
    """Children below one another. With a fixed height, those with `flex` share what is left."""

    def content_width(self, ui: Ui) -> int:
        widest = max((item.across_item(ui).basis for item in self.shown()), default=0)
        return widest + 2 * self.pads(ui)[0]

    def content_minimum(self, ui: Ui) -> int:
        widest = max((item.across_item(ui).minimum for item in self.shown()), default=0)
        return widest + 2 * self.pads(ui)[0]

    def _child_width(self, ui: Ui, item: Widget, room: int) -> tuple[int, int]:
        """Give (offset, width) of a child in `room` pixels."""
        asked = item.across_item(ui)
        align = item.align or self.cross
        if align == "stretch" and item.width is None and asked.maximum >= room:
            return 0, room
        basis = room if align == "stretch" and item.width is None else asked.basis
        size = min(basis, asked.maximum, room)
        return layout.across(size, room, "start" if align == "stretch" else align)

    def _heights(self, ui: Ui, inner_width: int) -> list[Item]:
        return [item.down_item(ui, self._child_width(ui, item, inner_width)[1]) for item in self.shown()]

    def content_height(self, ui: Ui, width: int) -> int:
        pad_x, pad_y = self.pads(ui)
        heights = [item.basis for item in self._heights(ui, width - 2 * pad_x)]
        return sum(heights) + ui.space(self.gap) * max(0, len(heights) - 1) + 2 * pad_y

    def least_height(self, ui: Ui, width: int) -> int:
        pad_x, pad_y = self.pads(ui)
        heights = [item.minimum for item in self._heights(ui, width - 2 * pad_x)]
        return sum(heights) + ui.space(self.gap) * max(0, len(heights) - 1) + 2 * pad_y

    def arrange(self, ui: Ui, inner: pygame.Rect) -> None:
        items, gap = self.shown(), ui.space(self.gap)
        sizes = layout.share(self._heights(ui, inner.w), inner.h, gap)
        tops = layout.offsets(sizes, inner.h, gap, self.justify)
        for item, size, top in zip(items, sizes, tops, strict=True):
            left, width = self._child_width(ui, item, inner.w)
            item.place(ui, pygame.Rect(inner.x + left, inner.y + top, width, size))


class Row(Box):
    """Children beside one another. `wrap=True` goes on to a new line where there is no room."""

    def __init__(
        self,
        items: Sequence[Widget | None],
        *,
        wrap: bool = False,
        gap: float = SPACE_M,
        padding: Padding = 0,
        cross: Align = "centre",
        justify: Justify = "start",
        frame: Frame = "none",
        tail: Tail = "left",
        tail_at: float = 0.5,
        backdrop: Widget | None = None,
        **common: Unpack[Common],
    ) -> None:
        """Hold `items`; see `Column` for the arguments, which are the same but for `cross` (centre)."""
        super().__init__(
            items,
            gap=gap,
            padding=padding,
            cross=cross,
            justify=justify,
            frame=frame,
            tail=tail,
            tail_at=tail_at,
            backdrop=backdrop,
            **common,
        )
        self.wrap = wrap

    def _asked(self, ui: Ui) -> list[Item]:
        return [item.across_item(ui) for item in self.shown()]

    def _total(self, ui: Ui, widths: list[int]) -> int:
        return sum(widths) + ui.space(self.gap) * max(0, len(widths) - 1) + 2 * self.pads(ui)[0]

    def content_width(self, ui: Ui) -> int:
        return self._total(ui, [item.basis for item in self._asked(ui)])

    def content_minimum(self, ui: Ui) -> int:
        widths = [item.minimum for item in self._asked(ui)]
        return max(widths, default=0) + 2 * self.pads(ui)[0] if self.wrap else self._total(ui, widths)

    def _lines(self, ui: Ui, room: int) -> list[list[tuple[Widget, int]]]:
        """Give the lines of (child, width) for a width in pixels."""
        items, asked, gap = self.shown(), self._asked(ui), ui.space(self.gap)
        groups = (
            layout.flow([max(item.basis, item.minimum) for item in asked], room, gap)
            if self.wrap
            else [list(range(len(items)))]
        )
        return [
            list(
                zip(
                    [items[index] for index in group],
                    layout.share([asked[index] for index in group], room, gap),
                    strict=True,
                )
            )
            for group in groups
            if group
        ]

    def _line_height(self, ui: Ui, line: list[tuple[Widget, int]], least: bool) -> int:
        asked = [item.down_item(ui, width) for item, width in line]
        return max((item.minimum if least else item.basis for item in asked), default=0)

    def _height(self, ui: Ui, width: int, least: bool) -> int:
        pad_x, pad_y = self.pads(ui)
        lines = self._lines(ui, width - 2 * pad_x)
        total = sum(self._line_height(ui, line, least) for line in lines)
        return total + ui.space(self.gap) * max(0, len(lines) - 1) + 2 * pad_y

    def content_height(self, ui: Ui, width: int) -> int:
        return self._height(ui, width, least=False)

    def least_height(self, ui: Ui, width: int) -> int:
        return self._height(ui, width, least=True)

    def arrange(self, ui: Ui, inner: pygame.Rect) -> None:
        gap, top = ui.space(self.gap), inner.y
        lines = self._lines(ui, inner.w)
        for line in lines:
            high = inner.h if len(lines) == 1 else self._line_height(ui, line, least=False)
            widths = [width for _, width in line]
            lefts = layout.offsets(widths, inner.w, gap, self.justify)
            for (item, width), left in zip(line, lefts, strict=True):
                asked = item.down_item(ui, width)
                align = item.align or self.cross
                fixed = item.height is not None and not item.flex
                basis = asked.basis if align != "stretch" or fixed else min(high, asked.maximum)
                offset, size = layout.across(min(basis, high), high, "start" if align == "stretch" else align)
                item.place(ui, pygame.Rect(inner.x + left, top + offset, width, size))
            top += high + gap
