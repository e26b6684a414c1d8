"""What a scenario compiles to: layouts, reactions, defaults and hashes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from game.scenario.load import compile_text
from game.scenario.model import Action, Lean, Mood, Outcome, Reaction
from tests.scenario.helpers import ONE, SMALL_PLAYBOOK, TWO, codes, edited, load, scenario, with_choice


def only_choice(extra: str, base: str = ONE) -> Action:
    return scenario(with_choice(extra, base)).moments[0].choices[0]


def test_smallest_scenario_takes_the_defaults() -> None:
    found = scenario(ONE)
    moment = found.moments[0]
    choice = moment.choices[0]
    assert (found.level, found.playbook.id, found.start, found.flags) == (1, "small", 0, ())
    assert (moment.speaker, [rule.mood for rule in moment.moods]) == ("maya", [Mood.CALM])
    assert (choice.id, choice.place, choice.index, choice.bit) == ("1", 1, 0, 1)
    assert (choice.repeat, choice.locked_hidden, choice.sale, choice.totals) == (False, False, 0, (0, 0, 0))
    assert [(b.when, b.to) for b in choice.then] == [(None, 1)]
    assert found.moments[1].ends is Outcome.PARTNERSHIP
    assert found.customers[0].walkout is None
    assert found.customers[0].portrait == "maya"


def test_behaviours_that_depend_keep_their_reactions_in_order() -> None:
    choice = only_choice("shows: [solve-problem, acknowledge-feeling]")
    first, second = choice.shows
    assert choice.totals is None
    assert [(r.deltas, r.points) for r in first.reactions] == [((0, 0, 5), 0), ((10, 0, -10), 2)]
    assert first.reactions[0].lesson == "The problem was mended before the customer was."
    assert first.reactions[-1].when is None
    assert second.reactions == (Reaction(None, (5, 0, -15), 2, "It was said out loud."),)


def test_totals_are_known_where_nothing_depends() -> None:
    choice = only_choice("shows: [acknowledge-feeling, policy-speak]\n        effects: {loyalty: -5}")
    assert (choice.totals, choice.points) == ((-5, -5, -15), 0)


def test_a_trait_decides_before_play() -> None:
    choice = only_choice("toward: priya\n        shows: [solve-problem]", TWO)
    assert choice.toward == 1
    assert choice.totals == (0, 0, 0, 5, 0, 0)
    assert choice.points == 1
    assert choice.shows[0].reactions[0].lesson == "It was mended in haste."


def test_misplaced_choice_has_its_own_effects_and_loses_a_point() -> None:
    choice = only_choice(
        "misplaced: true\n        why: Too late.\n        shows: [acknowledge-feeling]\n        effects: {trust: -5}"
    )
    assert (choice.totals, choice.points, choice.misplaced) == ((-5, 0, 0), -1, True)
    assert choice.shows[0].behaviour == "acknowledge-feeling"
    assert choice.shows[0].reactions == (Reaction(None, (0, 0, 0), 0, "It was said out loud."),)


def test_effects_name_another_customer() -> None:
    choice = only_choice("effects: {trust: 5, priya.tension: -20}", TWO)
    assert choice.totals == (5, 0, 0, 0, 0, -20)


def test_silence_comes_after_the_choices_of_its_moment() -> None:
    timed = edited(
        ONE,
        ("    choices:", "    seconds: 25\n    silence: {shows: [policy-speak], then: thanks}\n    choices:"),
    )
    found = scenario(timed)
    moment = found.moments[0]
    assert moment.seconds == 25
    assert moment.silence is not None and moment.silence.is_silence
    assert [a.id for a in moment.actions] == ["1", "silence"]
    assert [a.index for a in found.actions] == [0, 1]
    assert (moment.silence.totals, moment.silence.points, moment.silence.repeat) == ((-10, 0, 0), -2, True)


def test_moment_passes_its_way_on_to_choices_without_one() -> None:
    text = edited(
        ONE, ("        then: thanks\n", "    then: [{when: trust > 50, to: arrives}, {to: thanks}]\n")
    )
    assert [branch.to for branch in scenario(text).moments[0].choices[0].then] == [0, 1]


def test_lines_speakers_and_replies() -> None:
    said = "says: [{says: One., when: maya.trust > 5}, {speaker: iris, mood: happy, says: Two.}]"
    text = edited(TWO, ("says: Where is it?", said))
    text = with_choice("reply: {speaker: priya, mood: upset, says: Three.}", text)
    moment = scenario(text).moments[0]
    assert [(line.speaker, line.text, line.mood) for line in moment.says] == [
        ("maya", "One.", None),
        ("iris", "Two.", Mood.HAPPY),
    ]
    assert moment.says[0].when is not None
    reply = moment.choices[0].reply
    assert [(line.speaker, line.text, line.mood) for line in reply] == [("priya", "Three.", Mood.UPSET)]


def test_confidences_set_flags_and_moods_end_in_one_that_holds() -> None:
    text = edited(
        ONE,
        (
            "    choices:",
            "    mood: [{when: trust > 60, mood: happy}]\n"
            "    confides: [{when: trust >= 55, says: Nuts., sets: [nuts]}, {sets: [seen]}]\n"
            "    effects: {loyalty: -10}\n    choices:",
        ),
    )
    found = scenario(text)
    moment = found.moments[0]
    assert [c.sets for c in moment.confides] == [1, 2]
    assert found.flag_names(3) == ("nuts", "seen")
    assert [(rule.when is None, rule.mood) for rule in moment.moods] == [(False, "happy"), (True, "calm")]
    assert moment.effects == (0, -10, 0)


def test_walkout_starts_recalls_and_remembers() -> None:
    text = edited(
        ONE,
        ("loyalty: 50}", "loyalty: 50, walkout: thanks}"),
        (
            "start: arrives",
            "starts: [{when: kept, effects: {trust: 15}}]\nrecalls: {other: [kept]}\nstart: arrives",
        ),
    )
    found = scenario(text + "remembers: [kept]\n")
    assert found.customers[0].walkout == 1
    assert found.recalls == {"other": ("kept",)}
    assert found.remembers == ("kept",)
    assert [(s.deltas, s.when is None) for s in found.starts] == [((15, 0, 0), False)]


def test_cast_as_speaker_leaves_choices_aimed_at_the_first_customer() -> None:
    choice = scenario(edited(TWO, ("speaker: maya", "speaker: iris"))).moments[0].choices[0]
    assert choice.toward == 0


def test_moment_that_names_everyone_needs_no_speaker() -> None:
    text = edited(
        TWO,
        ("    speaker: maya\n    says: Where is it?", "    narrates: They look up."),
        ("        then: thanks", "        toward: priya\n        then: thanks"),
    )
    assert scenario(text).moments[0].choices[0].toward == 1


@pytest.mark.parametrize("written", ["12:30", "No", "1.10", "~", "null", "0x1F", "2024-01-01", "'42'"])
def test_any_scalar_is_text(written: str) -> None:
    text = edited(ONE, ("title: Example", f"title: {written}"), ("Where is it?", written))
    found = scenario(text)
    assert found.title == written.strip("'")
    assert found.moments[0].says[0].text == written.strip("'")


def test_playbook_defaults_and_weights() -> None:
    playbook = scenario(ONE).playbook
    assert playbook.weights.loyalty == Fraction(2)
    assert playbook.weights.outcomes[Outcome.DEPARTURE] == Fraction(-60)
    assert (playbook.bands.passing, playbook.bands.gold) == (60, 90)
    assert playbook.behaviours["solve-problem"].lean is Lean.NEITHER
    assert not playbook.behaviours["policy-speak"].helps


HASHED = edited(ONE, ("    choices:", "    mood: worried\n    choices:"))


@pytest.mark.parametrize(
    "same",
    [
        edited(HASHED, ("title: Example", "# a comment\ntitle:   'Example'   # more")),
        edited(HASHED, ("title: Example\n", ""), ("start: arrives\n", "start: arrives\ntitle: Example\n")),
        HASHED.replace("\n", "\r\n"),
        "\ufeff" + HASHED,
        edited(HASHED, ("{name: Maya, tension: 70,", "{tension: 70, name: Maya,")),
        edited(
            HASHED, ("        then: thanks", "        repeat: false\n        sale: 0\n        then: thanks")
        ),
    ],
    ids=["comments and quotes", "order of keys", "crlf", "bom", "order in braces", "defaults written out"],
)
def test_layout_does_not_change_the_hashes(same: str) -> None:
    first, second = scenario(HASHED), scenario(same)
    assert (first.content_hash, first.rules_hash) == (second.content_hash, second.rules_hash)


@pytest.mark.parametrize(
    ("edit", "rules_differ"),
    [
        (("Where is it?", "Where was it?"), False),
        (("name: Maya", "name: Mira"), False),
        (("title: Example", "title: Another"), False),
        (("mood: worried", "mood: upset"), False),
        (("tension: 70", "tension: 65"), True),
        (("        then: thanks", "        shows: [policy-speak]\n        then: thanks"), True),
        (("        then: thanks", "        id: go\n        then: thanks"), True),
        (("        then: thanks", "        sets: [told]\n        then: thanks"), True),
        (("ends: partnership", "ends: satisfaction"), True),
    ],
    ids=lambda value: value[1].strip() if isinstance(value, tuple) else "",
)
def test_hashes_tell_texts_from_rules(edit: tuple[str, str], rules_differ: bool) -> None:
    first, second = scenario(HASHED), scenario(edited(HASHED, edit))
    assert first.content_hash != second.content_hash
    assert (first.rules_hash != second.rules_hash) is rules_differ


def test_order_of_customers_is_part_of_the_rules() -> None:
    maya, priya = (line for line in TWO.splitlines(keepends=True) if "{name: " in line and "cast" not in line)
    swapped = edited(TWO, (maya + priya, priya + maya))
    assert scenario(TWO).rules_hash != scenario(swapped).rules_hash


def test_playbook_is_part_of_the_hashes() -> None:
    other = SMALL_PLAYBOOK.replace("points: -2", "points: -3")
    changed = compile_text(ONE, name="example", playbook_text=other).scenario
    assert changed is not None
    assert changed.rules_hash != scenario(ONE).rules_hash


def test_all_mistakes_are_found_at_once() -> None:
    text = edited(
        with_choice("shows: [solve-porblem]\n        sale: -3\n        when: trust > > 5"),
        ("start: arrives", "start: arrive\nunknown: 1"),
        ("then: thanks", "then: thnaks"),
        ("tension: 70", "tension: 700"),
    )
    assert sorted(codes(text)) == ["M201", "M206", "M206", "M224", "M301", "M301", "M302"]


@pytest.mark.parametrize(
    ("name", "found"), [("May", ["M210"]), ("m-a", ["M210"]), ("trust", ["M211"]), ("not", ["M211"])]
)
def test_a_wrong_name_of_the_only_customer_is_the_only_mistake_found(name: str, found: list[str]) -> None:
    text = with_choice("shows: [acknowledge-feeling]\n        effects: {trust: 5}\n        when: trust > 3")
    text += "starts: [{effects: {loyalty: 1}}]\n"
    assert codes(edited(text, ("  maya:", f"  {name}:"))) == found


def test_a_scenario_without_customers_is_still_read_to_its_end() -> None:
    text = with_choice("shows: [acknowledge-feeling]\n        effects: {trust: 5}")
    without = edited(text, ("customers:\n  maya: {name: Maya, tension: 70, trust: 40, loyalty: 50}\n", ""))
    assert codes(edited(without, ("then: thanks", "then: nowhere"))) == ["M202", "M301"]


def test_near_name_comes_with_its_line() -> None:
    found = load(edited(ONE, ("then: thanks", "then: thnaks"))).findings
    assert [f.help for f in found] == ['did you mean "thanks" (line 13)?']


def test_reading_stops_at_another_format() -> None:
    assert codes("format: 2\nanything: else\n") == ["M213"]


def test_moment_effects_are_its_speakers() -> None:
    text = edited(
        TWO, ("    speaker: maya", "    speaker: priya\n    effects: {trust: -5, maya.tension: 10}")
    )
    moment = scenario(text).moments[0]
    assert moment.effects == (0, 0, 10, -5, 0, 0)
    assert moment.choices[0].toward == 1


def test_flag_that_only_a_line_reads_renumbers_the_proofs() -> None:
    told = with_choice("sets: [told]")
    heard = edited(told, ("says: Where is it?", "says: [{when: not heard, says: Where is it?}]"))
    read_only = load(heard).scenario
    assert read_only is not None and read_only.flags == ("told", "heard")
    assert read_only.rules_hash != scenario(told).rules_hash


@pytest.mark.parametrize("id", ["2", "silence", "007"])
def test_choice_id_that_means_something_else(id: str) -> None:
    assert codes(with_choice(f"id: '{id}'")) == ["M215"]


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (("tension: 70", "tension: 0"), []),
        (("tension: 70", "tension: 100"), []),
        (("tension: 70", "tension: -1"), ["M206"]),
        (("tension: 70", "tension: 101"), ["M206"]),
        (("loyalty: 50}", "loyalty: 50, influence: 1}"), []),
        (("loyalty: 50}", "loyalty: 50, influence: 0.5}"), []),
        (("loyalty: 50}", "loyalty: 50, influence: 100}"), []),
        (("loyalty: 50}", "loyalty: 50, influence: 0}"), ["M206"]),
        (("loyalty: 50}", "loyalty: 50, influence: 101}"), ["M206"]),
        (("        then", "        sale: 0\n        then"), []),
        (("        then", "        sale: -1\n        then"), ["M206"]),
        (("        then", "        effects: {trust: 100, tension: -100}\n        then"), []),
        (("        then", "        effects: {trust: 101, tension: -101}\n        then"), ["M206", "M206"]),
        (("    choices:", "    seconds: 600\n    silence: {then: thanks}\n    choices:"), []),
        (("    choices:", "    seconds: 601\n    silence: {then: thanks}\n    choices:"), ["M206"]),
        (("    choices:", "    seconds: 0\n    silence: {then: thanks}\n    choices:"), ["M206"]),
        (("tension: 70", "tension: 70.0"), ["M205"]),
        (("tension: 70", "tension: 99999999999999999999"), ["M205"]),
    ],
    ids=lambda value: value[1].strip().split("\n")[0] if isinstance(value, tuple) else "",
)
def test_bounds_of_numbers(edit: tuple[str, str], found: list[str]) -> None:
    assert codes(edited(ONE, edit)) == found


def test_clearing_a_flag_is_not_setting_it() -> None:
    assert codes(with_choice("clears: [kept_promise]") + "remembers: [kept_promise]\n") == ["M311"]
    assert codes(with_choice("sets: [kept_promise]") + "remembers: [kept_promise]\n") == []
