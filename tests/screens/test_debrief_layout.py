"""The debrief at every size and text scale: nothing sticks out, nothing is squeezed."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from game.play.journal import Mode
from tests.screens.conftest import Driver
from tests.screens.debriefs import MANNERS, show_debrief
from tests.screens.test_debrief import by_ids

pytestmark = pytest.mark.slow  # every screen at every size

SIZES = [(960, 540), (1280, 720), (1920, 1080)]
WHOLE, BETWEEN = (1.0, 2.0), (1.1, 1.2, 1.4, 1.7)


def faults(driver: Driver, scales: tuple[float, ...]) -> list[str]:
    """What does not fit, at any size."""
    return [
        f"{size} at {scale}: {fault}"
        for size, scale in product(SIZES, scales)
        for fault in driver.look(size, scale)
    ]


@pytest.mark.parametrize("manner", MANNERS)
def test_it_fits_whatever_is_selected(driver: Driver, tmp_path: Path, manner: str) -> None:
    shell = show_debrief(driver, tmp_path, "late-cake", manner)
    assert faults(driver, WHOLE) == []
    assert shell.nav.debrief is not None
    for step in shell.nav.debrief.steps:
        driver.click(f"choice {step.index}")
        if driver.sees("better line"):
            driver.click("better line")
        assert driver.ui.faults() == []


def test_it_fits_at_text_sizes_in_between(driver: Driver, tmp_path: Path) -> None:
    show_debrief(driver, tmp_path, "better-fit", "middling", Mode.PRACTICE)
    assert faults(driver, BETWEEN) == []


@pytest.mark.parametrize(
    ("name", "choices", "flags"),
    [
        ("stairwell", ("wait", "ben"), ()),
        ("stairwell", ("loop",), ("knows_mother",)),
        ("broken-kettle", (*("hear",) * 25, "mend", "1"), ()),
    ],
    ids=["two-customers", "dead-end", "many-choices"],
)
def test_odd_attempts_fit(
    driver: Driver, tmp_path: Path, name: str, choices: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    by_ids(driver, tmp_path, name, choices, flags)
    assert faults(driver, WHOLE) == []


@pytest.mark.parametrize("manner", MANNERS)
def test_all_at_a_glance_is_seen_in_the_smallest_window(driver: Driver, tmp_path: Path, manner: str) -> None:
    show_debrief(driver, tmp_path, "late-cake", manner)
    driver.look((960, 540), 1.0)
    assert driver.find("at a glance").rect.contains(driver.find("chart").rect)
