"""The title: the first thing seen, so nothing here reads levels or records."""

from __future__ import annotations

from game.screens.common import notice
from game.screens.frontage import frontage
from game.screens.machine import Navigator, Place
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Em, Label, Row, Widget
from game.screens.window import BaseScreen

NAME = "Moments of Truth"
SAYING = "Every conversation has a moment that decides what the customer will remember. Practise yours."


class TitleScreen(BaseScreen):
    """The name of the game, and the ways in."""

    def __init__(self, nav: Navigator) -> None:
        self.nav = nav

    def build(self, ui: Ui) -> Widget:
        told = self.nav.app.settings.notice
        buttons: list[Widget | None] = [
            Button("Play", self._play, kind="primary", icon="play", style="lead", autofocus=True),
            Button("Leaderboard", lambda: self.nav.look_at(Place.BOARD), icon="trophy"),
            Button("Settings", lambda: self.nav.look_at(Place.SETTINGS), icon="gear"),
            Button("Quit", self.nav.quit, icon="door"),
        ]
        menu = (
            Row(buttons, wrap=True, gap=12, flex=1) if ui.compact else Column(buttons, gap=10, width=Em(14))
        )
        words = [Label(NAME, "display"), Label(SAYING, "lead", colour="ink_soft")]
        return frontage(ui, [*words, notice(told) if told else None], menu)

    def _play(self) -> None:
        self.nav.go(Place.CAMPAIGN if self.nav.player else Place.WHO)
