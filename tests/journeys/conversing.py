"""Playing a conversation along a route of choices, by keys or by mouse, and what must hold afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from game.records.store import Kept, Store
from tests.journeys.player import ROOT, SETTLE_S, Found, Player, Sight, environment, named, signature

LEVEL = "late-cake"
FILE = ROOT / "scenarios" / f"{LEVEL}.yaml"

Choose = Callable[[Player, Found], None]
GoOn = Callable[[Player], None]


def moments(folder: Path, *arguments: object) -> Any:
    """Run one of the game's commands on the records in `folder`; gives its JSON."""
    command = [sys.executable, "main.py", *map(str, arguments), "--format", "json"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def route_to(folder: Path, outcome: str) -> list[str]:
    """Ask the solver for choices that lead to an outcome; none of them depends on the seed."""
    return list(moments(folder, "analyse", FILE)["endings"][outcome]["witness"])


def cards(sight: Sight) -> list[Found]:
    """Give the choices on show."""
    return [one for one in sight["widgets"] if one["key"].startswith("choice-")]


def card(sight: Sight, choice: str) -> Found:
    """Give the card of a choice's id."""
    return next(one for one in cards(sight) if one["key"].endswith(f"-{choice}"))


def _waits(sight: Sight) -> bool:
    """Whether it is the player's turn: to choose, to go on, or to read the debrief."""
    is_turn = bool(cards(sight)) or bool(named(sight, "go-on"))
    return sight["screen"] == "DebriefScreen" or (is_turn and not sight["modal"])


def until_choosing(player: Player, go_on: GoOn) -> Sight:
    """Go on until there is something to choose, or the debrief."""
    sight = player.until(_waits, "the player's turn")
    while sight["screen"] == "ConversationScreen" and not cards(sight):
        before = signature(sight)
        go_on(player)
        sight = player.until(
            lambda now, was=before: signature(now) != was and _waits(now),  # type: ignore[misc]
            "the next line",
        )
    return sight


def take(player: Player, choice: str, choose: Choose) -> Sight:
    """Take a choice that is on show and wait until it is no longer offered."""
    sight = player.look()
    found = card(sight, choice)
    time.sleep(SETTLE_S)  # as long as anybody needs to read a card
    choose(player, found)
    return player.until(lambda now: _waits(now) and named(now, found["key"]) == {}, f"an answer to {choice}")


def converse(player: Player, route: Sequence[str], go_on: GoOn, choose: Choose) -> Sight:
    """Play along `route` from where the conversation is to its debrief."""
    for place, choice in enumerate(route):
        until_choosing(player, go_on)
        player.shoot(f"4-conversation-{place:02}-choosing")
        take(player, choice, choose)
        player.shoot(f"4-conversation-{place:02}-answer")
    return until_choosing(player, go_on)


# --- by keys and by mouse


def go_on_by_key(player: Player) -> None:
    """Press Enter."""
    player.press("Return")


def go_on_by_mouse(player: Player) -> None:
    """Click on the button that goes on."""
    player.click("go-on")


def choose_by_number(player: Player, found: Found) -> None:
    """Press the figure on the card."""
    player.press(str(found["number"] % 10))


def choose_by_focus(player: Player, found: Found) -> None:
    """Move the focus to the card, then press Enter."""
    player.tab_to(found["key"])
    player.press("Return")


def choose_by_mouse(player: Player, found: Found) -> None:
    """Click on the card."""
    player.click(found["key"])


# --- the records afterwards


def kept_attempts(folder: Path, player: str) -> tuple[Kept, ...]:
    """Give what the records hold of a player, the latest first."""
    with Store.open(environment(folder)["MOMENTS_DB"]) as store:
        return store.history(player)


def actions_of(kept: Kept) -> list[str]:
    """Give the actions of an attempt as a transcript has them."""
    return [taken.choice for taken in kept.actions]


def row_and_replay(folder: Path, player: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give a player's row of the board, and what a replay of the stored attempt comes to."""
    rows = moments(folder, "leaderboard", "--db", environment(folder)["MOMENTS_DB"])["rows"]
    (row,) = [row for row in rows if row["player"] == player]
    (kept,) = kept_attempts(folder, player)
    transcript = folder / "transcript.json"
    transcript.write_text(
        json.dumps(
            {
                "format": 1,
                "scenario": kept.begun.scenario,
                "actions": actions_of(kept),
                "content_hash": kept.begun.content_hash,
                "seed": kept.begun.seed,
            }
        )
    )
    return row, moments(folder, "replay", transcript)
