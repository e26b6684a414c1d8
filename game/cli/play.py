"""`play`: the game, in a window or in the terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.app.settings import Timers
from game.app.wiring import Game, NoDisplay, PlayRequest, open_game
from game.cli.output import CliError
from game.cli.records import refuse_password
from game.play.journal import Mode

if TYPE_CHECKING:
    from game.play.start import StartAt
    from game.scenario.model import Scenario


def run(arguments: argparse.Namespace) -> int:
    """Open the window, or play in the terminal where that is asked for or there is no display."""
    refuse_password(arguments.db)
    game = open_game(arguments.db)
    request = _request(game, arguments)
    if isinstance(request, int):
        return request
    try:
        if not arguments.text:
            try:
                return _in_window(game, request)
            except NoDisplay as why:
                print(f"{why}: playing in the terminal.")
        from game.text.command import play_in_terminal

        return play_in_terminal(game, request, is_resuming=arguments.resume, transcript=arguments.transcript)
    finally:
        game.shut()


def _request(game: Game, arguments: argparse.Namespace) -> PlayRequest | int:
    """What was asked for, or the exit code where the file is no good. Raises: CliError."""
    level = at = None
    is_elsewhere = arguments.moment is not None or arguments.meters or arguments.flags
    if arguments.file is not None:
        from game.cli.scenarios import Refused, path_of, usable

        level = game.level_at(path_of(arguments.file))
        try:
            scenario = usable(level.loaded)
        except Refused as refused:
            return refused.code
        at = _start_at(arguments, scenario) if is_elsewhere else None
    elif is_elsewhere:
        raise CliError("--from, --set and --flag need a FILE")
    mode = Mode.PRACTICE if arguments.practice else Mode.RANKED
    timers = Timers(arguments.timers) if arguments.timers is not None else None
    return PlayRequest(level, arguments.player, arguments.team, mode, arguments.seed, at, timers)


def _start_at(arguments: argparse.Namespace, scenario: Scenario) -> StartAt:
    """Where to begin. Raises: CliError where the scenario has no such place."""
    from game.play.start import StartAt, StartError, start_standing

    meters: dict[str, dict[str, int]] = {}
    for customer, meter, value in arguments.meters:
        meters.setdefault(customer, {})[meter] = value
    at = StartAt(arguments.moment, meters, tuple(arguments.flags))
    try:
        start_standing(scenario, (), at)
    except StartError as error:
        raise CliError(str(error)) from None
    return at


def _in_window(game: Game, request: PlayRequest) -> int:
    """Play in a window. Raises: NoDisplay where none can be opened."""
    missing = missing_display(os.environ, sys.platform)
    if missing is not None:
        raise NoDisplay(missing)
    try:
        from game.screens import run as run_window
    except ImportError as error:
        raise NoDisplay(str(error)) from None
    return run_window(game, request)


def missing_display(environment: Mapping[str, str], platform: str) -> str | None:
    """Why no window can be opened, as far as can be told beforehand; None where one may be."""
    if not platform.startswith("linux") or environment.get("SDL_VIDEODRIVER"):
        return None
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return None
    return "No display was found"
