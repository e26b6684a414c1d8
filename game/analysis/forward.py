"""How chance spreads from the start: the means of many players at once, and the scores of one exactly.

Every player has a row. A column holds the chance of being in a standing, and what was earned on the way
there times that chance. This goes forward through conversations that never come round; whoever plays by a
habit then visits few of the standings, and the others cost nothing. Chances below `NOTHING` are let go.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from game.analysis.explored import Explored, Ints, Layer, endings_of, locate, terminal
from game.analysis.layers import LayerKey
from game.analysis.solve import Proof

NOTHING = 1e-12
LARGEST = 100_000
"""Pairs of standing and result in one layer beyond which scores are not followed one by one."""

Chances: TypeAlias = Callable[[Layer, Ints, Ints], dict[int, Ints]]
"""For a layer, some of its standings and some players: each choice's chance, a row a player, a column a
standing."""


def comes_round(explored: Explored) -> bool:
    """Whether play can come round in any part of the conversation that was reached."""
    graph = explored.graph
    return any(
        cyclic and any(explored.layers[key].count for key in component)
        for component, cyclic in zip(graph.components, graph.cyclic, strict=True)
    )


def expect(proof: Proof, chances: Chances, players: int) -> tuple[Ints, Ints]:
    """For each player the chance of coming to an ending, and the mean raw result, in units, times that.

    For conversations that do not come round, from a live start.
    """
    explored = proof.explored
    waiting: dict[LayerKey, list[Ints]] = {}
    done, raw = np.zeros(players), np.zeros(players)
    ends = {key: terminal(explored, layer, ended) for key, layer, ended in endings_of(explored)}
    key, number, left = locate(explored, proof.start)
    first = np.zeros((2, players, explored.layers[key].count))
    first[0, :, number], first[1, :, number] = 1.0, left
    waiting[key] = [first]
    for component in explored.graph.components:
        key = component[0]
        if key not in waiting:
            continue
        here = np.sum(waiting.pop(key), axis=0)
        if key in ends:
            mass, earned = here[0].sum(axis=1), here[1].sum(axis=1)
            done, raw = done + mass, raw + mass * ends[key] + earned
        else:
            _spread(explored.layers[key], here, chances, explored, waiting)
    return done, raw


def _spread(
    layer: Layer, here: Ints, chances: Chances, explored: Explored, waiting: dict[LayerKey, list[Ints]]
) -> None:
    is_live = here[0] > NOTHING
    live, rows = is_live.any(axis=0), np.flatnonzero(is_live.any(axis=1))
    numbers = np.flatnonzero(live)
    if not len(numbers):
        return
    mass_here, earned_here = here[:, rows]
    column = np.full(layer.count, -1, np.int64)
    column[numbers] = np.arange(len(numbers))
    of_choice = chances(layer, numbers, rows)
    players = here.shape[1]
    for edges in layer.edges:
        if edges.to is None or edges.action.is_silence:
            continue
        at = np.flatnonzero(live[edges.source])
        if not len(at):
            continue
        source, target = edges.source[at], edges.target[at]
        share = of_choice[edges.action.index][:, column[source]]
        mass = share * mass_here[:, source]
        earned = share * earned_here[:, source] + mass * edges.reward[at]
        size = explored.layers[edges.to].count
        flat = (rows[:, None] * size + target).ravel()
        moved = [
            np.bincount(flat, part.ravel(), players * size).reshape(players, size) for part in (mass, earned)
        ]
        waiting.setdefault(edges.to, []).append(np.stack(moved))


def chance_of(proof: Proof, least: int) -> float | None:
    """The chance that choosing at random ends with a raw result of `least` units or more.

    Exact; None where there are too many results to follow. For conversations that do not come round.
    """
    explored = proof.explored
    ends = {key: terminal(explored, layer, ended) for key, layer, ended in endings_of(explored)}
    key, number, left = locate(explored, proof.start)
    start = (np.array([number]), np.array([left]), np.ones(1))
    waiting: dict[LayerKey, list[tuple[Ints, Ints, Ints]]] = {key: [start]}
    passed = 0.0
    for component in explored.graph.components:
        key = component[0]
        if key not in waiting:
            continue
        numbers, rewards, chance = (np.concatenate(part) for part in zip(*waiting.pop(key), strict=True))
        if key in ends:
            passed += float(chance[rewards + ends[key] >= least].sum())
            continue
        if not len(numbers):
            continue
        together = _merged(numbers, rewards, chance)
        if len(together[0]) > LARGEST:
            return None
        _scatter(explored.layers[key], together, waiting)
    return passed


def _merged(numbers: Ints, rewards: Ints, chance: Ints) -> tuple[Ints, Ints, Ints]:
    low = int(rewards.min())
    width = int(rewards.max()) - low + 1
    keys, which = np.unique(numbers * width + (rewards - low), return_inverse=True)
    summed = np.bincount(which, chance)
    kept = summed > NOTHING
    keys = keys[kept]
    return keys // width, keys % width + low, summed[kept]


def _scatter(
    layer: Layer, here: tuple[Ints, Ints, Ints], waiting: dict[LayerKey, list[tuple[Ints, Ints, Ints]]]
) -> None:
    numbers, rewards, chance = here
    choices = [edges for edges in layer.edges if not edges.action.is_silence]
    count = np.zeros(layer.count, np.int64)
    for edges in choices:
        count[edges.source] += 1
    for edges in choices:
        if edges.to is None:
            continue
        place = np.full(layer.count, -1, np.int64)
        place[edges.source] = np.arange(len(edges.source))
        at = place[numbers]
        hit = at >= 0
        at = at[hit]
        part = (edges.target[at], rewards[hit] + edges.reward[at], (chance / count[numbers])[hit])
        waiting.setdefault(edges.to, []).append(part)
