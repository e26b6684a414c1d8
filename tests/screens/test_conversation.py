"""Playing a conversation in the window, as a player would: by keys, by mouse, with and against the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.app.settings import Preferences, Timers
from game.play.journal import Mode
from game.play.phases import Phase
from game.screens.machine import Place
from tests.screens.conftest import Driver
from tests.screens.conversing import LEVELS, LOST_BOOKING, Table, make_table


@pytest.fixture
def table(driver: Driver, tmp_path: Path) -> Iterator[Table]:
    yield from make_table(driver, tmp_path)


# --- whole plays


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_is_played_to_its_debrief_by_keys_alone(table: Table, level: str) -> None:
    table.begin(level)
    for turn in range(200):
        if table.session.is_over:
            break
        if table.talk.phase is Phase.CHOOSING:
            open_ones = [o for o in table.session.options if o.number]
            table.driver.press(str(open_ones[turn % len(open_ones)].number))
        else:
            table.driver.press("enter")
    table.wait_for_proof()
    assert table.is_at(Place.DEBRIEF)
    assert table.nav.debrief is not None
    assert table.nav.debrief.outcome is table.session.outcome is not None
    kept = table.app.store.history("Robin")
    assert len(kept) == 1, "the result is in the records"


def test_a_level_is_played_to_its_debrief_by_mouse_alone(table: Table) -> None:
    table.begin("late-cake", seed=5)
    for turn in range(200):
        if table.session.is_over:
            break
        table.settle()
        if table.talk.phase is Phase.CHOOSING:
            option = [o for o in table.session.options if o.number][turn % 2]
            table.driver.click(f"choice-{option.action.moment}-{option.action.id}")
        elif turn % 3:
            table.driver.click("go-on")
        else:
            size = table.driver.ui.size
            table.driver.click_at((size[0] // 5, size[1] - 40))  # anywhere on the place goes on
    table.wait_for_proof()
    assert table.is_at(Place.DEBRIEF)


def test_a_choice_is_found_with_arrows_and_taken_with_enter(table: Table) -> None:
    table.begin()
    table.until(Phase.CHOOSING)
    wanted = [option for option in table.session.options if option.is_open][1]
    table.driver.press("down", "enter")
    assert table.session.attempt.actions == [wanted.action]


# --- what is told


def test_lines_come_one_after_another_and_the_choices_with_the_last(table: Table) -> None:
    table.begin(LOST_BOOKING)
    narration, first, _ = table.session.telling.lines
    assert table.driver.sees(narration.text)
    assert not table.driver.sees(first.text)
    table.driver.press("space")
    assert table.driver.sees(first.text)
    assert table.driver.sees("Tomasz Zielinski, calm"), "who speaks stands on the stage"
    assert table.talk.phase is Phase.LISTENING
    table.driver.press("enter")
    assert table.driver.sees("And now the room has somebody else in it.")
    assert table.driver.sees("Maya Okafor, worried")
    assert table.talk.phase is Phase.CHOOSING
    assert table.driver.sees("Bookings can be moved up to the day itself.")


def test_what_is_told_is_announced(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.driver.press("enter")
    assert any("We booked in March" in heard for heard in table.driver.heard)


def test_what_is_confided_says_so(table: Table) -> None:
    table.begin(LOST_BOOKING, moment="waits")
    table.driver.press("enter")
    assert table.driver.sees("in confidence")


def test_the_key_that_brought_the_choices_does_not_take_one(table: Table) -> None:
    table.begin()
    while table.talk.phase is not Phase.CHOOSING:
        table.driver.press("enter")
    table.driver.press("enter", "space", "enter")
    table.driver.click(table.driver.focused())
    assert table.session.attempt.actions == []
    table.settle()
    table.driver.press("enter")
    assert len(table.session.attempt.actions) == 1


def test_a_number_is_always_meant(table: Table) -> None:
    table.begin()
    while table.talk.phase is not Phase.CHOOSING:
        table.driver.press("enter")
    table.driver.press("1")
    assert len(table.session.attempt.actions) == 1


def test_a_locked_choice_says_why_and_does_nothing(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.until(Phase.CHOOSING)
    locked = table.driver.find("The suite under the roof")
    assert "Locked: needs" in locked.describe()
    assert "trust of 50 or more" in locked.describe()
    table.driver.click("The suite under the roof")
    table.driver.press("enter", "4")
    assert table.session.attempt.actions == []
    assert table.talk.phase is Phase.CHOOSING


# --- answers and meters


def test_the_answer_comes_before_what_follows(table: Table) -> None:
    table.begin()
    table.until(Phase.CHOOSING)
    table.driver.press("1")
    reaction = table.session.reaction
    assert reaction is not None
    assert table.talk.phase is Phase.REACTING
    assert table.driver.sees(reaction.said)
    assert table.driver.sees(reaction.lines[0].text)
    assert table.talk.person.mood is reaction.lines[0].mood


def test_several_answer_one_after_another(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.until(Phase.CHOOSING)
    table.driver.press("1")
    assert table.driver.sees("Thank you. It is.")
    assert table.driver.sees("Maya Okafor, calm")
    assert not table.driver.sees("I still want to know where I sleep.")
    table.driver.press("enter")
    assert table.driver.sees("I still want to know where I sleep.")
    assert table.driver.sees("Inês Duarte, upset")
    assert table.talk.phase is Phase.REACTING


def test_meters_move_with_sign_and_reason_as_far_as_they_are_seen(table: Table) -> None:
    # Trust falls by what was said, and only then by what the next moment does.
    table.begin("late-cake", seed=3)
    table.until(Phase.CHOOSING)
    table.screen.choose(next(o.action for o in table.session.options if o.action.id == "saturdays"))
    table.driver.run()
    customer = table.session.scenario.customers[0].id
    change = next(c for c in table.talk.changes if c.meter == "trust")
    meter = table.driver.find(f"{customer}-trust")
    assert meter.describe() == f"Trust {change.after} of 100, −{-change.delta}"
    for reason in change.reasons:
        assert table.driver.sees(f"{reason.text} −{-reason.delta}")
    table.driver.press("enter")
    standing = table.session.attempt.standing.meters[0]
    assert standing < change.after, "this level's next moment leaves a scar"
    assert table.driver.find(f"{customer}-trust").describe().startswith(f"Trust {standing} of 100")
    assert table.driver.sees("What happened next")


def test_who_walks_out_is_said_and_stays_marked(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.until(Phase.CHOOSING)
    assert not table.driver.sees("has left")
    table.driver.press("2")
    assert table.driver.sees("Inês Duarte walks out")
    assert table.driver.sees("has left")
    table.until(Phase.CHOOSING)
    assert table.driver.sees("has left")


@pytest.mark.parametrize(
    ("mode", "words"), [(Mode.RANKED, "Ranked"), (Mode.PRACTICE, "Practice")], ids=["ranked", "practice"]
)
def test_what_the_attempt_counts_as_can_always_be_seen(table: Table, mode: Mode, words: str) -> None:
    table.begin(mode=mode)
    seen: set[Phase] = set()
    while not table.session.is_over and len(seen) < 4:
        assert table.driver.sees(words), table.talk.phase
        seen.add(table.talk.phase)
        if table.talk.phase is Phase.CHOOSING:
            table.driver.press("1")
        else:
            table.driver.press("enter")
    assert seen >= {Phase.LISTENING, Phase.CHOOSING, Phase.REACTING}


def test_trouble_with_the_records_is_said(table: Table) -> None:
    table.begin()
    table.app.problem = "This attempt is no longer being kept. The disk is full."
    table.driver.press("enter", "p")
    assert table.driver.sees("This attempt is no longer being kept. The disk is full.")
    table.driver.press("escape")
    assert table.driver.sees("Not kept")


# --- the clock


def timed(table: Table, timers: Timers = Timers.ON) -> None:
    table.begin(LOST_BOOKING, moment="waits", timers=timers)
    while table.talk.has_more:
        table.driver.press("enter")


def test_the_clock_starts_when_the_player_is_ready(table: Table) -> None:
    timed(table)
    assert table.driver.sees("You will have 20 seconds")
    table.driver.run(30)
    assert table.talk.phase is Phase.LISTENING
    table.driver.press("enter")
    assert table.driver.sees("20 seconds to answer")
    table.driver.run(3.1)
    assert table.driver.sees("17 seconds to answer")


def test_time_that_runs_out_is_silence(table: Table) -> None:
    timed(table)
    table.driver.press("enter")
    table.driver.run(20.1)
    assert [action.is_silence for action in table.session.attempt.actions] == [True]
    assert table.driver.sees("You say nothing.")
    assert "5 seconds left" in table.driver.heard


@pytest.mark.parametrize("level", LEVELS)
def test_silence_is_the_last_choice_of_a_timed_moment(table: Table, level: str) -> None:
    found = table.app.level(level)
    assert found is not None and found.scenario is not None
    moment = next(m for m in found.scenario.moments if m.seconds)
    table.begin(level, moment=moment.id)
    table.until(Phase.CHOOSING)
    assert table.session.options[-1].action.is_silence
    table.driver.press("0")
    assert table.session.attempt.actions[-1].is_silence


def test_with_timers_off_there_is_no_clock_but_silence(table: Table) -> None:
    timed(table, Timers.OFF)
    assert table.talk.phase is Phase.CHOOSING
    assert not table.driver.sees("timer")
    table.driver.run(60)
    assert table.talk.phase is Phase.CHOOSING
    table.driver.press("0")
    assert table.session.attempt.actions[-1].is_silence


def test_a_pause_stops_the_clock_and_covers_the_choices(table: Table) -> None:
    timed(table)
    table.driver.press("enter")
    table.driver.run(5)
    left = table.session.clock.remaining_ms
    table.driver.press("p")
    table.driver.run(60)
    assert table.session.clock.remaining_ms == left
    shown = [widget.name() for widget in table.driver.ui.root.walk()] if table.driver.ui.root else []
    assert "I can only offer what's there." not in shown
    table.driver.press("escape")
    assert table.driver.sees("I can only offer what's there.")


def test_timers_switched_off_in_a_pause_hold_for_the_running_clock(table: Table) -> None:
    timed(table)
    table.driver.press("enter", "p")
    settings = table.app.settings
    settings.keep("Robin", replace(Preferences(), timers=Timers.OFF))
    table.driver.press("escape")
    table.driver.run(60)
    assert table.talk.phase is Phase.CHOOSING
    assert not table.driver.sees("timer")


# --- practice


def test_practice_coaches_after_the_answer(table: Table) -> None:
    table.begin(LOST_BOOKING, Mode.PRACTICE)
    table.until(Phase.CHOOSING)
    table.driver.press("3")
    table.driver.press("enter")
    assert table.talk.phase is Phase.COACHING
    assert table.driver.sees("The right thing at the wrong moment")
    assert table.driver.sees("A good plan, and nobody was ready to look at one yet.")
    assert table.driver.sees("I talked them into this trip.")
    assert not table.driver.sees("helps"), "what was misplaced did not help"
    table.driver.press("enter")
    assert table.talk.phase in (Phase.LISTENING, Phase.CHOOSING)


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_practice_takes_back(table: Table, how: str) -> None:
    table.begin("late-cake", Mode.PRACTICE)
    table.until(Phase.CHOOSING)
    before = table.session.attempt.standing
    assert not table.driver.find("take-back").enabled
    table.driver.press("1", "enter")
    if how == "key":
        table.driver.press("b")
    else:
        table.driver.click("take-back")
    assert table.session.attempt.standing == before
    assert table.talk.phase is Phase.CHOOSING, "what was told has been read already"
    assert table.talk.person.mood is table.session.mood


def test_a_ranked_attempt_has_no_way_back(table: Table) -> None:
    table.begin()
    table.until(Phase.REACTING)
    assert not table.driver.sees("take-back")
    table.driver.press("b")
    assert len(table.session.attempt.actions) == 1


# --- pausing, leaving, going on


@pytest.mark.parametrize("how", ["p", "escape", "mouse"])
@pytest.mark.parametrize("phase", [Phase.LISTENING, Phase.CHOOSING, Phase.REACTING], ids=str)
def test_a_pause_ends_where_it_began(table: Table, how: str, phase: Phase) -> None:
    table.begin()
    table.until(phase)
    if how == "mouse":
        table.driver.click("open-pause")
        assert table.session.phase is Phase.PAUSED
        table.driver.click("resume")
    else:
        table.driver.press(how)
        assert table.session.phase is Phase.PAUSED
        table.driver.press("enter")
    assert table.session.phase is phase
    assert not table.driver.ui.layers


def test_settings_are_reached_from_the_pause_and_lead_back_to_it(table: Table) -> None:
    table.begin()
    table.until(Phase.CHOOSING)
    table.driver.press("p")
    table.driver.click("pause-settings")
    assert table.is_at(Place.SETTINGS)
    table.driver.click("Back")
    table.driver.run(0.1)
    assert table.session.phase is Phase.PAUSED
    assert table.driver.sees("Paused")
    table.driver.press("enter")
    assert table.talk.phase is Phase.CHOOSING
    table.driver.press("1")
    assert len(table.session.attempt.actions) == 1


def test_what_was_left_is_gone_on_with_at_the_same_moment(table: Table) -> None:
    table.begin()
    for _ in range(2):
        table.until(Phase.CHOOSING)
        table.driver.press("1")
    table.until(Phase.CHOOSING)
    moment, meters = table.session.attempt.moment.id, table.session.attempt.meters()
    table.driver.press("escape")
    table.driver.click("leave")
    assert table.is_at(Place.CAMPAIGN)
    assert table.nav.session is None
    (unfinished,) = table.app.unfinished("Robin")
    table.sit_down(table.app.go_on(unfinished))
    assert (table.session.attempt.moment.id, table.session.attempt.meters()) == (moment, meters)
    table.until(Phase.CHOOSING)
    table.driver.press("1")
    assert len(table.session.attempt.actions) == 3


# --- history


def test_history_holds_what_was_said_and_nothing_still_to_come(table: Table) -> None:
    table.begin(LOST_BOOKING)
    narration, first, _ = table.session.telling.lines
    table.driver.press("enter", "h")
    assert table.driver.sees(narration.text) and table.driver.sees(first.text)
    assert not table.driver.sees("And now the room has somebody else in it.")
    table.driver.press("escape")
    assert table.talk.phase is Phase.LISTENING and not table.talk.is_paused
    table.until(Phase.CHOOSING)
    table.driver.press("1", "h")
    assert table.driver.sees("You planned this since March")
    assert table.driver.sees("Thank you. It is.")
    assert not table.driver.sees("I still want to know where I sleep.")
    assert not table.driver.sees("Well?")
    table.driver.click("close-history")
    assert table.talk.phase is Phase.REACTING


def test_a_long_history_begins_at_its_end(table: Table) -> None:
    table.begin()
    for _ in range(5):
        table.until(Phase.REACTING)
        table.until(Phase.CHOOSING)
    last = table.talk.lines[-1]
    table.driver.press("h")
    scroll = next(w for w in table.driver.ui.layers[-1].walk() if hasattr(w, "overflow"))
    assert scroll.overflow > 0
    assert scroll.rect.contains(table.driver.find(last.text).rect)


# --- the end


def test_waiting_for_the_proof_shows_a_line_and_does_not_freeze(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.begin()
    monkeypatch.setattr(table.app, "proof_ready", lambda session: False)
    for _ in range(200):
        if table.session.is_over:
            break
        table.driver.press("1" if table.talk.phase is Phase.CHOOSING else "enter")
    table.driver.run(2)
    assert table.is_at(Place.CONVERSATION)
    assert table.driver.sees("Working out what every choice was worth")
    table.driver.press("p", "escape", "h", "enter")
    assert not table.driver.ui.layers
    monkeypatch.undo()
    table.wait_for_proof()
    assert table.is_at(Place.DEBRIEF)


def test_the_last_word_is_read_before_the_debrief(table: Table) -> None:
    table.begin()
    for _ in range(200):
        if table.talk.is_last_word:
            break
        table.driver.press("1" if table.talk.phase is Phase.CHOOSING else "enter")
    assert table.driver.find("go-on").name() == "See how it went"
    table.driver.run(1)
    assert table.is_at(Place.CONVERSATION)
    table.driver.press("enter")
    table.wait_for_proof()
    assert table.is_at(Place.DEBRIEF)


# --- motion


def test_moods_fade_unless_motion_is_reduced(table: Table) -> None:
    table.begin()
    table.until(Phase.CHOOSING)
    moods = {table.talk.person.mood}
    table.driver.press("1")
    moods.add(table.talk.person.mood)
    assert len(moods) == 2
    stage = table.driver.find("stage")
    assert stage in table.driver.ui._moving
    table.driver.run(1)
    assert stage not in table.driver.ui._moving
    table.driver.ui.reduced_motion = True
    table.until(Phase.CHOOSING)
    assert table.driver.find("stage") not in table.driver.ui._moving


def test_a_meter_at_its_limit_says_that_it_stops_there(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.until(Phase.CHOOSING)
    table.driver.press("2")
    tension = next(change for change in table.talk.changes if change.meter == "tension")
    assert sum(reason.delta for reason in tension.reasons) > tension.delta
    assert table.driver.sees("It stops at 100")
