"""Best, worst and what every choice costs, exactly.

A backward pass over the explored layers gives each standing the best and the worst raw result still reachable
from it. Where play can come round, the pass is repeated until nothing changes: an edge on a round earns no
points the second time, so values settle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from game.analysis.explore import (
    Edges,
    Explored,
    Ints,
    Layer,
    Mask,
    TooManyStandings,
    batch_of,
    explore,
    pack,
)
from game.analysis.layers import NOWHERE, LayerKey, outcome_of
from game.rules.advance import advance, begin
from game.rules.scoring import RawScale
from game.rules.standing import Standing, available
from game.scenario.model import Action, Outcome, Scenario

LIMIT = 2_000_000
_NEVER = -(1 << 60)  # the best of a standing from which no ending can be reached; minus it is the worst
_FAR = 1 << 29


@dataclass(slots=True)
class Proof:
    """What is known about every standing reachable from `start`. Raw results are exact fractions.

    `best` and `worst` are None where no ending can be reached. A proof holds its standings in memory; `value`
    and what follows from it answer for any standing reachable from the start.
    """

    explored: Explored
    best_of: dict[LayerKey, Ints]
    worst_of: dict[LayerKey, Ints]
    best: Fraction | None
    worst: Fraction | None
    exact: bool = True
    _steps: dict[LayerKey, Ints] | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario that was solved."""
        return self.explored.scenario

    @property
    def start(self) -> Standing:
        """The standing that was solved from."""
        return self.explored.start

    @property
    def scale(self) -> RawScale:
        """The unit in which results are whole."""
        return self.explored.scale

    @property
    def standings(self) -> int:
        """How many standings were told apart."""
        return self.explored.standings

    @staticmethod
    def is_defined(units: Ints) -> Mask:
        """Which of these values, in raw units, are values at all: an ending can be reached."""
        return np.asarray(np.abs(units) <= -_NEVER // 2, np.bool_)

    def value(self, standing: Standing) -> Fraction | None:
        """The best raw result still reachable, points already earned left out; None if there is none.

        Raises: KeyError if the standing cannot be reached from the start.
        """
        return self._of(standing, self.best_of)

    def least(self, standing: Standing) -> Fraction | None:
        """The worst raw result still reachable, points already earned left out; None if there is none."""
        return self._of(standing, self.worst_of)

    def _of(self, standing: Standing, table: dict[LayerKey, Ints]) -> Fraction | None:
        if standing.ended is not None:
            if not isinstance(standing.ended, Outcome):
                return None
            return self.scale.exact(self.scale.ending(standing.meters, standing.ended))
        key, number, left = locate(self.explored, standing)
        units = int(table[key][number])
        return None if abs(units) > -_NEVER // 2 else self.scale.exact(units + left)

    def cost(self, standing: Standing, action: Action) -> Fraction | None:
        """What an action gives away of the best raw result; None where no ending can be reached."""
        before = self.value(standing)
        after, events = advance(self.scenario, standing, action)
        value = self.value(after)
        if before is None or value is None:
            return None
        points = events[0].points  # type: ignore[union-attr]
        return before - value - self.scenario.playbook.weights.points * points

    def best_line(self, standing: Standing) -> list[Action]:
        """The actions of one best continuation, to an ending; of equal ones the shortest, then the first.

        Empty where no ending can be reached.
        """
        line: list[Action] = []
        while standing.ended is None and self.value(standing) is not None:
            choices = [
                (a, advance(self.scenario, standing, a)[0]) for a in available(self.scenario, standing)
            ]
            best = [(a, after) for a, after in choices if self.cost(standing, a) == 0]
            action, standing = min(best, key=lambda pair: self._steps_from(pair[1]))
            line.append(action)
        return line

    def _steps_from(self, standing: Standing) -> int:
        """How many actions a best continuation takes at least."""
        if self._steps is None:
            self._steps = distances(self.explored, best_of=self.best_of)
        return _steps_in(self.explored, self._steps, standing)


def solve(scenario: Scenario, start: Standing | None = None, limit: int = LIMIT) -> Proof:
    """Solve a scenario from its start, or from any standing. Raises: TooManyStandings beyond `limit`."""
    if start is None:
        start = begin(scenario)[0]
    explored = explore(scenario, start, limit)
    best_of = _values(explored, 1)
    worst_of = _values(explored, -1)
    proof = Proof(explored, best_of, worst_of, None, None)
    proof.best = proof.value(start)
    proof.worst = proof.least(start)
    return proof


def locate(explored: Explored, standing: Standing) -> tuple[LayerKey, int, int]:
    """Where a live standing is kept: its layer, its number there, and what its representative leaves over.

    Raises: KeyError if it cannot be reached from the start.
    """
    key = (standing.moment, standing.gone)
    layer = explored.layers[key]
    batch = batch_of(standing, explored.bit_of_flag, explored.bit_of_action, len(layer.bit_runs))
    words, left = pack(layer, batch)
    number = _number_of(layer, [int(w[0]) for w in words])
    return key, number, int(left[0])


def _number_of(layer: Layer, key: list[int]) -> int:
    low, high = 0, layer.count
    for word, part in zip(layer.keys, key, strict=True):
        low, high = (
            low + int(np.searchsorted(word[low:high], part)),
            low + int(np.searchsorted(word[low:high], part, "right")),
        )
    if low >= high:
        raise KeyError("the standing cannot be reached from the start of this proof")
    return int(layer.numbers[low])


def endings_of(explored: Explored) -> Iterator[tuple[LayerKey, Layer, Outcome]]:
    """The layers in which an attempt is complete, with their outcome."""
    for key, layer in explored.layers.items():
        ended = outcome_of(explored.scenario, key)
        if ended is not None and layer.count:
            yield key, layer, ended


def backward(explored: Explored) -> Iterator[tuple[list[Layer], bool]]:
    """The components that can go on, last first, each with whether play can come round in it."""
    graph = explored.graph
    for component, cyclic in zip(reversed(graph.components), reversed(graph.cyclic), strict=True):
        layers = [explored.layers[key] for key in component]
        live = [x for x in layers if x.count and outcome_of(explored.scenario, x.key) is None]
        if live:
            yield live, cyclic


def terminal(explored: Explored, layer: Layer, ended: Outcome) -> int:
    """What the one standing of an ending layer is worth: its representatives and the outcome."""
    meters = tuple(c.representatives[0] for c in layer.classes)
    return explored.scale.ending(meters, ended)


def _values(explored: Explored, sign: int) -> dict[LayerKey, Ints]:
    """The best (`sign` 1) or worst (-1) result from each standing, in raw units."""
    never = sign * _NEVER
    table = {key: np.full(layer.count, never, np.int64) for key, layer in explored.layers.items()}
    for key, layer, ended in endings_of(explored):
        table[key][:] = terminal(explored, layer, ended)
    better = np.maximum if sign > 0 else np.minimum
    for layers, cyclic in backward(explored):
        moving = True
        while moving:
            moving = False
            for layer in layers:
                values = table[layer.key]
                before = values.copy() if cyclic else None
                for edges in layer.edges:
                    if edges.to is not None:
                        reached = edges.reward + table[edges.to][edges.target]
                        values[edges.source] = better(values[edges.source], reached)
                if before is not None and (before != values).any():
                    moving = True
    return table


def _steps_in(explored: Explored, table: dict[LayerKey, Ints], standing: Standing) -> int:
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
    left = _steps_in(explored, table, standing)
    if left >= _FAR:
        return None
    line: list[str] = []
    while standing.ended is not outcome:
        for action in available(explored.scenario, standing):
            after = advance(explored.scenario, standing, action)[0]
            if after.ended is not None and after.ended is not outcome:
                continue
            close = _steps_in(explored, table, after)
            if close == left - 1:
                standing, left = after, close
                line.append(action.id)
                break
    return line


__all__ = [
    "LIMIT",
    "NOWHERE",
    "Proof",
    "TooManyStandings",
    "backward",
    "distances",
    "endings_of",
    "locate",
    "solve",
    "terminal",
    "witness",
]
