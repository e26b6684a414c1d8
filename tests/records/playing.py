"""Plays attempts into a store and says on standard output what the store has acknowledged.

Usage: python -m tests.records.playing DATABASE PLAYER ATTEMPTS LENGTH
"""

from __future__ import annotations

import sys

from game.records.store import Store
from tests.records.making_attempts import begun, closed, taken


def main(url: str, player: str, attempts: int, length: int) -> None:
    with Store.open(url) as store:
        for number in range(attempts):
            start = begun(player, f"Team {number % 2}")
            store.begin(start)
            print("begun", start.attempt_id, flush=True)
            for one in taken(length):
                store.act(start.attempt_id, one)
                print("acted", start.attempt_id, flush=True)
            store.close(start.attempt_id, closed(str(number % 100)))
            print("closed", start.attempt_id, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
