"""Shortest ways: to an ending, along best actions, or to any standing that was found."""

from __future__ import annotations

from collections.abc import Iterable

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


class Ways:
    """The shortest ways from the start of a proof; what they need is made once, when first asked for."""

    def __init__(self, explored: Explored) -> None:
        self.explored = explored
        self._steps: dict[LayerKey, Ints] | None = None
        self._into: dict[LayerKey, list[tuple[LayerKey, Edges]]] = {}

    @property
    def steps(self) -> dict[LayerKey, Ints]:
        """The fewest actions from the start to each standing, by layer and number."""
        if self._steps is None:
            self._steps = _from_start(self.explored)
            for before, layer in self.explored.layers.items():
                for edges in layer.edges:
                    if edges.to is not None and len(edges.source):
                        self._into.setdefault(edges.to, []).append((before, edges))
        return self._steps

    def to(self, key: LayerKey, number: int) -> list[str]:
        """The shortest list of action ids from the start to a standing."""
        line: list[str] = []
        steps = self.steps
        while steps[key][number]:
            key, number, name = self._step_back(key, number)
            line.append(name)
        return line[::-1]

    def through(self, key: LayerKey, edges: Edges, which: Mask | None = None) -> list[str]:
        """The shortest way that ends with one of these edges; `which` says which of them, if not any."""
        at = np.arange(len(edges.source)) if which is None else np.flatnonzero(which)
        nearest = at[np.argmin(self.steps[key][edges.source[at]])]
        return [*self.to(key, int(edges.source[nearest])), edges.action.id]

    def nearest(self, keys: Iterable[LayerKey]) -> list[str] | None:
        """The shortest way to any standing of these layers; None where they have none."""
        found = [(int(self.steps[key].min()), key) for key in keys if self.explored.layers[key].count]
        if not found:
            return None
        _, key = min(found)
        return self.to(key, int(np.argmin(self.steps[key])))

    def _step_back(self, key: LayerKey, number: int) -> tuple[LayerKey, int, str]:
        """A standing one step nearer to the start, and the action that leads from it."""
        wanted = self.steps[key][number] - 1
        for before, edges in self._into[key]:
            at = np.flatnonzero(edges.target == number)
            at = at[self.steps[before][edges.source[at]] == wanted]
            if len(at):
                return before, int(edges.source[at[0]]), edges.action.id
        raise KeyError(number)


def _from_start(explored: Explored) -> dict[LayerKey, Ints]:
    """The fewest actions from the start to each standing."""
    table = {key: np.full(layer.count, _FAR, np.int32) for key, layer in explored.layers.items()}
    if explored.start.ended is not None:
        return table
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
