"""The conversation at every size and text scale: nothing cut off, the face free, the newest text in view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.play.journal import Mode
from game.play.phases import Phase
from game.screens.stage import FACE_SHARE, Stage
from tests.screens.conftest import Driver
from tests.screens.conversing import LOST_BOOKING, Table, make_table

pytestmark = pytest.mark.slow  # every screen at every size

SIZES = ((960, 540), (1280, 720), (1920, 1080))


@pytest.fixture
def table(driver: Driver, tmp_path: Path) -> Iterator[Table]:
    yield from make_table(driver, tmp_path)


def narrated(table: Table) -> None:
    table.begin(LOST_BOOKING)


def spoken(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.driver.press("enter")


def choosing(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.until(Phase.CHOOSING)


def one_customer(table: Table) -> None:
    table.begin("wrong-bill")
    table.until(Phase.CHOOSING)


def timed(table: Table) -> None:
    table.begin(LOST_BOOKING, Mode.PRACTICE, moment="waits")
    table.until(Phase.CHOOSING)


def about_to_be_timed(table: Table) -> None:
    table.begin(LOST_BOOKING, moment="waits")
    table.driver.press("enter")


def reacting(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.until(Phase.CHOOSING)
    table.driver.press("1")


def walked_out(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.until(Phase.CHOOSING)
    table.driver.press("2")


def coaching(table: Table) -> None:
    table.begin(LOST_BOOKING, Mode.PRACTICE)
    table.until(Phase.CHOOSING)
    table.driver.press("3", "enter")
    assert table.talk.phase is Phase.COACHING


def paused(table: Table) -> None:
    table.begin()
    table.driver.press("p")


def history(table: Table) -> None:
    table.begin()
    for _ in range(3):
        table.until(Phase.REACTING)
        table.until(Phase.CHOOSING)
    table.driver.press("h")


def waiting(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.app.proof_ready = lambda session: False  # type: ignore[method-assign]
    while not table.session.is_over:
        if table.talk.phase is Phase.CHOOSING:
            options = [option for option in table.session.options if option.number]
            table.screen.choose(options[0].action)
        else:
            table.screen.go_on()


SCENES = (
    narrated,
    spoken,
    choosing,
    one_customer,
    timed,
    about_to_be_timed,
    reacting,
    walked_out,
    coaching,
    paused,
    history,
    waiting,
)


@pytest.mark.parametrize("show", SCENES, ids=lambda show: show.__name__)
def test_nothing_is_cut_off_and_the_newest_is_in_view(table: Table, show: Callable[[Table], None]) -> None:
    show(table)
    faults: dict[str, list[str]] = {}
    for size in SIZES:
        for scale in (1.0, 1.5, 2.0):
            found = table.driver.look(size, scale)
            found += _unseen(table) if not table.driver.ui.layers else []
            faults[f"{size[0]}x{size[1]} at {scale:.0%}"] = found
    assert {where: found for where, found in faults.items() if found} == {}


def _unseen(table: Table) -> list[str]:
    """Name what is new on screen and yet out of view."""
    table.screen._to_reveal = True
    table.driver.run()
    ui = table.driver.ui
    scroll = table.driver.find("talk")
    for key in ("waiting", "newest", "coaching"):
        widget = ui.find(key)
        if widget is not None:
            begins = scroll.rect.contains(widget.rect.x, widget.rect.y, 1, ui.text_px("body"))
            return [] if begins else [f"{key} begins at {tuple(widget.rect)}, out of {tuple(scroll.rect)}"]
    return []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_stands_before_the_face(table: Table, size: tuple[int, int]) -> None:
    choosing(table)
    table.driver.look(size)
    stage, panel, talk = (table.driver.find(key) for key in ("stage", "meters-card", "talk"))
    assert isinstance(stage, Stage)
    face = stage.standing_room()
    face.inflate_ip(-round(face.w * (1 - FACE_SHARE)), 0)
    assert not face.colliderect(panel.rect)
    assert not face.colliderect(talk.rect)
    assert face.h > size[1] * 0.5, "whoever speaks is the picture, not a stamp on it"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_theme_is_drawn(table: Table, theme: str, tmp_path: Path) -> None:
    choosing(table)
    shot = tmp_path / "shot.png"
    assert table.driver.look((1280, 720), 1.0, theme, shot) == []  # type: ignore[arg-type]
    assert shot.stat().st_size > 20_000


def test_a_missing_picture_is_replaced(table: Table) -> None:
    table.begin(LOST_BOOKING)
    table.talk.telling = table.talk.telling.__class__(table.talk.telling.lines, (), "", "no-such-place")
    table.driver.ui.rebuild()
    table.driver.run()
    assert table.driver.look() == []
