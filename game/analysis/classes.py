"""Which values of a meter no later reading or clamp can tell apart.

In a layer, a value of a meter is free if, whatever is still to come, no sum of effects can carry it to a
clamp or a limit and every comparison still to be made has one certain answer. Two free values with the same
answers lead through the same play; they differ only in what the meter itself is worth in the end, which is
linear. So one of them, the representative, stands for the class, and the difference rides on the edge that
leads there. Values that are not free stand for themselves.

The reach of later effects is kept as intervals of their sums: for each cut (a comparison is a cut between two
values) the sums at which it may be read, and for the clamps the sums at any point. In components where play
can come round, sums are unbounded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from game.analysis.layers import (
    LayerGraph,
    LayerKey,
    conditions_after,
    conditions_before,
    conditions_on_entry,
    is_frozen,
    leaves_of,
    outcome_of,
)
from game.analysis.values import possible_values
from game.rules.standing import Standing
from game.scenario.conditions import Compare, Condition
from game.scenario.model import TENSION, TRUST, Action, Moment, Scenario

Interval: TypeAlias = tuple[int, int]
UNBOUNDED: Interval = (-1000, 1000)
ANYWHERE = -1
"""The key of the interval over all sums, beside those of the cuts."""

Reach: TypeAlias = dict[int, Interval]
"""For one meter: from each cut, and from `ANYWHERE`, to the sums of effects at which it matters."""


@dataclass(frozen=True, slots=True)
class MeterClasses:
    """For each value 0-100 of one meter in one layer: its class, and that class's representative.

    `class_of[v]` counts from 0 to `count` - 1; `representatives[class_of[v]]` is a value of the same class.
    Values the meter cannot have are in class 0 without belonging there.
    """

    count: int
    class_of: tuple[int, ...]
    representatives: tuple[int, ...]


def classes(
    scenario: Scenario, graph: LayerGraph, start: Standing
) -> dict[LayerKey, tuple[MeterClasses, ...]]:
    """The classes of every meter in every layer, for standings in which an action is awaited."""
    reaches = _reaches(scenario, graph)
    possible = possible_values(scenario, graph, start)
    made: dict[tuple[int, bool, int, tuple[tuple[int, Interval], ...]], MeterClasses] = {}
    result: dict[LayerKey, tuple[MeterClasses, ...]] = {}
    for key, reach in reaches.items():
        row = []
        for meter, of_meter in enumerate(reach):
            kind, frozen, values = meter % 3, is_frozen(key[1], meter), possible[key][meter]
            asked = (kind, frozen, values, tuple(sorted(of_meter.items())))
            if asked not in made:
                made[asked] = _classes_of(kind, of_meter, frozen, values)
            row.append(made[asked])
        result[key] = tuple(row)
    return result


def _classes_of(kind: int, reach: Reach, frozen: bool, possible: int) -> MeterClasses:
    low, high = reach.get(ANYWHERE, (0, 0))
    floor = 1 if kind == TRUST and not frozen else 0
    ceiling = 99 if kind == TENSION and not frozen else 100
    if ANYWHERE not in reach:  # nothing comes after an ending
        floor, ceiling = 0, 100
    cuts = [(cut, span) for cut, span in reach.items() if cut != ANYWHERE]
    free = _free_values(range(floor - low, ceiling - high + 1), cuts)
    # Of a free value every cut is certain, so how many it has surely reached says which.
    reached_from = sorted(cut - span[0] for cut, span in cuts)
    seen: dict[tuple[bool, int], int] = {}
    class_of: list[int] = []
    representatives: list[int] = []
    for value in range(101):
        if not possible >> value & 1:
            class_of.append(0)
            continue
        signature = (True, bisect_right(reached_from, value)) if free[value] else (False, value)
        if signature not in seen:
            seen[signature] = len(representatives)
            representatives.append(value)
        class_of.append(seen[signature])
    return MeterClasses(max(1, len(representatives)), tuple(class_of), tuple(representatives or (0,)))


def _free_values(unclamped: range, cuts: list[tuple[int, Interval]]) -> list[bool]:
    """For each value whether no sum carries it to a clamp and no cut depends on the sum."""
    free = [value in unclamped for value in range(101)]
    for cut, (low, high) in cuts:
        for value in range(max(0, cut - high), min(101, cut - low)):
            free[value] = False
    return free


# --- how far later effects reach --------------------------------------------------------------------


def _merge(into: Reach, other: Reach, by: Interval = (0, 0)) -> None:
    for cut, (low, high) in other.items():
        low, high = low + by[0], high + by[1]
        if cut in into:
            have = into[cut]
            into[cut] = (min(have[0], low), max(have[1], high))
        else:
            into[cut] = (low, high)


def _read(into: list[Reach], conditions: Iterable[Condition], by: list[Interval] | None = None) -> None:
    for condition in conditions:
        for leaf in leaves_of(condition.tree):
            if isinstance(leaf, Compare):
                sums = by[leaf.meter] if by else (0, 0)
                _merge(into[leaf.meter], dict.fromkeys(cuts_of(leaf), sums))


def cuts_of(compare: Compare) -> tuple[int, ...]:
    """The cuts of a comparison: `c` where it tells values below `c` from those at or above it."""
    match compare.op:
        case ">=" | "<":
            return (compare.value,)
        case ">" | "<=":
            return (compare.value + 1,)
    return (compare.value, compare.value + 1)


def _reaches(scenario: Scenario, graph: LayerGraph) -> dict[LayerKey, list[Reach]]:
    at: dict[LayerKey, list[Reach]] = {}
    entering: dict[LayerKey, list[Reach]] = {}
    for component, cyclic in zip(reversed(graph.components), reversed(graph.cyclic), strict=True):
        if cyclic:
            _reach_round(scenario, graph, component, at, entering)
            continue
        key = component[0]
        at[key] = _reach_at(scenario, key, entering)
        entering[key] = _reach_entering(scenario, key, at, entering)
    return at


def _reach_round(
    scenario: Scenario,
    graph: LayerGraph,
    component: tuple[LayerKey, ...],
    at: dict[LayerKey, list[Reach]],
    entering: dict[LayerKey, list[Reach]],
) -> None:
    """Where play can come round, everything read inside or after is read at any sum."""
    size = 3 * len(scenario.customers)
    together: list[Reach] = [{} for _ in range(size)]
    inside = set(component)
    for key in component:
        moment = scenario.moments[key[0]]
        _read(together, conditions_on_entry(moment))
        for action in moment.actions:
            _read(together, conditions_before(action))
            _read(together, conditions_after(action))
        for target in graph.edges[key]:
            if target not in inside:
                for meter in range(size):
                    _merge(together[meter], entering[target][meter])
    for key in component:
        spread = [
            dict.fromkeys((*reach, ANYWHERE), (0, 0) if is_frozen(key[1], meter) else UNBOUNDED)
            for meter, reach in enumerate(together)
        ]
        at[key] = spread
        entering[key] = [dict(reach) for reach in spread]


def _reach_at(scenario: Scenario, key: LayerKey, entering: dict[LayerKey, list[Reach]]) -> list[Reach]:
    """From a standing in which an action is awaited."""
    size = 3 * len(scenario.customers)
    reach: list[Reach] = [{} for _ in range(size)]
    if outcome_of(scenario, key) is not None:
        return reach
    moment, gone = scenario.moments[key[0]], key[1]
    for action in moment.actions:
        _read(reach, conditions_before(action))
        sums = _sums_of(action, size, gone)
        for meter in range(size):
            _merge(reach[meter], {ANYWHERE: (0, 0)})
            _merge(reach[meter], {ANYWHERE: sums[meter]})
        _read(reach, conditions_after(action), sums)
        for target in _targets(scenario, action, gone):
            for meter in range(size):
                _merge(reach[meter], entering[target][meter], sums[meter])
    return reach


def _targets(scenario: Scenario, action: Action, gone: int) -> Iterable[LayerKey]:
    yield from ((branch.to, gone) for branch in action.then)
    for customer in scenario.customers:
        if not gone >> customer.index & 1:
            to = -1 if customer.walkout is None else customer.walkout
            yield (to, gone | 1 << customer.index)


def _reach_entering(
    scenario: Scenario,
    key: LayerKey,
    at: dict[LayerKey, list[Reach]],
    entering: dict[LayerKey, list[Reach]],
) -> list[Reach]:
    """From just before a moment's own effects."""
    size = 3 * len(scenario.customers)
    if key[0] < 0:
        return [{} for _ in range(size)]
    moment, gone = scenario.moments[key[0]], key[1]
    after: list[Reach] = [dict(reach) for reach in at[key]]
    _read(after, conditions_on_entry(moment))
    for branch in moment.otherwise:
        for meter in range(size):
            _merge(after[meter], entering[(branch.to, gone)][meter])
    reach: list[Reach] = []
    for meter, later in enumerate(after):
        scar = _scar_of(moment, meter, gone)
        mine: Reach = {}
        _merge(mine, later, (scar, scar))
        if scar:
            _merge(mine, {ANYWHERE: (0, 0)})
            _merge(mine, {ANYWHERE: (scar, scar)})
        reach.append(mine)
    return reach


def _scar_of(moment: Moment, meter: int, gone: int) -> int:
    if moment.effects is None or is_frozen(gone, meter):
        return 0
    return moment.effects[meter]


def _sums_of(action: Action, size: int, gone: int) -> list[Interval]:
    """For each meter the least and the most an action can add to it."""
    sums = []
    for meter in range(size):
        low = high = 0
        if not is_frozen(gone, meter):
            low = high = action.effects[meter]
            for shown in action.shows:
                deltas = [reaction.deltas[meter] for reaction in shown.reactions]
                low += min(deltas)
                high += max(deltas)
        sums.append((low, high))
    return sums
