"""The live attempt: phases, journal, coaching, time, pause, going back, going on."""

from dataclasses import dataclass, field

import pytest
from transitions import MachineError

from game.play.journal import Begun, Closed, Mode, Taken
from game.play.lines import Kind
from game.play.phases import Phase
from game.play.session import NotAllowed, Session
from game.play.start import StartAt
from game.rules.advance import ActionUnavailable
from game.scenario.model import Mood, Outcome, Scenario


@dataclass
class Notebook:
    """A journal that remembers."""

    begun: list[Begun] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    fails: bool = False

    def begin(self, begun: Begun) -> None:
        self.begun.append(begun)

    def act(self, attempt_id: str, taken: Taken) -> None:
        if self.fails:
            raise OSError("disk full")
        self.taken.append(taken)

    def back(self, attempt_id: str, length: int) -> None:
        del self.taken[length:]

    def close(self, attempt_id: str, closed: Closed) -> None:
        raise AssertionError("a session does not close: the score is not known to it")


def begun(scenario: Scenario, mode: Mode = Mode.RANKED, at: StartAt | None = None, **more: object) -> Begun:
    where = {"moment": at.moment, "meters": at.meters, "flags": at.flags} if at is not None else {}
    return Begun("a1", "Ana", "Blue", scenario.id, "hash", 7, mode, "2026-01-01T00:00:00Z", **where)  # type: ignore[arg-type]


def session(
    scenario: Scenario, mode: Mode = Mode.RANKED, at: StartAt | None = None, **more: object
) -> Session:
    return Session(scenario, begun(scenario, mode, at), **more)  # type: ignore[arg-type]


def go(live: Session, *choices: str) -> Session:
    """Take choices, listening and going on as a player would."""
    if live.phase is Phase.BRIEFING:
        live.start()
    for choice in choices:
        settle(live)
        live.choose(choice)
    return live


def settle(live: Session) -> Session:
    """Go on until a choice is due or the attempt is over."""
    while live.phase not in (Phase.CHOOSING, Phase.ENDED, Phase.VOID):
        if live.phase is Phase.LISTENING:
            live.listened()
        else:
            live.continue_()
    return live


def test_an_attempt_from_briefing_to_end(kettle: Scenario) -> None:
    journal = Notebook()
    live = session(kettle, journal=journal)
    phases = [live.phase]
    live.start()
    for choice in ("hear", "mend", "1"):
        phases.append(live.phase)
        live.listened()
        phases.append(live.phase)
        live.choose(choice)
        phases.append(live.phase)
        live.continue_()
    phases.append(live.phase)
    assert [p.value for p in phases] == ["briefing", *["listening", "choosing", "reacting"] * 3, "listening"]
    assert [said.text for said in live.telling.lines] == ["See you soon."]
    live.listened()
    assert live.phase is Phase.ENDED and live.outcome is Outcome.PARTNERSHIP
    assert [(t.index, t.moment, t.choice) for t in journal.taken] == [
        (0, "counter", "hear"),
        (1, "talk", "mend"),
        (2, "close", "1"),
    ]
    assert journal.begun == [live.begun]


def test_nothing_is_kept_before_the_start(kettle: Scenario) -> None:
    journal = Notebook()
    session(kettle, journal=journal)
    assert journal.begun == []


def test_calls_out_of_turn_raise(kettle: Scenario) -> None:
    live = session(kettle)
    for call in (
        live.listened,
        live.continue_,
        live.pause,
        live.resume,
        live.back,
        lambda: live.choose("hear"),
    ):
        with pytest.raises(MachineError):
            call()
    assert live.phase is Phase.BRIEFING and live.attempt.actions == []


def test_a_choice_that_is_not_open_changes_nothing(kettle: Scenario) -> None:
    journal = Notebook()
    live = settle(go(session(kettle, journal=journal), "mend"))
    for choice in ("keep", "nonsense", 9):
        with pytest.raises(ActionUnavailable):
            live.choose(choice)
    assert live.phase is Phase.CHOOSING and len(journal.taken) == 1


def test_an_action_that_cannot_be_kept_is_not_taken(kettle: Scenario) -> None:
    journal = Notebook(fails=True)
    live = settle(go(session(kettle, journal=journal)))
    with pytest.raises(OSError, match="disk full"):
        live.choose("hear")
    assert live.phase is Phase.CHOOSING and live.attempt.actions == []


def test_numbers_are_those_displayed(kettle: Scenario) -> None:
    live = settle(go(session(kettle)))
    second = live.options[1].action
    live.choose(2)
    assert live.attempt.actions == [second]


