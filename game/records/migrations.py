"""The steps by which a database comes to have today's tables.

Step n turns version n - 1 into version n. A step is never changed once it has been released: it spells out
its own tables instead of using `tables`, which tells only what they are now. Each runs in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
    insert,
    inspect,
    select,
    text,
)

from game.records.errors import StoreError
from game.records.tables import schema_version

Step = Callable[[Connection], None]


def _people_and_attempts(connection: Connection) -> None:
    meta = MetaData()
    Table(
        "teams",
        meta,
        Column("id", String(32), primary_key=True),
        Column("name", Text, nullable=False),
        Column("name_key", Text, nullable=False, unique=True),
        Column("created_at", String(40), nullable=False),
    )
    Table(
        "players",
        meta,
        Column("id", String(32), primary_key=True),
        Column("name", Text, nullable=False),
        Column("name_key", Text, nullable=False, unique=True),
        Column("team_id", String(32), ForeignKey("teams.id")),
        Column("created_at", String(40), nullable=False),
        Column("seen_at", String(40), nullable=False),
    )
    Table(
        "scenarios",
        meta,
        Column("content_hash", String(64), primary_key=True),
        Column("scenario", Text, nullable=False),
        Column("source", Text, nullable=False),
        Column("playbook", Text, nullable=False),
        Column("playbook_source", Text, nullable=False),
        Column("kept_at", String(40), nullable=False),
    )
    attempts = Table(
        "attempts",
        meta,
        Column("id", String(36), primary_key=True),
        Column("player_id", String(32), ForeignKey("players.id"), nullable=False),
        Column("team_id", String(32), ForeignKey("teams.id")),
        Column("scenario", Text, nullable=False),
        Column("content_hash", String(64), nullable=False),
        Column("seed", Text, nullable=False),
        Column("mode", String(16), nullable=False),
        Column("number", Integer, nullable=False),
        Column("start", JSON(none_as_null=True)),
        Column("recalled", JSON(none_as_null=True), nullable=False),
        Column("started_at", String(40), nullable=False),
        Column("ended_at", String(40)),
        Column("discarded", Boolean, nullable=False),
        Column("outcome", String(16)),
        Column("void", Boolean, nullable=False),
        Column("raw", Text),
        Column("best", Text),
        Column("worst", Text),
        Column("score", Float),
        Column("sale", BigInteger, nullable=False),
        Column("meters", JSON(none_as_null=True)),
        Column("flags", JSON(none_as_null=True)),
    )
    Index("attempts_of_player", attempts.c.player_id, attempts.c.scenario, attempts.c.number)
    unfinished = attempts.c.ended_at.is_(None)
    Index("attempts_unfinished", attempts.c.player_id, sqlite_where=unfinished, postgresql_where=unfinished)
    Table(
        "actions",
        meta,
        Column("attempt_id", String(36), ForeignKey("attempts.id"), primary_key=True),
        Column("index", Integer, primary_key=True, autoincrement=False),
        Column("moment", Text, nullable=False),
        Column("choice", Text, nullable=False),
        Column("dwell_ms", BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    meta.create_all(connection, checkfirst=False)


# Of several attempts with the same score the one that ended first stands.
_FILL_BEST = """
INSERT INTO best (player_id, scenario, content_hash, attempt_id, tenths, outcome, ended_at)
SELECT player_id, scenario, content_hash, id, tenths, outcome, ended_at FROM (
  SELECT player_id, scenario, content_hash, id, outcome, ended_at,
    CAST(ROUND(score * 10) AS INTEGER) AS tenths,
    ROW_NUMBER() OVER (
      PARTITION BY player_id, scenario, content_hash ORDER BY score DESC, ended_at, id
    ) AS place
  FROM attempts
  WHERE mode = 'ranked' AND start IS NULL AND ended_at IS NOT NULL
    AND outcome IS NOT NULL AND score IS NOT NULL
) AS ordered WHERE place = 1
"""


def _boards(connection: Connection) -> None:
    meta = MetaData()
    best = Table(
        "best",
        meta,
        Column("player_id", String(32), primary_key=True),
        Column("scenario", Text, primary_key=True),
        Column("content_hash", String(64), primary_key=True),
        Column("attempt_id", String(36), nullable=False),
        Column("tenths", Integer, nullable=False),
        Column("outcome", String(16), nullable=False),
        Column("ended_at", String(40), nullable=False),
        sqlite_with_rowid=False,
    )
    Index(
        "best_by_score",
        best.c.scenario,
        best.c.content_hash,
        best.c.tenths.desc(),
        best.c.ended_at,
        best.c.player_id,
    )
    meta.create_all(connection, checkfirst=False)
    connection.execute(text(_FILL_BEST))


STEPS: Sequence[Step] = (_people_and_attempts, _boards)


def too_new(version: int, known: int, where: str) -> StoreError:
    """What to say of a database made by a later version of the program."""
    return StoreError(
        f"{where} was made by a newer version of this program (its format is {version}, this program knows "
        f"up to {known}). Nothing in it was changed. Install the newer version, or name another database "
        "with --db."
    )


def current_version(connection: Connection) -> int:
    """The version of the tables; 0 where there are none."""
    if not inspect(connection).has_table("schema_version"):
        return 0
    return int(connection.execute(select(func.max(schema_version.c.version))).scalar() or 0)


def migrate(engine: Engine, where: str, steps: Sequence[Step] = STEPS) -> None:
    """Bring the database up to date, one transaction a step; `engine` takes the write lock as it begins.

    The version is read again inside each transaction, because another copy of the game may be doing the same.
    Raises: StoreError where the database is newer than `steps`.
    """
    while True:
        with engine.begin() as connection:
            version = current_version(connection)
            if version > len(steps):
                raise too_new(version, len(steps), where)
            if version == len(steps):
                return
            if version == 0:
                schema_version.create(connection, checkfirst=True)
            steps[version](connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute(insert(schema_version).values(version=version + 1, applied_at=now))
