"""The machine of screens, opening the window, and what is not loaded before its first frame."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from transitions import MachineError

from game.app.wiring import Game, NoDisplay
from game.screens import app_window, run, window
from game.screens.app_window import QUIT_VARIABLE
from game.screens.machine import LEADS_TO, OVERLAYS, Place
from tests.screens.conftest import Driver
from tests.screens.shell import Shell, make_shell

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shell(driver: Driver, tmp_path: Path) -> Shell:
    return make_shell(driver, tmp_path)


@pytest.mark.parametrize("place", [place for place in Place if LEADS_TO[place]])
def test_no_screen_leads_where_its_table_does_not(shell: Shell, place: Place) -> None:
    shell.nav.place = place
    for other in set(Place) - set(LEADS_TO[place]):
        with pytest.raises(MachineError):
            shell.nav.go(other)
    assert shell.place is place


def test_every_screen_can_be_reached_and_left(shell: Shell) -> None:
    reached, ahead = set(), [Place.TITLE]
    while ahead:
        place = ahead.pop()
        if place not in reached:
            reached.add(place)
            ahead += [*LEADS_TO[place], *(overlay for overlay, below in OVERLAYS.items() if place in below)]
    assert reached == set(Place)
    assert all(LEADS_TO[place] or place in OVERLAYS for place in Place)


def test_a_screen_below_is_shown_again_as_it_was(shell: Shell) -> None:
    shell.enter()
    below = shell.nav.window.screen
    shell.nav.look_at(Place.SETTINGS)
    assert shell.nav.window.screen is not below
    shell.nav.back()
    assert shell.nav.window.screen is below and shell.place is Place.CAMPAIGN
    with pytest.raises(MachineError):
        shell.nav.back()


def test_a_window_that_cannot_be_opened_is_said_before_anything_is_shown(
    monkeypatch: pytest.MonkeyPatch, shell: Shell
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise window.NoDisplay("No available video device")

    monkeypatch.setattr(app_window, "Window", refuse)
    with pytest.raises(NoDisplay, match="No available video device"):
        run(shell.nav.app)


def test_the_title_is_shown_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    asks = "import sys; from game.cli import main; code = main([]); print(code, sorted(sys.modules))"
    environment = {
        **os.environ,
        **{f"XDG_{kind}_HOME": str(tmp_path) for kind in ("DATA", "CONFIG", "CACHE")},
        QUIT_VARIABLE: "1",
        "SDL_VIDEODRIVER": "dummy",
    }
    done = subprocess.run(
        [sys.executable, "-c", asks], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    code, _, modules = done.stdout.partition(" ")
    assert code == "0" and "'game.screens.screen_title'" in modules
    for slow in ("sqlalchemy", "numpy", "yaml", "game.screens.screen_campaign"):
        assert f"'{slow}'" not in modules
    assert not list(tmp_path.iterdir())


def test_a_player_named_on_the_command_line_is_entered_after_the_first_frame(
    monkeypatch: pytest.MonkeyPatch, shell: Shell
) -> None:
    app: Game = shell.nav.app
    level = app.level("late-cake")
    request = app_window.PlayRequest(level=level, player=" Robin ", team="North")
    monkeypatch.setattr(app_window, "Window", lambda: shell.driver.window)
    nav = app_window.open_window(app, request)
    assert nav.place is Place.BRIEFING and nav.player == "Robin"
    app_window._after_first_frame(nav)
    assert app.store.player("Robin") is not None and app.settings.last_player == "Robin"
