"""The title: the first thing seen, so nothing here reads levels or records."""

from __future__ import annotations

from game.screens.common import notice
from game.screens.frontage import frontage
from game.screens.machine import Navigator, Place
from game.screens.ui import Ui
from game.screens.widgets import Button, Label, Row, Widget
from game.screens.window import BaseScreen

NAME = "Moments of Truth"
SAYING = "Every conversation has a moment that decides what the customer will remember. Practise yours."


class TitleScreen(BaseScreen):
    """The name of the game, and the ways in."""

    def __init__(self, nav: Navigator) -> None:
        self.nav = nav

    def build(self, ui: Ui) -> Widget:
        told = self.nav.app.settings.notice
        return frontage(
            ui,
            [
                Label(NAME, "display"),
                Label(SAYING, "lead", colour="ink_soft"),
                Row(
                    [
                        Button("Play", self._play, kind="primary", icon="play", style="lead", autofocus=True),
                        Button(
                            "Leaderboard",
                            lambda: self.nav.look_at(Place.BOARD),
                            icon="trophy",
                            style="lead",
                        ),
                    ],
                    wrap=True,
                    gap=12,
                ),
                Row(
                    [
                        Button(
                            "Settings", lambda: self.nav.look_at(Place.SETTINGS), icon="gear", kind="quiet"
                        ),
                        Button("Quit", self.nav.quit, icon="door", kind="quiet"),
                    ],
                    wrap=True,
                    gap=12,
                ),
                notice(told) if told else None,
            ],
        )

    def _play(self) -> None:
        self.nav.go(Place.CAMPAIGN if self.nav.player else Place.WHO)
