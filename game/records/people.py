"""Players and teams, by name."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from game.records.names import clean_name, fold_name
from game.records.tables import players, teams


@dataclass(frozen=True, slots=True)
class Player:
    """A player as first spelt. `team` is the current team's name, "" for none."""

    name: str
    team: str = ""


# Statements on the way of every attempt are built once: building one takes four times as long as running it.
_TEAM = select(teams.c.id).where(teams.c.name_key == bindparam("key"))
_PLAYER = select(players.c.id, players.c.team_id).where(players.c.name_key == bindparam("key"))
_SEEN = update(players).where(players.c.id == bindparam("player"))


def id_of(connection: Connection, table: Table, name: str) -> str | None:
    """The key of the player or team of that name, in any spelling of its case."""
    found: str | None = connection.execute(
        select(table.c.id).where(table.c.name_key == fold_name(name))
    ).scalar()
    return found


def _team_id(connection: Connection, name: str, now: str) -> str:
    name = clean_name(name)
    found: str | None = connection.execute(_TEAM, {"key": fold_name(name)}).scalar()
    if found is not None:
        return found
    made = uuid.uuid4().hex
    connection.execute(insert(teams).values(id=made, name=name, name_key=fold_name(name), created_at=now))
    return made


def enter(connection: Connection, name: str, team: str, now: str) -> tuple[str, str | None]:
    """The keys of the player and of their team, both made where they are new.

    A player stays in their team where `team` is "", else `team` becomes their current one. `now` is UTC in
    ISO 8601. Raises: BadName.
    """
    name = clean_name(name)
    team_id = _team_id(connection, team, now) if team.strip() else None
    row = connection.execute(_PLAYER, {"key": fold_name(name)}).first()
    if row is None:
        made = uuid.uuid4().hex
        connection.execute(
            insert(players).values(
                id=made, name=name, name_key=fold_name(name), team_id=team_id, created_at=now, seen_at=now
            )
        )
        return made, team_id
    team_id = team_id or row.team_id
    connection.execute(_SEEN, {"player": row.id, "team_id": team_id, "seen_at": now})
    return row.id, team_id


def player(connection: Connection, name: str) -> Player | None:
    """The player of that name, or None."""
    row = connection.execute(
        select(players.c.name, teams.c.name.label("team"))
        .select_from(players.outerjoin(teams, players.c.team_id == teams.c.id))
        .where(players.c.name_key == fold_name(name))
    ).first()
    return None if row is None else Player(row.name, row.team or "")


def suggested_players(connection: Connection, prefix: str, limit: int) -> tuple[Player, ...]:
    """Players whose name begins with `prefix` in any case, those who played last first."""
    rows = connection.execute(
        select(players.c.name, teams.c.name.label("team"))
        .select_from(players.outerjoin(teams, players.c.team_id == teams.c.id))
        .where(players.c.name_key.startswith(fold_name(prefix), autoescape=True))
        .order_by(players.c.seen_at.desc(), players.c.name_key)
        .limit(limit)
    )
    return tuple(Player(row.name, row.team or "") for row in rows)


def suggested_teams(connection: Connection, prefix: str, limit: int) -> tuple[str, ...]:
    """Teams whose name begins with `prefix` in any case, in alphabetical order."""
    rows = connection.execute(
        select(teams.c.name)
        .where(teams.c.name_key.startswith(fold_name(prefix), autoescape=True))
        .order_by(teams.c.name_key)
        .limit(limit)
    )
    return tuple(row.name for row in rows)
