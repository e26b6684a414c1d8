"""The campaign: what is locked and why, what was reached, and going on where an attempt was cut short."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.phases import Phase
from game.screens.machine import Place
from tests.screens.conftest import Driver
from tests.screens.shell import Shell, make_shell


@pytest.fixture
def shell(driver: Driver, tmp_path: Path) -> Shell:
    made = make_shell(driver, tmp_path)
    made.enter()
    return made


def cut_short(shell: Shell) -> str:
    """Begin the first level, take two choices, go no further; gives the moment reached."""
    level = shell.nav.app.level("late-cake", "Robin")
    assert level is not None
    session = shell.nav.app.begin(level, "Robin", "North", seed=3)
    session.start()
    for _ in range(2):
        while session.phase is Phase.LISTENING:
            session.listened()
        session.choose(session.options[0].action)
        session.continue_()
    shell.show(Place.CAMPAIGN)
    return session.attempt.moment.id


def test_a_locked_level_says_what_opens_it_and_does_not_begin(shell: Shell) -> None:
    assert shell.driver.sees("Against Policy, Opens after The Late Cake")
    shell.driver.click("Against Policy")
    assert shell.place is Place.CAMPAIGN
    assert any("Opens after The Late Cake" in name for name in shell.driver.names())
    shell.driver.press("enter")
    assert shell.driver.ui.layers == []


def test_a_finished_level_shows_its_best_and_opens_the_next(shell: Shell) -> None:
    shell.keep_result("Robin", "late-cake", 61.5)
    shell.keep_result("Robin", "late-cake", 91.4)
    shell.show(Place.CAMPAIGN)
    assert shell.driver.sees("The Late Cake, Best 91.4 · gold")
    assert shell.driver.focused() == "Against Policy, Play this one next"
    shell.driver.press("enter")
    assert shell.place is Place.BRIEFING


@pytest.mark.parametrize(
    ("score", "band"),
    [(59.9, "below pass"), (60.0, "pass"), (75.0, "silver"), (90.0, "gold")],
)
def test_a_band_begins_at_its_very_score(shell: Shell, score: float, band: str) -> None:
    shell.keep_result("Robin", "late-cake", score)
    shell.show(Place.CAMPAIGN)
    assert shell.driver.sees(f"The Late Cake, Best {score:.1f} · {band}")


def test_an_attempt_cut_short_goes_on_at_exactly_that_moment(shell: Shell) -> None:
    moment = cut_short(shell)
    assert shell.driver.focused() == "Go on"
    shell.driver.press("enter")
    session = shell.nav.session
    assert shell.place is Place.CONVERSATION and session is not None
    assert session.attempt.moment.id == moment and len(session.attempt.actions) == 2


def test_an_attempt_is_discarded_only_when_that_is_confirmed(shell: Shell) -> None:
    cut_short(shell)
    shell.driver.click("Discard")
    shell.driver.press("enter")  # the focus is on keeping it
    assert shell.driver.sees("Go on")
    shell.driver.click("Discard")
    shell.driver.click("Discard it")
    assert not shell.driver.sees("Go on")
    shell.show(Place.CAMPAIGN)
    assert not shell.driver.sees("Go on")


def test_the_briefing_says_whom_one_meets_and_what_is_practised(shell: Shell) -> None:
    shell.driver.click("The Late Cake")
    for words in (
        "The Late Cake",
        "Collection counter · Maya Okafor",
        "Fix the customer first",
        "It's half past",
    ):
        assert shell.driver.sees(words)


def test_timers_that_are_off_are_said_to_be_off(shell: Shell) -> None:
    shell.driver.click("Settings")
    shell.driver.click("timers off")
    shell.driver.click("Back")
    shell.show(Place.BRIEFING, level=shell.nav.app.level("against-policy"))
    assert any("Your timers are off" in name for name in shell.driver.names())
    shell.driver.click("Start the conversation")
    assert shell.nav.session is not None and shell.nav.session.timers is None
