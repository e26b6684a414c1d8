"""A line chart of a few series, told apart by marker and place in the legend as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from game.screens.pygame_import import pygame
from game.screens.theme import Token
from game.screens.ui import Ui
from game.screens.widgets_base import Length
from game.screens.widgets_text import Picture

Marker = Literal["circle", "square", "diamond", "triangle"]
MARKERS: tuple[Marker, ...] = ("circle", "square", "diamond", "triangle")
SUPERSAMPLE = 3


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, a value for each step, a colour and the shape of its points."""

    name: str
    values: tuple[float, ...]
    colour: Token
    marker: Marker = "circle"


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: series over steps, and the range of values in `low` to `high`."""

    series: tuple[Series, ...]
    steps: tuple[str, ...]  # a short label below each step; empty ones are left out
    low: float = 0
    high: float = 100
    marked: int | None = None  # a step to point out by an upright line
    x_title: str = ""

    def in_words(self) -> str:
        """Say how each series runs, for those who do not see it."""
        return "; ".join(
            f"{line.name} from {line.values[0]:g} to {line.values[-1]:g}"
            for line in self.series
            if line.values
        )


def chart_picture(
    series: Sequence[Series],
    *,
    steps: Sequence[str] | None = None,
    low: float = 0,
    high: float = 100,
    marked: int | None = None,
    x_title: str = "",
    height: Length = 240,
    flex: float = 0,
    key: str = "",
) -> Picture:
    """Give a picture that draws the chart in the theme's colours; `steps` are 1, 2, 3 … if not given."""
    count = max((len(line.values) for line in series), default=0)
    labels = tuple(steps) if steps is not None else tuple(str(index) for index in range(count))
    chart = Chart(tuple(series), labels, low, high, marked, x_title)
    return Picture(
        draw=lambda ui, surface, rect: draw_chart(ui, surface, rect, chart),
        alt=chart.in_words(),
        height=height,
        flex=flex,
        key=key,
    )


def draw_chart(ui: Ui, surface: pygame.Surface, rect: pygame.Rect, chart: Chart) -> None:
    """Draw a chart into a rectangle: legend above, scale at the left, steps below."""
    _draw_legend(ui, surface, rect, chart)
    plot = plot_rect(ui, rect, chart)
    if plot.w < 20 or plot.h < 20:
        return
    _draw_scale(ui, surface, plot, chart)
    _draw_steps(ui, surface, plot, chart)
    key = (chart, plot.size, ui.theme.name, ui.scale)
    surface.blit(ui.paint.cached(key, lambda: _lines(ui, plot.size, chart)), _margin(ui, plot).topleft)


def plot_rect(ui: Ui, rect: pygame.Rect, chart: Chart) -> pygame.Rect:
    """Give where the lines themselves are drawn, for a chart drawn into `rect`."""
    size = ui.text_px("caption")
    line = ui.paint.line_height(size, 1.3)
    top = _legend_places(ui, rect, chart)[1] + ui.space(14)
    left = rect.x + ui.paint.text_width(f"{chart.high:g}", size) + ui.px(18)
    below = line + ui.space(4) + (line if chart.x_title else 0)
    return pygame.Rect(left, top, rect.right - left - ui.space(12), rect.bottom - below - top)


def step_x(plot: pygame.Rect, chart: Chart, step: int) -> int:
    """Give where a step lies across the plot, in pixels of the window."""
    return plot.x + round(_place_of(step, chart, plot.w))


def _legend_places(ui: Ui, rect: pygame.Rect, chart: Chart) -> tuple[list[tuple[int, int]], int]:
    """Give where the name of each series begins, on a new line where needed, and where the legend ends."""
    size = ui.text_px("small")
    line = ui.paint.line_height(size, 1.3)
    x, y = rect.x, rect.y
    places: list[tuple[int, int]] = []
    for series in chart.series:
        wide = round(size * 0.8) + ui.space(6) + ui.paint.text_width(series.name, size, True)
        if x > rect.x and x + wide > rect.right:
            x, y = rect.x, y + line
        places.append((x, y))
        x += wide + ui.space(20)
    return places, y + line


