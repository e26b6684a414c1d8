"""Which values a meter can have in each layer, meter by meter, without regard to the others.

A set of values is an int with bit `v` set for value `v`; an effect is a shift and a clamp. The sets are too
large rather than too small: every condition is taken to hold and not to hold. Where all numbers are multiples
of five they are small, and so are the keys of standings.
"""

from __future__ import annotations

from game.analysis.layers import NOWHERE, LayerGraph, LayerKey, is_frozen, outcome_of
from game.rules.standing import Standing
from game.scenario.model import Action, Moment, Scenario

_ALL = (1 << 101) - 1


def possible_values(scenario: Scenario, graph: LayerGraph, start: Standing) -> dict[LayerKey, list[int]]:
    """For each layer and meter the set of values a standing awaiting an action can have."""
    found = {key: [0] * len(start.meters) for key in graph.edges}
    found[graph.start] = [1 << value for value in start.meters]
    sums = {a.index: _sums(a, len(start.meters)) for a in scenario.actions}
    for component, cyclic in zip(graph.components, graph.cyclic, strict=True):
        moving = True
        while moving:
            before = [list(found[key]) for key in component]
            for key in component:
                _spread(scenario, key, found, sums)
            moving = cyclic and before != [found[key] for key in component]
    return found


def _spread(
    scenario: Scenario,
    key: LayerKey,
    found: dict[LayerKey, list[int]],
    sums: dict[int, list[tuple[int, ...]]],
) -> None:
    """Add to the layers that may follow what each action can make of the values here."""
    if outcome_of(scenario, key) is not None or not any(found[key]):
        return
    gone = key[1]
    for action in scenario.moments[key[0]].actions:
        after = [
            have if is_frozen(gone, meter) else _moved(have, sums[action.index][meter])
            for meter, have in enumerate(found[key])
        ]
        for branch in action.then:
            _arrive(scenario, (branch.to, gone), after, found)
        for customer in scenario.customers:
            if not gone >> customer.index & 1:
                to = NOWHERE if customer.walkout is None else customer.walkout
                _arrive(scenario, (to, gone | 1 << customer.index), after, found)


def _arrive(scenario: Scenario, to: LayerKey, values: list[int], found: dict[LayerKey, list[int]]) -> None:
    """Enter a moment with these values, and pass on from it as long as that brings something new."""
    waiting = [(to, values)]
    while waiting:
        key, values = waiting.pop()
        if key[0] != NOWHERE:
            moment = scenario.moments[key[0]]
            values = _scarred(moment, values, key[1])
        merged = [have | new for have, new in zip(found[key], values, strict=True)]
        if merged == found[key]:
            continue
        found[key] = merged
        if key[0] != NOWHERE and outcome_of(scenario, key) is None:
            waiting += [((branch.to, key[1]), values) for branch in moment.otherwise]


def _scarred(moment: Moment, values: list[int], gone: int) -> list[int]:
    if moment.effects is None:
        return values
    after = []
    for meter, (have, delta) in enumerate(zip(values, moment.effects, strict=True)):
        if delta and have and not is_frozen(gone, meter):
            have = _shifted(have, delta) | 1 << 1 | 1 << 99  # where trust and tension are held short
        after.append(have)
    return after


def _moved(values: int, deltas: tuple[int, ...]) -> int:
    after = 0
    for delta in deltas:
        after |= _shifted(values, delta)
    return after


def _shifted(values: int, delta: int) -> int:
    """Every value plus `delta`, clamped to 0-100."""
    if delta >= 0:
        moved = values << delta
        return (moved & _ALL) | (1 << 100 if moved >> 101 else 0)
    low = values & ((1 << -delta) - 1)
    return values >> -delta | (1 if low else 0)


def _sums(action: Action, size: int) -> list[tuple[int, ...]]:
    """For each meter everything an action can add to it."""
    result = []
    for meter in range(size):
        sums = {action.effects[meter]}
        for shown in action.shows:
            deltas = {reaction.deltas[meter] for reaction in shown.reactions}
            sums = {a + b for a in sums for b in deltas}
        result.append(tuple(sums))
    return result
