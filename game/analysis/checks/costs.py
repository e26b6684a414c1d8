"""What actions cost in the standings of a layer, in the units of the raw scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.analysis.explored import Edges, Ints, Layer, Mask
from game.analysis.layers import LayerKey
from game.analysis.solve import Proof
from game.rules.scoring import lost_of
from game.scenario.model import Action

_GONE_BITS = 32  # a layer as one number: its moment, then who has walked out


@dataclass(slots=True)
class Taken:
    """One action in every standing of a layer.

    `open` is where it can be taken; there `worth` is what can still be had by it, and `to`, `target` and
    `reward` are where it leads. Elsewhere they mean nothing.
    """

    action: Action
    open: Mask
    worth: Ints
    to: Ints
    target: Ints
    reward: Ints


def costs_of(proof: Proof, key: LayerKey, edges: Edges) -> Ints:
    """What each edge costs; of those that lead to no ending, of those left out nothing is said."""
    if edges.to is None:
        return np.empty(0, np.int64)
    after = proof.best_of[edges.to][edges.target]
    costs: Ints = (proof.best_of[key][edges.source] - edges.reward - after)[proof.is_defined(after)]
    return costs


def lost_in_points(proof: Proof, units: int) -> float:
    """A cost in units as points of the score."""
    assert proof.best is not None and proof.worst is not None
    return float(lost_of(proof.scale.exact(units), proof.best, proof.worst))


def layers_of(proof: Proof, moment: int) -> Iterator[Layer]:
    """The layers of a moment that hold any standing."""
    return (x for key, x in proof.explored.layers.items() if key[0] == moment and x.count)


def taken_in(proof: Proof, layer: Layer, only: int | None = None) -> list[Taken]:
    """Every action of a layer that is not silence; of standing number `only` alone, if it is named."""
    size = layer.count if only is None else 1
    found: dict[int, Taken] = {}
    for edges in layer.edges:
        if edges.action.is_silence or not len(edges.source):
            continue
        taken = found.setdefault(edges.action.index, _nothing(edges.action, size))
        source, target, reward = edges.source, edges.target, edges.reward
        if only is not None:
            at = int(np.searchsorted(source, only))
            if at >= len(source) or source[at] != only:
                continue
            source = np.zeros(1, np.int32)
            target, reward = target[at : at + 1], reward[at : at + 1]
        taken.open[source] = True
        taken.reward[source] = reward
        if edges.to is not None:
            taken.to[source] = edges.to[0] << _GONE_BITS | edges.to[1]
            taken.target[source] = target
            taken.worth[source] = reward + proof.best_of[edges.to][target]
    return [taken for taken in found.values() if taken.open.any()]


def _nothing(action: Action, size: int) -> Taken:
    columns = (np.full(size, fill, np.int64) for fill in (-(1 << 60), -1, -1, 0))
    return Taken(action, np.zeros(size, np.bool_), *columns)
