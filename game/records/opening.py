"""Opening a database: what is looked at first, how SQLite is set, and how its failures are told."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from game.records.errors import StoreError
from game.records.migrations import STEPS, migrate, too_new
from game.records.urls import MEMORY, safe_url_for_display, sqlite_path

BUSY_MS = 15_000
WRITES = "moments_writes"
_HEADER = b"SQLite format 3\0"

# The first words that occur in what the driver says decide; {said} are its words.
_SAID = (
    ("is not a database", "{where} is not a database of this game. Name another file with --db."),
    ("malformed", "{where} is damaged ({said}). Move it away and start again, or put back a copy of it."),
    (
        "locked",
        "{where} is being used by another program, which did not let go of it in time. Close that program, "
        "then try again.",
    ),
    (
        "readonly",
        "{where} cannot be written to. Make the file and its folder writable, or name another with --db.",
    ),
    (
        "unable to open",
        "{where} cannot be opened. See that its folder exists and that you may write in it, or name another "
        "with --db.",
    ),
    ("full", "There is no room left on the disk that holds {where}. Make room, then try again."),
)


def _told(said: str, where: str) -> StoreError:
    for words, message in _SAID:
        if words in said:
            return StoreError(message.format(where=where, said=said))
    return StoreError(f"{where} cannot be used: {said}")


@contextmanager
def told_plainly(where: str) -> Iterator[None]:
    """Turn the driver's exceptions into `StoreError`s that name the database as `where`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        # The toolkit does not wrap what goes wrong while a connection is being set up.
        cause = error.orig if isinstance(error, DBAPIError) else error
        lines = safe_url_for_display(str(cause)).strip().splitlines()
        raise _told(lines[0] if lines else type(cause).__name__, where) from error
    except SQLAlchemyError as error:
        raise StoreError(f"{where} cannot be used: {type(error).__name__}.") from error
    except OverflowError as error:
        raise StoreError(f"A number is too large to be kept in {where}.") from error


def _look_at_place(file: Path, where: str, make_folder: bool) -> None:
    """Raises: StoreError where a database can neither be nor be made there."""
    if file.is_dir():
        raise StoreError(f"{where} is a folder. Name a file in it with --db.")
    if file.parent.is_dir():
        return
    if not make_folder:
        raise StoreError(
            f"The folder {file.parent} does not exist. Make it first, or name another file with --db."
        )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {file.parent} cannot be made ({error.strerror}). Name a file elsewhere with --db."
        ) from error


def _tables_in(file: Path, busy_ms: int) -> tuple[set[str], int]:
    """The names of the tables in a file and the version it says it has, without writing a byte.

    A file that nobody has open is read as immutable: merely reading would leave side files beside it.
    """
    with file.open("rb") as opened:
        # SQLite itself takes any file shorter than its header for an empty database, and writes over it.
        if opened.read(len(_HEADER)) != _HEADER:
            raise sqlite3.DatabaseError("file is not a database")
    mode = "mode=ro" if Path(f"{file}-wal").exists() else "immutable=1"
    uri = f"{file.absolute().as_uri()}?{mode}"
    with closing(sqlite3.connect(uri, uri=True, timeout=busy_ms / 1000)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "schema_version" not in names:
            return names, 0
        row = connection.execute("SELECT max(version) FROM schema_version").fetchone()
        return names, int(row[0] or 0)


def _peek(file: Path, where: str, busy_ms: int) -> None:
    """Raises: StoreError where the file is not ours to write to."""
    for attempts_left in (2, 1, 0):
        if not file.exists() or file.stat().st_size == 0:
            return
        try:
            names, version = _tables_in(file, busy_ms)
        except (sqlite3.Error, ValueError) as error:
            # Another copy of the game may be writing the very first pages at this instant.
            if attempts_left:
                time.sleep(0.05)
                continue
            raise _told(str(error), where) from error
        if names and "schema_version" not in names:
            raise StoreError(
                f"{where} is a database of another program. Nothing in it was changed. Name another file "
                "with --db."
            )
        if version > len(STEPS):
            raise too_new(version, len(STEPS), where)
        return


def _set_up_sqlite(engine: Engine, busy_ms: int) -> None:
    @event.listens_for(engine, "connect")
    def _connected(driver: Any, _record: object) -> None:
        # The driver's own transaction handling would begin late and deferred: it is switched off.
        driver.isolation_level = None
        driver.execute(f"PRAGMA busy_timeout = {busy_ms}")
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(engine: Engine, busy_ms: int) -> None:
    """Switch to a write-ahead log. SQLite does not wait by itself where two switch at once."""
    until = time.monotonic() + busy_ms / 1000
    while True:
        try:
            with closing(engine.raw_connection()) as raw:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _engine_of(url: str) -> Engine:
    """Raises: StoreError where `url` names no kind of database this machine can speak to."""
    shown = safe_url_for_display(url)
    try:
        return create_engine(make_url(url), pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{shown} needs the driver {error.name}, which is not installed: "
            f"python -m pip install {error.name}"
        ) from error
    except (NoSuchModuleError, ArgumentError, ValueError) as error:
        raise StoreError(
            f"{shown} is not the address of a database this program knows. "
            "Write sqlite:///PATH or the path of a file."
        ) from error


def open_engine(url: str, *, make_folder: bool = False, busy_ms: int = BUSY_MS) -> tuple[Engine, str]:
    """An engine on an up-to-date database, and its name for messages.

    `busy_ms` is how long to wait for another program's write. Raises: StoreError.
    """
    path = sqlite_path(url)
    where = safe_url_for_display(url) if path is None else path
    if path is None:
        engine = _engine_of(url)
    elif path == MEMORY:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        if not path or "\0" in path:
            raise StoreError("The path of a database cannot be empty or hold a NUL character.")
        file = Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser raises where there is no home
        with _file_trouble(where):
            _look_at_place(file, where, make_folder)
            _peek(file, where, busy_ms)
        engine = create_engine(URL.create("sqlite", database=str(file.absolute())))
    try:
        with told_plainly(where):
            if path is not None:
                _set_up_sqlite(engine, busy_ms)
                if path != MEMORY:
                    _use_wal(engine, busy_ms)
            migrate(engine.execution_options(**{WRITES: True}), where)
    except BaseException:
        engine.dispose()
        raise
    return engine, where


@contextmanager
def _file_trouble(where: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{where} cannot be opened: {error.strerror or error}. Name another with --db."
        ) from error
