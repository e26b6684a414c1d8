"""Table: rows drawn only where they are seen, so that ten thousand cost what twenty do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from game.screens import layout
from game.screens.layout import Item, Length
from game.screens.paint import TextAlign
from game.screens.pygame_import import pygame
from game.screens.theme import RADIUS_M
from game.screens.widgets_base import Common, Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

BAR = 12
Cell = Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its title, its least width (a share of the rest with `flex`), and how its cells stand."""

    title: str
    width: Length
    flex: float = 0
    text_align: TextAlign = "left"


class Table(Widget):
    """Rows and columns of text; one row is marked by keys or mouse, the player's own stands out."""

    role = "table"
    can_focus = True
    clips = True
    drags = True

    def __init__(
        self,
        label: str,
        columns: Sequence[TableColumn],
        count: int,
        cell: Cell,
        *,
        own: int | None = None,
        empty: str = "Nothing here yet.",
        on_pick: Callable[[int], object] | None = None,
        **common: Unpack[Common],
    ) -> None:
        """Show `count` rows; `cell(row, column)` gives a text, asked only for what is seen.

        `own` is a row to highlight and to begin at (with a mark beside it, not by colour alone). `on_pick`
        gets the row of Enter or of a click.
        """
        super().__init__(**common)
        self.label, self.columns, self.count, self.cell = label, list(columns), count, cell
        self.own, self.empty, self.on_pick = own, empty, on_pick
        self.marked = own if own is not None else 0
        self.offset = 0  # pixels
        self._row_px = self._head_px = 1
        self._placed = False
        self._kept_rows: float | None = None  # rows above the view before a rebuild, whatever their height
        self._grabbed: tuple[int, int] | None = None
        self._pressed_row = -1

    def name(self) -> str:
        return self.label

    def describe(self) -> str:
        if not self.count:
            return f"{self.label}, {self.empty}"
        return f"{self.label}, {self.row_text(self.marked)}, row {self.marked + 1} of {self.count}"

    def row_text(self, row: int) -> str:
        """Give a row as words."""
        return ", ".join(
            f"{column.title} {self.cell(row, index)}" for index, column in enumerate(self.columns)
        )

    def adopt(self, old: Widget) -> None:
        if isinstance(old, Table) and old.count == self.count and old.own == self.own:
            self.marked, self._placed = old.marked, True
            self._grabbed, self._pressed_row = old._grabbed, old._pressed_row
            self._kept_rows = old.offset / old._row_px

    # --- size

    def content_width(self, ui: Ui) -> int:
        return sum(ui.length(column.width) for column in self.columns) + ui.px(BAR) + 2 * ui.space(12)

    def content_minimum(self, ui: Ui) -> int:
        return ui.text_px("body") * 10

    def content_height(self, ui: Ui, width: int) -> int:
        self._measure(ui)
        return self._head_px + max(1, min(self.count, 12)) * self._row_px + ui.px(6)

    def least_height(self, ui: Ui, width: int) -> int:
        self._measure(ui)
        return self._head_px + min(3, max(1, self.count)) * self._row_px

    def _measure(self, ui: Ui) -> None:
        self._row_px = ui.paint.line_height(ui.text_px("body"), 1.3) + ui.space(8)
        self._head_px = ui.paint.line_height(ui.text_px("small"), 1.3) + ui.space(12)

    def place(self, ui: Ui, rect: pygame.Rect) -> None:
        self.rect = rect
        self._measure(ui)
        if not self._placed:
            self._placed = True
            self._kept_rows = None
            seen = self._view().h // self._row_px
            self.offset = (self.marked - seen // 2) * self._row_px
        if self._kept_rows is not None:
            self.offset, self._kept_rows = round(self._kept_rows * self._row_px), None
        self.offset = min(max(self.offset, 0), self._overflow())

    def _view(self) -> pygame.Rect:
        """The part where rows are seen."""
        top = self.rect.y + self._head_px
        return pygame.Rect(self.rect.x, top, self.rect.w, max(0, self.rect.bottom - top - 3))

    def _overflow(self) -> int:
        return max(0, self.count * self._row_px - self._view().h)

    # --- moving

    def mark(self, row: int) -> None:
        """Mark a row, bring it into view and announce it."""
        if not self.count:
            return
        self.marked = min(max(row, 0), self.count - 1)
        top, high = self.marked * self._row_px, self._view().h
        self.offset = min(max(self.offset, top + self._row_px - high), top)
        self.invalidate()
        if self.ui is not None:
            self.ui.announce(self.row_text(self.marked))

    def scroll_pages(self, pages: float) -> bool:
        """Move by a share of the view; True if it moved."""
        return self._scroll_to(self.offset + round(self._view().h * pages))

    def _scroll_to(self, offset: float) -> bool:
        wanted = min(max(round(offset), 0), self._overflow())
        moved = wanted != self.offset
        self.offset = wanted
        if moved:
            self.invalidate()
        return moved

    def on_key(self, event: pygame.Event) -> bool:
        page = max(1, self._view().h // self._row_px - 1)
        moves = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_PAGEUP: -page, pygame.K_PAGEDOWN: page}
        if event.key in moves:
            wanted = self.marked + moves[event.key]
            if abs(moves[event.key]) == 1 and not 0 <= wanted < self.count:
                return False
            self.mark(wanted)
        elif event.key in (pygame.K_HOME, pygame.K_END):
            self.mark(0 if event.key == pygame.K_HOME else self.count - 1)
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.on_pick is not None and self.count:
            self.on_pick(self.marked)
        else:
            return False
        return True

    def on_wheel(self, steps: float) -> bool:
        return self._scroll_to(self.offset - steps * self._row_px * 2)

    def on_press(self, at: tuple[int, int]) -> bool:
        self._pressed_row = -1
        if self.ui is not None and self._overflow() and at[0] >= self.rect.right - self.ui.px(BAR + 4):
            if not self._thumb(self.ui).inflate(8, 0).collidepoint(at):
                view = self._view()
                self._scroll_to((at[1] - view.y) / max(1, view.h) * self.count * self._row_px - view.h / 2)
            self._grabbed = (at[1], self.offset)
        elif self._view().collidepoint(at):
            row = (at[1] - self._view().y + self.offset) // self._row_px
            if row < self.count:
                self._pressed_row = row
                self.mark(row)
        return True

    def on_drag(self, at: tuple[int, int]) -> None:
        if self._grabbed is not None:
            high = max(1, self._view().h)
            self._scroll_to(self._grabbed[1] + (at[1] - self._grabbed[0]) * self.count * self._row_px / high)

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        self._grabbed = None
        row, self._pressed_row = self._pressed_row, -1
        if row >= 0 and inside and self.on_pick is not None:
            self.on_pick(row)

    # --- drawing

    def _thumb(self, ui: Ui) -> pygame.Rect:
        view = self._view()
        high = max(ui.px(28), view.h * view.h // max(1, self.count * self._row_px))
        top = view.y + (view.h - high) * self.offset // max(1, self._overflow())
        return pygame.Rect(self.rect.right - ui.px(BAR - 3), top, ui.px(BAR - 6), high)

    def _columns(self, ui: Ui) -> list[tuple[int, int]]:
        """Give (left, width) of each column in pixels."""
        pad, gap = ui.space(12), ui.space(14)
        room = self.rect.w - 2 * pad - (ui.px(BAR) if self._overflow() else 0)
        # Where even the least widths do not fit, all give way.
        items = [
            Item(ui.length(c.width), ui.length(c.width) if c.flex else ui.length(c.width) // 2, flex=c.flex)
            for c in self.columns
        ]
        widths = layout.share(items, room, gap)
        return [
            (self.rect.x + pad + left, width)
            for left, width in zip(layout.offsets(widths, room, gap), widths, strict=True)
        ]

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        theme, radius = ui.theme, ui.px(RADIUS_M)
        edge = theme.edge if theme.name == "contrast" else theme.line
        ui.paint.panel(surface, self.rect, radius, theme.card, edge, ui.border)
        columns = self._columns(ui)
        head = pygame.Rect(self.rect.x, self.rect.y, self.rect.w, self._head_px)
        inner = head.inflate(-2 * ui.border, -2 * ui.border)
        ui.paint.rounded(surface, inner, max(0, radius - ui.border), theme.sunken)
        surface.fill(theme.sunken, (inner.x, inner.centery, inner.w, head.bottom - inner.centery))
        titles = [column.title for column in self.columns]
        self._draw_cells(ui, surface, columns, titles, head, small=True, bold=True)
        clip = surface.get_clip()
        surface.set_clip(clip.clip(self._view()))
        self._draw_rows(ui, surface, columns)
        if self._overflow():
            thumb = self._thumb(ui)
            ui.paint.rounded(surface, thumb, thumb.w // 2, theme.edge)
        surface.set_clip(clip)
        if self.has_focus and ui.shows_focus:
            ui.paint.ring(surface, self.rect, radius, theme.focus, ui.px(3), ui.px(1))

    def _draw_rows(self, ui: Ui, surface: pygame.Surface, columns: list[tuple[int, int]]) -> None:
        theme, view = ui.theme, self._view()
        if not self.count:
            at = (view.x + ui.space(14), view.y + ui.space(10))
            width = max(1, view.w - 2 * ui.space(14))
            ui.paint.text(surface, self.empty, at, ui.text_px("body"), theme.ink_soft, width=width)
            return
        first = self.offset // self._row_px
        last = min(self.count, (self.offset + view.h) // self._row_px + 1)
        for row in range(first, last):
            rect = pygame.Rect(
                view.x + 2, view.y + row * self._row_px - self.offset, view.w - 4, self._row_px
            )
            own = row == self.own
            if own:
                surface.fill(theme.accent_soft, rect)
                surface.fill(theme.accent, (rect.x, rect.y, ui.px(5), rect.h))
            else:
                surface.fill(
                    theme.line, (rect.x + ui.space(10), rect.bottom - 1, rect.w - 2 * ui.space(10), 1)
                )
            if row == self.marked and self.has_focus:
                ui.paint.ring(surface, rect.inflate(-8, -4), ui.px(6), theme.focus, ui.px(2), 0)
            texts = [self.cell(row, index) for index in range(len(self.columns))]
            self._draw_cells(ui, surface, columns, texts, rect, small=False, bold=own)

    def _draw_cells(
        self,
        ui: Ui,
        surface: pygame.Surface,
        columns: list[tuple[int, int]],
        texts: Sequence[str],
        row: pygame.Rect,
        *,
        small: bool,
        bold: bool,
    ) -> None:
        size = ui.text_px("small" if small else "body")
        step = ui.paint.line_height(size, 1.3)
        colour = ui.theme.ink_soft if small else ui.theme.ink
        for column, text, (left, width) in zip(self.columns, texts, columns, strict=True):
            shown = ui.paint.shorten(text, size, bold, width)
            spare = width - ui.paint.text_width(shown, size, bold)
            shift = {"left": 0, "centre": spare // 2, "right": spare}[column.text_align]
            ui.paint.text(surface, shown, (left + shift, row.centery - step // 2), size, colour, bold=bold)
