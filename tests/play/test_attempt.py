"""What can be chosen, in which order and why not; where an attempt stands; going back."""

from fractions import Fraction

import pytest

from game.play.attempt import Attempt
from game.play.lines import told_on
from game.play.start import StartAt, StartError
from game.rules.advance import ActionUnavailable
from game.scenario.library import compile_text
from game.scenario.model import Outcome, Scenario


def play(attempt: Attempt, *choices: str) -> Attempt:
    for choice in choices:
        action = attempt.find(choice)
        assert action is not None, choice
        attempt.act(action)
    return attempt


def shown(attempt: Attempt) -> dict[str, tuple[int | None, str | None]]:
    return {o.action.id: (o.number, o.locked_reason) for o in attempt.options()}


def test_order_is_drawn_from_the_seed_and_stays(kettle: Scenario) -> None:
    orders = {tuple(o.action.id for o in Attempt(kettle, seed=seed).options()) for seed in range(60)}
    assert len(orders) == 6
    attempt = Attempt(kettle, seed=3)
    first = [o.action.id for o in attempt.options()]
    play(attempt, "hear")
    attempt.back()
    assert [o.action.id for o in attempt.options()] == first


def test_order_is_the_same_on_every_machine(kettle: Scenario) -> None:
    """Recorded once: attempts that are gone on with on another machine must show the same numbers."""
    assert [o.action.id for o in Attempt(kettle, seed=7).options()] == ["mend", "shrug", "hear"]


def test_fixed_order_is_that_of_the_file(kettle: Scenario) -> None:
    for seed in range(5):
        attempt = play(Attempt(kettle, seed=seed), "hear", "mend")
        assert [o.action.id for o in attempt.options()] == ["1", "2"]


def test_available_ones_are_numbered_as_displayed_and_locked_ones_are_not(kettle: Scenario) -> None:
    attempt = play(Attempt(kettle, seed=1), "mend")
    options = attempt.options()
    assert [o.number for o in options if o.number] == [1, 2]
    assert options[-1].action.is_silence and options[-1].number == 0
    assert shown(attempt)["keep"] == (
        None,
        "needs something you have not heard or done yet and trust of 50 or more (now 40)",
    )
    assert "secret" not in shown(attempt), "a hidden one is not displayed until it is open"


def test_hidden_choice_appears_once_it_is_open(kettle: Scenario) -> None:
    attempt = Attempt(kettle, at=StartAt("talk", {"": {"trust": 90}}))
    assert shown(attempt)["secret"][0] is not None


def test_a_choice_is_offered_once_and_a_repeatable_one_again(kettle: Scenario) -> None:
    attempt = play(Attempt(kettle), "mend", "hear")
    assert shown(attempt)["hear"][0] is not None
    attempt = Attempt(kettle, at=StartAt("talk"))
    play(attempt, "silence")
    assert shown(attempt)["silence"][0] == 0


def test_what_was_said_is_shown_as_said(stairwell: Scenario) -> None:
    attempt = play(Attempt(stairwell), "wait")
    assert shown(attempt)["wait"] == (None, "already said")
    assert "wait" not in [action.id for action in attempt.choices()]
    assert [o.number for o in attempt.options() if o.number] == [1, 2, 3]
    attempt.back()
    assert shown(attempt)["wait"][0] is not None


def test_what_was_confided_on_the_way_shapes_what_is_said_next() -> None:
    text = """
format: 1
id: passing
title: Passing
customers: {ada: {name: Ada, tension: 40, trust: 50, loyalty: 40}}
start: hall
moments:
  hall:
    narrates: A hall.
    confides: [{says: I was here before., sets: [knows]}]
    otherwise: room
  room:
    says:
      - {when: knows, says: As you know.}
      - {when: not knows, says: As you cannot know.}
    choices: [{say: Yes., then: end}]
  end: {says: Good., ends: apathy}
"""
    scenario = compile_text(text, name="passing.yaml").scenario
    assert scenario is not None
    told = [said.text for visit in Attempt(scenario).visits() for said in told_on(scenario, visit)]
    assert told == ["A hall.", "I was here before.", "As you know."]


@pytest.mark.parametrize(
    ("choice", "message"),
    [("keep", "not available"), ("secret", "not available")],
)
def test_a_locked_choice_changes_nothing(kettle: Scenario, choice: str, message: str) -> None:
    attempt = play(Attempt(kettle), "mend")
    before = attempt.standing
    action = attempt.find(choice)
    assert action is not None
    with pytest.raises(ActionUnavailable, match=message):
        attempt.act(action)
    assert attempt.standing == before and attempt.transcript() == ["mend"]


