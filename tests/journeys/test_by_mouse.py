"""From the title to the board and out again, without a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.records.store import Store
from tests.journeys.conftest import Play
from tests.journeys.conversing import (
    actions_of,
    choose_by_mouse,
    converse,
    go_on_by_mouse,
    kept_attempts,
    route_to,
    row_and_replay,
)
from tests.journeys.player import Player, environment, named, texts

pytestmark = pytest.mark.slow

NAME, TEAM = "Ines Keller", "Phone line"
EARLIER = [("Ines Keller", ""), ("Joan Pratt", "Back office")]


@pytest.fixture
def known_players(tmp_path: Path) -> None:
    """Players whose names can be picked: they have been here before."""
    with Store.open(environment(tmp_path)["MOMENTS_DB"]) as store:
        for name, team in EARLIER:
            store.enter(name, team)


def pick_who(player: Player) -> None:
    """From the title to the campaign, picking name and team."""
    player.until_screen("Title")
    player.click("Play")
    player.until_screen("Who")
    player.until_sees(f"pick {NAME}")  # the records are open: the field knows the names
    player.click("Your name")
    listed = player.until(lambda sight: sight["popup"], "names to pick from")
    (row,) = [row for row in listed["popup"]["rows"] if row["text"] == NAME]
    player.shoot("2-who-suggestions")
    x, y, wide, high = row["rect"]
    player.click_at(x + wide // 2, y + high // 2)
    player.until(lambda sight: named(sight, "Your name")["text"] == NAME, "the name as picked")
    player.click(f"pick {TEAM}")
    player.until(lambda sight: named(sight, "Your team")["text"] == TEAM, "the team as picked")
    player.shoot("2-who")
    player.click("Continue")
    player.until_screen("Campaign")


@pytest.mark.usefixtures("known_players")
def test_title_to_board_and_out(play: Play, tmp_path: Path) -> None:
    route = route_to(tmp_path, "satisfaction")
    player = play()
    pick_who(player)
    player.click("level late-cake")
    player.until_screen("Briefing")
    player.click("start")
    player.until_screen("Conversation")

    debrief = converse(player, route, go_on_by_mouse, choose_by_mouse)
    last = len(route) - 1
    player.click(f"choice {last}")
    player.until_sees(f"practise {last}")
    player.shoot("5-debrief-last-choice")
    player.click("board")
    player.until_screen("Board")
    player.click("Teams")
    teams = player.until(lambda sight: named(sight, "Teams").get("selected"), "the board of teams")
    (line,) = next(one["rows"] for one in teams["widgets"] if one["type"] == "Table")
    player.shoot("6-board-teams")
    player.click("back")
    player.until_screen("Debrief")
    player.click("back")
    player.until_screen("Campaign")
    player.click("who")
    player.until_screen("Who")
    player.click("back")
    player.until_screen("Title")
    player.click("Quit")
    player.has_quit()

    (kept,) = kept_attempts(tmp_path, NAME)
    assert actions_of(kept) == route
    row, replayed = row_and_replay(tmp_path, NAME)
    assert (row["team"], row["outcome"]) == (TEAM, "satisfaction")
    assert row["score"] == replayed["score"] and f"{row['score']:.1f}" in texts(debrief)
    assert line[:2] == ["1", TEAM] and line[-1] == f"{row['score']:.1f}"
