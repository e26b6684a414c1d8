"""The window is dragged larger and smaller and the text doubled in mid conversation: it stays playable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from game.screens.pygame_import import pygame
from tests.journeys.conftest import Play
from tests.journeys.conversing import (
    FILE,
    cards,
    choose_by_focus,
    choose_by_number,
    go_on_by_key,
    route_to,
    row_and_replay,
    take,
    until_choosing,
)
from tests.journeys.player import Found, Player, Sight

pytestmark = pytest.mark.slow

NAME = "Robin Ames"
SIZES = [(960, 540), (1920, 1080), (640, 400), (1280, 720), (900, 1000), (1600, 600), (300, 200)]
LEAST = (960, 540)


def drag_edge(player: Player) -> None:
    """Resize as a hand on the window's corner does: many sizes, faster than they can be drawn."""
    for step in range(25):
        player.display.do("windowsize", player.window, 1280 - 12 * step, 720 - 7 * step)
    player.resize((1280, 720))


def double_the_text(player: Player) -> None:
    """Pause, set the text to 200 % and go on."""
    player.press("Escape")
    player.until(lambda sight: sight["modal"], "the pause")
    player.shoot("pause")
    player.tab_to("pause-settings")
    player.press("Return")
    player.until_screen("Settings")
    player.shoot("settings-100")
    player.tab_to("Text size")
    player.press("End")
    player.until(lambda sight: sight["scale"] == 2.0, "text twice as large")
    player.shoot("settings-200")
    player.press("Escape")
    player.until(lambda sight: sight["screen"] == "ConversationScreen" and sight["modal"], "the pause again")
    player.shoot("pause-200")
    player.tab_to("resume")
    player.press("Return")
    player.until(lambda sight: sight["screen"] == "ConversationScreen" and not sight["modal"], "the talk")


def is_painted(picture: Path, size: tuple[int, int]) -> bool:
    """Whether the X server shows the game in the whole window: none of it left black by the new size."""
    if not picture.exists():
        return True  # pictures need a tool that is not installed here
    seen = pygame.image.load(str(picture))
    edges = [(x, y) for x in (2, size[0] // 2, size[0] - 3) for y in (2, size[1] // 2, size[1] - 3)]
    return bool(seen.get_size() == size and all(sum(seen.get_at(at)[:3]) > 0 for at in edges))


def is_in_view(sight: Sight, found: Found) -> bool:
    """Whether the widget with the focus can be seen, at least its first lines."""
    return bool(found["seen"][2] > 0 and found["seen"][3] >= min(found["rect"][3], 24))


def focus_stays_in_view(player: Player) -> None:
    """Go through the cards by Tab; each comes into view where the window is not too small for any."""
    for one in cards(player.look()):
        player.tab_to(one["key"])
        player.until(
            lambda sight, key=one["key"]: is_in_view(  # type: ignore[misc]
                sight, next(card for card in cards(sight) if card["key"] == key)
            ),
            f"{one['key']} in view",
        )


def play_at(player: Player, route: Iterator[str], size: tuple[int, int], tag: str) -> None:
    """Play one moment in a window of a size."""
    player.resize(size)
    until_choosing(player, go_on_by_key)
    name = f"{tag}-{size[0]}x{size[1]}"
    assert is_painted(player.shoot(f"{name}-choosing"), size)
    large_enough = size[0] >= LEAST[0] and size[1] >= LEAST[1]
    if large_enough:
        focus_stays_in_view(player)
    take(player, next(route), choose_by_focus if large_enough else choose_by_number)
    player.shoot(f"{name}-answer")


def test_playing_through_sizes_and_twice_the_text(play: Play, tmp_path: Path) -> None:
    choices = route_to(tmp_path, "partnership")
    route = iter(choices)
    player = play("play", str(FILE), "--player", NAME, "--timers", "off")
    player.until_screen("Briefing")
    drag_edge(player)
    player.tab_to("start")
    player.press("Return")
    player.until_screen("Conversation")

    for size in SIZES[:4]:
        play_at(player, route, size, "text-100")
    drag_edge(player)
    double_the_text(player)
    sizes = cycle(SIZES)
    for _ in choices[4:]:
        play_at(player, route, next(sizes), "text-200")
    until_choosing(player, go_on_by_key)

    player.until_screen("Debrief")
    for size in SIZES:
        player.resize(size)
        assert is_painted(player.shoot(f"debrief-200-{size[0]}x{size[1]}"), size)
    player.press("Escape")
    player.until_screen("Campaign")
    for size in SIZES:
        player.resize(size)
        player.shoot(f"campaign-200-{size[0]}x{size[1]}")
    player.press("Escape")
    player.until_screen("Title")
    player.tab_to("Quit")
    player.press("Return")
    player.has_quit()
    row, replayed = row_and_replay(tmp_path, NAME)
    assert row["score"] == replayed["score"] and row["outcome"] == "partnership"
