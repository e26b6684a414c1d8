"""The boards: ties, one's own row, teams, and a board with nobody on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens.machine import Place
from game.screens.screen_board import TOP, BoardScreen
from game.screens.widgets import Table
from tests.screens.conftest import Driver
from tests.screens.shell import Shell, make_shell


@pytest.fixture
def shell(driver: Driver, tmp_path: Path) -> Shell:
    made = make_shell(driver, tmp_path)
    made.enter("Robin", "North")
    return made


def table(shell: Shell) -> Table:
    screen = shell.nav.window.screen
    assert isinstance(screen, BoardScreen)
    found = shell.driver.find("Teams" if screen.teams else "Players")
    if not isinstance(found, Table):
        found = next(w for w in shell.driver.ui.root.walk() if isinstance(w, Table))  # type: ignore[union-attr]
    return found


def lines(shell: Shell) -> list[str]:
    return [table(shell).row_text(row) for row in range(table(shell).count)]


def test_an_empty_board_invites_to_play(shell: Shell) -> None:
    shell.driver.click("Leaderboard")
    assert shell.driver.sees("Nobody has a result on the board yet.")
    shell.driver.press("enter")
    assert shell.place is Place.CAMPAIGN


def test_ties_share_a_rank_and_the_own_row_is_marked(shell: Shell) -> None:
    for player, score in (("Ada", 90.0), ("Robin", 80.0), ("Bo", 80.0), ("Cem", 70.0)):
        shell.keep_result(player, "late-cake", score)
    shell.nav.look_at(Place.BOARD, level="late-cake")
    shell.driver.run()
    ranks = [line.split(",")[0] for line in lines(shell)]
    assert ranks == ["Rank 1", "Rank 2", "Rank 2", "Rank 4"]
    own = table(shell).own
    assert own is not None and "Player Robin" in lines(shell)[own]


def test_the_overall_board_adds_up_the_best_of_each_level(shell: Shell) -> None:
    shell.keep_result("Robin", "late-cake", 50.0)
    shell.keep_result("Robin", "late-cake", 60.5)
    shell.keep_result("Robin", "against-policy", 20.0)
    shell.driver.click("Leaderboard")
    assert lines(shell) == ["Rank 1, Player Robin, Team North, Levels 2, Score 80.5"]


def test_teams_stand_by_the_mean_of_their_members(shell: Shell) -> None:
    shell.keep_result("Robin", "late-cake", 50.0, team="North")
    shell.keep_result("Ada", "late-cake", 70.0, team="North")
    shell.keep_result("Bo", "late-cake", 65.0, team="South")
    shell.driver.click("Leaderboard")
    shell.driver.click("Teams")
    assert lines(shell) == [
        "Rank 1, Team South, Members 1, Score 65.0",
        "Rank 2, Team North, Members 2, Score 60.0",
    ]
    assert table(shell).own == 1


def test_a_level_is_picked_by_mouse(shell: Shell) -> None:
    shell.keep_result("Robin", "late-cake", 50.0)
    shell.driver.click("Leaderboard")
    shell.driver.click("Level")
    popup = shell.driver.ui.popup
    assert popup is not None
    shell.driver.click_at((popup.rect.centerx, popup.rect.y + popup.rect.h * 3 // 10))  # the second row
    assert lines(shell) == ["Rank 1, Player Robin, Team North, Outcome Satisfaction, Score 50.0"]


def test_one_far_down_is_in_view_all_the_same(shell: Shell) -> None:
    for number in range(TOP + 20):
        shell.keep_result(f"Player {number}", "late-cake", 60.0 + number / 10)
    shell.keep_result("Robin", "late-cake", 12.0)
    shell.nav.look_at(Place.BOARD, level="late-cake")
    shell.driver.run()
    board = table(shell)
    assert board.own is not None and lines(shell)[board.own].startswith(f"Rank {TOP + 21}, Player Robin")
    top = board.own * board._row_px - board.offset
    assert 0 <= top <= board._view().h - board._row_px
