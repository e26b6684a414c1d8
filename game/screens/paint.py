"""Drawing with caches: text, rounded panels, shadows, icons and pictures; memory is bounded.

Everything takes the surface to draw on, so that a widget can be drawn anywhere. Rounded corners are
supersampled tiles: `draw.rect(border_radius=)` is jagged.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Literal, cast

from game.screens import richtext
from game.screens.cache import Cache
from game.screens.fonts import Cut, Family, Fonts
from game.screens.icons import IconName, render_icon
from game.screens.pictures import Fit, load_picture
from game.screens.pygame_import import pygame
from game.screens.theme import Colour, Theme

TEXT_BYTES = 6 << 20
PICTURE_BYTES = 24 << 20
SUPERSAMPLE = 4
TextAlign = Literal["left", "centre", "right"]
Corners = tuple[pygame.Surface, pygame.Surface, pygame.Surface, pygame.Surface]


def _bytes(surface: pygame.Surface | None) -> int:
    return surface.get_width() * surface.get_height() * 4 if surface else 64


class Paint:
    """The caches and the drawing calls; one for each window."""

    def __init__(self, assets: Path, family: Family = "AtkinsonHyperlegible") -> None:
        """Draw with the fonts and pictures below `assets`."""
        self.assets = assets
        self.fonts = Fonts(assets / "fonts", family)
        self._texts: Cache[pygame.Surface] = Cache(TEXT_BYTES, _bytes)
        self._blocks: Cache[richtext.Block] = Cache(1500)
        self._widths: Cache[int] = Cache(6000)
        self._corners: Cache[Corners] = Cache(160)
        self._shadows: Cache[pygame.Surface] = Cache(24)
        self._icons: Cache[pygame.Surface] = Cache(160)
        self._pictures: Cache[pygame.Surface | None] = Cache(PICTURE_BYTES, _bytes)

    def use_family(self, family: Family) -> None:
        """Change the typeface; everything measured before is forgotten."""
        if family != self.fonts.family:
            self.fonts = Fonts(self.assets / "fonts", family)
            for cache in (self._texts, self._blocks, self._widths):
                cache.clear()

    # --- text

    def text_width(self, text: str, size_px: int, bold: bool = False, emphasised: bool = False) -> int:
        """Measure one line, in pixels."""
        cut = _cut(bold, emphasised)
        return self._widths.get(
            (text, size_px, cut), lambda: self.fonts.for_text(text, size_px, cut).size(text)[0]
        )

    def line_height(self, size_px: int, spacing: float) -> int:
        """Give the distance between two lines of text, in pixels."""
        return max(self.fonts.get(size_px, "Regular").get_height(), round(size_px * spacing))

    def block(self, text: str, size_px: int, bold: bool, width: int, rich: bool = True) -> richtext.Block:
        """Wrap `text` to `width` pixels."""

        def measure(part: str, emphasised: bool) -> int:
            return self.text_width(part, size_px, bold, emphasised)

        return self._blocks.get(
            (text, size_px, bold, width, rich), lambda: richtext.wrap(text, width, measure, rich)
        )

    def shorten(self, text: str, size_px: int, bold: bool, width: int) -> str:
        """Cut `text` to one line of `width` pixels."""
        return richtext.shorten(text, width, lambda part, _: self.text_width(part, size_px, bold))

    def longest_word(self, text: str, size_px: int, bold: bool) -> int:
        """Give the width in pixels below which a word of `text` must be broken."""
        return self._widths.get(
            ("longest", text, size_px, bold),
            lambda: richtext.longest_word(text, lambda part, _: self.text_width(part, size_px, bold)),
        )

    def text(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[int, int],
        size_px: int,
        colour: Colour,
        *,
        bold: bool = False,
        width: int | None = None,
        align: TextAlign = "left",
        spacing: float = 1.3,
        rich: bool = False,
    ) -> pygame.Rect:
        """Draw text with its top left at `at`, wrapped to `width` if given; gives the rectangle it filled."""
        picture = self._texts.get(
            (text, size_px, colour, bold, width, align, spacing, rich),
            lambda: self._render(text, size_px, colour, bold, width, align, spacing, rich),
        )
        return surface.blit(picture, at)

    def _render(
        self,
        text: str,
        size_px: int,
        colour: Colour,
        bold: bool,
        width: int | None,
        align: TextAlign,
        spacing: float,
        rich: bool,
    ) -> pygame.Surface:
        block = self.block(text, size_px, bold, width if width is not None else 1 << 20, rich)
        step = self.line_height(size_px, spacing)
        full = max(1, width if width is not None and align != "left" else block.width)
        # Italic glyphs lean past their advance, so the picture is a little wider than the measure.
        picture = pygame.Surface((full + size_px // 5, max(1, step * len(block.lines))), pygame.SRCALPHA)
        picture.fill((*colour, 0))
        for index, line in enumerate(block.lines):
            shift = {"left": 0, "centre": (full - line.width) // 2, "right": full - line.width}[align]
            for run in line.runs:
                if run.text:
                    font = self.fonts.for_text(run.text, size_px, _cut(bold, run.emphasised))
                    glyphs = font.render(run.text, True, colour)
                    top = index * step + (step - font.get_height()) // 2
                    picture.blit(glyphs, (shift + run.x, top))
        return picture

    # --- shapes

    def rounded(self, surface: pygame.Surface, rect: pygame.Rect, radius: int, colour: Colour) -> None:
        """Fill a rectangle with smooth round corners."""
        radius = max(0, min(radius, rect.w // 2, rect.h // 2))
        if radius == 0:
            surface.fill(colour, rect)
            return
        top_left, top_right, bottom_left, bottom_right = self._corners.get(
            (radius, colour), lambda: _corner_tiles(radius, colour)
        )
        surface.fill(colour, (rect.x + radius, rect.y, rect.w - 2 * radius, radius))
        surface.fill(colour, (rect.x, rect.y + radius, rect.w, rect.h - 2 * radius))
        surface.fill(colour, (rect.x + radius, rect.bottom - radius, rect.w - 2 * radius, radius))
        surface.blit(top_left, rect.topleft)
        surface.blit(top_right, (rect.right - radius, rect.y))
        surface.blit(bottom_left, (rect.x, rect.bottom - radius))
        surface.blit(bottom_right, (rect.right - radius, rect.bottom - radius))

    def panel(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        radius: int,
        fill: Colour,
        edge: Colour | None = None,
        edge_width: int = 1,
    ) -> None:
        """Fill a rounded rectangle with an outline inside its bounds."""
        if edge is None or edge == fill:
            self.rounded(surface, rect, radius, fill)
            return
        self.rounded(surface, rect, radius, edge)
        inner = rect.inflate(-2 * edge_width, -2 * edge_width)
        if inner.w > 0 and inner.h > 0:
            self.rounded(surface, inner, max(0, radius - edge_width), fill)

    def ring(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        radius: int,
        colour: Colour,
        thickness: int,
        gap: int,
    ) -> None:
        """Draw a rounded outline `gap` pixels outside `rect`, leaving what is inside as it is."""
        grow = 2 * (gap + thickness)
        outer = rect.inflate(grow, grow)
        radius = min(radius + gap + thickness, outer.w // 2, outer.h // 2)
        tile = self._shadows.get(
            ("ring", radius, thickness, colour), lambda: _ring_tile(radius, thickness, colour)
        )
        _nine_slice(surface, tile, outer, radius + 1)

    def shadow(
        self, surface: pygame.Surface, rect: pygame.Rect, radius: int, spread: int, theme: Theme
    ) -> None:
        """Draw a soft shadow a little below `rect`; none in a theme without shadows."""
        if theme.shadow_alpha == 0 or spread <= 0:
            return
        tile = self._shadows.get(
            (radius, spread, theme.name),
            lambda: _shadow_tile(radius, spread, (*theme.shadow, theme.shadow_alpha)),
        )
        outer = rect.move(0, spread // 3).inflate(2 * spread, 2 * spread)
        _nine_slice(surface, tile, outer, radius + 2 * spread)

    def bubble(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        radius: int,
        fill: Colour,
        edge: Colour,
        edge_width: int,
        tail: tuple[Literal["left", "right", "top", "bottom"], int, int],
    ) -> None:
        """Draw a speech bubble; `tail` is (side, offset along that side, length), in pixels."""
        self.panel(surface, rect, radius, fill, edge, edge_width)
        side, offset, length = tail
        if length <= 0:
            return
        picture = self._icons.get(
            ("tail", side, length, fill, edge, edge_width),
            lambda: _tail(side, length, fill, edge, edge_width),
        )
        at = {
            "left": (rect.x - length + edge_width, rect.y + offset),
            "right": (rect.right - edge_width, rect.y + offset),
            "top": (rect.x + offset, rect.y - length + edge_width),
            "bottom": (rect.x + offset, rect.bottom - edge_width),
        }[side]
        surface.blit(picture, at)

    def icon(
        self, surface: pygame.Surface, name: IconName, at: tuple[int, int], size_px: int, colour: Colour
    ) -> None:
        """Draw an icon with its top left at `at`."""
        surface.blit(self._icons.get((name, size_px, colour), lambda: render_icon(name, size_px, colour)), at)

    def scrim(self, surface: pygame.Surface, colour: Colour, alpha: int) -> None:
        """Darken all that has been drawn within the surface's clip."""
        clip = surface.get_clip()
        veil = pygame.Surface(clip.size)
        veil.fill(colour)
        veil.set_alpha(alpha)
        surface.blit(veil, clip.topleft)

    # --- pictures

    def cached(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Keep a surface of the caller's own (a chart, a scene) among the pictures."""
        return cast(pygame.Surface, self._pictures.get(("own", key), make))

    def picture(self, path: Path, size: tuple[int, int], fit: Fit = "contain") -> pygame.Surface | None:
        """Give an SVG or bitmap file at a size: whole or, with `cover`, filling it; None if unreadable."""
        full = path if path.is_absolute() else self.assets / path
        return self._pictures.get((full, size, fit), lambda: load_picture(full, size, fit))


def _cut(bold: bool, emphasised: bool) -> Cut:
    if bold:
        return "BoldItalic" if emphasised else "Bold"
    return "Italic" if emphasised else "Regular"


def _corner_tiles(radius: int, colour: Colour) -> Corners:
    """Draw a quarter disc large, shrink it, turn it for the other corners."""
    large = radius * SUPERSAMPLE
    big = pygame.Surface((large, large), pygame.SRCALPHA)
    # The same colour at no opacity: with black behind, shrinking would leave a dark rim.
    big.fill((*colour, 0))
    pygame.draw.circle(big, (*colour, 255), (large, large), large)
    tile = pygame.transform.smoothscale(big, (radius, radius))
    flip = pygame.transform.flip
    return tile, flip(tile, True, False), flip(tile, False, True), flip(tile, True, True)


def _ring_tile(radius: int, thickness: int, colour: Colour) -> pygame.Surface:
    side = 2 * (radius + 1) + 1
    large = side * SUPERSAMPLE
    big = pygame.Surface((large, large), pygame.SRCALPHA)
    big.fill((*colour, 0))
    pygame.draw.rect(big, (*colour, 255), big.get_rect(), border_radius=radius * SUPERSAMPLE)
    hole = big.get_rect().inflate(-2 * thickness * SUPERSAMPLE, -2 * thickness * SUPERSAMPLE)
    pygame.draw.rect(big, (*colour, 0), hole, border_radius=max(1, radius - thickness) * SUPERSAMPLE)
    return pygame.transform.smoothscale(big, (side, side))


def _shadow_tile(radius: int, spread: int, colour: tuple[int, int, int, int]) -> pygame.Surface:
    side = 2 * (radius + 2 * spread) + 1
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    tile.fill((*colour[:3], 0))
    pygame.draw.rect(
        tile, colour, tile.get_rect().inflate(-2 * spread, -2 * spread), border_radius=max(1, radius)
    )
    return pygame.transform.box_blur(tile, max(1, spread // 2))


def _nine_slice(surface: pygame.Surface, tile: pygame.Surface, rect: pygame.Rect, corner: int) -> None:
    """Blit a tile with its corners kept and its middle row and column stretched; the centre stays empty."""
    corner = min(corner, tile.get_width() // 2, rect.w // 2, rect.h // 2)
    end = tile.get_width() - corner
    middle = tile.get_width() // 2
    wide, high = rect.w - 2 * corner, rect.h - 2 * corner
    for x, source_x in ((rect.x, 0), (rect.right - corner, end)):
        for y, source_y in ((rect.y, 0), (rect.bottom - corner, end)):
            surface.blit(tile, (x, y), (source_x, source_y, corner, corner))
    if wide > 0:
        for y, source_y in ((rect.y, 0), (rect.bottom - corner, end)):
            strip = tile.subsurface((middle, source_y, 1, corner))
            surface.blit(pygame.transform.scale(strip, (wide, corner)), (rect.x + corner, y))
    if high > 0:
        for x, source_x in ((rect.x, 0), (rect.right - corner, end)):
            strip = tile.subsurface((source_x, middle, corner, 1))
            surface.blit(pygame.transform.scale(strip, (corner, high)), (x, rect.y + corner))


def _tail(side: str, length: int, fill: Colour, edge: Colour, edge_width: int) -> pygame.Surface:
    """Draw a bubble's tail pointing down, then turn it; its root covers the bubble's outline."""
    wide = round(length * 1.1)
    big = pygame.Surface((wide * SUPERSAMPLE, length * SUPERSAMPLE), pygame.SRCALPHA)
    big.fill((*edge, 0))
    w, h, line = big.get_width(), big.get_height(), edge_width * SUPERSAMPLE
    pygame.draw.polygon(big, (*edge, 255), ((0, 0), (w, 0), (w * 0.18, h)))
    pygame.draw.polygon(
        big, (*fill, 255), ((line * 1.3, 0), (w - line * 1.9, 0), (w * 0.18 + line, h - line * 2.6))
    )
    small = pygame.transform.smoothscale(big, (wide, length))
    if side == "bottom":
        return small
    if side == "top":
        return pygame.transform.flip(small, False, True)
    turned = pygame.transform.rotate(small, 90)
    return turned if side == "right" else pygame.transform.flip(turned, True, False)
