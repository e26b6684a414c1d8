"""The shipped typeface covers what the game writes; the shipped pictures use only what is drawn."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parents[1] / "assets"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
ALPHABETS = {
    "latin-1": "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))),
    "polish": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "portuguese": "ãõçâêôáéíóúàÃÕÇÂÊÔÁÉÍÓÚÀ",
    "punctuation": "–—‘’“”‚„…•‹›«»−×€",
}


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize("face", FACES)
def test_every_face_has_a_glyph_for_the_alphabet(face: str, alphabet: str) -> None:
    font = TTFont(ASSETS / "fonts" / f"AtkinsonHyperlegible-{face}.ttf")
    covered = font.getBestCmap()
    assert [letter for letter in ALPHABETS[alphabet] if ord(letter) not in covered] == []


def test_the_licence_stands_beside_the_typeface() -> None:
    assert "SIL OPEN FONT LICENSE" in (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")
