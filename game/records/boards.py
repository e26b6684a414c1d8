"""Boards: who reached what, in ranks that share ties (1, 1, 3).

A board shows current versions only: `current` maps each scenario to the content hash it has now. People
stand under the team they are in now, and take their results along when they change it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Subquery,
    and_,
    func,
    or_,
    select,
)

from game.records.tables import best, players, teams


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One row. What a board does not tell of stays empty: "" or None.

    score: 0-100 with one decimal; on an overall board the sum over levels. count: on an overall board the
    levels it is the sum of, on a team board the members it is the mean of, else 1.
    """

    rank: int
    player: str
    team: str
    scenario: str | None
    score: float
    outcome: str | None
    count: int = 1

    def as_json(self) -> dict[str, object]:
        """The row as `leaderboard --format json` prints it."""
        return {
            "rank": self.rank,
            "player": self.player,
            "team": self.team,
            "scenario": self.scenario,
            "score": self.score,
            "outcome": self.outcome,
        }


def _version(scenario: str, current: Mapping[str, str]) -> ColumnElement[bool]:
    return and_(best.c.scenario == scenario, best.c.content_hash == current.get(scenario, ""))


def _versions(current: Mapping[str, str]) -> ColumnElement[bool]:
    # As one text: a condition on the two columns would have the index by score used, which is the wrong one
    # here. The table's own order, by player, sums and looks up players without sorting.
    wanted = [f"{scenario}\n{content_hash}" for scenario, content_hash in current.items()]
    return (best.c.scenario + "\n" + best.c.content_hash).in_(wanted)


def _ranked(values: Sequence[int], first_rank: int, offset: int) -> Iterator[int]:
    """Ranks of falling `values`; the first has `first_rank`, and `offset` values stand before it."""
    rank = first_rank
    for place, value in enumerate(values):
        if place and value != values[place - 1]:
            rank = offset + place + 1
        yield rank


def _standings(current: Mapping[str, str], scenario: str | None) -> Subquery:
    """One line a player: on one scenario's board, or summed over the levels."""
    if scenario is not None:
        return (
            select(best.c.player_id, best.c.tenths, best.c.ended_at, best.c.outcome)
            .where(_version(scenario, current))
            .subquery()
        )
    return (
        select(
            best.c.player_id,
            func.sum(best.c.tenths).label("tenths"),
            func.max(best.c.ended_at).label("ended_at"),
            func.count().label("levels"),
        )
        .where(_versions(current))
        .group_by(best.c.player_id)
        .subquery()
    )


def _page(lines: Subquery, limit: int | None, offset: int) -> Select[Any]:
    # Names are joined to the page alone: skipped lines then cost a step in the index each.
    ordered = select(lines).order_by(lines.c.tenths.desc(), lines.c.ended_at, lines.c.player_id)
    page = ordered.limit(limit).offset(offset).subquery()
    return (
        select(page, players.c.name.label("player"), teams.c.name.label("team"))
        .select_from(
            page.join(players, page.c.player_id == players.c.id).outerjoin(
                teams, players.c.team_id == teams.c.id
            )
        )
        .order_by(page.c.tenths.desc(), page.c.ended_at, page.c.player_id)
    )


def _rows(
    rows: Sequence[Row[Any]], scenario: str | None, first_rank: int, offset: int
) -> tuple[BoardRow, ...]:
    ranks = _ranked([row.tenths for row in rows], first_rank, offset)
    return tuple(
        BoardRow(
            rank=rank,
            player=row.player,
            team=row.team or "",
            scenario=scenario,
            score=int(row.tenths) / 10,
            outcome=row.outcome if scenario is not None else None,
            count=1 if scenario is not None else row.levels,
        )
        for rank, row in zip(ranks, rows, strict=True)
    )


def board(
    connection: Connection,
    current: Mapping[str, str],
    scenario: str | None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[BoardRow, ...]:
    """Players from place `offset` on: of one scenario by their best, or overall by the sum of their bests."""
    lines = _standings(current, scenario)
    rows = connection.execute(_page(lines, limit, offset)).all()
    if not rows:
        return ()
    first_rank = 1
    if offset:
        above = select(func.count()).select_from(lines).where(lines.c.tenths > rows[0].tenths)
        first_rank += connection.execute(above).scalar_one()
    return _rows(rows, scenario, first_rank, offset)


def around(
    connection: Connection, current: Mapping[str, str], scenario: str | None, player_id: str, reach: int
) -> tuple[BoardRow, ...]:
    """The player's own row with up to `reach` rows above and below it; () for who has none."""
    lines = _standings(current, scenario)
    own = connection.execute(
        select(lines.c.tenths, lines.c.ended_at).where(lines.c.player_id == player_id)
    ).first()
    if own is None:
        return ()
    earlier = or_(
        lines.c.ended_at < own.ended_at,
        and_(lines.c.ended_at == own.ended_at, lines.c.player_id < player_id),
    )
    before = or_(lines.c.tenths > own.tenths, and_(lines.c.tenths == own.tenths, earlier))
    place = connection.execute(select(func.count()).select_from(lines).where(before)).scalar_one()
    offset = max(0, place - reach)
    return board(connection, current, scenario, place - offset + 1 + reach, offset)


def team_board(
    connection: Connection, current: Mapping[str, str], scenario: str | None, limit: int | None = None
) -> tuple[BoardRow, ...]:
    """Teams by the mean of their members' results, overall by the mean of their sums.

    A member who has not played counts for nothing either way. The mean is rounded half up to one decimal,
    and ranks go by that number.
    """
    lines = _standings(current, scenario)
    # By player first and names last: a count of different players over all rows takes three times as long.
    sums = (
        select(players.c.team_id, func.sum(lines.c.tenths).label("tenths"), func.count().label("members"))
        .select_from(lines.join(players, lines.c.player_id == players.c.id))
        .group_by(players.c.team_id)
        .subquery()
    )
    found = connection.execute(
        select(teams.c.name, sums.c.tenths, sums.c.members).select_from(
            sums.join(teams, sums.c.team_id == teams.c.id)
        )
    ).all()
    means = [
        ((2 * int(row.tenths) + row.members) // (2 * row.members), row.name, row.members) for row in found
    ]
    means.sort(key=lambda one: (-one[0], one[1].casefold()))
    ranks = _ranked([mean for mean, _, _ in means], 1, 0)
    rows = tuple(
        BoardRow(rank, "", name, scenario, mean / 10, None, members)
        for rank, (mean, name, members) in zip(ranks, means, strict=True)
    )
    return rows[:limit]


def bests(connection: Connection, current: Mapping[str, str], player_id: str) -> dict[str, tuple[float, str]]:
    """The player's best score and its outcome on every scenario of `current` that they have a result on."""
    rows = connection.execute(
        select(best.c.scenario, best.c.tenths, best.c.outcome).where(
            best.c.player_id == player_id, _versions(current)
        )
    )
    return {row.scenario: (row.tenths / 10, row.outcome) for row in rows}


def completed(connection: Connection, player_id: str) -> frozenset[str]:
    """The scenarios the player has a result on, in any version."""
    return frozenset(
        connection.scalars(select(best.c.scenario).where(best.c.player_id == player_id).distinct())
    )
