"""Opening: what cannot be opened is told plainly, what is newer stays untouched, what is older is mended."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, event, inspect

from game.play.journal import Mode
from game.records import migrations
from game.records.errors import StoreError
from game.records.store import Store
from game.records.tables import metadata
from tests.records.making_attempts import ROOT, begun, closed, current, taken


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")}


@contextmanager
def made_by_steps(path: Path, steps: int) -> Iterator[sqlite3.Connection]:
    """A file as the first `steps` migrations alone leave it, open for filling in."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _connected(driver: sqlite3.Connection, _record: object) -> None:
        driver.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    migrations.migrate(engine, str(path), migrations.STEPS[:steps])
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


# --- versions ---------------------------------------------------------------------------------------


def test_a_file_of_version_1_is_brought_up_to_date_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with made_by_steps(path, 1) as old:
        assert old.execute("SELECT max(version) FROM schema_version").fetchone() == (1,)
        assert old.execute("SELECT name FROM sqlite_master WHERE name = 'best'").fetchone() is None
        old.execute("INSERT INTO teams VALUES ('t', 'Red', 'red', '2026-01-01')")
        old.execute("INSERT INTO players VALUES ('p', 'Ana', 'ana', 't', '2026-01-01', '2026-01-01')")
        for number, (score, mode, outcome, start) in enumerate(
            [
                (72.3, "ranked", "satisfaction", None),
                (72.3, "ranked", "partnership", None),
                (99.9, "practice", "partnership", None),
                (98.0, "ranked", "partnership", '{"moment": "settles"}'),
                (None, "ranked", None, None),
                (0.1, "ranked", "departure", None),
            ]
        ):
            ended = None if score is None else f"2026-01-01T10:0{number}"
            old.execute(
                "INSERT INTO attempts VALUES (?, 'p', 't', 'late-cake', 'h', '7', ?, ?, ?, '[]', ?, ?, 0, ?, "
                "0, '13/2', '99', '0', ?, 18, '{}', '[]')",
                (f"a{number}", mode, number + 1, start, f"2026-01-01T09:0{number}", ended, outcome, score),
            )
        old.execute("INSERT INTO actions VALUES ('a4', 0, 'arrives', 'stay', 1200)")
    with Store.open(str(path)) as store:
        (row,) = store.board({"late-cake": "h"}, "late-cake")
        assert (row.player, row.team, row.score, row.outcome) == ("Ana", "Red", 72.3, "satisfaction")
        (unfinished,) = store.unfinished("ana")
        assert [one.choice for one in unfinished.actions] == ["stay"]
        store.close("a4", closed("90", "partnership"))
        assert store.bests("Ana", {"late-cake": "h"}) == {"late-cake": (90.0, "partnership")}


def test_the_migrations_lead_to_the_tables_the_program_uses(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Store.open(str(path)).shut()
    engine = create_engine(f"sqlite:///{path}")
    made = inspect(engine)
    assert set(made.get_table_names()) == set(metadata.tables)
    for name, table in metadata.tables.items():
        found = {c["name"]: (str(c["type"]), c["nullable"]) for c in made.get_columns(name)}
        used = {c.name: (str(c.type.compile(engine.dialect)), c.nullable) for c in table.columns}
        assert found == used, name
    engine.dispose()


def test_a_step_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.db"
    with Store.open(str(path)) as store:
        store.enter("Ana", "Red")
    before = files_of(tmp_path)

    def breaks(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x INTEGER)")
        connection.exec_driver_sql("DELETE FROM players")
        connection.exec_driver_sql("SELECT * FROM nowhere")

    with monkeypatch.context() as patched:
        steps = (*migrations.STEPS, breaks)
        patched.setattr("game.records.opening.STEPS", steps)
        patched.setattr(migrations.migrate, "__defaults__", (steps,))
        with pytest.raises(StoreError, match="nowhere"):
            Store.open(str(path))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT max(version) FROM schema_version").fetchone() == (len(migrations.STEPS),)
        assert raw.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchone() is None
    with Store.open(str(path)) as store:
        assert [one.name for one in store.players()] == ["Ana"]
    assert set(files_of(tmp_path)) == set(before)


@pytest.mark.parametrize("case", ["at-rest", "being-written", "left-by-a-kill", "kept-otherwise"])
def test_a_newer_database_is_refused_and_left_untouched(tmp_path: Path, case: str) -> None:
    made = tmp_path / "made" / "newer.db"
    with Store.open(str(made), make_folder=True) as store:
        store.enter("Ana", "Red")
    with closing(sqlite3.connect(made, isolation_level=None)) as other:
        if case == "kept-otherwise":
            other.execute("PRAGMA journal_mode = DELETE")
        other.execute("INSERT INTO schema_version VALUES (99, '2030-01-01')")
        other.execute("DROP TABLE best")
        path = made
        if case == "left-by-a-kill":
            # What a killed process leaves: its newest pages are in the log alone.
            path = tmp_path / "left" / "newer.db"
            path.parent.mkdir()
            for file in made.parent.glob("newer.db*"):
                (path.parent / file.name).write_bytes(file.read_bytes())
        if case != "being-written":
            other.close()
        before = files_of(path.parent)
        with pytest.raises(StoreError) as told:
            Store.open(str(path))
        assert files_of(path.parent) == before
    for words in ("newer version", "99", "newer.db"):
        assert words in str(told.value)


# --- what cannot be opened --------------------------------------------------------------------------


def _text(path: Path) -> None:
    path.write_text("name,score\n" * 500)


def _short(path: Path) -> None:
    path.write_bytes(b"x")


def _cut(path: Path) -> None:
    Store.open(str(path)).shut()
    path.write_bytes(path.read_bytes()[:6000])


def _scrambled(path: Path) -> None:
    Store.open(str(path)).shut()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(bytes(data))


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(_text, "is not a database of this game", id="text"),
        pytest.param(_short, "is not a database of this game", id="one-byte"),
        pytest.param(_cut, "is damaged", id="cut-short"),
        pytest.param(_scrambled, "is damaged", id="scrambled"),
        pytest.param(_foreign, "another program", id="another-program"),
        pytest.param(Path.mkdir, "is a folder", id="folder"),
    ],
)
def test_a_file_that_is_no_database_of_ours_is_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "thing.db"
    make(path)
    before = None if path.is_dir() else files_of(tmp_path)
    with pytest.raises(StoreError) as told:
        Store.open(str(path))
    assert words in str(told.value)
    assert str(path) in str(told.value)
    if before is not None:
        assert files_of(tmp_path) == before


