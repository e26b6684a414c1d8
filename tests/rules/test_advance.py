"""Each rule of what happens when an action is taken, by itself."""

from __future__ import annotations

import pytest

from game.rules.advance import ActionUnavailable, advance, begin, begin_at
from game.rules.standing import VOID, Acted, Entered, Finished, WalkedOut, outcome
from game.scenario.model import Outcome
from tests.rules.small import TWO, action, meters, open_ids, play, scenario


def test_effects_of_all_behaviours_and_the_choice_are_summed_and_clamped_once() -> None:
    where = scenario("""
a:
  says: Hm.
  choices:
    - {say: x, shows: [calm-down, snap], effects: {trust: 70, loyalty: -60}, then: b}
b: {says: Well., choices: [{say: y, then: good}]}
""")
    standing, (_, events) = play(where, "1")
    # trust 50 + 5 - 10 + 70 = 115 -> 100: clamping after each part would give 95 or less
    assert meters(standing) == (100, 0, 35)
    acted = events[0]
    assert isinstance(acted, Acted)
    assert (acted.before, acted.after, acted.points) == ((50, 50, 50), (100, 0, 35), 1)


def test_behaviours_are_judged_in_the_standing_before_the_action() -> None:
    where = scenario(
        """
a:
  says: Hm.
  choices:
    - {say: both, shows: [calm-down, fix], then: good}
    - {say: calm, shows: [calm-down], then: b}
b: {says: Hm., choices: [{say: fix, shows: [fix], then: good}]}
""",
        customers="  ann: {name: Ann, trust: 50, loyalty: 50, tension: 70}",
    )
    # together the fix comes too soon, though calming alone would have brought tension to 55
    assert meters(play(where, "1")[0]) == (55, 50, 60)
    assert meters(play(where, "2", "1")[0]) == (65, 50, 55)


def test_points_and_sale_count_only_the_first_time_and_effects_every_time() -> None:
    where = scenario("""
a:
  says: Hm.
  choices:
    - {say: again, shows: [calm-down], sale: 7, repeat: true, then: a}
    - {say: on, then: good}
""")
    standing, events = play(where, "1", "1")
    first, second = events[1][0], events[2][0]
    assert isinstance(first, Acted)
    assert isinstance(second, Acted)
    assert (first.points, first.sale, second.points, second.sale) == (2, 7, 0, 0)
    assert meters(standing) == (60, 50, 20)


def test_a_choice_is_used_up_and_silence_never_is() -> None:
    where = scenario("""
a:
  says: Hm.
  seconds: 10
  silence: {then: a}
  choices:
    - {say: once, then: a}
    - {say: on, then: good}
""")
    standing, _ = play(where, "silence", "1", "silence")
    assert open_ids(where, standing) == ["2", "silence"]
    with pytest.raises(ActionUnavailable):
        advance(where, standing, action(where, standing, "1"))


def test_a_misplaced_choice_keeps_only_its_own_effects_and_loses_one_point() -> None:
    where = scenario("""
a:
  says: Hm.
  choices:
    - {say: x, shows: [calm-down, fix], misplaced: true, why: Not now., effects: {loyalty: -5}, then: good}
""")
    standing, events = play(where, "1")
    assert meters(standing) == (50, 45, 50)
    assert events[1][0].points == -1  # type: ignore[union-attr]


def test_sets_come_before_clears_and_both_before_then() -> None:
    where = scenario("""
a:
  says: Hm.
  choices:
    - {say: x, sets: [f, g], clears: [f], then: [{when: f, to: bad}, {when: g, to: good}, {to: bad}]}
""")
    assert play(where, "1")[0].ended is Outcome.PARTNERSHIP


def test_then_is_decided_by_the_meters_after_the_action() -> None:
    where = scenario("""
a:
  says: Hm.
  choices: [{say: x, effects: {trust: 5}, then: [{when: trust >= 55, to: good}, {to: bad}]}]
""")
    assert play(where, "1")[0].ended is Outcome.PARTNERSHIP


