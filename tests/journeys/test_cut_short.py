"""A power cut in mid conversation: the game goes on at exactly that moment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Play
from tests.journeys.conversing import (
    FILE,
    actions_of,
    cards,
    choose_by_number,
    converse,
    go_on_by_key,
    kept_attempts,
    route_to,
    row_and_replay,
    take,
    until_choosing,
)
from tests.journeys.player import Player, Sight, texts

pytestmark = pytest.mark.slow

NAME = "Robin Ames"


def where(sight: Sight) -> dict[str, Any]:
    """Give what makes up a moment: the choices with their figures, and the meters."""
    meters = {one["key"]: one["value"] for one in sight["widgets"] if one["type"] == "Meter"}
    return {"cards": [(one["key"], one["number"], one["name"]) for one in cards(sight)], "meters": meters}


def history(player: Player) -> str:
    """Give everything said so far, as the history tells it, and close it again."""
    player.press("h")
    told = texts(player.until(lambda sight: sight["modal"], "the history"))
    player.press("Escape")
    player.until(lambda sight: not sight["modal"] and cards(sight), "the choices again")
    return told


def go_on_where_it_stopped(player: Player) -> Sight:
    """From the title back into the conversation."""
    player.until_screen("Title")
    player.tab_to("Play")
    player.press("Return")
    player.until_screen("Who")
    player.tab_to("Continue")  # name and team of whoever played last are there already
    player.press("Return")
    player.until_screen("Campaign")
    player.shoot("campaign-go-on")
    player.tab_to("go on 0")
    player.press("Return")
    player.until_screen("Conversation")
    return until_choosing(player, go_on_by_key)


def test_a_game_that_was_killed_goes_on_at_that_moment(play: Play, tmp_path: Path) -> None:
    route = route_to(tmp_path, "apathy")
    player = play("play", str(FILE), "--player", NAME, "--team", "Night desk")
    player.until_screen("Briefing")
    player.tab_to("start")
    player.press("Return")
    player.until_screen("Conversation")
    for choice in route[:4]:
        until_choosing(player, go_on_by_key)
        take(player, choice, choose_by_number)
    before, told = where(until_choosing(player, go_on_by_key)), history(player)
    player.kill()
    assert [actions_of(kept) for kept in kept_attempts(tmp_path, NAME)] == [route[:4]]

    again = play()
    after = where(go_on_where_it_stopped(again))
    assert after == before
    assert history(again) == told
    take(again, route[4], choose_by_number)
    again.kill()  # while the answer to that very choice is on show

    last = play()
    sight = go_on_where_it_stopped(last)
    assert actions_of(kept_attempts(tmp_path, NAME)[0]) == route[:5]
    assert where(sight) != before
    debrief = converse(last, route[5:], go_on_by_key, choose_by_number)
    last.press("Escape")
    campaign = last.until_screen("Campaign")
    assert not any(one["key"].startswith("go on") for one in campaign["widgets"])

    row, replayed = row_and_replay(tmp_path, NAME)
    assert row["score"] == replayed["score"] and row["outcome"] == "apathy"
    assert f"{row['score']:.1f}" in texts(debrief)
