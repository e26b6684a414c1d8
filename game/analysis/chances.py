"""What each naive strategy and modelled player would choose, for whole layers and all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.analysis.explored import Ints, Layer
from game.analysis.forward import Chances
from game.analysis.solve import Proof

_NEVER = -(1 << 60)


def chances_of(
    proof: Proof, preferences: Sequence[Sequence[int]], mixes: Sequence[Sequence[Sequence[float]]]
) -> Chances:
    """The chances of strategies, by what they prefer, and then of modelled players, in rows.

    `mixes` has for each player, by the number of choices, the chance of the best so many together.
    """
    liking = np.array(preferences, np.int64).reshape(len(preferences), -1)
    tables = np.array(mixes)

    def chances(layer: Layer, numbers: Ints, rows: Ints) -> dict[int, Ints]:
        order, open_, worth = _choices(proof, layer, numbers)
        naive, mixing = rows[rows < len(liking)], rows[rows >= len(liking)] - len(liking)
        parts = [_preferring(liking[naive][:, order], open_)] if len(naive) else []
        parts += [_mixing(tables[mixing], open_, worth)] if len(mixing) else []
        together = np.concatenate(parts)
        return {index: together[:, place] for place, index in enumerate(order)}

    return chances


def _choices(proof: Proof, layer: Layer, numbers: Ints) -> tuple[list[int], Ints, Ints]:
    """The choices of a layer by index; whether each is open in each standing, and what it is worth there."""
    order = [*dict.fromkeys(e.action.index for e in layer.edges if not e.action.is_silence)]
    places = {index: place for place, index in enumerate(order)}
    open_ = np.zeros((len(order), layer.count), np.bool_)
    worth = np.full((len(order), layer.count), _NEVER, np.int64)
    for edges in layer.edges:
        place = places.get(edges.action.index)
        if place is not None:
            open_[place, edges.source] = True
            if edges.to is not None:
                worth[place, edges.source] = edges.reward + proof.best_of[edges.to][edges.target]
    return order, open_[:, numbers], worth[:, numbers]


def _preferring(liking: Ints, open_: Ints) -> Ints:
    """Each strategy takes what it likes best of what is open, all such with the same chance."""
    asked = np.where(open_[None], liking[:, :, None], _NEVER)
    liked = open_[None] & (asked == asked.max(axis=1, keepdims=True))
    shares: Ints = liked / np.maximum(1, liked.sum(axis=1, keepdims=True))
    return shares


def _mixing(tables: Ints, open_: Ints, worth: Ints) -> Ints:
    """Modelled players take the best, the second and the worst with given chances; equals share theirs."""
    better = (open_[None] & (worth[None] > worth[:, None])).sum(axis=1)
    equal = np.maximum(1, (open_[None] & (worth[None] == worth[:, None])).sum(axis=1))
    count = open_.sum(axis=0)[None]
    upto = np.minimum(better + equal, tables.shape[2] - 1)
    shares: Ints = np.where(open_, (tables[:, count, upto] - tables[:, count, better]) / equal, 0.0)
    return shares
