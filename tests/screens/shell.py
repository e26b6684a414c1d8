"""The game in a driven window, with records and settings of its own and a conversation that is only named."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from game.app.settings import SettingsFile
from game.app.wiring import Game, PlayRequest
from game.play.journal import Begun, Closed, Mode
from game.screens.app_window import SCREENS
from game.screens.common import show_preferences
from game.screens.machine import Navigator, Place
from game.screens.ui import Ui
from game.screens.widgets import Label, Widget
from game.screens.window import BaseScreen
from tests.screens.conftest import Driver


class Conversation(BaseScreen):
    """Stands in for the conversation: tests of the shell only look at the attempt they were led to."""

    def __init__(self, nav: Navigator) -> None:
        self.nav = nav

    def build(self, ui: Ui) -> Widget:
        return Label("The conversation", "title")


@dataclass
class Shell:
    """The navigator of a driven window, and what tests ask of it."""

    nav: Navigator
    driver: Driver

    @property
    def place(self) -> Place:
        return self.nav.place

    def wait_for_records(self) -> None:
        """Open the records, as the thread in the background would, and let the screen notice."""
        _ = self.nav.app.store
        self.driver.run(0.1)

    def enter(self, player: str = "Robin", team: str = "North") -> None:
        """Let someone play, and show the campaign."""
        from game.screens.entering import enter

        enter(self.nav, player, team)
        self.show(Place.CAMPAIGN)

    def show(self, place: Place, **wanted: object) -> None:
        """Show a screen as if the player had come to it."""
        self.nav._kept.clear()
        self.nav.start(place, **wanted)
        self.driver.run()

    def keep_result(
        self, player: str, level: str, score: float, *, team: str = "North", outcome: str = "satisfaction"
    ) -> None:
        """Keep a complete ranked attempt."""
        app = self.nav.app
        number = len(app.store.history(player))
        when = f"2025-01-01T10:{number:02}:00+00:00"
        begun = Begun(
            attempt_id=f"{player}-{level}-{number}",
            player=player,
            team=team,
            scenario=level,
            content_hash=app.current[level],
            seed=1,
            mode=Mode.RANKED,
            started_at=when,
            recalled=(),
        )
        closed = Closed(
            outcome=outcome,
            void=False,
            raw=Fraction(1),
            best=Fraction(2),
            worst=Fraction(0),
            score=Fraction(round(score * 10), 10),
            sale=0,
            ended_at=when,
            meters={},
        )
        app.store.keep(begun, [], closed)


def make_shell(
    driver: Driver, folder: Path, request: PlayRequest | None = None, url: str | None = None
) -> Shell:
    """Show the first screen in the driver's window; everything kept lies in `folder`."""
    app = Game(None, SettingsFile(folder / "settings.json"), url or f"sqlite:///{folder / 'moments.db'}")
    screens = {**SCREENS, Place.CONVERSATION: Conversation}
    nav = Navigator(app, driver.window, screens, request or PlayRequest())
    show_preferences(nav)
    nav.begin()
    driver.run()
    return Shell(nav, driver)
