"""Saying who plays: noted in the records and in the settings, with the preferences kept for them."""

from __future__ import annotations

from game.records.errors import StoreError
from game.records.names import clean_name
from game.screens.common import show_preferences
from game.screens.machine import Navigator


def enter(nav: Navigator, name: str, team: str) -> str:
    """Let `name` play for `team` ("" for none). Gives what is wrong with the records, "" if nothing is.

    Where they cannot be opened or written the player is let in all the same. Raises: BadName.
    """
    name = clean_name(name)
    team = clean_name(team) if team.strip() else ""
    settings = nav.app.settings
    preferences = settings.of(name)
    problem = ""
    try:
        found = nav.app.enter(name, team)
        name, team = found.name, found.team
    except StoreError as error:
        settings.played(name, team)
        problem = str(error)
    if settings.of(name) != preferences:
        # Someone new goes on with what the window looks like: they may just have set it so.
        settings.keep(name, preferences)
    nav.player, nav.team = name, team
    show_preferences(nav)
    return problem
