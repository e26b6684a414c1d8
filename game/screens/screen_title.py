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
SHARP_FROM = 3


class TitleScreen(BaseScreen):
    """The name of the game, and the ways in."""

    def __init__(self, nav: Navigator) -> None:
        self.nav = nav
        self._ticks = 0
        self._is_first = nav.window.frames == 0

    def tick(self, dt: float) -> bool:
        self._ticks += 1
        if self._ticks == SHARP_FROM and self._is_first:
            self.nav.ui.rebuild()
        return self._coarse()

    def _coarse(self) -> bool:
        """Whether to draw quickly: for the game's very first frames, so that something is seen at once."""
        return self._is_first and self._ticks < SHARP_FROM

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
        items = [*words, notice(told) if told else None]
        return frontage(ui, items, menu, coarse=self._coarse())

    def _play(self) -> None:
        self.nav.go(Place.CAMPAIGN if self.nav.player else Place.WHO)
