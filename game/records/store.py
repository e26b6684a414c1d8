"""The store: everything that is kept, behind one object.

Importing this module brings in the database toolkit (a quarter of a second): do it after the first frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType

from sqlalchemy import Connection, Engine, func, insert, select

from game.play.journal import Begun, Closed, Taken
from game.records import attempts, boards, kept, people
from game.records.boards import BoardRow
from game.records.errors import BadName, StoreError
from game.records.kept import Kept, select_attempts
from game.records.opening import BUSY_MS, WRITES, open_engine, told_plainly
from game.records.people import Player
from game.records.tables import attempts as attempts_table
from game.records.tables import players as players_table
from game.records.tables import scenarios as scenarios_table

__all__ = ["BadName", "BoardRow", "Kept", "KeptScenario", "Player", "Store", "StoreError"]


@dataclass(frozen=True, slots=True)
class KeptScenario:
    """A version of a scenario as it was when it was played: its text, and its playbook's id and text."""

    content_hash: str
    scenario: str
    source: str
    playbook: str
    playbook_source: str


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Store:
    """Players, teams, attempts and boards in one database; a `Journal` among other things.

    Every writing call is one transaction, kept when it returns. May be opened in one thread and used from
    others, and by several copies of the game at once. Every method can raise StoreError, whose message is fit
    to be shown; those that take a name can raise BadName. Players and teams are named in any spelling of
    their case. Times are UTC in ISO 8601.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        """Use `open` instead. `where` is how messages call the database."""
        self.where = where
        self._engine = engine
        self._writing = engine.execution_options(**{WRITES: True})

    @classmethod
    def open(cls, url: str, *, make_folder: bool = False, busy_ms: int = BUSY_MS) -> Store:
        """The store at `url` (see `game.records.urls`), made or brought up to date as needed.

        `sqlite://` is one in memory. `make_folder`: also make the folder of a file. `busy_ms`: how long to
        wait where another program is writing. Raises: StoreError.
        """
        return cls(*open_engine(url, make_folder=make_folder, busy_ms=busy_ms))

    def shut(self) -> None:
        """Let go of the database. (`close` is about an attempt.)"""
        with told_plainly(self.where):
            self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shut()

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with told_plainly(self.where), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with told_plainly(self.where), self._engine.begin() as connection:
            yield connection

    # --- the journal --------------------------------------------------------------------------------

    def begin(self, begun: Begun) -> None:
        """Keep a new attempt. A new player or team is made; a team given becomes the player's own."""
        with self._write() as connection:
            attempts.write_begun(connection, begun)

    def act(self, attempt_id: str, taken: Taken) -> None:
        """Keep one more action. Raises: StoreError also where it is not the next of an unfinished attempt."""
        with self._write() as connection:
            attempts.write_taken(connection, attempt_id, taken)

    def back(self, attempt_id: str, length: int) -> None:
        """Forget the actions from 0-based place `length` on. A ranked attempt becomes unranked by it."""
        with self._write() as connection:
            attempts.write_back(connection, attempt_id, length)

    def close(self, attempt_id: str, closed: Closed) -> None:
        """Keep how an attempt ended; a ranked complete one from the start goes on the boards."""
        with self._write() as connection:
            attempts.write_closed(connection, attempt_id, closed)

    def keep(self, begun: Begun, taken: Sequence[Taken], closed: Closed | None) -> None:
        """Keep a whole attempt at once: all of it or nothing."""
        with self._write() as connection:
            attempts.write_whole(connection, begun, taken, closed)

    # --- going on, looking back ---------------------------------------------------------------------

    def unfinished(self, player: str) -> tuple[Kept, ...]:
        """The player's attempts that were cut short, the latest first, each with its actions so far."""
        table = attempts_table.c
        with self._read() as connection:
            player_id = people.id_of(connection, players_table, player)
            query = select_attempts().where(table.player_id == player_id, table.ended_at.is_(None))
            return kept.read_kept(connection, query.order_by(table.started_at.desc(), table.number.desc()))

    def discard(self, attempt_id: str, ended_at: str | None = None) -> None:
        """End an unfinished attempt without a result. It still counts as having seen the scenario."""
        with self._write() as connection:
            attempts.write_discarded(connection, attempt_id, ended_at or _now())

    def attempt(self, attempt_id: str) -> Kept | None:
        """The attempt of that id, or None."""
        with self._read() as connection:
            found = kept.read_kept(connection, select_attempts().where(attempts_table.c.id == attempt_id))
        return found[0] if found else None

    def history(self, player: str, scenario: str | None = None, limit: int | None = None) -> tuple[Kept, ...]:
        """The player's attempts, the latest first, of every mode and version, unfinished ones too."""
        table = attempts_table.c
        with self._read() as connection:
            query = select_attempts().where(
                table.player_id == people.id_of(connection, players_table, player)
            )
            if scenario is not None:
                query = query.where(table.scenario == scenario)
            query = query.order_by(table.started_at.desc(), table.number.desc()).limit(limit)
            return kept.read_kept(connection, query)

    def times_played(self, player: str, scenario: str) -> int:
        """How often the player has begun the scenario, in any mode; 0 means that it is new to them."""
        table = attempts_table.c
        with self._read() as connection:
            player_id = people.id_of(connection, players_table, player)
            query = select(func.max(table.number)).where(
                table.player_id == player_id, table.scenario == scenario
            )
            return connection.execute(query).scalar() or 0

    def latest_flags(self, player: str, scenario: str) -> tuple[str, ...]:
        """The flags set at the ending of the player's latest complete ranked attempt there, else ()."""
        with self._read() as connection:
            player_id = people.id_of(connection, players_table, player)
            return () if player_id is None else kept.latest_flags(connection, player_id, scenario)

    # --- players and teams --------------------------------------------------------------------------

    def enter(self, player: str, team: str = "") -> Player:
        """The player of that name, made if new, as first spelt; `team`, unless "", becomes their team."""
        with self._write() as connection:
            people.enter(connection, player, team, _now())
            found = people.player(connection, player)
        if found is None:
            raise StoreError(f"{self.where} did not keep the player {player!r}.")
        return found

    def player(self, name: str) -> Player | None:
        """The player of that name as first spelt, with their team; None for a new name."""
        with self._read() as connection:
            return people.player(connection, name)

    def players(self, prefix: str = "", limit: int = 8) -> tuple[Player, ...]:
        """Players to suggest: names beginning with `prefix`, those who played last first."""
        with self._read() as connection:
            return people.suggested_players(connection, prefix, limit)

    def teams(self, prefix: str = "", limit: int = 8) -> tuple[str, ...]:
        """Teams to suggest: names beginning with `prefix`, in alphabetical order."""
        with self._read() as connection:
            return people.suggested_teams(connection, prefix, limit)

    # --- scenarios as they were played --------------------------------------------------------------

    def keep_scenario(self, version: KeptScenario) -> None:
        """Keep a version of a scenario, for replay after its file has changed; once is enough."""
        with self._write() as connection:
            table = scenarios_table
            known = select(table.c.content_hash).where(table.c.content_hash == version.content_hash)
            if connection.execute(known).first() is None:
                connection.execute(
                    insert(table).values(
                        content_hash=version.content_hash,
                        scenario=version.scenario,
                        source=version.source,
                        playbook=version.playbook,
                        playbook_source=version.playbook_source,
                        kept_at=_now(),
                    )
                )

    def kept_scenario(self, content_hash: str) -> KeptScenario | None:
        """The version of a scenario with that hash, if it was kept."""
        table = scenarios_table
        with self._read() as connection:
            row = connection.execute(select(table).where(table.c.content_hash == content_hash)).first()
        if row is None:
            return None
        return KeptScenario(row.content_hash, row.scenario, row.source, row.playbook, row.playbook_source)

    # --- boards -------------------------------------------------------------------------------------
    # `current` maps each scenario's id to its content hash now: attempts at other versions stand on no board.

    def board(
        self, current: Mapping[str, str], scenario: str, limit: int | None = None, offset: int = 0
    ) -> tuple[BoardRow, ...]:
        """One scenario's board: a row for each player, their best ranked complete attempt."""
        with self._read() as connection:
            return boards.board(connection, current, scenario, limit, offset)

    def boards(self, current: Mapping[str, str], limit: int | None = None) -> tuple[BoardRow, ...]:
        """The boards of all scenarios of `current`, one after the other, each with ranks of its own."""
        with self._read() as connection:
            return tuple(
                row for scenario in current for row in boards.board(connection, current, scenario, limit)
            )

    def overall(
        self, current: Mapping[str, str], limit: int | None = None, offset: int = 0
    ) -> tuple[BoardRow, ...]:
        """Players by the sum of their best scores over the scenarios of `current`.

        It is the sum, not the mean, so that playing one more level never lowers anyone's place; `count` tells
        over how many levels.
        """
        with self._read() as connection:
            return boards.board(connection, current, None, limit, offset)

    def team_board(
        self, current: Mapping[str, str], scenario: str | None = None, limit: int | None = None
    ) -> tuple[BoardRow, ...]:
        """Teams by the mean of their members' best, or, without `scenario`, of their members' sums.

        A mean, so that a large team has no advantage; `count` tells over how many members.
        """
        with self._read() as connection:
            return boards.team_board(connection, current, scenario, limit)

    def around(
        self, player: str, current: Mapping[str, str], scenario: str | None = None, reach: int = 3
    ) -> tuple[BoardRow, ...]:
        """The player's own row with up to `reach` neighbours on each side; () where they have none.

        Of the scenario's board, or, without `scenario`, of the overall one.
        """
        with self._read() as connection:
            player_id = people.id_of(connection, players_table, player)
            if player_id is None:
                return ()
            return boards.around(connection, current, scenario, player_id, reach)

    def bests(self, player: str, current: Mapping[str, str]) -> dict[str, tuple[float, str]]:
        """The player's best score and its outcome on each scenario of `current` they have a result on."""
        with self._read() as connection:
            player_id = people.id_of(connection, players_table, player)
            return {} if player_id is None else boards.bests(connection, current, player_id)

    def completed(self, player: str) -> frozenset[str]:
        """The scenarios the player has a ranked result on, in any version."""
        with self._read() as connection:
            player_id = people.id_of(connection, players_table, player)
            return frozenset() if player_id is None else boards.completed(connection, player_id)