@pytest.mark.parametrize("effect", ["trust: -50", "tension: 50"], ids=["no trust left", "tension at 100"])
def test_walking_out_goes_before_then_and_to_the_customers_own_moment(effect: str) -> None:
    where = scenario(
        f"""
a: {{says: Hm., choices: [{{say: x, effects: {{{effect}}}, then: good}}]}}
out: {{says: Bye., ends: apathy}}
""",
        customers="  ann: {name: Ann, trust: 50, loyalty: 50, tension: 50, walkout: out}",
    )
    standing, events = play(where, "1")
    assert standing.ended is Outcome.APATHY
    assert standing.gone == 1
    assert WalkedOut(0) in events[1]


def test_without_a_moment_of_their_own_a_walk_out_ends_as_departure() -> None:
    where = scenario("a: {says: Hm., choices: [{say: x, effects: {trust: -50}, then: good}]}")
    standing, events = play(where, "1")
    assert outcome(standing) is Outcome.DEPARTURE
    assert not any(isinstance(event, Entered) for event in events[1])
    assert open_ids(where, standing) == []


def test_one_short_of_the_limit_nobody_leaves() -> None:
    where = scenario("a: {says: Hm., choices: [{say: x, effects: {trust: -49, tension: 49}, then: good}]}")
    assert play(where, "1")[0].ended is Outcome.PARTNERSHIP


GROUP = """
a:
  speaker: ann
  says: Hm.
  choices:
    - {say: both, effects: {ann.trust: -50, bob.tension: 60}, then: good}
b:
  speaker: bob
  says: Hm.
  choices: [{say: on, effects: {ann.trust: 30, bob.trust: 5}, then: good}]
"""
LEAVING = "  ann: {name: Ann, trust: 50, loyalty: 50, tension: 50, walkout: b}\n" + TWO.split("\n")[1]


def test_a_second_one_at_the_limit_walks_out_after_the_next_action() -> None:
    where = scenario(GROUP, customers=LEAVING)
    standing, _ = play(where, "1")
    assert (standing.gone, standing.ended) == (1, None)
    standing, events = play(where, "1", "1")
    assert standing.gone == 3
    assert outcome(standing) is Outcome.DEPARTURE
    assert WalkedOut(1) in events[2]


def test_whoever_left_keeps_the_meters_they_left_with() -> None:
    where = scenario(GROUP, customers=LEAVING)
    standing, _ = play(where, "1", "1")
    assert meters(standing, 0) == (0, 50, 50)
    assert meters(standing, 1) == (45, 40, 100)


def test_bare_meters_are_those_of_whom_the_choice_is_aimed_at() -> None:
    where = scenario(
        """
a:
  speaker: ann
  says: Hm.
  choices:
    - {say: x, toward: bob, shows: [calm-down], effects: {loyalty: 5, ann.tension: 10}, then: good}
""",
        customers=TWO,
    )
    standing, _ = play(where, "1")
    assert meters(standing, 0) == (50, 50, 60)
    assert meters(standing, 1) == (45, 45, 25)


@pytest.mark.parametrize(
    ("before", "effects", "after"),
    [
        ((50, 50, 50), "{trust: -10, loyalty: -60, tension: 10}", (40, 0, 60)),
        ((5, 50, 95), "{trust: -10, tension: 10}", (1, 50, 99)),
        ((0, 50, 100), "{trust: -10, tension: 10}", (0, 50, 100)),
        ((0, 50, 100), "{trust: 10, tension: -10}", (10, 50, 90)),
    ],
    ids=["plain", "short of the limit", "at the limit already", "away from it"],
)
def test_a_moments_own_effects_scar_but_make_nobody_walk_out(
    before: tuple[int, ...], effects: str, after: tuple[int, ...]
) -> None:
    where = scenario(f"a: {{says: Hm., effects: {effects}, choices: [{{say: x, then: good}}]}}")
    standing, events = begin_at(where, 0, before)
    assert standing.meters == after
    assert standing.ended is None
    assert events == [Entered(0, before, after, ())]