def test_an_empty_file_is_simply_used(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with Store.open(str(path)) as store:
        store.enter("Ana")


def test_a_missing_folder_is_named_or_made(tmp_path: Path) -> None:
    path = tmp_path / "not" / "there" / "x.db"
    with pytest.raises(StoreError, match="does not exist"):
        Store.open(str(path))
    assert list(tmp_path.iterdir()) == []
    Store.open(str(path), make_folder=True).shut()
    assert path.is_file()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(str(tmp_path / "file" / "sub" / "x.db"), make_folder=True)


@pytest.mark.parametrize("path", ["x\0y.db", "x" * 5000, ""], ids=["nul", "too-long", "empty"])
def test_an_impossible_path_is_told(path: str) -> None:
    with pytest.raises(StoreError):
        Store.open(path)


_AS_NOBODY = """
import os, sys
from game.records.store import Store, StoreError
from tests.records.making_attempts import begun
Store.open("sqlite://").begin(begun())  # all that is imported late: the project may lie where nobody can read
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    Store.open(sys.argv[1]).begin(begun())
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of files are told otherwise there")
@pytest.mark.parametrize("case", ["folder", "file", "file-in-folder"])
def test_what_may_not_be_written_is_told(case: str) -> None:
    # Not tmp_path: its parents are closed to the user without rights that the child becomes.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "x.db"
        if case != "folder":
            Store.open(str(path)).shut()
            path.chmod(0o444)
        folder.chmod(0o777 if case == "file" else 0o555)
        child = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(path)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o700)
    assert (child.returncode, child.stderr) == (0, "")
    assert "writ" in child.stdout
    assert str(path) in child.stdout


def test_a_locked_database_is_told_after_waiting(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Store.open(str(path), busy_ms=50) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="used by another program"):
                store.begin(begun())
            with pytest.raises(StoreError, match="used by another program"):
                Store.open(str(path), busy_ms=50)
            assert store.players() == ()
            other.execute("ROLLBACK")
        store.begin(begun())
        assert len(store.unfinished("Ana")) == 1


def test_a_database_wholly_locked_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Store.open(str(path)).shut()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM players")
        with pytest.raises(StoreError, match="used by another program"):
            Store.open(str(path), busy_ms=50)


def test_a_full_disk_is_told_and_what_was_kept_stays(store: Store) -> None:
    start = begun()
    store.begin(start)
    with store._engine.begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="no room left"):
        for one in taken(5000):
            store.act(start.attempt_id, one)
    kept = store.unfinished("Ana")[0].actions
    assert kept == tuple(taken(len(kept)))


def test_the_file_is_kept_as_it_should_be(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Store.open(str(path)) as store, store._engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 15000}
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


def test_two_copies_of_the_game_see_each_other(tmp_path: Path) -> None:
    path = str(tmp_path / "x.db")
    with Store.open(path) as one, Store.open(path) as other:
        one.keep(begun("Ana", mode=Mode.RANKED), taken(2), closed("50"))
        other.keep(begun("Ben"), taken(2), closed("60"))
        assert one.board(current(), "late-cake") == other.board(current(), "late-cake")
        assert len(one.overall(current())) == 2
