"""Attempts and their actions, written as they happen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from game.play.journal import Begun, Closed, Mode, Taken
from game.records.errors import StoreError
from game.records.people import enter
from game.records.tables import actions, attempts, best


def tenths_of(score: Fraction) -> int:
    """The score in tenths of a point, rounded half up."""
    return floor(score * 10 + Fraction(1, 2))


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(Fraction(number))


def _plain(meters: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    return {customer: dict(values) for customer, values in meters.items()}


def _start(begun: Begun) -> dict[str, Any] | None:
    if begun.moment is None and begun.meters is None and begun.flags is None:
        return None
    return {
        "moment": begun.moment,
        "meters": None if begun.meters is None else _plain(begun.meters),
        "flags": None if begun.flags is None else list(begun.flags),
    }


# Statements are built once: building one takes four times as long as running it, and the write lock is held.

_KNOWN = select(attempts.c.id).where(attempts.c.id == bindparam("attempt"))
_EARLIER = select(func.max(attempts.c.number)).where(
    attempts.c.player_id == bindparam("player"), attempts.c.scenario == bindparam("level")
)
_BEGIN = insert(attempts)
_LIVE = select(
    attempts.c.ended_at,
    attempts.c.player_id,
    attempts.c.scenario,
    attempts.c.content_hash,
    attempts.c.mode,
    attempts.c.start,
).where(attempts.c.id == bindparam("attempt"))
_LENGTH = select(func.count()).select_from(actions).where(actions.c.attempt_id == bindparam("attempt"))
_ACT = insert(actions)
_END = update(attempts).where(attempts.c.id == bindparam("attempt"))
_IS_OWN = (
    best.c.player_id == bindparam("player"),
    best.c.scenario == bindparam("level"),
    best.c.content_hash == bindparam("version"),
)
_OWN_BEST = select(best.c.tenths).where(*_IS_OWN)
_FIRST_BEST = insert(best)
_BETTER = update(best).where(*_IS_OWN)


def write_begun(connection: Connection, begun: Begun) -> None:
    """Keep a new attempt, with its player and team where those are new. Raises: BadName, StoreError."""
    known = connection.execute(_KNOWN, {"attempt": begun.attempt_id}).first()
    if known is not None:
        raise StoreError("This attempt has been kept already.")
    player_id, team_id = enter(connection, begun.player, begun.team, begun.started_at)
    earlier = connection.execute(_EARLIER, {"player": player_id, "level": begun.scenario}).scalar()
    values = {
        "id": begun.attempt_id,
        "player_id": player_id,
        "team_id": team_id,
        "scenario": begun.scenario,
        "content_hash": begun.content_hash,
        "seed": str(begun.seed),
        "mode": begun.mode.value,
        "number": (earlier or 0) + 1,
        "start": _start(begun),
        "recalled": list(begun.recalled),
        "started_at": begun.started_at,
        "discarded": False,
        "void": False,
        "sale": 0,
    }
    connection.execute(_BEGIN, values)


@dataclass(frozen=True, slots=True)
class _Live:
    """What writing needs to know of an unfinished attempt. `whole`: play began at the scenario's start."""

    player_id: str
    scenario: str
    content_hash: str
    ranked: bool
    whole: bool


def _live(connection: Connection, attempt_id: str) -> _Live:
    """The unfinished attempt of that id. Raises: StoreError."""
    row = connection.execute(_LIVE, {"attempt": attempt_id}).first()
    if row is None:
        raise StoreError("This attempt is not among the records.")
    if row.ended_at is not None:
        raise StoreError(
            "This attempt has ended already: perhaps another window of the game went on with it."
        )
    return _Live(row.player_id, row.scenario, row.content_hash, row.mode == Mode.RANKED, row.start is None)


def _insert_actions(connection: Connection, attempt_id: str, taken: Iterable[Taken]) -> None:
    rows = [
        {
            "attempt_id": attempt_id,
            "index": one.index,
            "moment": one.moment,
            "choice": one.choice,
            "dwell_ms": one.dwell_ms,
        }
        for one in taken
    ]
    if rows:
        connection.execute(_ACT, rows)


def write_taken(connection: Connection, attempt_id: str, taken: Taken) -> None:
    """Keep the next action of an unfinished attempt. Raises: StoreError where it is not the next one."""
    _live(connection, attempt_id)
    length = connection.execute(_LENGTH, {"attempt": attempt_id}).scalar()
    if taken.index != length:
        raise StoreError(
            f"Action {taken.index} does not follow the {length} kept so far: perhaps another window of the "
            "game goes on with this attempt."
        )
    _insert_actions(connection, attempt_id, [taken])


def write_back(connection: Connection, attempt_id: str, length: int) -> None:
    """Forget the actions from `length` on; a ranked attempt is unranked from then on. Raises: StoreError."""
    live = _live(connection, attempt_id)
    connection.execute(
        delete(actions).where(actions.c.attempt_id == attempt_id, actions.c["index"] >= length)
    )
    if live.ranked:
        connection.execute(
            update(attempts).where(attempts.c.id == attempt_id).values(mode=Mode.UNRANKED.value)
        )


def write_closed(connection: Connection, attempt_id: str, closed: Closed) -> None:
    """Keep how an unfinished attempt ended, and the player's best if it is that. Raises: StoreError."""
    live = _live(connection, attempt_id)
    tenths = None if closed.score is None else tenths_of(closed.score)
    values = {
        "attempt": attempt_id,
        "ended_at": closed.ended_at,
        "outcome": closed.outcome,
        "void": closed.void,
        "raw": _text(closed.raw),
        "best": _text(closed.best),
        "worst": _text(closed.worst),
        "score": None if tenths is None else tenths / 10,
        "sale": closed.sale,
        "meters": _plain(closed.meters),
        "flags": list(closed.flags),
    }
    connection.execute(_END, values)
    ranks = live.ranked and live.whole and not closed.void and closed.outcome is not None
    if ranks and tenths is not None:
        _write_best(connection, live, attempt_id, tenths, closed)


def _write_best(connection: Connection, live: _Live, attempt_id: str, tenths: int, closed: Closed) -> None:
    """Let a row of the boards hold this attempt, if nothing there is as good."""
    own = {"player": live.player_id, "level": live.scenario, "version": live.content_hash}
    values = {
        "attempt_id": attempt_id,
        "tenths": tenths,
        "outcome": closed.outcome,
        "ended_at": closed.ended_at,
    }
    before = connection.execute(_OWN_BEST, own).scalar()
    if before is None:
        names = {"player_id": live.player_id, "scenario": live.scenario, "content_hash": live.content_hash}
        connection.execute(_FIRST_BEST, names | values)
    elif tenths > before:
        connection.execute(_BETTER, own | values)


def write_discarded(connection: Connection, attempt_id: str, ended_at: str) -> None:
    """End an unfinished attempt without a result. Raises: StoreError."""
    _live(connection, attempt_id)
    connection.execute(
        update(attempts).where(attempts.c.id == attempt_id).values(ended_at=ended_at, discarded=True)
    )


def write_whole(connection: Connection, begun: Begun, taken: Sequence[Taken], closed: Closed | None) -> None:
    """Keep an attempt that was played elsewhere, all of it at once. Raises: BadName, StoreError."""
    if [one.index for one in taken] != list(range(len(taken))):
        raise StoreError("The actions of an attempt are numbered 0, 1, 2 … without a gap.")
    write_begun(connection, begun)
    _insert_actions(connection, begun.attempt_id, taken)
    if closed is not None:
        write_closed(connection, begun.attempt_id, closed)
