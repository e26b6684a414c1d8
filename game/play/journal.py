"""What a live attempt hands on to be kept: the shape of a journal, and of what is written to it.

The play layer knows no database. It writes to whatever journal it is handed, one action at a time, so that an
attempt cut short can go on at exactly that moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fractions import Fraction


class Mode(StrEnum):
    """What an attempt counts as. Only ranked ones stand on a board."""

    RANKED = "ranked"
    PRACTICE = "practice"
    UNRANKED = "unranked"


@dataclass(frozen=True, slots=True)
class Begun:
    """How an attempt began.

    `moment`, `meters` (customer to meter to 0-100) and `flags` are given where play started somewhere else
    than at the scenario's start; else they are None. `recalled` names the flags brought from other levels.
    `started_at` is UTC in ISO 8601.
    """

    attempt_id: str
    player: str
    team: str
    scenario: str
    content_hash: str
    seed: int
    mode: Mode
    started_at: str
    recalled: tuple[str, ...] = ()
    moment: str | None = None
    meters: Mapping[str, Mapping[str, int]] | None = None
    flags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """One action: its 0-based place in the attempt, where it was taken and which it was.

    `dwell_ms` is how long the choices stood before it, pauses left out.
    """

    index: int
    moment: str
    choice: str
    dwell_ms: int


@dataclass(frozen=True, slots=True)
class Closed:
    """How an attempt ended. Raw results and score are None where it is void.

    `meters` maps customer to meter to 0-100. `flags` names those set at the ending: later levels may recall
    them.
    """

    outcome: str | None
    void: bool
    raw: Fraction | None
    best: Fraction | None
    worst: Fraction | None
    score: Fraction | None
    sale: int
    ended_at: str
    meters: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


class Journal(Protocol):
    """Where a live attempt is written down as it happens. Each call has been kept when it returns."""

    def begin(self, begun: Begun) -> None:
        """Keep a new attempt."""

    def act(self, attempt_id: str, taken: Taken) -> None:
        """Keep one more action."""

    def back(self, attempt_id: str, length: int) -> None:
        """Forget the actions from 0-based place `length` on: the player went back."""

    def close(self, attempt_id: str, closed: Closed) -> None:
        """Keep how the attempt ended."""
