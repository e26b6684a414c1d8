"""The wiring: what is ranked, recalled, kept, gone on with, and what happens when keeping fails."""

import shutil
from pathlib import Path

import pytest

from game.app.proofs import Proofs
from game.app.settings import SettingsFile, Timers
from game.app.wiring import Game
from game.play.journal import Mode, Taken
from game.play.phases import Phase
from game.play.session import Session
from game.play.start import StartAt
from game.records.errors import StoreError
from game.rules.standing import Standing
from game.scenario.model import Outcome, Scenario
from tests.play.conftest import DATA

CAMPAIGN = """
format: 1
id: small
title: Small
chapters:
  - {id: one, title: Mending, levels: [{id: broken-kettle}]}
  - {id: two, title: Neighbours, levels: [{id: stairwell, after: [broken-kettle]}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "levels"
    shutil.copytree(DATA, target, ignore=shutil.ignore_patterns("transcripts"))
    (target / "campaign.yaml").write_text(CAMPAIGN)
    return target


def opened(folder: Path, url: str | None = None, proofs: Proofs | None = None) -> Game:
    settings = SettingsFile(folder.parent / "settings.json")
    url = url or f"sqlite:///{folder.parent / 'moments.db'}"
    return Game([folder], settings, url, make_folder=True, proofs=proofs)


@pytest.fixture
def game(folder: Path) -> Game:
    return opened(folder)


def begin(game: Game, level_id: str = "broken-kettle", mode: Mode = Mode.RANKED, **more: object) -> Session:
    level = game.level(level_id, "Ana")
    assert level is not None
    return game.begin(level, "Ana", "Blue", mode, seed=1, **more)  # type: ignore[arg-type]


def take(session: Session, *choices: str) -> Session:
    if session.phase is Phase.BRIEFING:
        session.start()
    for choice in choices:
        while session.phase is not Phase.CHOOSING:
            session.listened() if session.phase is Phase.LISTENING else session.continue_()
        session.choose(choice)
    return session


def over(session: Session) -> Session:
    while not session.is_over:
        session.listened() if session.phase is Phase.LISTENING else session.continue_()
    return session


WIN = ("hear", "hear", "keep", "1")


def test_levels_open_one_after_the_other(game: Game) -> None:
    first, second = game.levels("Ana")
    assert (first.id, first.chapter, first.is_open) == ("broken-kettle", "Mending", True)
    assert (second.is_open, second.opens_after) == (False, ("The _Broken_ Kettle",))
    game.finish(over(take(begin(game), *WIN)))
    first, second = game.levels("Ana")
    assert (first.best_score, first.outcome) == (85.7, "partnership")
    assert second.is_open and second.opens_after == ()
    assert not game.levels("Ben")[1].is_open


def test_an_edited_level_stays_done_though_its_board_begins_afresh(game: Game, folder: Path) -> None:
    game.finish(over(take(begin(game), *WIN)))
    file = folder / "broken-kettle.yaml"
    file.write_text(file.read_text("utf-8").replace("A kettle came back broken.", "It came back."), "utf-8")
    first, second = game.levels("Ana")
    assert first.best_score is None
    assert second.is_open


def test_a_finished_attempt_stands_on_the_board_once(game: Game) -> None:
    session = over(take(begin(game), *WIN))
    result = game.finish(session)
    assert game.finish(session) is result
    assert result.outcome is Outcome.PARTNERSHIP and game.problem is None
    (row,) = game.store.boards(game.current)
    assert (row.player, row.team, row.score) == ("Ana", "Blue", 85.7)
    assert game.unfinished("Ana") == ()


@pytest.mark.parametrize(
    ("mode", "at", "kept_as"),
    [
        (Mode.RANKED, None, Mode.RANKED),
        (Mode.PRACTICE, None, Mode.PRACTICE),
        (Mode.RANKED, StartAt("counter"), Mode.UNRANKED),
    ],
    ids=["ranked", "practice", "elsewhere"],
)
def test_what_counts(game: Game, mode: Mode, at: StartAt | None, kept_as: Mode) -> None:
    session = begin(game, mode=mode, at=at)
    assert session.begun.mode is kept_as
    game.finish(over(take(session, *WIN)))
    assert bool(game.store.boards(game.current)) is (kept_as is Mode.RANKED)


def test_a_level_from_elsewhere_is_not_ranked(game: Game, tmp_path: Path) -> None:
    other = tmp_path / "broken-kettle.yaml"
    shutil.copytree(DATA / "playbooks", tmp_path / "playbooks")
    text = (DATA / "broken-kettle.yaml").read_text()
    other.write_text(text.replace("tension: 70", "tension: 20"))
    assert not game.is_ranked(game.level_at(other))
    assert game.begin(game.level_at(other), "Ana").begun.mode is Mode.UNRANKED
    other.write_text(text)
    assert game.is_ranked(game.level_at(other)), "the same content is the same level"


def test_flags_are_recalled_from_the_latest_ranked_attempt_only(game: Game) -> None:
    assert begin(game, "stairwell").begun.recalled == ()
    game.finish(over(take(begin(game, mode=Mode.PRACTICE), *WIN)))
    assert begin(game, "stairwell").begun.recalled == ()
    game.finish(over(take(begin(game), *WIN)))
    assert begin(game, "stairwell").begun.recalled == ("knows_mother",)
    game.finish(over(take(begin(game), "mend", "mend", "2")))
    assert begin(game, "stairwell").begun.recalled == ()


def test_an_attempt_cut_short_is_gone_on_with_by_its_player(game: Game, folder: Path) -> None:
    take(begin(game), "hear", "hear")
    game.shut()
    later = opened(folder)
    assert later.unfinished("Ben") == ()
    (cut_short,) = later.unfinished("ANA")
    assert (cut_short.actions, cut_short.moment) == (2, "talk")
    session = over(take(later.go_on(cut_short), "keep", "1"))
    assert later.finish(session).outcome is Outcome.PARTNERSHIP
    assert later.store.boards(later.current)[0].score == 85.7


def test_it_goes_on_with_the_version_it_was_begun_with(game: Game, folder: Path) -> None:
    take(begin(game), "hear", "hear")
    game.shut()
    level = folder / "broken-kettle.yaml"
    level.write_text(level.read_text().replace("sale: 18", "sale: 5"))
    later = opened(folder)
    (cut_short,) = later.unfinished("Ana")
    result = later.finish(over(take(later.go_on(cut_short), "keep", "1")))
    assert result.sale == 18
    assert later.store.boards(later.current) == (), "an older version stands on no board"


def test_an_attempt_can_be_given_up(game: Game) -> None:
    take(begin(game), "hear")
    game.discard(game.unfinished("Ana")[0])
    assert game.unfinished("Ana") == ()


def test_trying_the_better_line_is_practice_from_before_that_step(game: Game) -> None:
    session = over(take(begin(game), "mend", "mend", "1"))
    game.finish(session)
    again = game.retry_from(session, 1)
    assert again.begun.mode is Mode.PRACTICE and again.attempt.transcript() == ["mend"]
    take(again, "hear")
    kept = game.store.attempt(again.begun.attempt_id)
    assert kept is not None and [t.choice for t in kept.actions] == ["mend", "hear"]


def test_recording_the_name(game: Game, folder: Path) -> None:
    assert game.enter("  ana ", "Blue").name == "ana"
    assert (opened(folder).settings.last_player, opened(folder).settings.last_team) == ("ana", "Blue")


# --- when something fails ---------------------------------------------------------------------------


def test_records_that_cannot_be_opened_do_not_end_play(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "not.db").write_text("no database\n" * 100)
    game = opened(folder, f"sqlite:///{tmp_path / 'not.db'}")
    with pytest.raises(StoreError):
        _ = game.store
    assert game.store_problem is not None
    result = game.finish(over(take(begin(game), *WIN)))
    assert result.score is not None and game.problem is not None and "not.db" in game.problem


def test_an_attempt_with_a_hole_is_not_completed(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    session = take(begin(game), "hear")

    def full(attempt_id: str, taken: Taken) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(game.store, "act", full)
        take(session, "hear")
    assert game.problem == "This attempt is no longer being kept. The disk is full."
    game.finish(over(take(session, "keep", "1")))
    kept = game.store.attempt(session.begun.attempt_id)
    assert kept is not None and kept.closed is None and len(kept.actions) == 1
    assert game.store.boards(game.current) == ()


def test_a_proof_that_fails_leaves_the_score_unknown(folder: Path) -> None:
    def fails(scenario: Scenario, start: Standing) -> object:
        raise RuntimeError("too hot")

    game = opened(folder, proofs=Proofs(fails))  # type: ignore[arg-type]
    session = over(take(begin(game), *WIN))
    result = game.finish(session)
    assert result.score is None and game.proof_of(session).problem == "too hot"
    assert game.store.boards(game.current) == ()


def test_a_level_with_errors_cannot_be_played(game: Game, folder: Path) -> None:
    level_file = folder / "stairwell.yaml"
    level_file.write_text(level_file.read_text().replace("start: landing", "start: nowhere"))
    level = game.level("stairwell")
    assert level is not None and level.scenario is None and level.findings
    with pytest.raises(ValueError, match="errors"):
        game.begin(level, "Ana")


def test_one_proof_serves_all_who_ask(folder: Path) -> None:
    asked = []

    def counted(scenario: Scenario, start: Standing) -> object:
        from game.app.proofs import prove

        asked.append(start)
        return prove(scenario, start)

    game = opened(folder, proofs=Proofs(counted))  # type: ignore[arg-type]
    one, other = begin(game), begin(game)
    assert game.proof_of(one).wait(30) is game.proof_of(other).wait(30) is not None
    assert len(asked) == 1 and game.proof_ready(one)


def test_timers_reach_the_session(game: Game) -> None:
    assert begin(game, timers=Timers.LONG).timers == 2.0
    assert begin(game, timers=Timers.OFF).timers is None
