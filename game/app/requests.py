"""What the doors ask of the game, and what it may answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.app.settings import Timers
from game.play.journal import Mode

if TYPE_CHECKING:
    from game.app.levels import Level
    from game.play.start import StartAt
    from game.records.store import Kept
    from game.scenario.model import Scenario


class NoDisplay(Exception):
    """No window can be opened here; the message says why."""


@dataclass(frozen=True, slots=True)
class PlayRequest:
    """What was asked for on the command line, to begin with."""

    level: Level | None = None
    player: str = ""
    team: str = ""
    mode: Mode = Mode.RANKED
    seed: int | None = None
    at: StartAt | None = None
    timers: Timers | None = None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An attempt that was cut short. `moment` is where it stands, `actions` how many were taken."""

    kept: Kept
    scenario: Scenario
    moment: str
    actions: int

    @property
    def level_title(self) -> str:
        """The title of its level."""
        return self.scenario.title
