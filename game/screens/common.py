"""What the screens share: the page with its header, the player's preferences, words for scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from game.app.settings import Preferences, Timers
from game.screens.machine import Navigator, Place
from game.screens.theme import ThemeName
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Label, Row, Widget
from game.screens.widgets_base import Action

PAGE_X, PAGE_Y = 28, 18


def preferences_of(nav: Navigator) -> Preferences:
    """Give the preferences of whoever plays; before anyone said who they are, of who played last."""
    settings = nav.app.settings
    return settings.of(nav.player or settings.last_player)


def show_preferences(nav: Navigator) -> None:
    """Make the window look as the player prefers, where it does not yet."""
    wanted, ui = preferences_of(nav), nav.ui
    ui.reduced_motion = wanted.reduced_motion
    theme, scale = cast(ThemeName, wanted.theme), wanted.text_scale / 100
    if (ui.theme.name, ui.scale) != (theme, scale):
        ui.configure(theme=theme, scale=scale)


def timers_of(nav: Navigator) -> Timers:
    """Give how much time a timed moment gives: as asked for on the command line, else as preferred."""
    return nav.request.timers or preferences_of(nav).timers


def header(
    ui: Ui, title: str, *, back: Button | None = None, note: str = "", actions: Sequence[Widget] = ()
) -> Widget:
    """Make the bar on top of a page: the way back, its title (with a short `note`), what else can be done."""
    told = Label(note, "small", colour="ink_soft", flex=1, lines=1) if note and not ui.compact else None
    return Row(
        [back, Label(title, "heading", flex=0 if told else 1, lines=1), told, *actions],
        frame="bar",
        padding=(PAGE_X if back is None else 16, 9 if ui.compact else 11),
        gap=10,
    )


def back_button(ui: Ui, text: str, action: Action) -> Button:
    """Make the button that leads back; only an arrow where room is short."""
    return Button(text, action, kind="quiet", icon="left", icon_only=ui.compact, key="back")


def settings_button(nav: Navigator) -> Button:
    """Make the button that opens the settings over the present screen."""
    return Button(
        "Settings",
        lambda: nav.look_at(Place.SETTINGS),
        icon="gear",
        icon_only=True,
        kind="quiet",
        key="settings",
    )


def page(head: Widget, body: Widget, foot: Widget | None = None) -> Widget:
    """Put a header above a body that takes the rest of the window, and perhaps a row below it."""
    return Column([head, Column([body], padding=(PAGE_X, PAGE_Y), flex=1), foot], gap=0)


def notice(text: str) -> Widget:
    """Make a line that says what the player should know, such as that nothing can be stored."""
    return Row([Label(text, "small", icon="info", flex=1, rich=False)], frame="tint", padding=(14, 10))
