"""Rich text: emphasis, wrapping, and characters no font should see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens import richtext
from game.screens.richtext import Run


def measure(text: str, emphasised: bool) -> int:
    return 10 * len(text) + (1 if emphasised and text else 0)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("You _promised_ it.", ["You ", "*promised", " it."], id="a word"),
        pytest.param("_All of it._", ["*All of it."], id="all"),
        pytest.param("snake_case_name", ["snake_case_name"], id="inside a word"),
        pytest.param("a _ b _ c", ["a _ b _ c"], id="lone marks"),
        pytest.param("(_really_)?", ["(", "*really", ")?"], id="beside signs"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_emphasis(text: str, runs: list[str]) -> None:
    wanted = tuple(Run(part.removeprefix("*"), part.startswith("*")) for part in runs)
    assert richtext.runs_of(text) == wanted


@given(st.text(alphabet="ab _é\n—-.", max_size=80), st.integers(15, 300))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    block = richtext.wrap(text, width, measure)
    kept = "".join(run.text for line in block.lines for run in line.runs)
    assert kept.replace(" ", "") == richtext.plain(text).replace(" ", "").replace("\n", "")
    for line in block.lines:
        visible = sum(len(run.text.strip()) for run in line.runs)
        assert line.width <= width + 1 or visible <= 2 or len(line.runs) > 1


def test_a_word_longer_than_the_line_is_broken() -> None:
    block = richtext.wrap("incomprehensibilities", 60, measure)
    assert all(line.width <= 60 for line in block.lines)


@pytest.mark.parametrize("bad", ["a\0b", "a\x1b[31mb", "a\u202eb", "a\ud800b", "a\u200bb"])
def test_characters_a_font_cannot_take_are_left_out(bad: str) -> None:
    cleaned = richtext.clean(bad)
    assert cleaned[0] == "a" and cleaned[-1] == "b"
    assert all(ch.isprintable() for ch in cleaned)


def test_cutting_ends_in_an_ellipsis_that_fits() -> None:
    assert richtext.shorten("Maya Okafor of the North counter", 100, measure) == "Maya Okaf…"
    assert richtext.shorten("Maya", 100, measure) == "Maya"
