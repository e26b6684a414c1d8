"""The debrief: what it says of an attempt, picking a choice by keys and mouse, and where one goes from there."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from game.play.journal import Mode
from game.play.phases import Phase
from game.play.start import StartAt
from game.screens.chart import plot_rect
from game.screens.debrief_chart import AttemptChart
from game.screens.machine import Place
from game.screens.widgets import Label
from game.screens.widgets_button import Button
from tests.play.conftest import DATA
from tests.screens.conftest import Driver
from tests.screens.debriefs import MANNERS, play_out, show_debrief, show_ended
from tests.screens.shell import Shell, make_shell

LEVELS = ("late-cake", "against-policy", "better-fit", "wrong-bill")


def words_on(shell: Shell) -> list[str]:
    return shell.driver.names()


def chart_of(shell: Shell) -> AttemptChart:
    chart = shell.driver.find("chart")
    assert isinstance(chart, AttemptChart)
    return chart


def selected_row(shell: Shell) -> int:
    """The index of the choice that the list shows as selected."""
    root = shell.driver.ui.root
    assert root is not None
    rows = [w for w in root.walk() if isinstance(w, Button) and re.fullmatch(r"choice \d+", w.key)]
    (row,) = [row for row in rows if row.selected]
    return int(row.key.split()[1])


def losses_on_screen(shell: Shell) -> list[Fraction]:
    root = shell.driver.ui.root
    assert root is not None
    cells = [w for w in root.walk() if isinstance(w, Label) and w.key.startswith("loss ")]
    return [Fraction(cell.text.replace("−", "")) for cell in cells]


def by_ids(
    driver: Driver, folder: Path, name: str, choices: tuple[str, ...], flags: tuple[str, ...] = ()
) -> Shell:
    """The debrief of a small scenario played by the ids of its choices."""
    shell = make_shell(driver, folder)
    shell.enter()
    level = shell.nav.app.level_at(DATA / f"{name}.yaml")
    at = StartAt(flags=flags) if flags else None
    session = shell.nav.app.begin(level, "Robin", "North", seed=1, at=at)
    left = list(choices)

    def choose(session: object) -> object:
        found = live.attempt.find(left.pop(0))
        assert found is not None
        return found

    live = session
    show_ended(shell, play_out(session, choose))  # type: ignore[arg-type]
    return shell


# --- what is said


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("level", LEVELS)
def test_the_losses_on_screen_add_up_to_what_the_score_lacks(
    driver: Driver, tmp_path: Path, level: str, manner: str
) -> None:
    shell = show_debrief(driver, tmp_path, level, manner)
    score = shell.driver.find("score")
    assert isinstance(score, Label)
    shown = Fraction(score.text)
    losses = losses_on_screen(shell)
    assert shell.nav.debrief is not None and len(losses) == len(shell.nav.debrief.steps)
    assert sum(losses) == 100 - shown
    written = shell.driver.find("sum")
    assert isinstance(written, Label)
    left, right = written.text.split("=")
    assert sum(map(Fraction, re.sub("− ", "-", left).split())) == Fraction(right) == shown


def test_a_departure_says_so_kindly_and_shows_a_way_on(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "departure")
    said = " ".join(words_on(shell))
    assert "Departure" in said and "Not passed yet" in said and "What went well" in said
    practise = shell.driver.find("practise")
    assert isinstance(practise, Button) and practise.kind == "primary"


def test_the_best_line_is_told_apart_from_a_lucky_one(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "wrong-bill", "best")
    assert shell.driver.sees("Gold") and shell.driver.sees("No turning point")
    assert set(losses_on_screen(shell)) == {0}
    assert not shell.driver.sees("practise")


def test_the_choice_that_cost_most_comes_first_with_what_was_better(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    result = shell.nav.debrief
    assert result is not None and result.turning_point is not None and result.turning_point.better is not None
    assert selected_row(shell) == chart_of(shell).selected == result.turning_point.index
    better = result.turning_point.better.say
    assert sum(better in words for words in words_on(shell)) == 2  # at the turning point and in the list
    assert any(words.startswith(f"{result.turning_point.heard.name}: “") for words in words_on(shell))  # type: ignore[union-attr]


def test_the_way_the_better_line_goes_on_is_shown_when_asked_for(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "departure")
    result = shell.nav.debrief
    assert result is not None and len(result.better_line) > 1
    later = result.better_line[-1].action.say
    assert not any(later in words for words in words_on(shell))
    shell.driver.click("better line")
    assert any(later in words for words in words_on(shell))


def test_a_dead_end_is_nobodys_fault_and_costs_nothing(driver: Driver, tmp_path: Path) -> None:
    shell = by_ids(driver, tmp_path, "stairwell", ("loop",), flags=("knows_mother",))
    said = " ".join(words_on(shell))
    assert "nothing is lost" in said and not shell.driver.sees("score") and not shell.driver.sees("sum")
    assert all(word not in said for word in ("Blunder", "Mistake", "Slip", "Departure"))


@pytest.mark.parametrize(
    ("mode", "words"),
    [(Mode.RANKED, "Rank 1 on this level's board"), (Mode.PRACTICE, "Practice, not ranked")],
    ids=["ranked", "practice"],
)
def test_it_says_where_the_attempt_stands(driver: Driver, tmp_path: Path, mode: Mode, words: str) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling", mode)
    assert shell.driver.sees(words)


def test_a_worse_attempt_leaves_the_best_where_it_was(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "best")
    shell.driver.click("again")
    session = shell.nav.session
    assert session is not None
    ranked = lambda session: session.attempt.choices()[0]  # noqa: E731
    show_ended(shell, play_out(session, ranked))
    assert shell.nav.debrief is not None and shell.nav.debrief.score != 100
    assert shell.driver.sees("Your best here stays 100.0: rank 1")


def test_each_customer_has_a_chart_of_their_own(driver: Driver, tmp_path: Path) -> None:
    shell = by_ids(driver, tmp_path, "stairwell", ("wait", "ben"))
    ada = chart_of(shell).chart
    shell.driver.click("chart of ben")
    ben = chart_of(shell).chart
    assert ada.series[2].values[0] == 40 and ben.series[2].values[0] == 80


# --- picking a choice


def test_up_and_down_walk_through_the_list_and_the_chart_follows(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    shell.driver.click("choice 0")
    for expected in (1, 2, 3):
        shell.driver.press("down")
        assert selected_row(shell) == chart_of(shell).selected == expected
        assert shell.driver.focused().startswith(f"Choice {expected + 1}")
    shell.driver.press("up")
    assert selected_row(shell) == chart_of(shell).selected == 2
    assert "Choice 3, " in shell.driver.heard[-2] or "Choice 3, " in shell.driver.heard[-1]


def test_left_and_right_walk_through_the_chart_and_the_list_follows(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    driver.ui.focus(chart_of(shell))
    start = selected_row(shell)
    shell.driver.press("left", "left")
    assert selected_row(shell) == chart_of(shell).selected == start - 2
    assert shell.driver.focused() == "Meters over the attempt"


def test_a_click_on_the_chart_selects_the_nearest_choice_and_shows_it(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    for index in (0, 4, 2):
        chart = chart_of(shell)
        plot = plot_rect(driver.ui, chart.rect, chart.chart)
        x = plot.x + round(plot.w * (index + 1) / len(chart.marks))  # the start lies at the plot's left
        driver.click_at((x + 3, chart.rect.centery))
        driver.run(0.1)
        assert selected_row(shell) == chart_of(shell).selected == index
        row, view = driver.find(f"choice {index}"), driver.find("debrief")
        assert view.rect.contains(row.rect), "the selected row is in view"


def test_a_click_on_a_row_marks_it_in_the_chart(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    shell.driver.click("choice 1")
    assert selected_row(shell) == chart_of(shell).selected == 1


# --- going on


def test_practising_the_turning_point_begins_right_before_it(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    turning = shell.nav.debrief.turning_point  # type: ignore[union-attr]
    assert turning is not None
    shell.driver.click("practise")
    session = shell.nav.session
    assert shell.place is Place.CONVERSATION and session is not None
    assert session.is_practice and len(session.attempt.actions) == turning.index
    assert session.attempt.standing == turning.before


def test_playing_again_is_ranked_and_new(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "departure")
    before = shell.nav.session
    shell.driver.click("Play again, ranked")
    session = shell.nav.session
    assert session is not None and session is not before and session.phase is Phase.LISTENING
    assert session.begun.mode is Mode.RANKED and not session.attempt.actions


def test_the_next_level_follows_and_after_the_last_all_of_them(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "best")
    shell.driver.click("Next: Against Policy")
    assert shell.place is Place.BRIEFING


def test_the_board_is_looked_at_and_left_with_the_choice_still_selected(
    driver: Driver, tmp_path: Path
) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    shell.driver.click("choice 1")
    shell.driver.click("board")
    assert shell.place is Place.BOARD and "Player Robin" in shell.driver.heard[-1]
    shell.driver.press("escape")
    assert shell.place is Place.DEBRIEF and selected_row(shell) == 1


def test_escape_leads_to_the_levels(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    shell.driver.press("escape")
    assert shell.place is Place.CAMPAIGN


def test_everything_can_be_reached_with_tab_alone(driver: Driver, tmp_path: Path) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", "middling")
    reached = set()
    for _ in range(60):
        shell.driver.press("tab")
        assert driver.ui.focused is not None
        reached.add(driver.ui.focused.key)
    assert {"back", "board", "settings", "chart", "choice 0", "practise", "again", "on"} <= reached
