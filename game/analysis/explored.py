"""The standings that were found, and how each is kept: by layer, under a key, with a number.

A key holds what can still matter of a standing: the class of each meter, live flags and tracked actions.
numpy is imported with this module, so import it only where a proof is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from game.analysis.classes import MeterClasses
from game.analysis.layers import LayerGraph, LayerKey, outcome_of
from game.rules.scoring import RawScale
from game.rules.standing import Standing
from game.scenario.conditions import Condition
from game.scenario.model import Action, Outcome, Scenario

Ints: TypeAlias = npt.NDArray[Any]
Mask: TypeAlias = npt.NDArray[np.bool_]

WORD = 62  # bits of an int64 that are used


class TooManyStandings(Exception):
    """The limit of standings was passed. `by_moment` says how many each moment had by then."""

    def __init__(self, by_moment: dict[str, int]) -> None:
        super().__init__("too many standings")
        self.by_moment = by_moment


@dataclass(slots=True)
class Batch:
    """Standings on their way along one action: `source` their numbers in the layer they come from.

    `meters` and `bits` are columns (flags, then tracked actions, 62 to a word); `reward` is in raw units.
    """

    source: Ints
    meters: list[Ints]
    bits: list[Ints]
    reward: Ints

    def where(self, mask: Mask) -> Batch:
        """The standings for which `mask` holds."""
        at = np.flatnonzero(mask)
        return self.at(at)

    def at(self, at: Ints) -> Batch:
        """The standings at the given places."""
        return Batch(
            self.source[at], [m[at] for m in self.meters], [b[at] for b in self.bits], self.reward[at]
        )

    def copy(self) -> Batch:
        """The same standings in columns of their own list (the arrays are shared until replaced)."""
        return Batch(self.source, list(self.meters), list(self.bits), self.reward)

    def __len__(self) -> int:
        return len(self.source)


@dataclass(slots=True)
class Edges:
    """Edges of one action from one layer to another; `to` is None where the attempt is void."""

    action: Action
    source: Ints
    to: LayerKey | None
    target: Ints
    reward: Ints


@dataclass(slots=True)
class Layer:
    """The standings found in one layer. `keys` is sorted; the standing `keys[i]` has number `numbers[i]`."""

    key: LayerKey
    classes: tuple[MeterClasses, ...]
    class_tables: list[Ints]
    worth_tables: list[Ints | None]
    bit_runs: list[list[tuple[int, int, int]]]
    radices: list[int]
    words: list[list[int]]
    capacity: int
    keys: list[Ints] = field(default_factory=list)
    numbers: Ints = field(default_factory=lambda: np.empty(0, np.int32))
    count: int = 0
    edges: list[Edges] = field(default_factory=list)
    pending: list[tuple[Edges, list[Ints], Batch]] = field(default_factory=list)


@dataclass(slots=True)
class Seen:
    """What was seen to happen on the way, by the identity of the parts of the scenario.

    `branches` were taken, `confides` were said. `conditions` of choices came out as: bit 0 true, bit 1 false.
    """

    branches: set[int] = field(default_factory=set)
    confides: set[int] = field(default_factory=set)
    conditions: dict[int, int] = field(default_factory=dict)

    def came_out(self, condition: Condition, truth: bool | Mask) -> None:
        """Note how a condition came out, once for many standings."""
        have = self.conditions.get(id(condition), 0)
        if have == 3:
            return
        if isinstance(truth, bool):
            have |= 1 if truth else 2
        else:
            have |= bool(truth.any()) | (not truth.all()) << 1
        self.conditions[id(condition)] = have


@dataclass(slots=True)
class Explored:
    """All layers of a scenario from one start."""

    scenario: Scenario
    scale: RawScale
    graph: LayerGraph
    layers: dict[LayerKey, Layer]
    bit_of_flag: dict[int, int]
    bit_of_action: dict[int, int]
    passed: set[int]
    start: Standing
    seen: Seen

    @property
    def standings(self) -> int:
        """How many standings can be reached, those of one class counted once."""
        return sum(layer.count for layer in self.layers.values())


def pack(layer: Layer, batch: Batch) -> tuple[list[Ints], Ints]:
    """The keys of a batch in a layer, word by word, and its reward with what representatives leave."""
    reward = batch.reward
    words: list[Ints] = []
    sizes: list[int] = []
    for group in layer.words:
        word: Ints = np.zeros(len(batch), np.int64)
        size = 1
        for meter in group:
            word = word * layer.radices[meter] + layer.class_tables[meter][batch.meters[meter]]
            size *= layer.radices[meter]
        words.append(word)
        sizes.append(size)
    for meter, worth in enumerate(layer.worth_tables):
        if worth is not None:
            reward = reward + worth[batch.meters[meter]]
    packed = _packed_bits(layer, batch)
    for word, width in packed:
        if sizes[-1] << width < 1 << WORD:
            words[-1] = (words[-1] << width) | word
            sizes[-1] <<= width
        else:
            words.append(word)
            sizes.append(1 << width)
    return words, reward


def _packed_bits(layer: Layer, batch: Batch) -> list[tuple[Ints, int]]:
    """The live bits of a batch pressed together, each word with its width in bits."""
    out: dict[int, Ints] = {}
    width: dict[int, int] = {}
    for column, runs in zip(batch.bits, layer.bit_runs, strict=True):
        for first, mask, place in runs:
            word, at = divmod(place, WORD)
            part = ((column >> first) & mask) << at
            out[word] = out[word] | part if word in out else part
            width[word] = max(width.get(word, 0), at + mask.bit_length())
    return [(out[word], width[word]) for word in sorted(out)]


def batch_of(
    standing: Standing, bit_of_flag: dict[int, int], bit_of_action: dict[int, int], word_count: int
) -> Batch:
    """One standing as a batch of one."""
    bits = 0
    for place, bit in bit_of_flag.items():
        bits |= (standing.flags >> place & 1) << bit
    for index, bit in bit_of_action.items():
        bits |= (standing.taken >> index & 1) << bit
    words = [bits >> (WORD * word) & ((1 << WORD) - 1) for word in range(word_count)]
    return Batch(
        np.zeros(1, np.int32),
        [np.array([m], np.int16) for m in standing.meters],
        [np.array([w], np.int64) for w in words],
        np.zeros(1, np.int64),
    )


def distinct_keys(words: list[Ints], capacity: int) -> tuple[Ints, Ints]:
    """Places of one of each distinct key, in order of keys, and for every key which of them it is.

    `capacity` is how many keys there could be; where that is not many more than there are, a table of them
    spares the sorting.
    """
    size = len(words[0])
    if len(words) == 1 and capacity <= 16 * size + 4096:
        present = np.zeros(capacity, np.bool_)
        present[words[0]] = True
        keys = np.flatnonzero(present)
        place: Ints = np.empty(capacity, np.int32)
        place[keys] = np.arange(len(keys), dtype=np.int32)
        which = place[words[0]]
        first = np.empty(len(keys), np.int64)
        first[which] = np.arange(size)
        return first, which
    if len(words) == 1:
        _, order, inverse = np.unique(words[0], return_index=True, return_inverse=True)
        return order, inverse
    by_key = np.lexsort(words[::-1])
    fresh = np.zeros(len(by_key), np.bool_)
    fresh[:1] = True
    for word in words:
        ordered = word[by_key]
        fresh[1:] |= ordered[1:] != ordered[:-1]
    inverse = np.empty(len(by_key), np.intp)
    inverse[by_key] = np.cumsum(fresh) - 1
    return by_key[fresh], inverse


def look_up(layer: Layer, words: list[Ints]) -> Ints:
    """The numbers of sorted distinct keys in a layer, -1 for those it does not hold."""
    numbers = np.full(len(words[0]), -1, np.int32)
    if not layer.count:
        return numbers
    if len(words) == 1:
        at = np.searchsorted(layer.keys[0], words[0])
        at = np.minimum(at, layer.count - 1)
        found = layer.keys[0][at] == words[0]
        numbers[found] = layer.numbers[at[found]]
        return numbers
    known = dict(
        zip(zip(*(w.tolist() for w in layer.keys), strict=True), layer.numbers.tolist(), strict=True)
    )
    return np.array([known.get(k, -1) for k in zip(*(w.tolist() for w in words), strict=True)], np.int32)


def insert_keys(layer: Layer, words: list[Ints], numbers: Ints) -> None:
    """Add new keys to a layer, keeping its first word sorted where there is only one."""
    if not layer.keys:
        layer.keys, layer.numbers = words, numbers
        return
    keys = [np.concatenate([old, new]) for old, new in zip(layer.keys, words, strict=True)]
    together = np.concatenate([layer.numbers, numbers])
    order = np.lexsort(keys[::-1])
    layer.keys, layer.numbers = [k[order] for k in keys], together[order]


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
