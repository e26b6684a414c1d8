"""Who is playing: a name and a team, typed or picked; whoever played last is there already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.records.errors import BadName, StoreError
from game.screens.common import notice
from game.screens.entering import enter
from game.screens.frontage import frontage
from game.screens.machine import Navigator, Place
from game.screens.pygame_import import pygame
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Label, Row, TextField, Widget
from game.screens.window import BaseScreen

if TYPE_CHECKING:
    from game.app.levels import Level
    from game.records.store import Player

LONGEST = 40
QUICK_NAMES, QUICK_TEAMS = 3, 3
STARTER_TEAMS = ("Front counter", "Phone line", "Back office")
GUEST = "Guest"
PICK = "Pick a name, or type yours below"


class WhoScreen(BaseScreen):
    """Asks for name and team; goes on to `level`, or to the campaign where none is given."""

    def __init__(self, nav: Navigator, level: Level | None = None) -> None:
        self.nav, self.level = nav, level
        settings = nav.app.settings
        self.name = nav.player or nav.request.player or settings.last_player
        self.team = nav.team or nav.request.team or ("" if nav.request.player else settings.last_team)
        self.players: tuple[Player, ...] = ()
        self.teams: tuple[str, ...] = ()
        self.guest = f"{GUEST} 1"
        self.trouble = ""
        self.wrong = ""
        self._is_read = False
        self._picks = 0  # a field takes another text only under another key

    def tick(self, dt: float) -> bool:
        if not self._is_read and (self.nav.app.store_ready or self.nav.app.store_problem):
            self._is_read = True
            self._read()
            self.nav.ui.rebuild()
        return False

    def _read(self) -> None:
        """Read who played here before, for the suggestions."""
        if not self.nav.app.store_ready:
            self.trouble = self.nav.app.store_problem or ""
            return
        try:
            store = self.nav.app.store
            self.players, self.teams = store.players(limit=40), store.teams(limit=40)
            guests = {player.name for player in store.players(GUEST, limit=1000)}
        except StoreError as error:
            self.trouble = str(error)
            return
        self.guest = next(name for n in range(1, 1002) if (name := f"{GUEST} {n}") not in guests)

    def build(self, ui: Ui) -> Widget:
        go_on = Button(
            "Continue", self._go_on, kind="primary", icon="right", icon_after=True, autofocus=bool(self.name)
        )
        back = Button("Back", self._back, kind="quiet", icon="left", key="back")
        return frontage(
            ui,
            [
                Label("Who is playing?", "title"),
                Label(self.wrong, "small", colour="bad", icon="warning", rich=False) if self.wrong else None,
                notice(f"{self.trouble} You can play; results are not kept.") if self.trouble else None,
                Column([Label(PICK, "small", colour="ink_soft"), self._names(), self._name_field()], gap=10),
                Column([self._team_field(), self._teams()], gap=10),
            ],
            Row([go_on, back], wrap=True, gap=12, flex=1),
            framed=True,
        )

    def _name_field(self) -> Widget:
        return TextField(
            "Your name",
            self.name,
            on_change=self._named,
            on_submit=lambda _: self._go_on(),
            placeholder="Type your name",
            suggestions=[player.name for player in self.players] or [self.guest],
            limit=LONGEST,
            key=f"name {self._picks}",
            autofocus=not self.name,
        )

    def _names(self) -> Widget:
        picks = [player.name for player in self.players if player.name != self.guest][:QUICK_NAMES]
        return Row(
            [self._chip(name, name == self.name, self._pick_player) for name in (*picks, self.guest)],
            wrap=True,
            gap=8,
        )

    def _team_field(self) -> Widget:
        return TextField(
            "Your team (you may leave it empty)",
            self.team,
            on_change=self._teamed,
            on_submit=lambda _: self._go_on(),
            placeholder="Whom do you play for?",
            suggestions=[*self.teams, *(team for team in STARTER_TEAMS if team not in self.teams)],
            limit=LONGEST,
            key=f"team {self._picks}",
        )

    def _teams(self) -> Widget:
        known = [*self.teams, *(team for team in STARTER_TEAMS if team not in self.teams)]
        if self.team in known[QUICK_TEAMS:]:
            known.insert(0, self.team)
        return Row(
            [self._chip(team, team == self.team, self._pick_team) for team in known[:QUICK_TEAMS]],
            wrap=True,
            gap=8,
        )

    def _chip(self, text: str, is_chosen: bool, pick: Callable[[str], object]) -> Button:
        return Button(text, lambda: pick(text), style="small", selected=is_chosen, key=f"pick {text}")

    def _named(self, text: str) -> None:
        self.name, self.wrong = text, ""
        self.nav.ui.rebuild()

    def _teamed(self, text: str) -> None:
        self.team, self.wrong = text, ""
        self.nav.ui.rebuild()

    def _pick_player(self, name: str) -> None:
        known = next((player for player in self.players if player.name == name), None)
        self.team = known.team if known is not None else self.team
        self._picks += 1
        self._named(name)

    def _pick_team(self, team: str) -> None:
        self._picks += 1
        self._teamed("" if team == self.team else team)

    def _go_on(self) -> None:
        try:
            enter(self.nav, self.name, self.team)
        except BadName as error:
            self.wrong = str(error) if self.name.strip() else "Type a name, or pick one."
            self.nav.ui.announce(self.wrong)
            self.nav.ui.rebuild()
            return
        if self.level is not None:
            self.nav.go(Place.BRIEFING, level=self.level)
        else:
            self.nav.go(Place.CAMPAIGN)

    def _back(self) -> None:
        self.nav.go(Place.TITLE)

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self._back()
            return True
        return False
