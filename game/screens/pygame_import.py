"""The one place where pygame is imported: quickly, quietly, and only the kept distribution of it.

`from game.screens.pygame_import import pygame` is how every module of the window gets it. numpy,
pkg_resources and a few others are held back while pygame loads: they cost most of its import time and the
window uses none of them. All can still be imported normally afterwards.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["PygameMissing", "pygame"]

ADVICE = (
    "The window needs pygame-ce. Run:\n"
    "    python -m pip uninstall -y pygame pygame-ce\n"
    "    python -m pip install pygame-ce\n"
    "The terminal player needs neither: python main.py play --text"
)

# pygame does without each of these: array modules, its reader of packed files, its debug report.
SLOW = ("numpy", "pkg_resources", "importlib.resources", "pygame._debug")


class PygameMissing(ImportError):
    """Raised where pygame-ce is absent, or another pygame has taken its place."""


@contextmanager
def _held_back(*names: str) -> Iterator[None]:
    """Make imports of `names` fail inside the block, unless they are loaded already."""
    held = [name for name in names if name not in sys.modules]
    for name in held:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in held:
            if sys.modules.get(name) is None:
                sys.modules.pop(name, None)


def check_distribution(is_ce: bool) -> None:
    """Refuse a pygame that is not pygame-ce.

    Raises: PygameMissing, saying what to do.
    """
    if not is_ce:
        raise PygameMissing(
            "This Python has `pygame`, which shares a folder with `pygame-ce` and hides it.\n" + ADVICE
        )


os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
if sys.platform.startswith("linux"):
    # Without a GPU the accelerated framebuffer makes every flip ten times dearer.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

try:
    with _held_back(*SLOW):
        import pygame
except ImportError as error:
    raise PygameMissing(f"pygame could not be imported ({error}).\n{ADVICE}") from error
check_distribution(bool(getattr(pygame, "IS_CE", False)))
