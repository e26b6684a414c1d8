"""Conditions: grammar, precedence, and the way back to text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.condition_parser import Group, MeterTest, Named, Negation, Tree, parse, unparse
from tests.scenario.helpers import ONE, TWO, codes, edited, load, scenario, with_choice


def holds(text: str, trust: int = 40, loyalty: int = 50, tension: int = 70, flags: int = 0) -> bool:
    """Whether a condition on the only choice holds; the flags are `a` (1), `b` (2) and `c` (4)."""
    setting = edited(with_choice(f"when: {text}"), ("start:", "remembers: [a, b, c]\nstart:"))
    loaded = load(setting)
    assert loaded.scenario is not None, loaded.findings
    condition = loaded.scenario.moments[0].choices[0].when
    assert condition is not None
    return condition.test((trust, loyalty, tension), flags, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trust >= 40", True),
        ("trust > 40", False),
        ("trust<=40", True),
        ("tension < 70", False),
        ("loyalty == 50", True),
        ("loyalty != 50", False),
        ("not a", True),
        ("not a and b", False),
        ("not (a and b)", True),
        ("a or not b and trust == 40", True),
        ("(a or not b) and trust == 41", False),
        ("not not a", False),
        ("maya.trust >= 40", True),
        ("maya.gone", False),
    ],
)
def test_condition_holds(text: str, expected: bool) -> None:
    assert holds(text) is expected


@pytest.mark.parametrize("flags", range(8))
def test_and_binds_before_or(flags: int) -> None:
    a, b, c = (bool(flags & bit) for bit in (1, 2, 4))
    assert holds("a or b and c", flags=flags) is (a or (b and c))
    assert holds("a and b or c", flags=flags) is ((a and b) or c)
    assert holds("not a or b", flags=flags) is ((not a) or b)


@pytest.mark.parametrize(
    ("text", "message", "start"),
    [
        ("", "ends too early", 0),
        ("trust >=", "a whole number is missing", 6),
        ("trust >= -5", "is not expected|a whole number is missing", 9),
        ("trust >= 1000000000000", "a whole number is missing", 9),
        ("a b", '"and" or "or" is missing before "b"', 2),
        ("a and", "ends too early", 4),
        ("a)", '"\\)" is not expected here', 1),
        ("a && b", '"&&" is no comparison', 2),
        ("!a", '"!" is no comparison', 0),
        ("patience > 5", '"patience" is not a meter', 0),
        ("gone", "needs a customer", 0),
        ("true", "is not a condition", 0),
        ("maya.bo.b", "is not a name", 0),
        ("kept-promise", "is not a name", 0),
        ("(" * 60 + "a" + ")" * 60, "nested deeper than 50", 50),
        ("not " * 60 + "a", "nested deeper than 50", 200),
    ],
)
def test_problem_has_its_place(text: str, message: str, start: int) -> None:
    tree, problems = parse(text)
    assert tree is None
    assert len(problems) == 1
    assert re.search(message, problems[0].message)
    assert problems[0].start == start


def test_place_is_mapped_into_the_file() -> None:
    for written, column in (("a or trust = 5", 26), ('"a or trust = 5"', 27), ("'a or trust = 5'", 27)):
        found = load(with_choice(f"when: {written}")).findings
        assert [(f.code, f.span.column) for f in found] == [("M224", column)]


def test_place_in_a_folded_condition_is_its_start() -> None:
    text = with_choice("when: >\n          a or\n          trust = 5")
    assert [(f.code, f.span.line, f.span.column) for f in load(text).findings] == [("M224", 12, 15)]


def test_traits_are_known_before_play() -> None:
    text = with_choice("when: priya.hurried and not maya.hurried and maya.trust > 30", TWO)
    condition = scenario(text).moments[0].choices[0].when
    assert condition is not None
    assert str(condition.tree) == "Compare(meter=0, op='>', value=30)"


def test_customers_are_told_apart() -> None:
    condition = scenario(with_choice("when: priya.tension > 50 or maya.gone", TWO)).moments[0].choices[0].when
    assert condition is not None
    assert condition.test((0, 0, 0, 0, 0, 51), 0, 0)
    assert not condition.test((0, 0, 99, 0, 0, 50), 0, 2)
    assert condition.test((0, 0, 0, 0, 0, 0), 0, 1)


def test_flag_that_is_only_read_is_a_warning_and_compiles() -> None:
    loaded = load(with_choice("when: not quoted_terms"))
    assert [f.code for f in loaded.findings] == ["M305"]
    assert loaded.scenario is not None
    assert loaded.scenario.flags == ("quoted_terms",)


def test_flag_after_a_customer_is_explained() -> None:
    found = load(edited(with_choice("when: maya.told"), ("start:", "remembers: [told]\nstart:"))).findings
    assert ("M306", 'flags stand alone: write "told"') in [(f.code, f.help) for f in found]


def names() -> st.SearchStrategy[str]:
    return st.sampled_from(["a", "kept_promise", "x1"])


def trees() -> st.SearchStrategy[Tree]:
    owner = st.sampled_from(["", "maya"])
    meter = st.builds(
        MeterTest,
        owner,
        st.sampled_from(["trust", "loyalty", "tension"]),
        st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
        st.integers(0, 100),
        st.just(0),
        st.just(0),
    )
    leaf = st.one_of(meter, st.builds(Named, owner, names(), st.just(0), st.just(0)))
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(Negation, inner),
            st.builds(Group, st.booleans(), st.lists(inner, min_size=2, max_size=3).map(tuple)),
        ),
        max_leaves=8,
    )


def without_places(tree: Tree) -> object:
    match tree:
        case MeterTest(owner, meter, op, value):
            return (owner, meter, op, value)
        case Named(owner, name):
            return (owner, name)
        case Negation(part):
            return ("not", without_places(part))
        case Group(every, parts):
            return (every, *map(without_places, parts))
    raise TypeError(tree)


@given(trees())
def test_what_is_printed_is_read_back(tree: Tree) -> None:
    text = unparse(tree)
    if len(text) > 500:
        return
    back, problems = parse(text)
    assert problems == []
    assert back is not None
    assert without_places(back) == without_places(tree)
    assert unparse(back) == text


@given(st.text(max_size=60))
def test_any_text_gives_a_tree_or_a_problem(text: str) -> None:
    tree, problems = parse(text)
    assert (tree is None) == bool(problems)
    assert all(0 <= p.start <= p.end <= max(len(text), 1) for p in problems)


def test_always_and_never() -> None:
    assert codes(with_choice("when: trust >= 0")) == ["M227"]
    assert codes(with_choice("when: trust == 100")) == []
    assert codes(ONE) == []