def _draw_legend(ui: Ui, surface: pygame.Surface, rect: pygame.Rect, chart: Chart) -> None:
    """Draw marker and name of each series."""
    size = ui.text_px("small")
    line = ui.paint.line_height(size, 1.3)
    side = round(size * 0.8)
    for series, (x, y) in zip(chart.series, _legend_places(ui, rect, chart)[0], strict=True):
        colour = ui.theme.colour(series.colour)
        ui.paint.icon(surface, series.marker, (x, y + (line - side) // 2), side, colour)
        ui.paint.text(surface, series.name, (x + side + ui.space(6), y), size, ui.theme.ink, bold=True)


def _height_of(value: float, chart: Chart, high_px: int) -> float:
    span = (chart.high - chart.low) or 1
    return high_px * (1 - (min(max(value, chart.low), chart.high) - chart.low) / span)


def _place_of(step: int, chart: Chart, wide_px: int) -> float:
    return wide_px * step / max(1, len(chart.steps) - 1)


def _draw_scale(ui: Ui, surface: pygame.Surface, plot: pygame.Rect, chart: Chart) -> None:
    size = ui.text_px("caption")
    line = ui.paint.line_height(size, 1.3)
    parts = 4 if plot.h > 5 * line else 2
    for part in range(parts + 1):
        value = chart.low + (chart.high - chart.low) * part / parts
        y = plot.y + round(_height_of(value, chart, plot.h))
        surface.fill(ui.theme.edge if part == 0 else ui.theme.line, (plot.x, y, plot.w, 1))
        text = f"{value:g}"
        left = plot.x - ui.px(14) - ui.paint.text_width(text, size)
        ui.paint.text(surface, text, (left, y - line // 2), size, ui.theme.ink_soft)


def _draw_steps(ui: Ui, surface: pygame.Surface, plot: pygame.Rect, chart: Chart) -> None:
    """Draw the labels below; where they would touch, only every second, third …"""
    size = ui.text_px("caption")
    widest = max((ui.paint.text_width(label, size) for label in chart.steps), default=0) + ui.space(8)
    room = plot.w / max(1, len(chart.steps) - 1)
    every = max(1, -(-widest // max(1, int(room))))
    for step, label in enumerate(chart.steps):
        x = step_x(plot, chart, step)
        if step == chart.marked:
            surface.fill(ui.theme.accent, (x - 1, plot.y, max(2, ui.px(2)), plot.h))
        if step % every == 0 and label:
            wide = ui.paint.text_width(label, size)
            at = (min(x - wide // 2, plot.right - wide + ui.space(12)), plot.bottom + ui.space(4))
            ui.paint.text(surface, label, at, size, ui.theme.ink_soft)
    if chart.x_title:
        wide = ui.paint.text_width(chart.x_title, size)
        below = plot.bottom + ui.space(4) + ui.paint.line_height(size, 1.3)
        ui.paint.text(surface, chart.x_title, (plot.centerx - wide // 2, below), size, ui.theme.ink_soft)


def _margin(ui: Ui, plot: pygame.Rect) -> pygame.Rect:
    """The plot with room for points at its edges."""
    return plot.inflate(2 * ui.px(8), 2 * ui.px(8))


def _lines(ui: Ui, plot_size: tuple[int, int], chart: Chart) -> pygame.Surface:
    """Draw the series large and shrink them: pygame's own lines are jagged."""
    margin, scale = ui.px(8), SUPERSAMPLE
    size = plot_size[0] + 2 * margin, plot_size[1] + 2 * margin
    result = pygame.Surface(size, pygame.SRCALPHA)
    for series in chart.series:
        colour = ui.theme.colour(series.colour)
        large = pygame.Surface((size[0] * scale, size[1] * scale), pygame.SRCALPHA)
        large.fill((*colour, 0))
        points = [
            (
                (margin + _place_of(step, chart, plot_size[0])) * scale,
                (margin + _height_of(value, chart, plot_size[1])) * scale,
            )
            for step, value in enumerate(series.values)
        ]
        _draw_line(large, points, (*colour, 255), ui.px(3) * scale)
        for x, y in points if len(points) <= 60 else points[-1:]:
            _draw_marker(large, series.marker, (x, y), ui.px(6) * scale, (*colour, 255))
        result.blit(pygame.transform.smoothscale(large, size), (0, 0))
    return result


def _draw_line(
    surface: pygame.Surface,
    points: Sequence[tuple[float, float]],
    colour: tuple[int, int, int, int],
    width: int,
) -> None:
    for start, end in pairwise(points):
        pygame.draw.line(surface, colour, start, end, width)
        pygame.draw.circle(surface, colour, end, width // 2)


def _draw_marker(
    surface: pygame.Surface,
    marker: Marker,
    at: tuple[float, float],
    radius: int,
    colour: tuple[int, int, int, int],
) -> None:
    x, y = at
    if marker == "circle":
        pygame.draw.circle(surface, colour, at, radius)
        return
    shapes: dict[Marker, tuple[tuple[float, float], ...]] = {
        "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
        "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
        "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
    }
    pygame.draw.polygon(surface, colour, [(x + dx * radius, y + dy * radius) for dx, dy in shapes[marker]])


__all__ = ["MARKERS", "Chart", "Marker", "Series", "chart_picture", "draw_chart", "plot_rect", "step_x"]
