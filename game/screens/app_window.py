"""The game in its window: opened with the player's preferences, on the screen that was asked for."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from typing import Any

from game.app.wiring import Game, NoDisplay, PlayRequest
from game.screens import window as display
from game.screens.common import show_preferences
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
    """Open the window on its first screen. Raises: NoDisplay."""
    try:
        window = Window()
    except display.NoDisplay as error:
        raise NoDisplay(str(error).rstrip(".") or "No display was found") from error
    nav = Navigator(app, window, SCREENS, request or PlayRequest())
    show_preferences(nav)
    nav.begin()
    window.after_first_frame(app.warm_up)
    return nav


def run_in_window(app: Game, request: PlayRequest | None = None) -> int:
    """Play until the window is closed; gives the exit code. Raises: NoDisplay."""
    nav = open_window(app, request)
    if os.environ.get(QUIT_VARIABLE):
        nav.window.after_first_frame(nav.quit)
    nav.window.run()
    return 0
