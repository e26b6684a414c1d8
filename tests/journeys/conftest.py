"""A display for all journeys, and players who leave no process behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.display import Display, missing_tools
from tests.journeys.player import Player

Play = Callable[..., Player]


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """An X server, stopped at the end."""
    missing = missing_tools()
    if missing:
        pytest.skip(missing)
    server = Display()
    yield server
    server.stop()


@pytest.fixture
def play(display: Display, tmp_path: Path) -> Iterator[Play]:
    """Start the game in a window, with records and settings in `tmp_path`; may be called again."""
    players: list[Player] = []

    def start(*arguments: str) -> Player:
        players.append(Player(display, tmp_path, *arguments))
        return players[-1]

    yield start
    for player in players:
        player.leave()
