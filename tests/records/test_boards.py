"""Boards: the best ranked attempt of each player at the current version, ties sharing a rank."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from game.play.journal import Mode
from game.records.store import BoardRow, Store
from tests.records.making_attempts import begun, closed, current, minutes


def play(
    store: Store, player: str, score: str, team: str = "", scenario: str = "late-cake", **other: object
) -> None:
    ended_at = other.pop("ended_at", "2026-03-01T09:05:00+00:00")
    outcome = other.pop("outcome", "satisfaction")
    store.keep(
        begun(player, team, scenario, **other),
        [],
        closed(score, outcome, ended_at=ended_at),  # type: ignore[arg-type]
    )


def seen(rows: tuple[BoardRow, ...]) -> list[tuple[int, str, float]]:
    return [(row.rank, row.player or row.team, row.score) for row in rows]


def test_equal_scores_share_a_rank_and_the_next_is_skipped(store: Store) -> None:
    times = minutes()
    for player, score in [("Ana", "60"), ("Ben", "88.4"), ("Cy", "88.4"), ("Di", "91"), ("Ed", "60.0")]:
        play(store, player, score, ended_at=next(times))
    whole = [(1, "Di", 91.0), (2, "Ben", 88.4), (2, "Cy", 88.4), (4, "Ana", 60.0), (4, "Ed", 60.0)]
    assert seen(store.board(current(), "late-cake")) == whole
    for offset in range(6):
        page = store.board(current(), "late-cake", limit=2, offset=offset)
        assert seen(page) == whole[offset : offset + 2], offset


def test_a_row_has_the_keys_of_the_leaderboard(store: Store) -> None:
    play(store, "Ana", "88.4", "Red", outcome="partnership")
    (row,) = store.board(current(), "late-cake")
    assert row.as_json() == {
        "rank": 1,
        "player": "Ana",
        "team": "Red",
        "scenario": "late-cake",
        "score": 88.4,
        "outcome": "partnership",
    }


def test_the_best_attempt_stands_and_the_first_of_equals(store: Store) -> None:
    times = minutes()
    for score, outcome in [
        ("70", "apathy"),
        ("90", "satisfaction"),
        ("90", "partnership"),
        ("10", "departure"),
    ]:
        play(store, "Ana", score, outcome=outcome, ended_at=next(times))
    (row,) = store.board(current(), "late-cake")
    assert (row.score, row.outcome) == (90.0, "satisfaction")
    assert store.bests("ana", current()) == {"late-cake": (90.0, "satisfaction")}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"mode": Mode.PRACTICE}, id="practice"),
        pytest.param({"mode": Mode.UNRANKED}, id="unranked"),
        pytest.param({"content_hash": "an older version"}, id="older-version"),
        pytest.param({"moment": "settles"}, id="from-a-moment"),
        pytest.param({"flags": ("knows_allergy",)}, id="with-flags"),
        pytest.param({"meters": {"maya": {"trust": 100}}}, id="with-meters"),
    ],
)
def test_what_does_not_count_stands_on_no_board(store: Store, other: dict[str, object]) -> None:
    play(store, "Ana", "99", "Red", **other)
    play(store, "Ben", "20", "Blue")
    assert seen(store.board(current(), "late-cake")) == [(1, "Ben", 20.0)]
    assert seen(store.overall(current())) == [(1, "Ben", 20.0)]
    assert seen(store.team_board(current())) == [(1, "Blue", 20.0)]
    assert store.around("Ana", current()) == ()


def test_void_and_unfinished_attempts_stand_on_no_board(store: Store) -> None:
    store.keep(begun("Ana"), [], closed(None, None, void=True))
    store.keep(begun("Ben"), [], None)
    gone = begun("Cy")
    store.keep(gone, [], None)
    store.discard(gone.attempt_id)
    assert store.boards(current()) == ()


def test_an_older_version_comes_back_with_its_file(store: Store) -> None:
    play(store, "Ana", "99", content_hash="old")
    play(store, "Ana", "20", content_hash="new")
    assert seen(store.board({"late-cake": "new"}, "late-cake")) == [(1, "Ana", 20.0)]
    assert seen(store.board({"late-cake": "old"}, "late-cake")) == [(1, "Ana", 99.0)]
    assert store.board({}, "late-cake") == ()


def test_overall_is_the_sum_so_that_playing_more_never_costs_a_place(store: Store) -> None:
    known = current("late-cake", "wrong-bill")
    play(store, "Ana", "90.1")
    play(store, "Ben", "89.9")
    assert seen(store.overall(known)) == [(1, "Ana", 90.1), (2, "Ben", 89.9)]
    play(store, "Ben", "0.2", scenario="wrong-bill")
    rows = store.overall(known)
    assert [(row.rank, row.player, row.score, row.count) for row in sorted(rows, key=lambda r: r.player)] == [
        (1, "Ana", 90.1, 1),
        (1, "Ben", 90.1, 2),
    ]
    assert {row.scenario for row in rows} == {None}
    play(store, "Cy", "100", scenario="not-in-the-library")
    assert len(store.overall(known)) == 2


def test_all_boards_come_one_after_the_other(store: Store) -> None:
    known = current("wrong-bill", "late-cake")
    play(store, "Ana", "50")
    play(store, "Ben", "40", scenario="wrong-bill")
    play(store, "Ana", "30", scenario="wrong-bill")
    assert [(row.scenario, row.rank, row.player) for row in store.boards(known)] == [
        ("wrong-bill", 1, "Ben"),
        ("wrong-bill", 2, "Ana"),
        ("late-cake", 1, "Ana"),
    ]
    assert [row.player for row in store.boards(known, limit=1)] == ["Ben", "Ana"]


def test_teams_stand_by_the_mean_of_their_members_best(store: Store) -> None:
    known = current("late-cake", "wrong-bill")
    for player, team, score in [
        ("Ana", "Red", "90"),
        ("Ben", "Red", "60.1"),
        ("Cy", "Blue", "80"),
        ("Di", "", "99"),
    ]:
        play(store, player, score, team)
    store.enter("Ed", "Blue")
    rows = store.team_board(known, "late-cake")
    assert [(row.rank, row.team, row.score, row.count) for row in rows] == [
        (1, "Blue", 80.0, 1),
        (2, "Red", 75.1, 2),
    ]
    play(store, "Ben", "10", "Red", scenario="wrong-bill")
    assert seen(store.team_board(known)) == [(1, "Red", 80.1), (2, "Blue", 80.0)]
    assert seen(store.team_board(known, limit=1)) == [(1, "Red", 80.1)]
    store.enter("Ana", "Blue")
    assert seen(store.team_board(known, "late-cake")) == [(1, "Blue", 85.0), (2, "Red", 60.1)]
    assert {row.player: row.team for row in store.board(known, "late-cake")}["Ana"] == "Blue"


def test_the_own_row_comes_with_its_neighbours(store: Store) -> None:
    for number in range(10):
        play(store, f"P{number}", str(90 - 10 * (number // 2)))
    whole = store.board(current(), "late-cake")
    for place, row in enumerate(whole):
        near = store.around(row.player.lower(), current(), "late-cake", reach=2)
        assert near == whole[max(0, place - 2) : place + 3], row
    assert store.around("Nobody", current(), "late-cake") == ()


@pytest.mark.parametrize("seed", range(6))
def test_boards_agree_with_a_count_by_hand(store: Store, seed: int) -> None:
    """Every board against a plain reckoning over a random list of attempts."""
    print("seed", seed)
    draw = random.Random(seed)
    known = current("late-cake", "wrong-bill", "better-fit")
    names = [f"P{number}" for number in range(12)]
    team_of = {name: draw.choice(["Red", "Blue", "Green"]) for name in names}
    best: dict[tuple[str, str], int] = {}
    for _ in range(120):
        name, scenario = draw.choice(names), draw.choice(list(known))
        tenths, mode = (
            draw.randrange(0, 1001, draw.choice([1, 100])),
            draw.choice([Mode.RANKED, Mode.PRACTICE]),
        )
        version = draw.choice([known[scenario], known[scenario], "old"])
        score = str(Fraction(tenths, 10))
        play(store, name, score, team_of[name], scenario, mode=mode, content_hash=version)
        if mode is Mode.RANKED and version != "old":
            best[name, scenario] = max(tenths, best.get((name, scenario), 0))

    def ranked(values: dict[str, int]) -> set[tuple[int, str, float]]:
        return {(1 + sum(w > v for w in values.values()), name, v / 10) for name, v in values.items()}

    for scenario in known:
        one = {name: tenths for (name, level), tenths in best.items() if level == scenario}
        assert set(seen(store.board(known, scenario))) == ranked(one)
    sums: dict[str, int] = {}
    for (name, _), tenths in best.items():
        sums[name] = sums.get(name, 0) + tenths
    rows = store.overall(known)
    assert set(seen(rows)) == ranked(sums)
    assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)
    for place, row in enumerate(rows):
        assert store.around(row.player, known, reach=2) == rows[max(0, place - 2) : place + 3]
    by_team = {t: [v for n, v in sums.items() if team_of[n] == t] for t in {team_of[n] for n in sums}}
    means = {team: int(Fraction(sum(own), len(own)) + Fraction(1, 2)) for team, own in by_team.items()}
    assert set(seen(store.team_board(known))) == ranked(means)