# --- what is shown ----------------------------------------------------------------------------------


def test_a_reaction_tells_the_answer_and_what_moved_and_why(kettle: Scenario) -> None:
    live = go(session(kettle), "hear")
    reaction = live.reaction
    assert reaction is not None
    assert reaction.said == "Twice now. That would wear anyone out."
    assert [(said.kind, said.name, said.text) for said in reaction.lines] == [
        (Kind.REPLY, "Noor Haddad", "It does, yes.")
    ]
    assert [
        (c.meter, c.before, c.after, [(r.text, r.delta) for r in c.reasons]) for c in reaction.changes
    ] == [
        ("trust", 40, 45, [("Hear them out", 5)]),
        ("tension", 70, 50, [("Hear them out", -20)]),
    ]


def test_a_change_at_the_limit_tells_what_moved_not_what_was_asked(kettle: Scenario) -> None:
    live = go(session(kettle, at=StartAt("counter", {"": {"tension": 10}})), "hear")
    reaction = live.reaction
    assert reaction is not None
    assert [(c.meter, c.delta) for c in reaction.changes] == [("tension", 5)]


def test_scars_of_a_moment_passed_are_told_on_arrival(kettle: Scenario) -> None:
    live = go(session(kettle), "shrug")
    live.continue_()
    assert [(c.meter, c.delta, [r.text for r in c.reasons]) for c in live.telling.changes] == [
        ("trust", -5, ["What happened next"]),
        ("loyalty", -10, ["What happened next"]),
    ]


def test_speakers_have_names_moods_and_kinds(kettle: Scenario) -> None:
    live = go(session(kettle))
    narration, speech = live.telling.lines
    assert (narration.kind, narration.name, narration.mood) == (Kind.NARRATION, "", None)
    assert (speech.name, speech.mood) == ("Noor Haddad", Mood.UPSET)
    settle(go(live, "hear"))
    assert [(s.kind, s.name) for s in live.telling.lines] == [
        (Kind.SPEECH, "Noor Haddad"),
        (Kind.SPEECH, "Iris"),
        (Kind.CONFIDED, "Noor Haddad"),
    ]


def test_a_walk_out_is_told(kettle: Scenario) -> None:
    live = go(session(kettle, at=StartAt("counter", {"": {"tension": 90}})), "shrug")
    reaction = live.reaction
    assert reaction is not None and reaction.left == ("Noor Haddad",)
    settle(live)
    assert live.outcome is Outcome.DEPARTURE


def test_a_walk_out_without_a_moment_ends_at_once(stairwell: Scenario) -> None:
    live = go(session(stairwell), "rude")
    assert live.reaction is not None and live.reaction.left == ("Ben",)
    live.continue_()
    assert live.phase is Phase.ENDED and live.outcome is Outcome.DEPARTURE


def test_a_dead_end_is_void(stairwell: Scenario) -> None:
    live = Session(
        stairwell,
        Begun("a1", "Ana", "", "stairwell", "h", 1, Mode.RANKED, "2026", recalled=("knows_mother",)),
    )
    settle(go(live, "loop"))
    assert live.phase is Phase.VOID and live.is_over and live.outcome is None


def test_history_does_not_run_ahead(kettle: Scenario) -> None:
    live = go(session(kettle), "hear")
    assert len(live.history()) == 2, "what comes next is not told while the answer stands"
    live.continue_()
    assert len(live.history()) == 3


# --- coaching and practice --------------------------------------------------------------------------


def test_coaching_comes_at_once_in_practice_only(kettle: Scenario) -> None:
    live = go(session(kettle, Mode.PRACTICE), "mend")
    live.continue_()
    assert live.phase is Phase.COACHING
    coaching = live.coaching
    assert coaching is not None and coaching.text == "Too soon."
    assert coaching.notes[0].turned and coaching.helping
    assert coaching.thinks == "I should have gone elsewhere."
    live.continue_()
    assert live.phase is Phase.LISTENING
    ranked = go(session(kettle), "mend")
    ranked.continue_()
    assert ranked.phase is Phase.LISTENING


def test_the_authors_why_goes_before_the_lesson(kettle: Scenario) -> None:
    live = go(session(kettle, Mode.PRACTICE), "shrug")
    coaching = live.coaching
    assert coaching is not None and not coaching.helping
    assert coaching.text == "A shrug tells them they are alone with it."


