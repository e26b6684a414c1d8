"""Best, worst and what every choice costs, exactly.

A backward pass over the explored layers gives each standing the best and the worst raw result still reachable
from it. Where play can come round, the pass is repeated until nothing changes: an edge on a round earns no
points the second time, so values settle.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from game.analysis.explore import explore
from game.analysis.explored import Explored, Ints, Mask, backward, endings_of, locate, terminal
from game.analysis.layers import LayerKey
from game.analysis.paths import distances, steps_in
from game.rules.advance import advance, begin
from game.rules.scoring import RawScale
from game.rules.standing import Standing, available
from game.scenario.model import Action, Outcome, Scenario

LIMIT = 2_000_000
_NEVER = -(1 << 60)  # the best of a standing from which no ending can be reached; minus it is the worst


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

    def steps_to_end(self) -> dict[LayerKey, Ints]:
        """How many actions a best continuation takes at least, by layer and number of standing."""
        if self._steps is None:
            self._steps = distances(self.explored, best_of=self.best_of)
        return self._steps

    def _steps_from(self, standing: Standing) -> int:
        return steps_in(self.explored, self.steps_to_end(), standing)


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
