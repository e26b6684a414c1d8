"""From the title to the board and out again, without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import Play
from tests.journeys.conversing import (
    actions_of,
    choose_by_focus,
    choose_by_number,
    converse,
    go_on_by_key,
    kept_attempts,
    route_to,
    row_and_replay,
)
from tests.journeys.player import Found, Player, Sight, is_focused, named, texts

pytestmark = pytest.mark.slow

NAME, TEAM = "Robin Ames", "Night desk"
SIZES = [(960, 540), (1280, 720), (1920, 1080)]


def say_who(player: Player) -> None:
    """From the title to the campaign, typing name and team."""
    player.until_screen("Title")
    player.shoot("1-title")
    player.tab_to("Play")
    player.press("Return")
    player.until(lambda sight: is_focused(sight, "Your name"), "the focus on the name")
    player.type_text(NAME)
    player.until(lambda sight: named(sight, "Your name")["text"] == NAME, "the name as typed")
    player.tab_to("Your team")
    player.type_text(TEAM)
    player.until(lambda sight: named(sight, "Your team")["text"] == TEAM, "the team as typed")
    player.shoot("2-who")
    player.press("Return")
    player.until_screen("Campaign")
    player.shoot("2-campaign")


def choose_in_both_ways(player: Player, found: Found) -> None:
    """Press a figure, or move the focus and press Enter: by turns, as the cards fall."""
    (choose_by_focus if found["number"] % 2 else choose_by_number)(player, found)


def board_rows(sight: Sight) -> list[list[str]]:
    """Give the rows of the board on show."""
    return next((one["rows"] for one in sight["widgets"] if one["type"] == "Table"), [])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_title_to_board_and_out(play: Play, tmp_path: Path, size: tuple[int, int]) -> None:
    route = route_to(tmp_path, "partnership")
    player = play()
    player.resize(size)
    say_who(player)

    player.tab_to("level late-cake")
    player.press("Return")
    player.until_screen("Briefing")
    player.shoot("3-briefing")
    player.tab_to("start")
    player.press("Return")
    player.until_screen("Conversation")

    debrief = converse(player, route, go_on_by_key, choose_in_both_ways)
    player.shoot("5-debrief")
    player.tab_to("board")
    player.press("Return")
    player.until_screen("Board")
    player.shoot("6-board")
    (line,) = board_rows(player.look())
    player.press("Escape")
    player.until_screen("Debrief")
    player.press("Escape")
    player.until_screen("Campaign")
    player.shoot("7-campaign")
    player.press("Escape")
    player.until_screen("Title")
    player.tab_to("Quit")
    player.press("Return")
    player.has_quit()

    (kept,) = kept_attempts(tmp_path, NAME)
    assert actions_of(kept) == route
    row, replayed = row_and_replay(tmp_path, NAME)
    assert (row["rank"], row["team"], row["scenario"], row["outcome"]) == (
        1,
        TEAM,
        "late-cake",
        "partnership",
    )
    assert row["score"] == replayed["score"] and replayed["outcome"] == "partnership"
    assert f"{row['score']:.1f}" in texts(debrief)
    assert line[0] == "1" and NAME in line and f"{row['score']:.1f}" in line
