"""`leaderboard`: everybody's best ranked attempt on every level."""

from __future__ import annotations

import argparse

from game.cli.output import print_json
from game.cli.records import open_store, refuse_password


def run(arguments: argparse.Namespace) -> int:
    """Print the boards of all levels."""
    refuse_password(arguments.db)
    from game.app.wiring import open_game

    game = open_game(arguments.db)
    rows = []
    with open_store(game) as store:
        if store is not None:
            rows = [row.as_json() for row in store.boards(game.current)]
    if arguments.format == "json":
        print_json({"rows": rows})
        return 0
    if not rows:
        print("Nobody is on the board yet.")
    scenario = None
    for row in rows:
        if row["scenario"] != scenario:
            scenario = row["scenario"]
            print(scenario)
        team = f" ({row['team']})" if row["team"] else ""
        print(f"  {row['rank']}. {row['player']}{team}: {row['score']:.1f}, {row['outcome']}")
    return 0
