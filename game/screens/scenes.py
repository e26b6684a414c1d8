"""Pictures of places with people in them, with round corners and in the light of the theme."""

from __future__ import annotations

from pathlib import Path

from game.screens.pictures import load_picture
from game.screens.pygame_import import pygame
from game.screens.theme import Theme
from game.screens.ui import Ui
from game.screens.widgets import Picture
from game.screens.widgets_base import Length
from game.screens.widgets_text import draw_stand_in

NEUTRAL = "neutral"
_DARK_TINT = (204, 196, 192)  # multiplied in: a bright room beside dark panels would glare
_LOCKED_VEIL = 150


def place_path(place: str) -> str:
    """Give the picture of a place; the neutral one where none is named."""
    return f"places/{place or NEUTRAL}.svg"


def portrait_path(portrait: str, mood: str) -> str:
    """Give the picture of a person in a mood."""
    return f"portraits/{portrait or NEUTRAL}/{mood}.svg"


def scene(
    backdrop: str,
    person: str = "",
    *,
    alt: str = "",
    locked: bool = False,
    corners: float = 10,
    focus: float = 0.5,
    ratio: float | None = None,
    height: Length | None = None,
    flex: float = 0,
    coarse: bool = False,
) -> Picture:
    """Make a picture of the file `backdrop` with the file `person` standing in it.

    `locked` veils it and puts a lock over it; `corners` is their radius in design pixels; `focus` is which
    part of the backdrop's width stays in view where it is cut, 0 to 1. `coarse` reads the backdrop at half
    its size, which is four times as quick.
    """

    def draw(ui: Ui, surface: pygame.Surface, rect: pygame.Rect) -> None:
        key = ("scene", backdrop, person, locked, corners, focus, coarse, rect.size, ui.theme.name)
        made = ui.paint.cached(key, lambda: _compose(ui, rect.size))
        surface.blit(made, rect)

    def _compose(ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        picture = pygame.Surface(size, pygame.SRCALPHA)
        whole = picture.get_rect()
        _draw_backdrop(ui, picture, backdrop, focus, 2 if coarse else 1)
        _draw_person(ui, picture, person)
        _dim(picture, ui.theme)
        if locked:
            _lock(ui, picture)
        _round_off(picture, whole, ui.px(corners) if corners else 0)
        return picture

    if height is not None:
        return Picture(draw=draw, alt=alt, ratio=ratio, height=height, flex=flex)
    return Picture(draw=draw, alt=alt, ratio=ratio, flex=flex)


# What goes into a scene is not kept besides the scene itself.
def _draw_backdrop(ui: Ui, picture: pygame.Surface, path: str, focus: float, shrunk: int) -> None:
    width, height = picture.get_size()
    # As wide as the whole picture is at this height, then cut to what is to be seen of it.
    wide = max(width, round(height * 16 / 9))
    size = wide // shrunk, height // shrunk
    found = load_picture(ui.paint.assets / path, size, "cover")
    if found is None:
        found = load_picture(ui.paint.assets / place_path(NEUTRAL), size, "cover")
    if found is not None and shrunk > 1:
        found = pygame.transform.smoothscale(found, (wide, height))
    if found is None:
        draw_stand_in(ui.paint, ui.theme, picture, picture.get_rect(), 0)
    else:
        picture.blit(found, (-round((wide - width) * focus), 0))


def _draw_person(ui: Ui, picture: pygame.Surface, path: str) -> None:
    if not path:
        return
    width, height = picture.get_size()
    size = width, round(height * 0.94)
    found = load_picture(ui.paint.assets / path, size, "contain")
    if found is None:
        stand_in = portrait_path(NEUTRAL, Path(path).stem)
        found = load_picture(ui.paint.assets / stand_in, size, "contain")
    if found is not None:
        picture.blit(found, found.get_rect(midbottom=(width // 2, height)))


def _dim(picture: pygame.Surface, theme: Theme) -> None:
    if theme.name != "light":
        picture.fill((*_DARK_TINT, 255), special_flags=pygame.BLEND_RGBA_MULT)


def _lock(ui: Ui, picture: pygame.Surface) -> None:
    veil = pygame.Surface(picture.get_size())
    veil.fill(ui.theme.sunken)
    veil.set_alpha(_LOCKED_VEIL)
    picture.blit(veil, (0, 0))
    side = ui.px(52)
    disc = pygame.Rect(0, 0, side, side)
    disc.center = picture.get_rect().center
    ui.paint.panel(picture, disc, side // 2, ui.theme.card, ui.theme.edge, ui.border)
    icon = round(side * 0.5)
    at = disc.centerx - icon // 2, disc.centery - icon // 2
    ui.paint.icon(picture, "lock", at, icon, ui.theme.ink)


def _round_off(picture: pygame.Surface, rect: pygame.Rect, radius: int) -> None:
    if radius <= 0:
        return
    large = pygame.Surface((rect.w * 2, rect.h * 2), pygame.SRCALPHA)
    # White at no opacity: with black behind, shrinking would leave a dark rim.
    large.fill((255, 255, 255, 0))
    pygame.draw.rect(large, (255, 255, 255, 255), large.get_rect(), border_radius=radius * 2)
    mask = pygame.transform.smoothscale(large, rect.size)
    picture.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
