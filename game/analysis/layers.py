"""The shape of a scenario, before any standing is visited: which layers there are and in what order.

A layer is a moment together with who has walked out by then. Layers form a graph that over-approximates
play: an edge says that one may follow the other, not that it does. From it follow the order in which
standings can be explored, which flags still matter where, and which actions can come round again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.scenario.conditions import And, Bound, Compare, Condition, HasFlag, Not, Or
from game.scenario.model import Action, Branch, Moment, Outcome, Scenario

LayerKey: TypeAlias = tuple[int, int]
"""(index of the moment, mask of who is gone). The moment is `NOWHERE` after a walk-out without a moment."""

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class LayerGraph:
    """The layers reachable from a start, grouped into strongly connected components.

    `components` are in an order in which every edge leads to the same or a later one; `cyclic` says for each
    whether play can come round in it. `tracked` holds the actions whose being taken must be remembered.
    `live_flags` masks, for each layer, the flags that the rules may read there or later.
    """

    start: LayerKey
    edges: dict[LayerKey, tuple[LayerKey, ...]]
    components: tuple[tuple[LayerKey, ...], ...]
    cyclic: tuple[bool, ...]
    tracked: tuple[Action, ...]
    live_flags: dict[LayerKey, int]
    live_actions: dict[LayerKey, frozenset[int]]


def outcome_of(scenario: Scenario, key: LayerKey) -> Outcome | None:
    """The outcome a layer ends in; None where play goes on."""
    return Outcome.DEPARTURE if key[0] == NOWHERE else scenario.moments[key[0]].ends


def is_frozen(gone: int, meter: int) -> bool:
    """Whether the meter at this place of the flat tuple belongs to someone who has walked out."""
    return bool(gone >> (meter // 3) & 1)


def conditions_on_entry(moment: Moment) -> Iterator[Condition]:
    """Every condition that arriving at a moment, and choosing there, can read."""
    for confide in moment.confides:
        if confide.when:
            yield confide.when
    for choice in moment.choices:
        if choice.when:
            yield choice.when
    yield from _conditions_of(moment.otherwise)


def conditions_before(action: Action) -> Iterator[Condition]:
    """Every condition read in the standing before an action's effects."""
    if action.when:
        yield action.when
    for shown in action.shows:
        for reaction in shown.reactions:
            if reaction.when:
                yield reaction.when


def conditions_after(action: Action) -> Iterator[Condition]:
    """Every condition read once an action's effects are in."""
    return _conditions_of(action.then)


def _conditions_of(branches: Iterable[Branch]) -> Iterator[Condition]:
    for branch in branches:
        if branch.when:
            yield branch.when


