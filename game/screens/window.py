"""The window: opening it, the loop of events, clock and drawing, and work handed in from other threads."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from game.screens.fonts import Family
from game.screens.layout import MIN_SIZE
from game.screens.pygame_import import pygame
from game.screens.theme import ThemeName
from game.screens.ui import Ui
from game.screens.widgets_base import Widget

MOVING_S = 1 / 60
RESTING_S = 1 / 30
AWAKE_S = 0.4  # stay quick for this long after input
LONGEST_STEP_S = 0.1  # a machine that slept must not skip a timer's whole length
UNSEEN_DRIVERS = frozenset({"dummy", "offscreen"})


class NoDisplay(RuntimeError):
    """Raised where no window can be opened."""


class Screen(Protocol):
    """One screen of the game. `BaseScreen` has defaults for all but `build`."""

    def build(self, ui: Ui) -> Widget:
        """Give the root widget; called again after every change of size, text scale or theme."""

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        """Answer a KEYDOWN that the focused widget left; True if it was used. Not called under a modal."""

    def tick(self, dt: float) -> bool:
        """Move on by `dt` seconds; True while something moves (then it is called at 60 Hz, else at 30)."""

    def close(self) -> None:
        """Let go of what it holds; called when another screen is shown or the window closes."""


class BaseScreen:
    """A screen that answers nothing; subclasses give `build` and what else they need."""

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        """Answer nothing."""
        return False

    def tick(self, dt: float) -> bool:
        """Stand still."""
        return False

    def close(self) -> None:
        """Hold nothing."""


class Window:
    """The one window of the game."""

    def __init__(
        self,
        size: tuple[int, int] = (1280, 720),
        title: str = "Moments of Truth",
        *,
        assets: Path | None = None,
        theme: ThemeName = "light",
        scale: float = 1.0,
        family: Family = "AtkinsonHyperlegible",
    ) -> None:
        """Open the window.

        Raises: NoDisplay, where there is none to open it on.
        """
        open_display()
        pygame.display.set_caption(title)
        try:
            surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        except pygame.error as error:
            raise NoDisplay(str(error)) from error
        _limit_size()
        pygame.key.set_repeat(400, 40)
        pygame.key.stop_text_input()
        self.ui = Ui(surface, assets or default_assets(), theme=theme, scale=scale, family=family)
        self.running = True
        self.frames = 0
        self.screen: Screen | None = None
        self._jobs: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._typing = False
        self._after_first: list[Callable[[], object]] = []

    # --- what is shown

    def show(self, screen: Screen, *, keep: bool = False) -> None:
        """Show a screen in place of the present one, which is closed unless it is to be kept for later."""
        if self.screen is not None and not keep:
            self.screen.close()
        self.screen = screen
        self.ui.show(screen.build, screen.on_key)

    def post(self, job: Callable[[], object]) -> None:
        """Have `job` called in the main thread before the next frame; may be called from any thread."""
        self._jobs.put(job)

    def after_first_frame(self, job: Callable[[], object]) -> None:
        """Put off `job` (sound, the database) until something has been drawn."""
        if self.frames:
            self.post(job)
        else:
            self._after_first.append(job)

    def quit(self) -> None:
        """End `run` after this frame."""
        self.running = False

    # --- the loop

    def run(self) -> None:
        """Go on until `quit` or the window is closed."""
        before = time.perf_counter()
        awake_until = 0.0
        try:
            while self.running:
                started = time.perf_counter()
                busy, moving = self.step(min(started - before, LONGEST_STEP_S))
                before = started
                if busy:
                    awake_until = started + AWAKE_S
                if not self.running:
                    break
                pause = MOVING_S if moving or started < awake_until else RESTING_S
                time.sleep(max(0.001, pause - (time.perf_counter() - started)))
        finally:
            self.close()

    def step(self, dt: float) -> tuple[bool, bool]:
        """Do one round: events, posted work, clock, drawing. Gives (had input, something moves)."""
        busy = self._events()
        busy = self._posted() or busy
        moving = self.ui.tick(dt)
        if self.screen is not None:
            moving = self.screen.tick(dt) or moving
        self._text_input()
        self.draw()
        return busy, moving

    def _events(self) -> bool:
        events = pygame.event.get()
        busy = False
        for event in events:
            if event.type == pygame.QUIT:
                self.quit()
            elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
                self.ui.damage()
            elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
                self._check_size()
            else:
                busy = self.ui.handle(event) or busy
        return busy

    def _check_size(self) -> None:
        surface = pygame.display.get_surface()
        if surface is not None and surface.get_size() != self.ui.size:
            self.ui.resize(surface)

    def _posted(self) -> bool:
        did = False
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return did
            job()
            did = True

    def _text_input(self) -> None:
        """Take text only while a field has the focus: elsewhere an input method would swallow keys."""
        self.ui.update()
        wanted = bool(getattr(self.ui.focused, "wants_text", False))
        if wanted and self.ui.focused is not None:
            pygame.key.set_text_input_rect(self.ui.focused.rect)
        if wanted != self._typing:
            self._typing = wanted
            (pygame.key.start_text_input if wanted else pygame.key.stop_text_input)()

    def draw(self) -> None:
        """Draw and show what changed, if anything did."""
        if not self.ui.dirty:
            return
        rects = self.ui.draw()
        if rects:
            pygame.display.update(rects)
        self.frames += 1
        if self._after_first:
            jobs, self._after_first = self._after_first, []
            for job in jobs:
                self.post(job)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.ui.resize(pygame.display.set_mode(size, pygame.RESIZABLE))

    def screenshot(self, path: Path | str) -> None:
        """Draw what is due and write the window's picture to `path` (PNG)."""
        self.draw()
        pygame.image.save(self.ui.surface, str(path))

    def close(self) -> None:
        """Close the screen and the window."""
        if self.screen is not None:
            self.screen.close()
            self.screen = None
        pygame.display.quit()


def open_display() -> None:
    """Start SDL's video, or say that there is none.

    Raises: NoDisplay. SDL falls back to a driver that shows nothing; unless it was asked for, that is none.
    """
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    driver = pygame.display.get_driver()
    if driver in UNSEEN_DRIVERS and os.environ.get("SDL_VIDEODRIVER", "") != driver:
        pygame.display.quit()
        raise NoDisplay("no display was found")


def _limit_size() -> None:
    """Ask the system to keep the window from getting smaller than the layout."""
    try:
        with warnings.catch_warnings():
            # Deprecated without a replacement for a window that `pygame.display` opened.
            warnings.simplefilter("ignore", DeprecationWarning)
            pygame.Window.from_display_module().minimum_size = MIN_SIZE
    except (AttributeError, pygame.error):
        return


def default_assets() -> Path:
    """Give the assets folder of a checkout, else of an installed copy."""
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent / "assets"
    return checkout if checkout.is_dir() else package / "_data" / "assets"
