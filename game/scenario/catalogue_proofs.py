"""What each code of the proofs says: flow, score and fairness. See `game.scenario.catalogue`."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry
from game.scenario.catalogue.fairness import FAIRNESS
from game.scenario.catalogue.flow import FLOW
from game.scenario.catalogue.score import SCORE

PROOFS: tuple[Entry, ...] = FLOW + SCORE + FAIRNESS