def test_effects_on_entry_hold_at_the_start_and_on_every_return() -> None:
    where = scenario("""
a:
  says: Hm.
  effects: {loyalty: -5}
  choices: [{say: x, repeat: true, then: a}, {say: y, then: good}]
""")
    assert meters(play(where)[0]) == (50, 45, 50)
    assert meters(play(where, "1", "1")[0]) == (50, 35, 50)


def test_confidences_follow_each_other_and_are_not_repeated() -> None:
    where = scenario("""
a:
  says: Hm.
  effects: {trust: 10}
  confides:
    - {when: trust >= 60, says: One., sets: [one]}
    - {when: one, says: Two., sets: [two]}
    - {when: not one, says: Never.}
  choices: [{say: x, repeat: true, then: a}, {say: y, then: good}]
""")
    standing, events = play(where, "1")
    said = [
        [line.text for c in e.confided for line in c.lines]
        for es in events
        for e in es
        if isinstance(e, Entered)
    ]
    assert said == [["One.", "Two."], []]
    assert where.flag_names(standing.flags) == ("one", "two")


def test_a_moment_without_an_open_choice_is_passed_on_through() -> None:
    where = scenario("""
a: {says: Hm., choices: [{say: x, then: b}]}
b:
  says: Passing.
  effects: {loyalty: 5}
  choices: [{say: never, when: trust > 90, then: bad}]
  otherwise: [{when: loyalty >= 55, to: good}, {to: bad}]
""")
    standing, events = play(where, "1")
    assert standing.ended is Outcome.PARTNERSHIP
    assert [e.moment for e in events[1] if isinstance(e, Entered)] == [1, where.moment_index["good"]]


@pytest.mark.parametrize(
    "moments",
    [
        "b: {says: Hm., choices: [{say: y, when: trust > 90, then: good}]}",
        "b: {narrates: Round, otherwise: c}\nc: {narrates: and round., otherwise: b}",
    ],
    ids=["no choice and no way on", "the same moment with the same flags twice"],
)
def test_a_dead_end_is_void_and_loses_nothing(moments: str) -> None:
    where = scenario("a: {says: Hm., choices: [{say: x, shows: [fix], then: b}]}\n" + moments)
    standing, events = play(where, "1")
    assert standing.ended == VOID
    assert outcome(standing) is None
    assert events[1][-1] == Finished(VOID)
    assert meters(standing) == (60, 50, 50)


def test_starts_apply_in_order_before_the_first_moment() -> None:
    head = """\
starts:
  - {when: kept, effects: {trust: 45}}
  - {when: trust > 90, effects: {loyalty: 20, trust: 10}}
recalls: {other: [kept]}"""
    where = scenario(
        "a: {says: Hm., effects: {trust: -5}, choices: [{say: x, when: kept, then: good}, {say: y, then: bad}]}",
        head=head,
    )
    assert meters(begin(where)[0]) == (45, 50, 50)
    recalled, _ = begin(where, ["kept", "unknown_elsewhere"])
    assert meters(recalled) == (95, 70, 50)
    assert open_ids(where, recalled) == ["1", "2"]


def test_an_action_of_another_moment_or_a_locked_one_is_refused() -> None:
    where = scenario("""
a: {says: Hm., choices: [{say: x, then: b}, {say: locked, when: trust > 90, then: good}]}
b: {says: Hm., choices: [{say: y, then: good}]}
""")
    standing, _ = begin(where)
    with pytest.raises(ActionUnavailable, match="'2'"):
        advance(where, standing, action(where, standing, "2"))
    with pytest.raises(ActionUnavailable):
        advance(where, standing, where.moments[1].choices[0])
    over, _ = play(where, "1", "1")
    with pytest.raises(ActionUnavailable):
        advance(where, over, where.moments[1].choices[0])
