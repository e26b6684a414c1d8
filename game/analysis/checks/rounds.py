"""Rounds: where play can go round without getting anywhere, and where it can only go round."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis.checks.subject import Proved, Subject
from game.analysis.explored import Edges, Mask, backward
from game.analysis.layers import LayerKey
from game.analysis.solve import Proof
from game.scenario.model import Action

Masks = dict[LayerKey, Mask]
Step = tuple[LayerKey, int, Action]


def check_traps(subject: Subject) -> None:
    """No action leads to where play only goes round; dead ends are another finding."""
    for proved in subject.proved:
        defined = {key: Proof.is_defined(best) for key, best in proved.proof.best_of.items()}
        if proved.proof.best is None or all(mask.all() for mask in defined.values()):
            continue
        stopping = _can_stop(proved, defined)
        for key, edges in proved.edges():
            if edges.to is not None:
                trapped = ~defined[edges.to][edges.target] & ~stopping[edges.to][edges.target]
                trapped &= defined[key][edges.source]
                if trapped.any():
                    way = proved.ways.through(key, edges, trapped)
                    name = subject.name_of(edges.action)
                    subject.show("M413", edges.action.span, proved, way, found=name)


def _can_stop(proved: Proved, defined: Masks) -> Masks:
    """Which standings without an ending can come to a dead end."""
    stopping = {key: np.zeros(len(mask), np.bool_) for key, mask in defined.items()}
    for layers, cyclic in backward(proved.explored):
        moving = True
        while moving:
            moving = False
            for layer in layers:
                mine = stopping[layer.key]
                before = mine.copy()
                for edges in layer.edges:
                    stops = True if edges.to is None else stopping[edges.to][edges.target]
                    mine[edges.source] |= stops
                moving |= cyclic and bool((mine != before).any())
    return stopping


def check_rounds(subject: Subject) -> None:
    """Whoever comes round has something to show for it: no play comes back to the very same standing."""
    for proved in subject.proved:
        graph = proved.explored.graph
        if proved.proof.best is None:
            continue
        for component, cyclic in zip(graph.components, graph.cyclic, strict=True):
            if cyclic:
                for round_ in _rounds(proved, component):
                    _show_round(subject, proved, round_)


def _show_round(subject: Subject, proved: Proved, round_: list[Step]) -> None:
    key, number, _ = round_[0]
    way = [*proved.ways.to(key, number), *(action.id for _, _, action in round_)]
    last = round_[-1][2]
    subject.show("M412", last.span, proved, way, found=subject.name_of(last))


def _rounds(proved: Proved, component: tuple[LayerKey, ...]) -> Iterator[list[Step]]:
    """Rounds of one action, one for each such action; where there is none, one longer round if there is."""
    alone = set[int]()
    for key in component:
        for edges in proved.explored.layers[key].edges:
            same = edges.to == key and np.flatnonzero(edges.source == edges.target)
            if same is not False and len(same) and edges.action.index not in alone:
                alone.add(edges.action.index)
                nearest = same[np.argmin(proved.ways.steps[key][edges.source[same]])]
                yield [(key, int(edges.source[nearest]), edges.action)]
    if not alone:
        staying = _staying(proved, component)
        if any(mask.any() for mask in staying.values()):
            yield _walk_round(proved, staying)


def _inside(proved: Proved, component: tuple[LayerKey, ...]) -> list[tuple[LayerKey, LayerKey, Edges]]:
    return [
        (key, edges.to, edges)
        for key in component
        for edges in proved.explored.layers[key].edges
        if edges.to is not None and edges.to in component
    ]


def _staying(proved: Proved, component: tuple[LayerKey, ...]) -> Masks:
    """The standings from which play can stay in the component for ever."""
    staying = {key: np.ones(proved.explored.layers[key].count, np.bool_) for key in component}
    inside = _inside(proved, component)
    moving = True
    while moving:
        onward = {key: np.zeros(len(mask), np.bool_) for key, mask in staying.items()}
        for key, to, edges in inside:
            onward[key][edges.source[staying[to][edges.target]]] = True
        onward = {key: mask & staying[key] for key, mask in onward.items()}
        moving = any((mask != staying[key]).any() for key, mask in onward.items())
        staying = onward
    return staying


def _walk_round(proved: Proved, staying: Masks) -> list[Step]:
    """The round that is met when walking on from the nearest standing that can stay."""
    steps = proved.ways.steps
    starts = [
        (int(steps[key][n]), key, int(n)) for key, mask in staying.items() for n in np.flatnonzero(mask)
    ]
    _, key, number = min(starts)
    walked: list[Step] = []
    place: dict[tuple[LayerKey, int], int] = {}
    while (key, number) not in place:
        place[key, number] = len(walked)
        for edges in proved.explored.layers[key].edges:
            at = np.flatnonzero(edges.source == number)
            if edges.to in staying and len(at) and staying[edges.to][edges.target[at[0]]]:
                walked.append((key, number, edges.action))
                key, number = edges.to, int(edges.target[at[0]])
                break
    return walked[place[key, number] :]
