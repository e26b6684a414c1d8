"""A window under SDL's dummy driver, driven as a player would: by clicks, keys and typing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pytest

from game.screens.pygame_import import pygame
from game.screens.theme import ThemeName
from game.screens.ui import Build, Ui
from game.screens.widgets import Widget
from game.screens.window import BaseScreen, Screen, Window

_KEYS = {
    "enter": pygame.K_RETURN,
    "escape": pygame.K_ESCAPE,
    "tab": pygame.K_TAB,
    "space": pygame.K_SPACE,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "pageup": pygame.K_PAGEUP,
    "pagedown": pygame.K_PAGEDOWN,
}


class OneTree(BaseScreen):
    """A screen made of a builder."""

    def __init__(self, build: Build) -> None:
        self._build = build

    def build(self, ui: Ui) -> Widget:
        return self._build(ui)


@dataclass
class Driver:
    """Hands that drive a window, and ears that hear what it announces."""

    window: Window
    heard: list[str] = field(default_factory=list)

    @property
    def ui(self) -> Ui:
        return self.window.ui

    def show(self, screen: Screen | Build) -> None:
        """Show a screen, or the tree that a builder gives, and draw it."""
        self.window.show(screen if hasattr(screen, "build") else OneTree(screen))
        self.run()

    def run(self, seconds: float = 0.0, step: float = 1 / 60) -> None:
        """Let the window handle what waits, then let time pass."""
        self.window.step(0.0)
        for _ in range(round(seconds / step)):
            self.window.step(step)

    def find(self, label: str) -> Widget:
        """Give the widget of a label (its name, the start of it, or its key)."""
        self.ui.update()
        widget = self.ui.find(label)
        assert widget is not None, f"nothing on screen is called {label!r}; there is {self.names()}"
        return widget

    def sees(self, label: str) -> bool:
        """Whether something on screen is called so."""
        self.ui.update()
        return self.ui.find(label) is not None

    def names(self) -> list[str]:
        """List the names on screen."""
        self.ui.update()
        return [widget.name() for widget in self.ui.top.walk() if widget.name()] if self.ui.top else []

    def click(self, label: str) -> None:
        """Click in the middle of the widget with this label, scrolled into view first."""
        widget = self.find(label)
        self.ui.reveal(widget)
        self.click_at(widget.rect.center)

    def click_at(self, at: tuple[int, int]) -> None:
        """Move the mouse to a point and click there."""
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        self.run()
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
        self.run()

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one point, move to another, let go."""
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=start, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
        for part in (0.25, 0.5, 0.75, 1.0):
            at = tuple(round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
            pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(1, 0, 0)))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=end, button=1))
        self.run()

    def wheel(self, steps: int, over: str) -> None:
        """Turn the wheel over a widget; up is positive."""
        at = self.find(over).rect.center
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_y=float(steps)))
        self.run()

    def press(self, *names: str) -> None:
        """Press and let go keys by name ("tab", "shift+tab", "1"), one after another."""
        for name in names:
            *mods, key = name.split("+")
            mod = sum({"shift": pygame.KMOD_LSHIFT, "ctrl": pygame.KMOD_LCTRL}[part] for part in mods)
            code = _KEYS.get(key) or pygame.key.key_code(key)
            text = key if len(key) == 1 and not mods else " " if key == "space" else ""
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=text, scancode=0))
            if text and self.window._typing:
                pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=text))
            pygame.event.post(pygame.Event(pygame.KEYUP, key=code, mod=mod, unicode=text, scancode=0))
            self.run()

    def type_text(self, text: str) -> None:
        """Type text into what has the focus."""
        for character in text:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=character))
        self.run()

    def focused(self) -> str:
        """Name what has the focus."""
        self.ui.update()
        return self.ui.focused.name() if self.ui.focused is not None else ""

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.window.resize(size)
        self.run()

    def look(
        self,
        size: tuple[int, int] = (1280, 720),
        scale: float = 1.0,
        theme: ThemeName = "light",
        shot: Path | str | None = None,
    ) -> list[str]:
        """Show the present screen at a size, text scale and theme; gives its layout's faults."""
        self.resize(size)
        self.ui.configure(theme=theme, scale=scale)
        self.run()
        if shot is not None:
            self.window.screenshot(shot)
        return self.ui.faults()


@pytest.fixture
def driver() -> Iterator[Driver]:
    """A window of 1280 x 720 with nothing in it yet."""
    window = Window((1280, 720))
    hands = Driver(window)
    window.ui.announcers.append(hands.heard.append)
    yield hands
    window.close()
