"""Which names a player or a team can have, and which are the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

from game.records.errors import BadName
from game.records.names import clean_name, fold_name
from tests.records.making_attempts import ROOT


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("  Ana  ", "Ana", id="trimmed"),
        pytest.param("Zoe\u0308", "Zoë", id="composed"),
        pytest.param("Ana   María", "Ana María", id="one-blank"),
        pytest.param("Ana\u00a0B", "Ana B", id="no-break-space"),
        pytest.param("日本 太郎", "日本 太郎", id="japanese"),
        pytest.param("نام\u200cها", "نام\u200cها", id="persian-joiner"),
        pytest.param("O'Brien-Smith 3.", "O'Brien-Smith 3.", id="punctuation"),
        pytest.param("x" * 40, "x" * 40, id="longest"),
        pytest.param("e\u0301" * 40, "é" * 40, id="length-is-counted-composed"),
        pytest.param("Rob'); DROP TABLE players;--", "Rob'); DROP TABLE players;--", id="sql"),
    ],
)
def test_a_name_is_kept(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        pytest.param("", "at least one letter", id="empty"),
        pytest.param(" \u3000 ", "at least one letter", id="blank"),
        pytest.param("\u200d", "at least one letter", id="only-joiners"),
        pytest.param("x" * 41, "up to 40 characters; this one has 41", id="too-long"),
        pytest.param("Ana\nRank 1", "U+000A", id="newline"),
        pytest.param("Ana\x1b[2J", "U+001B", id="escape"),
        pytest.param("Ana\0", "U+0000", id="nul"),
        pytest.param("Ana\u202egnp", "U+202E", id="bidi-override"),
        pytest.param("Ana\u2066x", "U+2066", id="bidi-isolate"),
        pytest.param("An\u200ba", "U+200B", id="zero-width-space"),
        pytest.param("Ana\udc80", "U+DC80", id="lone-surrogate"),
        pytest.param("Ana\u2028B", "U+2028", id="line-separator"),
    ],
)
def test_a_name_is_refused_and_says_why(typed: str, why: str) -> None:
    with pytest.raises(BadName) as refusal:
        clean_name(typed)
    assert why in str(refusal.value)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana", "aNA"), ("STRAUSS", "Strauß"), ("Ana", "Ａｎａ"), ("An\u200da", "Ana"), ("ΣΊΣΥΦΟΣ", "Σίσυφος")],
    ids=["case", "sharp-s", "width", "joiner", "sigma"],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert fold_name(clean_name(one)) == fold_name(clean_name(other))


def test_different_names_stay_apart() -> None:
    assert len({fold_name(name) for name in ("Ana", "Anna", "An a", "Aná")}) == 4


def test_names_addresses_and_errors_do_without_the_database_toolkit() -> None:
    code = (
        "import sys, game.records, game.records.names, game.records.urls, game.records.errors; "
        "sys.exit('sqlalchemy' in sys.modules or 'sqlite3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
