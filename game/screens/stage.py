"""The stage of a conversation: the place behind, and who stands there, fading from mood to mood."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.screens.pictures import load_picture
from game.screens.pygame_import import pygame
from game.screens.scenes import NEUTRAL, place_path, portrait_path
from game.screens.talk import Person
from game.screens.ui import Ui
from game.screens.widgets import Picture, Widget
from game.screens.widgets_text import draw_stand_in

FADE_S = 0.22
PORTRAIT_RATIO = 400 / 480  # width to height, as the portraits are drawn
FACE_SHARE = 0.72  # of a portrait's width: what may not be covered; beyond are sleeves and hands
_TINT = {"light": None, "dark": (172, 164, 162), "contrast": (120, 116, 114)}


class Stage(Picture):
    """A place with somebody in it, behind everything else. A click anywhere on it goes on."""

    def __init__(
        self,
        place: str,
        person: Person | None,
        room: tuple[int, int],
        on_click: Callable[[], object] | None = None,
        *,
        key: str = "stage",
    ) -> None:
        """Show `person`, if any, on the lower edge between the window's x positions `room` in pixels."""
        super().__init__(alt=_words(person), key=key)
        self.backdrop, self.room = place, room
        self.who = (person.portrait, person.mood.value) if person is not None else None
        self.on_click = on_click
        self._was: tuple[str, str] | None = None
        self._faded_s = FADE_S

    # --- mouse

    def takes_mouse(self) -> bool:
        return self.on_click is not None

    def on_press(self, at: tuple[int, int]) -> bool:
        return self.on_click is not None

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        if inside and self.on_click is not None:
            self.on_click()

    # --- fading

    def adopt(self, old: Widget) -> None:
        if not isinstance(old, Stage) or old.backdrop != self.backdrop or old.room != self.room:
            return
        if old.who == self.who:
            self._was, self._faded_s = old._was, old._faded_s
        elif self.ui is not None and not self.ui.reduced_motion:
            self._was, self._faded_s = old.who, 0.0

    def tick(self, dt: float) -> bool:
        if self._was is None:
            return False
        self._faded_s += dt
        if self._faded_s >= FADE_S:
            self._was = None
        if dt:
            self.invalidate()
        return True

    def damage_rect(self) -> pygame.Rect:
        return self.standing_room().inflate(4, 4)

    # --- drawing

    def standing_room(self) -> pygame.Rect:
        """Give where the portrait stands: as large as keeps the face clear of what is beside it."""
        left, right = self.room
        wide = (right - left) / FACE_SHARE
        high = min(round(wide / PORTRAIT_RATIO), round(self.rect.h * 0.9))
        box = pygame.Rect(0, 0, round(high * PORTRAIT_RATIO), high)
        box.midbottom = ((left + right) // 2, self.rect.bottom)
        return box

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        if self.rect.w <= 0 or self.rect.h <= 0:
            return
        place = place_picture(ui, self.backdrop, self.rect.size)
        surface.blit(place, self.rect)
        box = self.standing_room()
        if self.who is None or not surface.get_clip().colliderect(box):
            return
        part = min(1.0, self._faded_s / FADE_S)
        if self._was is not None:
            # The old one stays whole until the new one is half there: no hole shows between them.
            self._blit(ui, surface, self._was, box, min(1.0, 2 * (1 - part)))
        self._blit(ui, surface, self.who, box, part if self._was is not None else 1.0)

    @staticmethod
    def _blit(
        ui: Ui, surface: pygame.Surface, who: tuple[str, str], box: pygame.Rect, opacity: float
    ) -> None:
        picture = portrait_picture(ui, *who, box.size)
        if picture is None:
            return
        at = picture.get_rect(midbottom=box.midbottom)
        if opacity >= 1:
            surface.blit(picture, at)
        else:
            picture.set_alpha(round(255 * opacity))
            surface.blit(picture, at)
            picture.set_alpha(255)  # None would switch off the picture's own transparency


def head_and_shoulders(place: str, person: Person, side: int, height: int) -> Picture:
    """Make a small picture of someone's head before the place; `side` and `height` are in design pixels."""

    def draw(ui: Ui, surface: pygame.Surface, rect: pygame.Rect) -> None:
        key = ("head", place, person.portrait, person.mood, rect.size, ui.theme.name)
        surface.blit(ui.paint.cached(key, lambda: _head(ui, place, person, rect.size)), rect)

    return Picture(draw=draw, alt=_words(person), width=side, height=height, align="start", key="head")


def _words(person: Person | None) -> str:
    return "" if person is None else f"{person.name}, {person.mood.value}"


def _head(ui: Ui, place: str, person: Person, size: tuple[int, int]) -> pygame.Surface:
    radius, rim = ui.px(14), ui.px(3)
    framed = pygame.Surface(size, pygame.SRCALPHA)
    ui.paint.panel(framed, framed.get_rect(), radius, ui.theme.card, ui.theme.line, ui.border)
    wide, high = size[0] - 2 * rim, size[1] - 2 * rim
    inside = pygame.Surface((wide, high), pygame.SRCALPHA)
    inside.blit(place_picture(ui, place, (wide, high)), (0, 0))
    grown = round(wide * 1.45)
    found = portrait_picture(ui, person.portrait, person.mood.value, (grown, round(grown / PORTRAIT_RATIO)))
    if found is not None:
        inside.blit(found, found.get_rect(midtop=(wide // 2, round(high * 0.02))))
    mask = pygame.Surface((wide * 4, high * 4), pygame.SRCALPHA)
    pygame.draw.rect(mask, (255, 255, 255, 255), mask.get_rect(), border_radius=(radius - rim) * 4)
    mask = pygame.transform.smoothscale(mask, (wide, high))
    inside.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    framed.blit(inside, (rim, rim))
    return framed


def place_picture(ui: Ui, place: str, size: tuple[int, int]) -> pygame.Surface:
    """Give a place filling a size, in the light of the theme; the neutral place where it is missing."""
    return ui.paint.cached(("place", place, size, ui.theme.name), lambda: _read_place(ui, place, size))


def _read_place(ui: Ui, place: str, size: tuple[int, int]) -> pygame.Surface:
    opaque = pygame.Surface(size).convert()
    found = _first(ui, (place_path(place), place_path(NEUTRAL)), size, "cover")
    if found is None:
        opaque.fill(ui.theme.paper)
        draw_stand_in(ui.paint, ui.theme, opaque, opaque.get_rect(), 0)
    else:
        opaque.blit(found, (0, 0))
    tint = _TINT[ui.theme.name]
    if tint is not None:
        opaque.fill(tint, special_flags=pygame.BLEND_RGB_MULT)
    return opaque


def portrait_picture(ui: Ui, portrait: str, mood: str, size: tuple[int, int]) -> pygame.Surface | None:
    """Give somebody in a mood, within a size; the neutral person where the picture is missing."""
    key = ("portrait", portrait, mood, size, ui.theme.name)
    found = ui.paint.cached(key, lambda: _read_portrait(ui, portrait, mood, size))
    return found if found.get_width() > 1 else None


def _read_portrait(ui: Ui, portrait: str, mood: str, size: tuple[int, int]) -> pygame.Surface:
    found = _first(ui, (portrait_path(portrait, mood), portrait_path(NEUTRAL, mood)), size, "contain")
    if found is None:
        return pygame.Surface((1, 1), pygame.SRCALPHA)
    if ui.theme.name != "light":
        found.fill((236, 230, 228, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return found


def _first(ui: Ui, paths: tuple[str, ...], size: tuple[int, int], fit: str) -> pygame.Surface | None:
    for path in paths:
        full: Path = ui.paint.assets / path
        found = load_picture(full, size, "cover" if fit == "cover" else "contain")
        if found is not None:
            return found
    return None
