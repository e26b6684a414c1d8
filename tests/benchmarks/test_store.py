"""How fast the store is: actions and attempts kept a second, and boards over many attempts.

Run: python -m pytest tests/benchmarks/test_store.py -s
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from game.records.store import Store
from tests.records.making_attempts import ROOT, begun, closed, current, taken

LEVELS = ("late-cake", "against-policy", "better-fit", "wrong-bill")
LENGTH = 12
SIZES = [100_000, 1_000_000]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "moments.db")) as opened:
        yield opened


def test_an_action_kept(store: Store, benchmark: Callable[..., object]) -> None:
    """One action as it is taken: a transaction of its own."""
    numbers = count()
    live = ""
    actions = taken(LENGTH)

    def act() -> None:
        nonlocal live
        place = next(numbers) % LENGTH
        if place == 0:
            start = begun()
            store.begin(start)
            live = start.attempt_id
        store.act(live, actions[place])

    benchmark(act)


def test_a_whole_attempt_kept(store: Store, benchmark: Callable[..., object]) -> None:
    """An attempt of 12 actions in one transaction."""
    benchmark(lambda: store.keep(begun(), taken(LENGTH), closed()))


_WRITER = """
import sys
from game.records.store import Store
from tests.records.making_attempts import begun, closed, taken
store = Store.open(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[3])):
    store.keep(begun(sys.argv[2]), taken(12), closed())
"""


def test_attempts_kept_by_four_processes_at_once(tmp_path: Path) -> None:
    path, each = tmp_path / "moments.db", 2000
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), f"Player {number}", str(each)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    started = time.perf_counter()
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    assert [writer.wait() for writer in writers] == [0] * 4
    seconds = time.perf_counter() - started
    with Store.open(str(path)) as store:
        kept = sum(store.times_played(f"Player {number}", "late-cake") for number in range(4))
    assert kept == 4 * each
    print(f"\n4 processes: {kept / seconds:,.0f} attempts of {LENGTH} actions a second, none lost")


def fill(path: Path, attempts: int) -> None:
    """Put random ended attempts (without actions) into a new database, ten a player and level or so."""
    draw = random.Random(1)
    Store.open(str(path)).shut()
    people = max(1, attempts // 40)
    known = current(*LEVELS)
    with closing(sqlite3.connect(path)) as raw, raw:
        teams = [(f"t{n}", f"Team {n}", f"team {n}", "2026") for n in range(50)]
        raw.executemany("INSERT INTO teams VALUES (?, ?, ?, ?)", teams)
        players = (
            (f"p{n}", f"Player {n}", f"player {n}", f"t{n % 50}", "2026", "2026") for n in range(people)
        )
        raw.executemany("INSERT INTO players VALUES (?, ?, ?, ?, ?, ?)", players)

        def rows() -> Iterator[tuple[object, ...]]:
            for n in range(attempts):
                level, score = draw.choice(LEVELS), draw.randrange(1001) / 10
                who = draw.randrange(people)
                at = f"2026-{n:08}"
                yield (
                    f"{n:032}",
                    f"p{who}",
                    f"t{who % 50}",
                    level,
                    known[level],
                    n // people + 1,
                    at,
                    at,
                    score,
                )

        raw.executemany(
            "INSERT INTO attempts (id, player_id, team_id, scenario, content_hash, seed, mode, number, "
            "recalled, started_at, ended_at, discarded, outcome, void, sale, score) "
            "VALUES (?, ?, ?, ?, ?, '7', 'ranked', ?, '[]', ?, ?, 0, 'satisfaction', 0, 0, ?)",
            rows(),
        )
        raw.execute("DROP TABLE best")
        raw.execute("DELETE FROM schema_version WHERE version > 1")
    Store.open(str(path)).shut()  # builds the boards


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size:,}")
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("boards") / "moments.db"
    fill(path, request.param)
    with Store.open(str(path)) as store:
        yield store


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda store: store.board(current(*LEVELS), "late-cake", limit=20), id="top-20"),
        pytest.param(lambda store: store.around("player 7", current(*LEVELS), "late-cake"), id="own-rank"),
        pytest.param(lambda store: store.team_board(current(*LEVELS), "late-cake"), id="teams"),
        pytest.param(lambda store: store.overall(current(*LEVELS), limit=20), id="overall-top-20"),
        pytest.param(lambda store: store.around("player 7", current(*LEVELS)), id="overall-own-rank"),
        pytest.param(lambda store: store.team_board(current(*LEVELS)), id="overall-teams"),
        pytest.param(lambda store: store.bests("player 7", current(*LEVELS)), id="own-bests"),
    ],
)
def test_board(filled: Store, benchmark: Callable[..., object], ask: Callable[[Store], object]) -> None:
    assert benchmark(lambda: ask(filled))
