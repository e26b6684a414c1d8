"""Attempts as they are kept: what was written is what is read, and going on starts at exactly that moment."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from game.play.journal import Journal, Mode, Taken
from game.records.errors import BadName, StoreError
from game.records.store import Kept, KeptScenario, Player, Store
from tests.records.making_attempts import begun, closed, minutes, taken


def test_an_attempt_reads_back_as_it_was_written(store: Store) -> None:
    journal: Journal = store
    start = begun(
        "Ana",
        "Red",
        seed=2**80,
        mode=Mode.UNRANKED,
        recalled=("kept_promise",),
        moment="settles",
        meters={"maya": {"trust": 1, "loyalty": 2, "tension": 3}},
        flags=("knows_allergy",),
    )
    journal.begin(start)
    for one in taken(3):
        journal.act(start.attempt_id, one)
    assert store.attempt(start.attempt_id) == Kept(start, tuple(taken(3)), None, 1)
    journal.close(start.attempt_id, closed())
    assert store.attempt(start.attempt_id) == Kept(start, tuple(taken(3)), closed(), 1)


def test_the_score_is_kept_as_a_number_with_one_decimal(store: Store, tmp_path: Path) -> None:
    start = begun()
    store.keep(start, taken(2), closed("72.25"))
    with closing(sqlite3.connect(tmp_path / "moments.db")) as connection:
        row = connection.execute("SELECT score, raw, best, worst FROM attempts").fetchone()
    assert row == (72.3, "13/2", "99", "-201/7")


def test_an_empty_start_is_not_the_same_as_none(store: Store) -> None:
    start = begun(flags=(), meters={})
    store.begin(start)
    found = store.attempt(start.attempt_id)
    assert found is not None
    assert (found.begun.flags, found.begun.meters, found.begun.moment) == ((), {}, None)


def test_a_void_attempt_is_kept_without_results(store: Store) -> None:
    start = begun()
    end = closed(None, None, void=True, raw=None, best=None, worst=None)
    store.keep(start, taken(1), end)
    assert store.history("Ana") == (Kept(start, tuple(taken(1)), end, 1),)
    assert store.unfinished("Ana") == ()


def test_what_was_cut_short_can_be_gone_on_with(store: Store, tmp_path: Path) -> None:
    times = minutes()
    first, second, done = (begun(started_at=next(times)) for _ in range(3))
    for start in (first, second, done):
        store.begin(start)
        store.act(start.attempt_id, taken(1)[0])
    store.close(done.attempt_id, closed())
    with Store.open(str(tmp_path / "moments.db")) as again:
        assert [one.begun for one in again.unfinished("ANA")] == [second, first]
        again.act(second.attempt_id, taken(2)[1])
        again.close(second.attempt_id, closed())
    assert [one.begun for one in store.unfinished("Ana")] == [first]
    assert store.unfinished("Nobody") == ()


@pytest.mark.parametrize("index", [0, 1, 3], ids=["again", "last-again", "gap"])
def test_an_action_out_of_turn_is_refused(store: Store, index: int) -> None:
    start = begun()
    store.keep(start, taken(2), None)
    with pytest.raises(StoreError, match="another window"):
        store.act(start.attempt_id, Taken(index, "m", "1", 5))
    found = store.attempt(start.attempt_id)
    assert found is not None
    assert found.actions == tuple(taken(2))


def test_an_ended_attempt_takes_nothing_more(store: Store) -> None:
    start = begun()
    store.keep(start, taken(2), closed("50"))
    for late in (
        lambda: store.act(start.attempt_id, taken(3)[2]),
        lambda: store.close(start.attempt_id, closed("99")),
        lambda: store.back(start.attempt_id, 0),
        lambda: store.discard(start.attempt_id),
    ):
        with pytest.raises(StoreError, match="ended already"):
            late()
    assert store.history("Ana") == (Kept(start, tuple(taken(2)), closed("50"), 1),)


def test_an_unknown_attempt_and_a_second_of_the_same_id_are_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="not among the records"):
        store.act("none", taken(1)[0])
    start = begun()
    store.begin(start)
    with pytest.raises(StoreError, match="kept already"):
        store.begin(start)
    assert store.attempt("none") is None


def test_a_whole_attempt_is_kept_wholly_or_not_at_all(store: Store) -> None:
    with pytest.raises(StoreError):
        store.keep(begun("Ana"), [taken(2)[1]], closed())
    with pytest.raises(BadName):
        store.keep(begun("Ana", "bad\nteam"), taken(2), closed())
    assert store.history("Ana") == ()
    assert store.players() == ()


@pytest.mark.parametrize(
    ("mode", "after"),
    [(Mode.RANKED, Mode.UNRANKED), (Mode.PRACTICE, Mode.PRACTICE)],
    ids=["ranked", "practice"],
)
def test_going_back_forgets_actions_and_is_never_ranked(store: Store, mode: Mode, after: Mode) -> None:
    start = begun(mode=mode)
    store.keep(start, taken(4), None)
    store.back(start.attempt_id, 2)
    store.act(start.attempt_id, Taken(2, "elsewhere", "1", 5))
    store.close(start.attempt_id, closed())
    found = store.attempt(start.attempt_id)
    assert found is not None
    assert found.actions == (*taken(2), Taken(2, "elsewhere", "1", 5))
    assert found.begun.mode is after
    assert store.bests("Ana", {"late-cake": start.content_hash}) == {}


def test_discarding_leaves_nothing_to_go_on_with_but_counts_as_seen(store: Store) -> None:
    start = begun()
    store.keep(start, taken(2), None)
    store.discard(start.attempt_id)
    assert store.unfinished("Ana") == ()
    assert store.times_played("Ana", "late-cake") == 1
    assert [(one.discarded, one.closed) for one in store.history("Ana")] == [(True, None)]


def test_first_sight_is_told_from_repeats(store: Store) -> None:
    times = minutes()
    assert store.times_played("Ana", "late-cake") == 0
    plays = [
        ("Ana", "late-cake", Mode.PRACTICE),
        ("ana", "late-cake", Mode.RANKED),
        ("Ana", "wrong-bill", Mode.RANKED),
        ("Ben", "late-cake", Mode.RANKED),
        ("ANA", "late-cake", Mode.RANKED),
    ]
    for player, scenario, mode in plays:
        store.keep(begun(player, "", scenario, mode=mode, started_at=next(times)), [], closed())
    assert store.times_played("aNa", "late-cake") == 3
    found = store.history("Ana", "late-cake")
    assert [(one.number, one.begun.mode) for one in found] == [
        (3, Mode.RANKED),
        (2, Mode.RANKED),
        (1, Mode.PRACTICE),
    ]
    assert len(store.history("Ana")) == 4
    assert len(store.history("Ana", limit=2)) == 2


def test_recalled_flags_come_from_the_latest_complete_ranked_attempt(store: Store) -> None:
    times = minutes()
    assert store.latest_flags("Ana", "late-cake") == ()

    def play(flags: tuple[str, ...], mode: Mode = Mode.RANKED, **end: object) -> None:
        ended = closed(**{"flags": flags, "ended_at": next(times)} | end)  # type: ignore[arg-type]
        store.keep(begun(mode=mode, started_at=next(times)), [], ended)

    play(("early",))
    play(("kept", "told"))
    play(("practised",), Mode.PRACTICE)
    play(("void",), outcome=None, score=None, void=True)
    store.begin(begun(started_at=next(times)))
    assert store.latest_flags("ANA", "late-cake") == ("kept", "told")
    assert store.latest_flags("Ana", "wrong-bill") == ()
    assert store.latest_flags("Ben", "late-cake") == ()
    play(())
    assert store.latest_flags("Ana", "late-cake") == ()


def test_a_player_is_one_in_any_spelling_and_keeps_the_first(store: Store) -> None:
    assert store.enter("  Ana ", "Red") == Player("Ana", "Red")
    assert store.enter("ANA") == Player("Ana", "Red")
    assert store.enter("ana", "rED") == Player("Ana", "Red")
    assert store.enter("ana", "Blue") == Player("Ana", "Blue")
    store.begin(begun("aNA"))
    assert store.unfinished("ana")[0].begun.player == "Ana"
    assert store.unfinished("ana")[0].begun.team == "Blue"
    assert [one.name for one in store.players()] == ["Ana"]
    assert store.teams() == ("Blue", "Red")
    assert store.player("Ben") is None


def test_an_attempt_keeps_the_team_it_was_played_in(store: Store) -> None:
    store.keep(begun("Ana", "Red"), [], closed())
    store.enter("Ana", "Blue")
    assert store.history("Ana")[0].begun.team == "Red"
    assert store.player("ana") == Player("Ana", "Blue")


def test_names_are_suggested_by_their_beginning(store: Store) -> None:
    times = minutes()
    for name in ("Anton", "ana", "Ben", "100%", "100 Bo", "a_b"):
        store.begin(begun(name, f"Team {name}", started_at=next(times)))
    assert [one.name for one in store.players("AN")] == ["ana", "Anton"]
    assert [one.name for one in store.players("100%")] == ["100%"]
    assert [one.name for one in store.players("a_")] == ["a_b"]
    assert [one.name for one in store.players(limit=2)] == ["a_b", "100 Bo"]
    assert store.teams("team a") == ("Team a_b", "Team ana", "Team Anton")
    store.begin(begun("Anton", started_at=next(times)))
    assert [one.name for one in store.players("an")] == ["Anton", "ana"]


@pytest.mark.parametrize(
    "change",
    [
        "seed = 'x'",
        "mode = 'cheated'",
        "raw = '1/0'",
        "meters = '{broken'",
        "recalled = '7'",
        "start = '[1]'",
    ],
)
def test_a_record_changed_by_hand_is_told(store: Store, tmp_path: Path, change: str) -> None:
    start = begun()
    store.keep(start, taken(1), closed())
    with closing(sqlite3.connect(tmp_path / "moments.db")) as raw, raw:
        raw.execute(f"UPDATE attempts SET {change}")
    with pytest.raises(StoreError, match="changed by hand"):
        store.attempt(start.attempt_id)


def test_a_number_beyond_the_database_is_told(store: Store) -> None:
    start = begun()
    store.begin(start)
    with pytest.raises(StoreError, match="too large"):
        store.close(start.attempt_id, closed(sale=10**30))
    assert len(store.unfinished("Ana")) == 1


def test_a_played_version_is_kept_for_replay(store: Store) -> None:
    kept = KeptScenario("abc", "late-cake", "format: 1 # über\n", "client-for-life", "format: 1\n")
    store.keep_scenario(kept)
    store.keep_scenario(KeptScenario("abc", "late-cake", "other layout", "client-for-life", ""))
    assert store.kept_scenario("abc") == kept
    assert store.kept_scenario("def") is None


def test_a_store_opened_in_one_thread_works_in_others(tmp_path: Path) -> None:
    opened: list[Store] = []
    opener = threading.Thread(target=lambda: opened.append(Store.open(str(tmp_path / "moments.db"))))
    opener.start()
    opener.join()
    with opened[0] as store:
        errors: list[Exception] = []

        def play(name: str) -> None:
            try:
                for _ in range(10):
                    start = begun(name)
                    store.begin(start)
                    store.act(start.attempt_id, taken(1)[0])
            except Exception as error:
                errors.append(error)

        players = [threading.Thread(target=play, args=(name,)) for name in ("Ana", "Ben", "Cy")]
        for one in players:
            one.start()
        for one in players:
            one.join()
        assert errors == []
        assert [len(store.unfinished(name)) for name in ("Ana", "Ben", "Cy")] == [10, 10, 10]


def test_a_store_in_memory_works_and_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open("sqlite://") as store:
        store.keep(begun("Ana"), taken(2), None)
        assert len(store.unfinished("Ana")) == 1
    assert list(tmp_path.iterdir()) == []
