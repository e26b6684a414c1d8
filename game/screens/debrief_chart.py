"""The meters over an attempt, with every choice marked by how it is judged; a choice is picked on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Unpack

from game.learning.debrief import Debrief
from game.scenario.model import Customer
from game.screens.chart import Chart, Series, draw_chart, plot_rect, step_x
from game.screens.debrief_words import Look, look_of
from game.screens.pygame_import import pygame
from game.screens.widgets_base import Common, Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

_LEAST_MARK = 5
_STEPS = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}


def chart_of(result: Debrief, customer: Customer) -> Chart:
    """Make the chart of one customer's meters."""
    first = 3 * customer.index
    trust, loyalty, tension = (
        tuple(float(meters[first + place]) for meters in result.series) for place in range(3)
    )
    return Chart(
        (
            Series("Trust", trust, "trust", "circle"),
            Series("Loyalty", loyalty, "loyalty", "diamond"),
            Series("Tension", tension, "tension", "triangle"),
        ),
        ("", *(str(step.index + 1) for step in result.steps)),
    )


class AttemptChart(Widget):
    """A chart on which the mark of a choice can be clicked, or reached by left and right."""

    role = "chart"
    can_focus = True

    def __init__(
        self,
        chart: Chart,
        marks: Sequence[Look],
        selected: int | None,
        on_select: Callable[[int], object],
        **common: Unpack[Common],
    ) -> None:
        """Show `chart`; `marks` are the judgements of its choices, the first at the chart's step 1."""
        super().__init__(**common)
        self.chart, self.marks, self.selected, self.on_select = chart, tuple(marks), selected, on_select

    def name(self) -> str:
        return "Meters over the attempt"

    def describe(self) -> str:
        return f"{self.name()}: {self.chart.in_words()}. Left and right go from choice to choice"

    def content_width(self, ui: Ui) -> int:
        return ui.px(300)

    def content_minimum(self, ui: Ui) -> int:
        return ui.px(160)

    def content_height(self, ui: Ui, width: int) -> int:
        return ui.px(230)

    def least_height(self, ui: Ui, width: int) -> int:
        return ui.px(120)

    # --- picking

    def mark_x(self, index: int) -> int:
        """Give where the mark of a choice is drawn, in pixels of the window."""
        return 0 if self.ui is None else step_x(self._plot(self.ui), self.chart, index + 1)

    def nearest(self, x: int) -> int | None:
        """Give the choice whose mark is nearest to a place across; None without choices."""
        return min(range(len(self.marks)), key=lambda index: abs(self.mark_x(index) - x), default=None)

    def on_press(self, at: tuple[int, int]) -> bool:
        return True

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        found = self.nearest(at[0]) if inside else None
        if found is not None:
            self.on_select(found)

    def on_key(self, event: pygame.Event) -> bool:
        if event.key not in _STEPS or not self.marks:
            return False
        by = _STEPS[event.key]
        wanted = self.selected + by if self.selected is not None else 0
        if not 0 <= wanted < len(self.marks):
            return False
        self.on_select(wanted)
        return True

    # --- drawing

    def _strip(self, ui: Ui) -> int:
        """How high the row of marks is."""
        return self._mark_side(ui) + ui.px(9)

    def _mark_side(self, ui: Ui) -> int:
        return ui.text_px("small")

    def _chart_rect(self, ui: Ui) -> pygame.Rect:
        rect = self.rect.copy()
        rect.h -= self._strip(ui)
        return rect

    def _plot(self, ui: Ui) -> pygame.Rect:
        return plot_rect(ui, self._chart_rect(ui), self.chart)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        self._draw_band(ui, surface)
        draw_chart(ui, surface, self._chart_rect(ui), self.chart)
        self._draw_marks(ui, surface)
        if self.has_focus and ui.shows_focus:
            ui.paint.ring(surface, self.rect, ui.px(8), ui.theme.focus, ui.px(3), ui.px(3))

    def _draw_band(self, ui: Ui, surface: pygame.Surface) -> None:
        """Tint what the selected choice moved: from the meters before it to those after."""
        if self.selected is None:
            return
        plot = self._plot(ui)
        left, right = (step_x(plot, self.chart, self.selected + by) for by in (0, 1))
        band = pygame.Rect(left, plot.y, right - left, plot.h)
        surface.fill(ui.theme.accent_soft, band)
        edge = max(ui.border, 2)
        surface.fill(ui.theme.accent, (right - edge // 2, plot.y, edge, plot.h))

    def _draw_marks(self, ui: Ui, surface: pygame.Surface) -> None:
        if not self.marks:
            return
        plot = self._plot(ui)
        room = plot.w // max(1, len(self.marks))
        side = max(ui.px(_LEAST_MARK), min(self._mark_side(ui), room - ui.px(4)))
        middle = self.rect.bottom - self._strip(ui) // 2
        for index, look in enumerate(self.marks):
            x = step_x(plot, self.chart, index + 1)
            if index == self.selected:
                box = pygame.Rect(0, 0, side + ui.px(8), side + ui.px(8))
                box.center = (x, middle)
                ui.paint.panel(
                    surface, box, ui.px(6), ui.theme.accent_soft, ui.theme.accent, max(ui.border, 2)
                )
            at = x - side // 2, middle - side // 2
            ui.paint.icon(surface, look.icon, at, side, ui.theme.colour(look.colour))


def attempt_chart(
    result: Debrief,
    customer: Customer,
    selected: int | None,
    on_select: Callable[[int], object],
    **common: Unpack[Common],
) -> AttemptChart:
    """Make the chart of an attempt for one customer."""
    marks = [look_of(step) for step in result.steps]
    return AttemptChart(chart_of(result, customer), marks, selected, on_select, **common)
