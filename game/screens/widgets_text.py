"""Label and Picture: what is read and what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from game.screens import richtext
from game.screens.icons import IconName
from game.screens.paint import Paint, TextAlign
from game.screens.pictures import Fit
from game.screens.pygame_import import pygame
from game.screens.theme import BOLD_STYLES, LINE_SPACING, RADIUS_M, TIGHT_SPACING, TextStyle, Theme, Token
from game.screens.widgets_base import Common, Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

Draw = Callable[["Ui", pygame.Surface, pygame.Rect], object]
_PILL_TEXT: dict[Token, Token] = {"good": "good", "bad": "bad", "warn": "warn", "accent": "accent"}
_PILL_GROUND: dict[Token, Token] = {
    "good": "good_soft",
    "bad": "bad_soft",
    "warn": "warn_soft",
    "accent": "accent_soft",
}


class Label(Widget):
    """Text that wraps to the width it is given. `_Emphasis_` is drawn italic unless `rich=False`."""

    role = "text"

    def __init__(
        self,
        text: str,
        style: TextStyle = "body",
        *,
        colour: Token = "ink",
        text_align: TextAlign = "left",
        icon: IconName | None = None,
        pill: bool = False,
        lines: int = 0,
        rich: bool = True,
        **common: Unpack[Common],
    ) -> None:
        """Show `text` in a style of the type scale.

        `icon` stands before the first line. `pill` puts a tinted ground behind (colour good, bad, warn or
        accent; any other gives a neutral one). `lines=1` cuts to one line with an ellipsis.
        """
        super().__init__(**common)
        self._text = text
        self.style, self.colour, self.text_align = style, colour, text_align
        self.icon, self.pill, self.lines, self.rich = icon, pill, lines, rich

    @property
    def text(self) -> str:
        """The text; setting it draws anew, and lays out anew only if the size may have changed."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        if self.ui is None:
            return
        fits = self.content_height(self.ui, self.rect.w) == self.rect.h
        if fits and (self.width is not None or self.content_width(self.ui) <= self.rect.w):
            self.invalidate()
        else:
            self.relayout()

    def name(self) -> str:
        return richtext.plain(self._text)

    def describe(self) -> str:
        return self.name()

    def _lead(self, ui: Ui) -> int:
        return round(ui.text_px(self.style) * 1.4) if self.icon else 0

    def _pad(self, ui: Ui) -> tuple[int, int]:
        size = ui.text_px(self.style)
        return (round(size * 0.6), round(size * 0.16)) if self.pill else (0, 0)

    def _bold(self) -> bool:
        return self.style in BOLD_STYLES

    def content_width(self, ui: Ui) -> int:
        block = ui.paint.block(self._text, ui.text_px(self.style), self._bold(), 1 << 20, self.rich)
        # One pixel of slack: wrapping at exactly the measured width must not break a line.
        return block.width + self._lead(ui) + 2 * self._pad(ui)[0] + 1

    def content_minimum(self, ui: Ui) -> int:
        if self.lines == 1:
            return ui.text_px(self.style) * 3
        word = ui.paint.longest_word(self._text, ui.text_px(self.style), self._bold())
        return min(word, ui.text_px(self.style) * 14) + self._lead(ui) + 2 * self._pad(ui)[0] + 1

    def _spacing(self) -> float:
        return TIGHT_SPACING if self.style in ("title", "display", "heading") else LINE_SPACING

    def content_height(self, ui: Ui, width: int) -> int:
        size = ui.text_px(self.style)
        step = ui.paint.line_height(size, self._spacing())
        inner = width - self._lead(ui) - 2 * self._pad(ui)[0]
        count = 1 if self.lines == 1 else len(self._block(ui, inner).lines)
        return step * count + 2 * self._pad(ui)[1]

    def _block(self, ui: Ui, inner: int) -> richtext.Block:
        return ui.paint.block(self._text, ui.text_px(self.style), self._bold(), max(1, inner), self.rich)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        size, (pad_x, pad_y), lead = ui.text_px(self.style), self._pad(ui), self._lead(ui)
        rect = self.rect
        colour = ui.theme.colour(self.colour if self.enabled else "ink_soft")
        if self.pill:
            ground = ui.theme.colour(_PILL_GROUND.get(self.colour, "sunken"))
            edge = colour if ui.theme.name == "contrast" else ground
            ui.paint.panel(surface, rect, rect.h // 2, ground, edge, ui.border)
        x, inner = rect.x + pad_x + lead, rect.w - lead - 2 * pad_x
        text = self._text
        if self.lines == 1:
            text = ui.paint.shorten(text, size, self._bold(), inner)
        if self.icon:
            step = ui.paint.line_height(size, self._spacing())
            side = round(size * 1.05)
            ui.paint.icon(
                surface, self.icon, (rect.x + pad_x, rect.y + pad_y + (step - side) // 2), side, colour
            )
        ui.paint.text(
            surface,
            text,
            (x, rect.y + pad_y),
            size,
            colour,
            bold=self._bold(),
            width=None if self.lines == 1 and self.text_align == "left" else max(1, inner),
            align=self.text_align,
            spacing=self._spacing(),
            rich=self.rich and self.lines != 1,
        )


class Picture(Widget):
    """A picture from a file, or whatever `draw` draws; something neutral where it is missing."""

    role = "picture"

    def __init__(
        self,
        path: str | Path | None = None,
        *,
        draw: Draw | None = None,
        alt: str = "",
        fit: Fit = "contain",
        ratio: float | None = None,
        anchor: str = "centre",
        **common: Unpack[Common],
    ) -> None:
        """Show the file `path` (below assets/, or absolute), or call `draw(ui, surface, rect)`.

        `alt` says in words what is seen. `ratio` is width/height where no height is given. `anchor`
        "bottom" stands a contained picture on the lower edge.
        """
        super().__init__(**common)
        self.path = Path(path) if path is not None else None
        self.draw_with, self.alt, self.fit, self.ratio, self.anchor = draw, alt, fit, ratio, anchor

    def name(self) -> str:
        return self.alt

    def content_width(self, ui: Ui) -> int:
        if self.height is not None and self.ratio:
            return round(ui.length(self.height) * self.ratio)
        return ui.px(120)

    def content_minimum(self, ui: Ui) -> int:
        return ui.px(24)

    def content_height(self, ui: Ui, width: int) -> int:
        return round(width / self.ratio) if self.ratio else ui.px(90)

    def least_height(self, ui: Ui, width: int) -> int:
        return ui.px(24)

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        if self.rect.w <= 0 or self.rect.h <= 0:
            return
        if self.draw_with is not None:
            clip = surface.get_clip()
            surface.set_clip(clip.clip(self.rect))
            self.draw_with(ui, surface, self.rect)
            surface.set_clip(clip)
            return
        picture = ui.paint.picture(self.path, self.rect.size, self.fit) if self.path else None
        if picture is None:
            draw_stand_in(ui.paint, ui.theme, surface, self.rect, ui.px(RADIUS_M))
            return
        box = picture.get_rect(center=self.rect.center)
        if self.anchor == "bottom":
            box.bottom = self.rect.bottom
        surface.blit(picture, box)


def draw_stand_in(
    paint: Paint, theme: Theme, surface: pygame.Surface, rect: pygame.Rect, radius: int
) -> None:
    """Draw a neutral panel where a picture is missing."""
    paint.rounded(surface, rect, radius, theme.sunken)
    side = max(12, min(rect.w, rect.h) // 4)
    paint.icon(surface, "picture", (rect.centerx - side // 2, rect.centery - side // 2), side, theme.edge)
