"""Every screen of the shell at every size and text scale: nothing sticks out, nothing is squeezed."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens.machine import Place
from game.screens.theme import ThemeName
from tests.screens.conftest import Driver
from tests.screens.shell import Shell, make_shell

pytestmark = pytest.mark.slow  # every screen at every size

SIZES = [(960, 540), (1280, 720), (1920, 1080)]
SCALES = [1.0, 2.0]
LONG = "Wilhelmina Konstantinopolou-Featherstone"  # forty characters, as long as names may be


@pytest.fixture
def shell(driver: Driver, tmp_path: Path) -> Shell:
    return make_shell(driver, tmp_path)


def look(shell: Shell, size: tuple[int, int], scale: float, theme: ThemeName = "light") -> list[str]:
    shell.driver.look(size, scale, theme)
    shell.driver.run(0.1)
    return shell.driver.ui.faults()


def prepare(shell: Shell, name: str) -> None:
    if name == "title":
        return
    if name == "who":
        shell.wait_for_records()
        shell.show(Place.WHO)
        return
    shell.enter(LONG, LONG[:38])
    if name == "empty board":
        shell.nav.look_at(Place.BOARD)
        return
    shell.keep_result(LONG, "late-cake", 87.4, team=LONG[:38])
    if name == "briefing":
        shell.show(Place.BRIEFING, level=shell.nav.app.level("against-policy", LONG))
        return
    level = shell.nav.app.level("against-policy", LONG)
    assert level is not None
    shell.nav.app.begin(level, LONG, "")
    shell.show(Place.CAMPAIGN)
    if name in ("board", "settings"):
        shell.nav.look_at(name)


@pytest.mark.parametrize("scale", SCALES, ids=["100 %", "200 %"])
@pytest.mark.parametrize("size", SIZES, ids=["960x540", "1280x720", "1920x1080"])
@pytest.mark.parametrize("name", ["title", "who", "campaign", "briefing", "board", "empty board", "settings"])
def test_a_screen_fits(shell: Shell, name: str, size: tuple[int, int], scale: float) -> None:
    prepare(shell, name)
    assert look(shell, size, scale) == []


@pytest.mark.parametrize("name", ["title", "who", "campaign"])
@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_a_screen_fits_in_other_themes(shell: Shell, name: str, theme: ThemeName) -> None:
    prepare(shell, name)
    assert look(shell, (960, 540), 1.3, theme) == []
