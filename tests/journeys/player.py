"""Someone at the game: `python main.py` in a real window, keys and mouse by xdotool, eyes by what is on show."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.journeys.display import Display

ROOT = Path(__file__).parent.parent.parent
EYES = Path(__file__).parent / "sight"
HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH")
LIMIT_S = 20.0
POLL_S = 0.02
SETTLE_S = 0.4  # a little longer than cards let clicks and Enter pass after they appear
MOVING = ("timer-words",)

Sight = dict[str, Any]
Found = dict[str, Any]


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Give folders and a database of its own to a game that runs in `folder`."""
    hidden = (*HIDDEN, *(name for name in os.environ if name.startswith(("SDL_", "MOMENTS_"))))
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE")}
    own = {"HOME": str(folder), "MOMENTS_DB": str(folder / "moments.db"), "SDL_AUDIODRIVER": "dummy"}
    return {**kept, **homes, **own, "PYTHONUTF8": "1", **more}


class Player:
    """A running game and the one who plays it."""

    def __init__(self, display: Display, folder: Path, *arguments: str) -> None:
        self.display, self.folder = display, folder
        self.shots = folder / "shots"
        self.shots.mkdir(exist_ok=True)
        self._sight = folder / "sight.json"
        self._sight.unlink(missing_ok=True)
        self._stderr = folder / "stderr.txt"
        own = {"DISPLAY": display.name, "PYTHONPATH": str(EYES), "MOMENTS_SIGHT": str(self._sight)}
        with self._stderr.open("wb") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, "main.py", *arguments],
                cwd=ROOT,
                env=environment(folder, **own),
                stdin=subprocess.DEVNULL,
                stderr=stderr,
            )
        self.until(lambda sight: True, "a first frame")
        found = display.do("search", "--sync", "--onlyvisible", "--pid", self.process.pid, "--class", ".")
        self.window = found.split()[0]
        display.do("windowfocus", "--sync", self.window)

    # --- eyes

    def look(self) -> Sight:
        """Give what is on show now."""
        try:
            sight: Sight = json.loads(self._sight.read_text())
        except FileNotFoundError:
            return {}
        return sight

    def until(self, holds: Callable[[Sight], object], what: str, limit_s: float = LIMIT_S) -> Sight:
        """Wait until something is on show; fails, saying what is there instead, after `limit_s`."""
        end = time.monotonic() + limit_s
        while True:
            sight = self.look()
            if sight and holds(sight):
                return sight
            if self.process.poll() is not None:
                raise AssertionError(f"the game ended, waiting for {what}: {self.complaints()}")
            if time.monotonic() > end:
                raise AssertionError(f"no {what}. On show: {brief(sight)}. {self.complaints()}")
            time.sleep(POLL_S)

    def until_screen(self, name: str) -> Sight:
        """Wait for a screen, by the name of its class without "Screen"."""
        return self.until(lambda sight: sight["screen"] == f"{name}Screen" and not sight["modal"], name)

    def until_sees(self, wanted: str) -> Found:
        """Wait for a widget, by its key or the start of its name."""
        return named(self.until(lambda sight: named(sight, wanted), repr(wanted)), wanted)

    def complaints(self) -> str:
        """Give what the game wrote to stderr."""
        return self._stderr.read_text(errors="replace")[-3000:]

    def shoot(self, name: str) -> Path:
        """Keep a picture of the window, as the X server has it."""
        path = self.shots / f"{name}.png"
        self.display.picture(self.window, path)
        return path

    # --- hands on the keys

    def press(self, *keys: str) -> None:
        """Press and let go keys by their X names."""
        self.display.do("key", *keys)

    def type_text(self, text: str) -> None:
        """Type into the field that has the focus."""
        self.display.do("type", "--delay", "15", text)

    def press_for(self, key: str, wanted: Callable[[Sight], object], what: str) -> Sight:
        """Press a key and wait for what it brings."""
        self.press(key)
        return self.until(wanted, f"{what} after {key}")

    def tab_to(self, wanted: str) -> None:
        """Press Tab until the focus is on a widget, by its key or the start of its name."""
        self.until_sees(wanted)
        sight = self.look()
        for _ in range(len(sight["widgets"]) + 1):
            if is_focused(sight, wanted):
                return
            before = sight["focus"]
            sight = self.press_for("Tab", lambda now, was=before: now["focus"] != was, "the focus elsewhere")  # type: ignore[misc]
        raise AssertionError(f"Tab never reaches {wanted!r}. {brief(sight)}")

    # --- hands on the mouse

    def click(self, wanted: str) -> None:
        """Click in the middle of a widget, turning the wheel until it is in view."""
        self.until_sees(wanted)
        for _ in range(40):
            found = named(self.look(), wanted)
            x, y, wide, high = found["seen"]
            if high >= min(found["rect"][3], 30) and wide > 0:
                return self.click_at(x + wide // 2, y + high // 2)
            self._wheel_towards(found)
        raise AssertionError(f"the wheel never brings {wanted!r} into view. {brief(self.look())}")

    def _wheel_towards(self, found: Found) -> None:
        wide, high = self.look()["size"]
        x, y, across, _ = found["rect"]
        at = min(max(x + across // 2, 5), wide - 5), high // 2
        before = self.look()["frame"]
        self.display.do("mousemove", "--window", self.window, *at, "click", 5 if y > high // 3 else 4)
        self.until(lambda sight: sight["frame"] > before, "a view that scrolled", 5)

    def click_at(self, x: int, y: int) -> None:
        """Move the mouse to a point of the window and click there."""
        self.display.do("mousemove", "--window", self.window, x, y, "sleep", 0.05, "click", 1)

    # --- the window and the process

    def resize(self, size: tuple[int, int]) -> Sight:
        """Give the window another size and wait until the game has drawn at it."""
        self.display.do("windowmove", self.window, 0, 0)
        self.display.do("windowsize", self.window, *size)
        return self.until(lambda sight: sight["size"] == list(size), f"a frame of {size}")

    def kill(self) -> None:
        """End the game as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def has_quit(self) -> None:
        """Wait for the game to end by itself, without a word of complaint."""
        assert self.process.wait(LIMIT_S) == 0, self.complaints()
        assert self.complaints() == ""

    def leave(self) -> None:
        """End the game if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)


def named(sight: Sight, wanted: str) -> Found:
    """Find a widget by its key, its name, or the start of its name; {} where there is none."""
    widgets: Sequence[Found] = sight["widgets"]
    exact = [one for one in widgets if wanted in (one["key"], one["name"])]
    found = exact or [one for one in widgets if one["name"].startswith(wanted)]
    return next((one for one in found if one["focusable"]), found[0] if found else {})


def is_focused(sight: Sight, wanted: str) -> bool:
    """Whether the focus is on a widget, by its key or the start of its name."""
    key, name = sight["focus"] or ("", "")
    return key == wanted or name.startswith(wanted)


def texts(sight: Sight) -> str:
    """Give all words on show, a line for each widget."""
    return "\n".join(one["name"] for one in sight["widgets"])


def signature(sight: Sight) -> object:
    """Give what tells one thing on show from the next; a running timer does not change it."""
    widgets = [(one["type"], one["key"], one["name"]) for one in sight["widgets"] if one["key"] not in MOVING]
    return sight["screen"], sight["modal"], widgets


def brief(sight: Sight) -> str:
    """Say in short what is on show, for messages."""
    if not sight:
        return "nothing yet"
    names = [one["key"] or one["name"][:30] for one in sight["widgets"]]
    return f"{sight['screen']} {sight['size']} modal={sight['modal']} focus={sight['focus']} {names}"
