"""The window of the game: its screens, and the widgets they are made of. pygame is imported nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.wiring import Game, PlayRequest

__all__ = ["run"]


def run(app: Game, request: PlayRequest | None = None) -> int:
    """Play in a window until it is closed; gives the exit code.

    `request` is what was asked for on the command line. Raises: NoDisplay (of the wiring), before anything
    was shown, where no window can be opened.
    """
    from game.app.wiring import NoDisplay

    try:
        from game.screens.app_window import run_in_window
    except ImportError as error:
        raise NoDisplay(str(error).partition("\n")[0].rstrip(".")) from error
    return run_in_window(app, request)
