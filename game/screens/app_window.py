"""The game in its window: opened with the player's preferences, on the screen that was asked for."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from typing import Any

from game.app.wiring import Game, NoDisplay, PlayRequest
from game.records.errors import BadName
from game.records.names import clean_name
from game.screens import window as display
from game.screens.common import show_preferences
from game.screens.entering import enter
from game.screens.machine import Navigator, Place
from game.screens.window import Screen, Window

QUIT_VARIABLE = "MOMENTS_QUIT_AFTER_FIRST_FRAME"
"""Where this is set the window closes after its first frame: it is how benchmarks measure the start."""

_CLASSES = {
    Place.TITLE: "TitleScreen",
    Place.WHO: "WhoScreen",
    Place.CAMPAIGN: "CampaignScreen",
    Place.BRIEFING: "BriefingScreen",
    Place.CONVERSATION: "ConversationScreen",
    Place.DEBRIEF: "DebriefScreen",
    Place.BOARD: "BoardScreen",
    Place.SETTINGS: "SettingsScreen",
}


def _maker(place: Place) -> Callable[..., Screen]:
    """Make screens of a place; its module is imported when the first of them is shown."""

    def make(nav: Navigator, **wanted: Any) -> Screen:
        module = importlib.import_module(f"game.screens.screen_{place.value}")
        screen: Screen = getattr(module, _CLASSES[place])(nav, **wanted)
        return screen

    return make


SCREENS = {place: _maker(place) for place in Place}


def open_window(app: Game, request: PlayRequest | None = None) -> Navigator:
    """Open the window on its first screen; nothing slow has happened yet. Raises: NoDisplay."""
    try:
        window = Window()
    except display.NoDisplay as error:
        raise NoDisplay(str(error).rstrip(".") or "No display was found") from error
    nav = Navigator(app, window, SCREENS, request or PlayRequest())
    nav.player, nav.team = _asked_for(nav.request)
    show_preferences(nav)
    nav.begin()
    return nav


def _asked_for(request: PlayRequest) -> tuple[str, str]:
    """Give player and team of the command line; ("", "") where none, or no proper name, was given."""
    try:
        player = clean_name(request.player)
        return player, clean_name(request.team) if request.team.strip() else ""
    except BadName:
        return "", ""


def _after_first_frame(nav: Navigator) -> None:
    """Open the records in the background, and enter whoever the command line named."""
    nav.app.warm_up()
    if nav.player:
        enter(nav, nav.player, nav.team)


def run_in_window(app: Game, request: PlayRequest | None = None) -> int:
    """Play until the window is closed; gives the exit code. Raises: NoDisplay."""
    nav = open_window(app, request)
    if os.environ.get(QUIT_VARIABLE):
        nav.window.after_first_frame(nav.quit)
    else:
        nav.window.after_first_frame(lambda: _after_first_frame(nav))
    nav.window.run()
    return 0