def test_text_is_that_of_the_standing_on_arrival(kettle: Scenario) -> None:
    attempt = Attempt(kettle)
    assert attempt.text() == ("A kettle lands on the desk.", "It _leaks_. Again.")
    play(attempt, "hear")
    assert attempt.text() == ("So what now?", "I could look at it.", "It was my mother's kettle.")
    play(attempt, "hear")
    assert attempt.text() == ("So what now?", "I could look at it."), "what was confided is not said again"


def test_moments_passed_on_the_way_are_told_too(kettle: Scenario) -> None:
    attempt = play(Attempt(kettle), "shrug")
    told = [said.text for visit in attempt.visits() for said in told_on(kettle, visit)]
    assert told == ["People in the queue look up.", "You again.", "I could look at it."]


def test_a_complete_attempt_counts_points_sale_and_raw(kettle: Scenario) -> None:
    attempt = play(Attempt(kettle), "hear", "hear", "keep", "1")
    # points: 2 + 2 (tension 50) + 2 + 0 (tension 20: they had moved on); meters as the rules leave them
    assert attempt.outcome is Outcome.PARTNERSHIP
    assert attempt.meters() == {"noor": {"trust": 60, "loyalty": 40, "tension": 25}}
    assert (attempt.points, attempt.sale) == (6, 18)
    assert attempt.raw == Fraction(3 * 6 + 60 + 2 * 40 - 25 + 100)
    assert attempt.options() == () and attempt.choices() == ()


def test_raw_is_unknown_while_the_attempt_is_live(kettle: Scenario) -> None:
    assert play(Attempt(kettle), "hear").raw is None


def test_back_undoes_one_action_after_another(kettle: Scenario) -> None:
    attempt = Attempt(kettle)
    start = attempt.standing
    play(attempt, "hear", "keep" if shown(attempt).get("keep", (None,))[0] else "hear")
    assert attempt.back() is not None and attempt.transcript() == ["hear"]
    assert attempt.back() is not None and attempt.standing == start
    assert attempt.back() is None


def test_dead_end_is_void_and_has_no_result(stairwell: Scenario) -> None:
    attempt = play(Attempt(stairwell, recalled=["knows_mother"]), "loop")
    assert attempt.is_void and attempt.is_over
    assert attempt.outcome is None and attempt.raw is None


# --- starting elsewhere -----------------------------------------------------------------------------


def test_recalled_flags_shape_the_start(stairwell: Scenario) -> None:
    assert Attempt(stairwell).meters()["ada"]["trust"] == 50
    attempt = Attempt(stairwell, recalled=["knows_mother", "unheard_of"])
    assert attempt.meters()["ada"]["trust"] == 60
    assert shown(attempt)["trusted"][0] is not None


def test_start_elsewhere_keeps_what_is_not_given(kettle: Scenario) -> None:
    attempt = Attempt(kettle, at=StartAt("talk", {"noor": {"trust": 60}}, ("knows_mother",)))
    assert attempt.meters() == {"noor": {"trust": 60, "loyalty": 30, "tension": 70}}
    assert shown(attempt)["keep"][0] is not None


def test_entry_effects_of_the_first_moment_come_once(kettle: Scenario) -> None:
    attempt = Attempt(kettle, at=StartAt("scar"))
    assert attempt.meters()["noor"]["loyalty"] == 20


@pytest.mark.parametrize(
    ("at", "message"),
    [
        (StartAt("tlak"), 'did you mean "talk"'),
        (StartAt("content"), "ending"),
        (StartAt(None, {"noor": {"turst": 5}}), 'did you mean "trust"'),
        (StartAt(None, {"nour": {"trust": 5}}), 'did you mean "noor"'),
        (StartAt(None, {"noor": {"trust": 101}}), "from 0 to 100"),
        (StartAt(None, {}, ("knows_mothr",)), 'did you mean "knows_mother"'),
    ],
    ids=["moment", "ending", "meter", "customer", "value", "flag"],
)
def test_a_start_the_scenario_does_not_have(kettle: Scenario, at: StartAt, message: str) -> None:
    with pytest.raises(StartError, match=message):
        Attempt(kettle, at=at)


def test_a_bare_meter_is_refused_among_several_customers(stairwell: Scenario) -> None:
    with pytest.raises(StartError, match="several customers"):
        Attempt(stairwell, at=StartAt(None, {"": {"trust": 5}}))
