"""What each code of the proofs says: flow, score, fairness and text. See `game.scenario.catalogue`."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry
from game.scenario.catalogue.fairness import FAIRNESS
from game.scenario.catalogue.flow import FLOW
from game.scenario.catalogue.score import SCORE

TEXT: tuple[Entry, ...] = (
    Entry(
        "M701",
        "warning",
        "A choice without an explanation",
        'the choice "{found}" has neither "why" nor a behaviour whose lesson could stand for it',
        "A player who lost points here would not learn why. Give the choice a `why`, or let it show a "
        "behaviour: the playbook's lesson explains it.",
    ),
)

PROOFS: tuple[Entry, ...] = FLOW + SCORE + FAIRNESS + TEXT
