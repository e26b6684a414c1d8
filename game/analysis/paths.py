"""Shortest ways: to an ending, along best actions, or to any standing that was found."""

from __future__ import annotations

import numpy as np

from game.analysis.explored import Edges, Explored, Ints, Mask, backward, endings_of, locate
from game.analysis.layers import LayerKey
from game.rules.advance import advance
from game.rules.standing import Standing, available
from game.scenario.model import Outcome

_FAR = 1 << 29


def steps_in(explored: Explored, table: dict[LayerKey, Ints], standing: Standing) -> int:
    """How many actions a table of distances gives for a standing."""
    if standing.ended is not None:
        return 0
    key, number, _ = locate(explored, standing)
    return int(table[key][number])


def distances(
    explored: Explored,
    outcome: Outcome | None = None,
    best_of: dict[LayerKey, Ints] | None = None,
) -> dict[LayerKey, Ints]:
    """The fewest actions from each standing to an ending, `_FAR` where there is none.

    `outcome` asks for endings of that outcome only; with `best_of` only actions that cost nothing are taken.
    """
    table = {key: np.full(layer.count, _FAR, np.int32) for key, layer in explored.layers.items()}
    for key, _, ended in endings_of(explored):
        if outcome is None or ended is outcome:
            table[key][:] = 0
    for layers, cyclic in backward(explored):
        moving = True
        while moving:
            moving = False
            for layer in layers:
                values = table[layer.key]
                before = values.copy()
                for edges in layer.edges:
                    if edges.to is not None:
                        free = None
                        if best_of is not None:
                            after = edges.reward + best_of[edges.to][edges.target]
                            free = after == best_of[layer.key][edges.source]
                        _relax(values, edges, table[edges.to], free)
                moving |= cyclic and bool((before != values).any())
    return table


def _relax(values: Ints, edges: Edges, after: Ints, free: Mask | None) -> None:
    """Shorten the distances of one bundle of edges, of those that are `free` if any are named."""
    steps = np.minimum(after[edges.target] + 1, _FAR)
    if free is not None:
        steps = np.where(free, steps, _FAR)
    values[edges.source] = np.minimum(values[edges.source], steps)


def witness(explored: Explored, outcome: Outcome) -> list[str] | None:
    """The shortest list of action ids from the start to an outcome; None if it cannot be reached."""
    table = distances(explored, outcome)
    standing = explored.start
    if standing.ended is not None:
        return [] if standing.ended is outcome else None
    left = steps_in(explored, table, standing)
    if left >= _FAR:
        return None
    line: list[str] = []
    while standing.ended is not outcome:
        for action in available(explored.scenario, standing):
            after = advance(explored.scenario, standing, action)[0]
            if after.ended is not None and after.ended is not outcome:
                continue
            close = steps_in(explored, table, after)
            if close == left - 1:
                standing, left = after, close
                line.append(action.id)
                break
    return line


def way_to(explored: Explored, key: LayerKey, number: int) -> list[str]:
    """The shortest list of action ids from the start to a standing, by its layer and number there."""
    steps = _from_start(explored)
    line: list[str] = []
    while steps[key][number]:
        key, number, name = _step_back(explored, steps, key, number)
        line.append(name)
    return line[::-1]


def _step_back(
    explored: Explored, steps: dict[LayerKey, Ints], key: LayerKey, number: int
) -> tuple[LayerKey, int, str]:
    """A standing one step nearer to the start, and the action that leads from it."""
    wanted = steps[key][number] - 1
    for before, layer in explored.layers.items():
        for edges in layer.edges:
            if edges.to == key:
                at = np.flatnonzero((edges.target == number) & (steps[before][edges.source] == wanted))
                if len(at):
                    return before, int(edges.source[at[0]]), edges.action.id
    raise KeyError(number)


def _from_start(explored: Explored) -> dict[LayerKey, Ints]:
    """The fewest actions from the start to each standing."""
    table = {key: np.full(layer.count, _FAR, np.int32) for key, layer in explored.layers.items()}
    key, number, _ = locate(explored, explored.start)
    table[key][number] = 0
    graph = explored.graph
    for component, cyclic in zip(graph.components, graph.cyclic, strict=True):
        moving = True
        while moving:
            moving = False
            for inside in component:
                for edges in explored.layers[inside].edges:
                    if edges.to is None:
                        continue
                    after = table[edges.to]
                    before = after.copy() if cyclic else None
                    np.minimum.at(after, edges.target, table[inside][edges.source] + 1)
                    moving |= before is not None and bool((before != after).any())
    return table
