"""From the title to a conversation: by keyboard alone, by mouse alone, and as the command line asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.app.settings import SettingsFile, Timers
from game.app.wiring import PlayRequest
from game.play.journal import Mode
from game.play.phases import Phase
from game.play.start import StartAt
from game.screens.machine import Place
from tests.screens.conftest import Driver
from tests.screens.shell import Shell, make_shell


@pytest.fixture
def shell(driver: Driver, tmp_path: Path) -> Shell:
    return make_shell(driver, tmp_path)


def test_a_journey_by_keyboard_alone(shell: Shell) -> None:
    driver, nav = shell.driver, shell.nav
    assert driver.focused() == "Play"
    driver.press("enter")
    shell.wait_for_records()
    assert shell.place is Place.WHO and driver.focused() == "Your name"
    driver.type_text("Robin Ek")
    driver.press("tab")
    assert driver.focused().startswith("Your team")
    driver.press("enter")
    assert shell.place is Place.CAMPAIGN and nav.player == "Robin Ek"
    assert driver.focused().startswith("The Late Cake")
    driver.press("enter")
    assert shell.place is Place.BRIEFING and driver.focused() == "Start the conversation"
    while driver.focused() != "Practice":
        driver.press("shift+tab")
    driver.press("space")
    while driver.focused() != "Start the conversation":
        driver.press("tab")
    driver.press("enter")
    assert shell.place is Place.CONVERSATION
    assert nav.session is not None
    assert nav.session.begun.mode is Mode.PRACTICE and nav.session.begun.player == "Robin Ek"
    assert nav.session.phase is Phase.LISTENING


def test_a_journey_by_mouse_alone(shell: Shell) -> None:
    driver, nav = shell.driver, shell.nav
    driver.click("Play")
    shell.wait_for_records()
    driver.click("Guest 1")
    driver.click("Front counter")
    driver.click("Continue")
    assert (nav.player, nav.team) == ("Guest 1", "Front counter")
    driver.click("Settings")
    driver.click("Dark")
    assert driver.ui.theme.name == "dark"
    driver.click("Back")
    driver.click("Leaderboard")
    driver.click("Back to play")
    driver.click("The Late Cake")
    driver.click("Start the conversation")
    assert shell.place is Place.CONVERSATION
    assert nav.session is not None and nav.session.begun.mode is Mode.RANKED


def test_escape_leads_back_to_the_title(shell: Shell) -> None:
    shell.enter()
    shell.driver.click("The Late Cake")
    for place in (Place.CAMPAIGN, Place.TITLE):
        shell.driver.press("escape")
        assert shell.place is place


def test_who_played_last_is_there_already(shell: Shell, tmp_path: Path) -> None:
    shell.enter("Robin", "North")
    shell.show(Place.TITLE)
    again = make_shell(shell.driver, tmp_path)
    again.driver.press("enter")
    assert again.driver.focused() == "Continue"
    again.driver.press("enter")
    assert (again.nav.player, again.nav.team) == ("Robin", "North")


def test_known_players_are_offered_with_their_team(shell: Shell) -> None:
    shell.enter("Robin", "North")
    shell.enter("Kim", "South")
    shell.nav.go(Place.WHO)
    shell.driver.run(0.1)
    shell.driver.click("Robin")
    shell.driver.click("Continue")
    assert (shell.nav.player, shell.nav.team) == ("Robin", "North")


def test_a_guest_gets_a_name_nobody_has(shell: Shell) -> None:
    shell.enter("Guest 1", "")
    shell.nav.go(Place.WHO)
    shell.driver.run(0.1)
    assert shell.driver.sees("Guest 2")


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "Type a name"), ("Ro\u202ebin", "A name cannot hold")],
    ids=["nothing", "a direction override"],
)
def test_a_name_that_cannot_be_taken_is_refused_with_the_reason(shell: Shell, typed: str, says: str) -> None:
    shell.driver.press("enter")
    shell.wait_for_records()
    shell.nav.window.screen.name = typed  # type: ignore[union-attr]
    shell.driver.click("Continue")
    assert shell.place is Place.WHO
    assert any(name.startswith(says) for name in shell.driver.names())
    assert any(said.startswith(says) for said in shell.driver.heard)


def test_records_that_cannot_be_opened_do_not_stop_play(driver: Driver, tmp_path: Path) -> None:
    shell = make_shell(driver, tmp_path, url=f"sqlite:///{tmp_path}")
    driver.press("enter")
    driver.type_text("Robin")
    driver.press("enter")
    assert shell.place is Place.CAMPAIGN
    assert any("results are not kept" in name for name in driver.names())
    driver.click("Against Policy")  # what an earlier level would have to open
    driver.click("Start the conversation")
    assert shell.place is Place.CONVERSATION


# --- as the command line asked


def test_a_level_asked_for_waits_until_it_is_known_who_plays(driver: Driver, tmp_path: Path) -> None:
    level = make_shell(driver, tmp_path).nav.app.level("better-fit")
    shell = make_shell(driver, tmp_path, PlayRequest(level=level, seed=7, timers=Timers.OFF))
    assert shell.place is Place.WHO
    driver.type_text("Robin")
    driver.press("enter")
    assert shell.place is Place.BRIEFING and driver.sees("The Better Fit")
    driver.press("enter")
    session = shell.nav.session
    assert session is not None and session.begun.seed == 7 and session.timers is None


def test_timers_asked_for_hold_until_others_are_chosen(driver: Driver, tmp_path: Path) -> None:
    level = make_shell(driver, tmp_path).nav.app.level("late-cake")
    shell = make_shell(driver, tmp_path, PlayRequest(level=level, timers=Timers.OFF))
    driver.type_text("Robin")
    driver.press("enter")
    driver.click("Settings")
    assert driver.sees("A timed moment waits as long as you need.")
    driver.click("timers long")
    assert driver.sees("A timed moment of 25 seconds gives you 50 seconds.")
    driver.press("escape")
    driver.click("start")
    session = shell.nav.session
    assert session is not None and session.timers == Timers.LONG.stretch


def test_a_level_asked_for_with_a_player_opens_its_briefing(driver: Driver, tmp_path: Path) -> None:
    shell = make_shell(driver, tmp_path)
    level = shell.nav.app.level("better-fit")
    assert level is not None and level.scenario is not None
    shell.nav.request = PlayRequest(level=level, at=StartAt(level.scenario.moments[2].id, {}, ()))
    shell.nav.player = "Robin"
    shell.nav.begin()
    driver.run()
    assert shell.place is Place.BRIEFING
    driver.click("Ranked")  # begun within, nothing can be ranked
    driver.click("Start the conversation")
    session = shell.nav.session
    assert session is not None and session.begun.mode is Mode.PRACTICE
    assert session.attempt.moment.id == level.scenario.moments[2].id


# --- settings


def test_every_setting_shows_at_once_and_is_kept_for_the_player(shell: Shell, tmp_path: Path) -> None:
    driver = shell.driver
    shell.enter("Robin", "")
    driver.click("Settings")
    assert driver.focused() == "Text size"
    driver.press("end")
    assert driver.ui.scale == 2.0
    driver.press("home", "right", "right")
    assert driver.ui.scale == 1.2
    driver.click("High contrast")
    assert driver.ui.theme.name == "contrast"
    driver.click("Reduced motion")
    assert driver.ui.reduced_motion and driver.sees("Meters jump")
    driver.click("Twice as long")
    assert driver.sees("A timed moment of 25 seconds gives you 50 seconds.")
    driver.press("escape")
    assert shell.place is Place.CAMPAIGN
    kept = SettingsFile(tmp_path / "settings.json").of("Robin")
    assert (kept.text_scale, kept.theme, kept.reduced_motion, kept.timers) == (
        120,
        "contrast",
        True,
        Timers.LONG,
    )


def test_each_player_gets_their_own_look(shell: Shell) -> None:
    shell.enter("Robin", "")
    shell.driver.click("Settings")
    shell.driver.click("Dark")
    shell.driver.click("Back")
    shell.enter("Kim", "")
    shell.driver.click("Settings")
    shell.driver.click("Light")
    shell.driver.click("Back")
    shell.enter("Robin", "")
    assert shell.driver.ui.theme.name == "dark"


def test_what_was_set_before_anyone_played_stays_with_the_first_player(shell: Shell, tmp_path: Path) -> None:
    shell.driver.click("Settings")
    shell.driver.click("Dark")
    shell.driver.click("Back")
    shell.enter("Robin", "")
    assert shell.driver.ui.theme.name == "dark"
    assert json.loads((tmp_path / "settings.json").read_text())["players"]["Robin"]["theme"] == "dark"