def leaves_of(tree: Bound) -> Iterator[Compare | HasFlag]:
    """The comparisons and flags in a condition."""
    match tree:
        case Compare() | HasFlag():
            yield tree
        case Not(part):
            yield from leaves_of(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves_of(part)


def _flags_read(conditions: Iterable[Condition]) -> int:
    mask = 0
    for condition in conditions:
        for leaf in leaves_of(condition.tree):
            if isinstance(leaf, HasFlag):
                mask |= leaf.mask
    return mask


def successors(scenario: Scenario, key: LayerKey) -> tuple[LayerKey, ...]:
    """The layers that may follow `key`: by `then`, by walking out, and by passing on."""
    moment_index, gone = key
    if outcome_of(scenario, key) is not None:
        return ()
    moment = scenario.moments[moment_index]
    found = {(branch.to, gone): None for action in moment.actions for branch in action.then}
    if moment.actions:
        for customer in scenario.customers:
            if not gone >> customer.index & 1:
                to = NOWHERE if customer.walkout is None else customer.walkout
                found[(to, gone | 1 << customer.index)] = None
    found |= {(branch.to, gone): None for branch in moment.otherwise}
    return tuple(found)


def build(scenario: Scenario, start: LayerKey) -> LayerGraph:
    """The layer graph from a start layer."""
    edges: dict[LayerKey, tuple[LayerKey, ...]] = {}
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key not in edges:
            edges[key] = successors(scenario, key)
            waiting.extend(edges[key])
    components = components_of(edges, start)
    cyclic = tuple(len(c) > 1 or c[0] in edges[c[0]] for c in components)
    reach = _reachable_moments(edges, components)
    returning = {key[0] for key in edges if key[0] != NOWHERE and reach[key] >> key[0] & 1}
    tracked = tuple(a for a in scenario.actions if a.moment in returning and _is_remembered(a))
    flags, actions = _live(scenario, edges, components, tracked)
    return LayerGraph(start, edges, components, cyclic, tracked, flags, actions)


def components_of(
    edges: dict[LayerKey, tuple[LayerKey, ...]], start: LayerKey
) -> tuple[tuple[LayerKey, ...], ...]:
    """The strongly connected components from `start`, sources first (Tarjan 1972, without recursion)."""
    index: dict[LayerKey, int] = {}
    low: dict[LayerKey, int] = {}
    on_stack: set[LayerKey] = set()
    stack: list[LayerKey] = []
    found: list[tuple[LayerKey, ...]] = []
    work: list[tuple[LayerKey, Iterator[LayerKey]]] = []

    def open_(node: LayerKey) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        on_stack.add(node)
        work.append((node, iter(edges[node])))

    open_(start)
    while work:
        node, rest = work[-1]
        for target in rest:
            if target not in index:
                open_(target)
                break
            if target in on_stack:
                low[node] = min(low[node], index[target])
        else:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                cut = _rindex(stack, node)
                found.append(tuple(sorted(stack[cut:])))
                on_stack.difference_update(stack[cut:])
                del stack[cut:]
    return tuple(reversed(found))


def _rindex(stack: Sequence[LayerKey], node: LayerKey) -> int:
    return next(i for i in range(len(stack) - 1, -1, -1) if stack[i] == node)


def _reachable_moments(
    edges: dict[LayerKey, tuple[LayerKey, ...]], components: tuple[tuple[LayerKey, ...], ...]
) -> dict[LayerKey, int]:
    """For each layer a mask of the moments that can be reached by one step or more."""
    reach: dict[LayerKey, int] = {}
    for component in reversed(components):
        inside = set(component)
        mask = 0
        for key in component:
            for target in edges[key]:
                if target[0] != NOWHERE:
                    mask |= 1 << target[0]
                if target not in inside:
                    mask |= reach[target]
        for key in component:
            reach[key] = mask
    return reach


def _is_remembered(action: Action) -> bool:
    """Whether an action differs the second time: it is used up, or earns points only once."""
    earns = any(r.points for shown in action.shows for r in shown.reactions) or action.points != 0
    return earns or not action.repeat


def _live(
    scenario: Scenario,
    edges: dict[LayerKey, tuple[LayerKey, ...]],
    components: tuple[tuple[LayerKey, ...], ...],
    tracked: tuple[Action, ...],
) -> tuple[dict[LayerKey, int], dict[LayerKey, frozenset[int]]]:
    """What is still read from each layer on: the mask of flags, and the tracked actions by index."""
    flags: dict[LayerKey, int] = {}
    actions: dict[LayerKey, frozenset[int]] = {}
    by_moment: dict[int, set[int]] = {}
    for action in tracked:
        by_moment.setdefault(action.moment, set()).add(action.index)
    for component in reversed(components):
        inside = set(component)
        mask, taken = 0, set[int]()
        for key in component:
            if outcome_of(scenario, key) is None:
                moment = scenario.moments[key[0]]
                mask |= _read_at(moment)
                taken |= by_moment.get(key[0], set())
            for target in edges[key]:
                if target not in inside:
                    mask |= flags[target]
                    taken |= actions[target]
                if target[0] != NOWHERE:
                    mask |= _flags_read(conditions_on_entry(scenario.moments[target[0]]))
        for key in component:
            flags[key] = mask
            actions[key] = frozenset(taken)
    return flags, actions


def _read_at(moment: Moment) -> int:
    """The flags read at a moment. One that is passed on compares its flags with those of earlier passes."""
    mask = _flags_read(conditions_on_entry(moment))
    for action in moment.actions:
        mask |= _flags_read(conditions_before(action)) | _flags_read(conditions_after(action))
    if moment.otherwise:
        for confide in moment.confides:
            mask |= confide.sets
    return mask
