"""A conversation in a driven window, with records of its own and the screens around it only named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from game.app.settings import SettingsFile, Timers
from game.app.wiring import Game, PlayRequest
from game.play.journal import Mode
from game.play.phases import Phase
from game.play.session import Session
from game.play.start import StartAt
from game.screens.choices import SETTLE_S
from game.screens.machine import Navigator, Place
from game.screens.screen_conversation import ConversationScreen
from game.screens.talk import Talk
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Label, Widget
from game.screens.window import BaseScreen
from tests.screens.conftest import Driver

LEVELS = ("late-cake", "against-policy", "better-fit", "wrong-bill")
LOST_BOOKING = Path(__file__).parent / "data" / "lost-booking.yaml"
"""Three customers, a timer, a locked choice, a walk-out, something confided: all there is."""


class Elsewhere(BaseScreen):
    """Stands in for another screen."""

    def __init__(self, place: Place, nav: Navigator) -> None:
        self.place, self.nav = place, nav

    def build(self, ui: Ui) -> Widget:
        return Column([Label(f"At the {self.place.value}", "title"), Button("Back", self.nav.back)])


@dataclass
class Table:
    """A game with one conversation at a time."""

    driver: Driver
    nav: Navigator

    @property
    def app(self) -> Game:
        return self.nav.app

    @property
    def session(self) -> Session:
        assert self.nav.session is not None
        return self.nav.session

    @property
    def screen(self) -> ConversationScreen:
        screen = self.driver.window.screen
        assert isinstance(screen, ConversationScreen)
        return screen

    @property
    def talk(self) -> Talk:
        return self.screen.talk

    def begin(
        self,
        level: str | Path = "late-cake",
        mode: Mode = Mode.RANKED,
        *,
        moment: str | None = None,
        timers: Timers = Timers.ON,
        seed: int = 3,
    ) -> None:
        """Sit down to a level, at its start or at a moment of it."""
        found = self.app.level_at(level) if isinstance(level, Path) else self.app.level(level)
        assert found is not None
        assert not [str(finding) for finding in found.findings if finding.severity.value == "error"]
        at = StartAt(moment) if moment is not None else None
        self.sit_down(self.app.begin(found, "Robin", "North", mode, seed=seed, at=at, timers=timers))

    def sit_down(self, session: Session) -> None:
        """Show an attempt."""
        self.nav.session, self.nav.place = session, Place.CONVERSATION
        self.driver.show(ConversationScreen(self.nav))
        self.settle()

    def settle(self) -> None:
        """Let what is shown stand long enough to be meant."""
        self.driver.run(SETTLE_S + 0.05)

    def until(self, phase: Phase) -> None:
        """Go on, taking the first open choice wherever there is one, until a phase comes."""
        for _ in range(60):
            if self.talk.phase is phase:
                break
            if self.talk.phase is Phase.CHOOSING:
                self.screen.choose(next(option.action for option in self.session.options if option.is_open))
            else:
                self.screen.go_on()
        assert self.talk.phase is phase
        self.settle()

    def is_at(self, place: Place) -> bool:
        return self.nav.place is place

    def wait_for_proof(self) -> None:
        """Let the proof be made, and the screen notice."""
        self.app.proof_of(self.session).wait()
        self.driver.run(0.1)


def make_table(driver: Driver, folder: Path) -> Iterator[Table]:
    """A table in the driver's window; everything kept lies in `folder`."""
    app = Game(None, SettingsFile(folder / "settings.json"), f"sqlite:///{folder / 'moments.db'}")
    screens: dict[Place, Any] = {place: partial(Elsewhere, place) for place in Place}
    nav = Navigator(app, driver.window, screens, PlayRequest())
    nav.player, nav.team = "Robin", "North"
    yield Table(driver, nav)
    app.shut()
