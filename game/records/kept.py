"""Attempts and their actions, read back whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from game.play.journal import Begun, Closed, Mode, Taken
from game.records.errors import StoreError
from game.records.tables import actions, attempts, players, teams


@dataclass(frozen=True, slots=True)
class Kept:
    """An attempt as it was kept.

    `number` counts this player's attempts at the scenario from 1, whatever their mode: 1 is first sight.
    `closed` is None while it is unfinished and where it was discarded.
    """

    begun: Begun
    actions: tuple[Taken, ...]
    closed: Closed | None
    number: int
    discarded: bool = False


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def select_attempts() -> Select[Any]:
    """Attempts with the names of their player and team, to be narrowed and handed to `read_kept`."""
    return select(attempts, players.c.name.label("player"), teams.c.name.label("team")).select_from(
        attempts.join(players, attempts.c.player_id == players.c.id).outerjoin(
            teams, attempts.c.team_id == teams.c.id
        )
    )


def _begun_of(row: Row[Any]) -> Begun:
    start = row.start or {}
    flags = start.get("flags")
    return Begun(
        attempt_id=row.id,
        player=row.player,
        team=row.team or "",
        scenario=row.scenario,
        content_hash=row.content_hash,
        seed=int(row.seed),
        mode=Mode(row.mode),
        started_at=row.started_at,
        recalled=tuple(row.recalled),
        moment=start.get("moment"),
        meters=start.get("meters"),
        flags=None if flags is None else tuple(flags),
    )


def _closed_of(row: Row[Any]) -> Closed | None:
    if row.ended_at is None or row.discarded:
        return None
    return Closed(
        outcome=row.outcome,
        void=row.void,
        raw=_fraction(row.raw),
        best=_fraction(row.best),
        worst=_fraction(row.worst),
        score=None if row.score is None else Fraction(round(row.score * 10), 10),
        sale=row.sale,
        ended_at=row.ended_at,
        meters=row.meters or {},
        flags=tuple(row.flags or ()),
    )


_AT_ONCE = 500  # below every database's limit of values in one statement


def _actions_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[Taken]]:
    found: dict[str, list[Taken]] = {one: [] for one in ids}
    for first in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(
            select(actions)
            .where(actions.c.attempt_id.in_(ids[first : first + _AT_ONCE]))
            .order_by(actions.c.attempt_id, actions.c["index"])
        )
        for attempt_id, index, moment, choice, dwell_ms in rows:
            found[attempt_id].append(Taken(index, moment, choice, dwell_ms))
    return found


def read_kept(connection: Connection, query: Select[Any]) -> tuple[Kept, ...]:
    """The attempts that `query`, a narrowed `select_attempts`, finds, with their actions.

    Raises: StoreError where a row makes no sense.
    """
    try:
        rows = connection.execute(query).all()
        taken = _actions_of(connection, [row.id for row in rows])
        return tuple(
            Kept(_begun_of(row), tuple(taken[row.id]), _closed_of(row), row.number, row.discarded)
            for row in rows
        )
    except (ValueError, TypeError, AttributeError, ZeroDivisionError) as error:
        raise StoreError(
            f"An attempt among the records cannot be read ({error}): it was changed by hand, or by another "
            "program."
        ) from error


def latest_flags(connection: Connection, player_id: str, scenario: str) -> tuple[str, ...]:
    """The flags set at the ending of the player's latest complete ranked attempt, () where there is none."""
    found = connection.execute(
        select(attempts.c.flags)
        .where(
            attempts.c.player_id == player_id,
            attempts.c.scenario == scenario,
            attempts.c.mode == Mode.RANKED.value,
            attempts.c.outcome.is_not(None),
        )
        .order_by(attempts.c.ended_at.desc(), attempts.c.number.desc())
        .limit(1)
    ).scalar()
    return tuple(found or ())
