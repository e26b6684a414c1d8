"""Real processes, killed at random points or four at once: what was acknowledged stays, and play goes on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from game.records.store import Store
from tests.records.making_attempts import ROOT, closed, current, taken

LENGTH = 12


def player(path: Path, name: str, attempts: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.records.playing", str(path), name, str(attempts), str(LENGTH)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def heard(lines: list[str]) -> dict[str, Counter[str]]:
    """What was acknowledged of each attempt: how often begun, acted, closed."""
    told: dict[str, Counter[str]] = {}
    for line in lines:
        if line.endswith("\n"):
            what, attempt_id = line.split()
            told.setdefault(attempt_id, Counter())[what] += 1
    return told


def play_and_kill(path: Path, draw: random.Random) -> dict[str, Counter[str]]:
    """What a player had been told was kept, up to the moment it was killed."""
    process = player(path, "Ana", 1000)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(draw.randrange(1, 4 * LENGTH))]
    time.sleep(draw.random() * 0.005)
    process.kill()
    # Not communicate(): it would lose what has been read ahead.
    rest = process.stdout.readlines()
    _, errors = process.communicate()
    assert errors == ""
    return heard(lines + rest)


def check_and_go_on(path: Path, told: dict[str, Counter[str]]) -> None:
    with Store.open(str(path)) as store:
        for attempt_id, acknowledged in told.items():
            kept = store.attempt(attempt_id)
            assert kept is not None
            # One more than acknowledged may have been kept: the kill came between the two.
            assert len(kept.actions) - acknowledged["acted"] in (0, 1)
            assert kept.actions == tuple(taken(len(kept.actions)))
            assert kept.closed is not None or not acknowledged["closed"]
        for kept in store.unfinished("Ana"):
            attempt_id = kept.begun.attempt_id
            for one in taken(LENGTH)[len(kept.actions) :]:
                store.act(attempt_id, one)
            store.close(attempt_id, closed("100"))
            whole = store.attempt(attempt_id)
            assert whole is not None
            assert whole.actions == tuple(taken(LENGTH))
        assert store.unfinished("Ana") == ()
        best = max(
            one.closed.score for one in store.history("Ana") if one.closed and one.closed.score is not None
        )
        assert store.bests("Ana", current())["late-cake"][0] == best


@pytest.mark.parametrize(
    ("seed", "kills"), [(1, 3), pytest.param(2, 100, marks=[pytest.mark.slow, pytest.mark.timeout(600)])]
)
def test_nothing_acknowledged_is_lost_when_the_game_is_killed(tmp_path: Path, seed: int, kills: int) -> None:
    print("seed", seed)
    draw = random.Random(seed)
    path = tmp_path / "moments.db"
    everything: dict[str, Counter[str]] = {}
    for _ in range(kills):
        told = play_and_kill(path, draw)
        assert told
        everything |= told
        check_and_go_on(path, told)
    with Store.open(str(path)) as store:
        assert all(store.attempt(attempt_id) is not None for attempt_id in everything)


def test_four_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "moments.db"  # made by all four at once
    names = ["Ana", "Ben", "Cy", "Di"]
    writers = {name: player(path, name, 15) for name in names}
    said = {name: writer.communicate() for name, writer in writers.items()}
    assert {name: (writers[name].returncode, said[name][1]) for name in names} == dict.fromkeys(
        names, (0, "")
    )
    with Store.open(str(path)) as store:
        for name in names:
            told = heard(said[name][0].splitlines(keepends=True))
            history = store.history(name)
            assert {one.begun.attempt_id for one in history} == set(told)
            assert sorted(one.number for one in history) == list(range(1, 16))
            assert all(
                one.actions == tuple(taken(LENGTH)) and one.closed == closed(str(one.number - 1))
                for one in history
            )
        assert [row.player for row in store.board(current(), "late-cake")] != []
        assert {row.score for row in store.board(current(), "late-cake")} == {14.0}
        assert store.teams() == ("Team 0", "Team 1")