def test_a_misplaced_choice_does_not_count_as_helping(kettle: Scenario) -> None:
    live = go(session(kettle, Mode.PRACTICE), "hear", "mend", "2")
    coaching = live.coaching
    assert coaching is not None and coaching.misplaced and not coaching.helping


def test_back_in_practice(kettle: Scenario) -> None:
    journal = Notebook()
    live = settle(go(session(kettle, Mode.PRACTICE, journal=journal), "hear", "mend"))
    live.back()
    assert live.phase is Phase.LISTENING and live.attempt.moment.id == "talk"
    assert [t.choice for t in journal.taken] == ["hear"]
    live.back()
    with pytest.raises(NotAllowed, match="nothing to go back to"):
        live.back()


def test_no_way_back_in_a_ranked_attempt(kettle: Scenario) -> None:
    live = settle(go(session(kettle), "hear"))
    with pytest.raises(NotAllowed, match="practice"):
        live.back()
    assert len(live.attempt.actions) == 1


# --- time -------------------------------------------------------------------------------------------


def timed(kettle: Scenario, **more: object) -> Session:
    return settle(go(session(kettle, **more), "hear"))


def test_silence_is_taken_when_time_runs_out(kettle: Scenario) -> None:
    journal = Notebook()
    live = timed(kettle, journal=journal)
    assert not live.tick(19_999)
    assert live.tick(1)
    assert live.phase is Phase.REACTING and live.attempt.actions[-1].is_silence
    assert (journal.taken[-1].choice, journal.taken[-1].dwell_ms) == ("silence", 20_000)


def test_time_stands_still_in_a_pause_and_while_listening(kettle: Scenario) -> None:
    live = timed(kettle)
    live.tick(15_000)
    live.pause()
    assert not live.tick(60_000)
    live.resume()
    assert live.phase is Phase.CHOOSING and live.clock.elapsed_ms == 15_000
    fresh = go(session(kettle), "hear")
    fresh.continue_()
    assert not fresh.tick(60_000) and fresh.phase is Phase.LISTENING


def test_timers_can_be_stretched_and_switched_off(kettle: Scenario) -> None:
    assert timed(kettle, timers=2.0).clock.limit_ms == 40_000
    live = timed(kettle, timers=None)
    assert not live.tick(10**9) and live.phase is Phase.CHOOSING
    assert live.options[-1].number == 0, "silence is still there to be chosen"


def test_dwell_is_the_time_the_choices_stood(kettle: Scenario) -> None:
    journal = Notebook()
    live = settle(go(session(kettle, journal=journal)))
    live.tick(1200)
    live.choose("hear")
    settle(live)
    live.tick(300)
    live.choose("mend")
    assert [t.dwell_ms for t in journal.taken] == [1200, 300]


# --- going on ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", range(4))
def test_going_on_stands_exactly_where_it_was_left(kettle: Scenario, cut: int) -> None:
    choices = ("hear", "hear", "keep", "1")
    journal = Notebook()
    left = settle(go(session(kettle, journal=journal), *choices[:cut]))
    again = Session(kettle, left.begun, journal=journal, taken=tuple(journal.taken), is_kept=True)
    again.start()
    assert len(journal.begun) == 1, "it is not begun twice"
    settle(again)
    assert again.attempt.standing == left.attempt.standing
    assert [o[:2] for o in again.options] == [o[:2] for o in left.options]
    for choice in choices[cut:]:
        settle(go(again, choice))
    assert again.outcome is Outcome.PARTNERSHIP
    assert [t.index for t in journal.taken] == [0, 1, 2, 3]


def test_cut_short_after_the_last_action_it_only_has_to_end(kettle: Scenario) -> None:
    taken = [Taken(0, "counter", "hear", 1), Taken(1, "talk", "mend", 1), Taken(2, "close", "1", 1)]
    live = Session(kettle, begun(kettle), taken=taken, is_kept=True)
    live.start()
    live.listened()
    assert live.phase is Phase.ENDED


def test_actions_that_do_not_fit_are_refused(kettle: Scenario) -> None:
    with pytest.raises(ActionUnavailable):
        Session(kettle, begun(kettle), taken=[Taken(0, "counter", "gone", 1)], is_kept=True)


def test_an_attempt_begun_elsewhere_goes_on_from_there(kettle: Scenario) -> None:
    at = StartAt("talk", {"noor": {"trust": 60}}, ("knows_mother",))
    live = settle(go(session(kettle, at=at)))
    assert {o.action.id for o in live.options if o.is_open} == {"hear", "keep", "mend", "silence"}
