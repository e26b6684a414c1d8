"""Colours can be read, in every theme."""

import pytest

from game.screens.theme import SHAPE_PAIRS, TEXT_PAIRS, THEMES, Theme, Token, colour_tokens, contrast_ratio

ALL = [pytest.param(theme, id=name) for name, theme in THEMES.items()]


@pytest.mark.parametrize("theme", ALL)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read_on_its_ground(theme: Theme, pair: tuple[Token, Token]) -> None:
    needed = 7.0 if theme.name == "contrast" else 4.5
    assert contrast_ratio(theme.colour(pair[0]), theme.colour(pair[1])) >= needed


@pytest.mark.parametrize("theme", ALL)
@pytest.mark.parametrize("pair", SHAPE_PAIRS, ids="-on-".join)
def test_controls_and_bars_can_be_made_out(theme: Theme, pair: tuple[Token, Token]) -> None:
    assert contrast_ratio(theme.colour(pair[0]), theme.colour(pair[1])) >= 3.0


def test_every_colour_but_separators_and_shadow_is_held_to_a_contrast() -> None:
    held = {token for pair in (*TEXT_PAIRS, *SHAPE_PAIRS) for token in pair}
    assert set(colour_tokens()) - held == {"line", "shadow"}


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast_ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
