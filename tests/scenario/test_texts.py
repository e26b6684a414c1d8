"""Texts: the typeface's table, the grade, and what is and is not warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from game.scenario.load import compile_text, load_scenario
from game.scenario.readability import grade, syllables
from game.scenario.typeface import COVERAGE, first_missing
from tests.scenario.helpers import ONE, SMALL_PLAYBOOK, edited, with_choice

ROOT = Path(__file__).parent.parent.parent
FONTS = sorted((ROOT / "assets" / "fonts").glob("*.ttf"))
LEVELS = sorted(path for path in (ROOT / "scenarios").glob("*.yaml") if path.name != "campaign.yaml")


def codes(text: str) -> list[str]:
    loaded = compile_text(text, name="example", playbook_text=SMALL_PLAYBOOK, texts=True)
    return [finding.code for finding in loaded.findings]


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_the_table_is_what_the_font_can_draw(path: Path) -> None:
    drawn = {code for code in TTFont(path).getBestCmap() if code >= 32}
    assert {code for low, high in COVERAGE for code in range(low, high + 1)} == drawn


@pytest.mark.parametrize(
    ("text", "place"), [("", None), ("Plain.", None), ("a\nb – Łódź “ok” €5", None), ("a → b", 2), ("日", 0)]
)
def test_first_character_that_cannot_be_drawn(text: str, place: int | None) -> None:
    assert first_missing(text) == place


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cake", 1),
        ("I'm", 1),
        ("table", 2),
        ("promised", 2),
        ("waited", 2),
        ("customer", 3),
        ("partnership", 3),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_grade_of_a_sentence_counted_by_hand() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59
    reads_at, words = grade(["The cat sat on the mat."])
    assert (round(reads_at, 2), words) == (-1.45, 6)


@pytest.mark.parametrize(
    "text",
    [
        "It's snake_case and _fine_.",
        "She said _I will not_, twice.",
        "Sign here: ____ and there: ____",
        "Two * three * four",
        "It's “my” order",
        "5 < 6 and 7 > 3",
    ],
)
def test_what_is_no_mistake_is_not_warned_of(text: str) -> None:
    quoted = text.replace('"', '\\"')
    assert codes(edited(ONE, ("Where is it?", f'"{quoted}"'))) == []


def test_choices_alike_that_are_never_on_offer_together_are_let_be() -> None:
    other = "when: told\n        then: thanks\n      - say: I'm on it!\n        when: not told\n        sets: [told]"
    assert codes(with_choice(other)) == []


def test_a_comment_that_is_meant_as_one_cuts_nothing_off() -> None:
    assert codes(edited(ONE, ("Where is it?", "Where is it?  # first words"))) == []
    assert codes(edited(ONE, ("Where is it?", '"Where is #4512?" # first words'))) == []


@pytest.mark.parametrize("path", LEVELS, ids=lambda path: path.stem)
def test_shipped_levels_are_without_findings(path: Path) -> None:
    assert [finding.message for finding in load_scenario(path, texts=True).findings] == []
