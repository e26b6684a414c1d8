"""The tables as the program uses them now. How a file comes to have them is in `migrations`."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, Integer, MetaData, String, Table, Text

metadata = MetaData()

schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied_at", String(40), nullable=False),
)

teams = Table(
    "teams",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("created_at", String(40), nullable=False),
)

players = Table(
    "players",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("team_id", String(32)),
    Column("created_at", String(40), nullable=False),
    Column("seen_at", String(40), nullable=False),
)

scenarios = Table(
    "scenarios",
    metadata,
    Column("content_hash", String(64), primary_key=True),
    Column("scenario", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("playbook", Text, nullable=False),
    Column("playbook_source", Text, nullable=False),
    Column("kept_at", String(40), nullable=False),
)

# raw, best and worst are exact fractions as text ("13/2"); seed is text because it may be any whole number.
# number counts the player's attempts at the scenario from 1, discarded ones too. start is null where play
# began at the scenario's start.
attempts = Table(
    "attempts",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("player_id", String(32), nullable=False),
    Column("team_id", String(32)),
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

actions = Table(
    "actions",
    metadata,
    Column("attempt_id", String(36), primary_key=True),
    Column("index", Integer, primary_key=True, autoincrement=False),
    Column("moment", Text, nullable=False),
    Column("choice", Text, nullable=False),
    Column("dwell_ms", BigInteger, nullable=False),
)

# One row for each player and version of a scenario: the best ranked complete attempt. tenths is the score
# times ten, so that sums and ties are exact.
best = Table(
    "best",
    metadata,
    Column("player_id", String(32), primary_key=True),
    Column("scenario", Text, primary_key=True),
    Column("content_hash", String(64), primary_key=True),
    Column("attempt_id", String(36), nullable=False),
    Column("tenths", Integer, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("ended_at", String(40), nullable=False),
)
