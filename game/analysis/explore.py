"""Every standing that can be reached, layer by layer, and every edge between them.

This is `game.rules.advance` once more, over whole arrays of standings: numpy takes the place of the loop, and
a property test holds the two against each other. Standings of a layer are numbered from 0; an edge leads from
one standing to one standing and carries what it adds to the raw result, in the units of `RawScale`.

numpy is imported with this module, so import it only where a proof is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any, TypeAlias

import numpy as np

from game.analysis.classes import classes
from game.analysis.explored import (
    WORD,
    Batch,
    Edges,
    Explored,
    Ints,
    Layer,
    Mask,
    Seen,
    TooManyStandings,
    batch_of,
    distinct_keys,
    insert_keys,
    look_up,
    pack,
)
from game.analysis.layers import NOWHERE, LayerKey, build, outcome_of
from game.analysis.truth import Truth, as_int, both, holds, negated
from game.rules.scoring import RawScale
from game.rules.standing import Standing
from game.scenario.model import TENSION, TRUST, Action, Branch, Moment, Scenario

_Passed: TypeAlias = "tuple[tuple[int, Batch], ...]"


def explore(scenario: Scenario, start: Standing, limit: int) -> Explored:
    """Every standing that can be reached from `start`. Raises: TooManyStandings beyond `limit`."""
    return _Explorer(scenario, start, limit).run()


class _Explorer:
    """One exploration: the layers found so far and how to step from one to the next."""

    def __init__(self, scenario: Scenario, start: Standing, limit: int) -> None:
        self.scenario, self.start, self.limit = scenario, start, limit
        self.scale = RawScale.of(scenario)
        self.graph = build(scenario, (start.moment, start.gone))
        self.classes = classes(scenario, self.graph, start)
        flags = self.graph.live_flags.values()
        read = 0
        for mask in flags:
            read |= mask
        names = [place for place in range(len(scenario.flags)) if read >> place & 1]
        self.bit_of_flag = {place: bit for bit, place in enumerate(names)}
        base = len(names)
        self.bit_of_action = {a.index: base + i for i, a in enumerate(self.graph.tracked)}
        self.word_count = max(1, -(-(base + len(self.graph.tracked)) // WORD))
        self.layers = {key: self._empty_layer(key) for key in self.graph.edges}
        self.passed: set[int] = set()
        self.seen = Seen()
        self.total = 0
        weights = [self.scale.points * 4000, *(200 * weight for weight in self.scale.meters)]
        self.has_small_rewards = sum(map(abs, weights)) < 1 << 31

    # --- layers and their keys ----------------------------------------------------------------------

    def _empty_layer(self, key: LayerKey) -> Layer:
        of_meters = self.classes[key]
        tables = [np.array(c.class_of, np.int64) for c in of_meters]
        worths: list[Ints | None] = []
        for weight, c in zip(self.scale.meters, of_meters, strict=True):
            worth = [weight * (value - c.representatives[c.class_of[value]]) for value in range(101)]
            worths.append(np.array(worth, np.int64) if any(worth) else None)
        radices = [c.count for c in of_meters]
        runs = self._bit_runs(key)
        width = max((place + mask.bit_length() for row in runs for _, mask, place in row), default=0)
        capacity = prod(radices) << width
        return Layer(key, of_meters, tables, worths, runs, radices, self._words(radices), capacity)

    def _bit_runs(self, key: LayerKey) -> list[list[tuple[int, int, int]]]:
        """For each word the runs of live bits in a layer: (first bit, mask, place when packed)."""
        flags = self.graph.live_flags[key]
        live = [bit for place, bit in self.bit_of_flag.items() if flags >> place & 1]
        live += [self.bit_of_action[index] for index in self.graph.live_actions[key]]
        runs: list[list[tuple[int, int, int]]] = [[] for _ in range(self.word_count)]
        packed = 0
        for bit in sorted(live):
            word, at = divmod(bit, WORD)
            if runs[word]:
                first, mask, place = runs[word][-1]
                if first + mask.bit_length() == at and place // WORD == packed // WORD:
                    runs[word][-1] = (first, mask << 1 | 1, place)
                    packed += 1
                    continue
            runs[word].append((at, 1, packed))
            packed += 1
        return runs

    @staticmethod
    def _words(radices: list[int]) -> list[list[int]]:
        """The meters grouped so that each group fits in one word of a key."""
        groups: list[list[int]] = [[]]
        size = 1
        for meter, radix in enumerate(radices):
            if radix == 1:
                continue
            if size * radix >= 1 << WORD:
                groups.append([])
                size = 1
            groups[-1].append(meter)
            size *= radix
        return groups

    def emit(self, action: Action, batch: Batch, to: LayerKey, source: Layer) -> None:
        """Note edges to another layer; their targets are numbered when that layer's turn comes."""
        layer = self.layers[to]
        words, reward = pack(layer, batch)
        if self.has_small_rewards:
            reward = reward.astype(np.int32)
        edges = Edges(action, batch.source, to, np.empty(0, np.int32), reward)
        source.edges.append(edges)
        layer.pending.append((edges, words, batch))

    def settle(self, layer: Layer) -> Batch | None:
        """Number the targets of pending edges; the standings that are new, or None."""
        if not layer.pending:
            return None
        pending, layer.pending = layer.pending, []
        words = [np.concatenate(column) for column in zip(*(w for _, w, _ in pending), strict=True)]
        order, inverse = distinct_keys(words, layer.capacity)
        distinct = [word[order] for word in words]
        numbers = look_up(layer, distinct)
        fresh = np.flatnonzero(numbers < 0)
        numbers[fresh] = np.arange(layer.count, layer.count + len(fresh), dtype=np.int32)
        targets = numbers[inverse]
        at = 0
        for edges, own, _ in pending:
            edges.target = targets[at : at + len(own[0])]
            at += len(own[0])
        if not len(fresh):
            return None
        layer.count += len(fresh)
        self.total += len(fresh)
        if self.total > self.limit:
            raise TooManyStandings(self._by_moment())
        insert_keys(layer, [word[fresh] for word in distinct], numbers[fresh])
        return self._represented(layer, pending, order[fresh], numbers[fresh])

    def _represented(
        self, layer: Layer, pending: list[tuple[Edges, list[Ints], Batch]], at: Ints, numbers: Ints
    ) -> Batch:
        """The new standings as columns, each meter replaced by its representative."""
        meters = []
        for meter, of_meter in enumerate(layer.classes):
            column = np.concatenate([batch.meters[meter] for _, _, batch in pending])[at]
            if any(of_meter.representatives[c] != v for v, c in enumerate(of_meter.class_of)):
                stand_ins = np.array([of_meter.representatives[c] for c in of_meter.class_of], np.int16)
                column = stand_ins[column]
            meters.append(column)
        bits = [
            np.concatenate([batch.bits[word] for _, _, batch in pending])[at]
            for word in range(self.word_count)
        ]
        return Batch(numbers, meters, bits, np.zeros(len(at), np.int64))

    def _by_moment(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for (moment, _), layer in self.layers.items():
            if moment != NOWHERE:
                name = self.scenario.moments[moment].id
                found[name] = found.get(name, 0) + layer.count
        return dict(sorted(found.items(), key=lambda item: -item[1]))

    # --- the walk -----------------------------------------------------------------------------------

    def run(self) -> Explored:
        first = self._batch_of(self.start)
        key = (self.start.moment, self.start.gone)
        if self.start.ended is None:
            layer = self.layers[key]
            words, _ = pack(layer, first)
            nothing = Edges(_NO_ACTION, first.source, key, np.empty(0, np.int32), first.reward)
            layer.pending.append((nothing, words, first))
            self._walk()
        return Explored(
            self.scenario,
            self.scale,
            self.graph,
            self.layers,
            self.bit_of_flag,
            self.bit_of_action,
            self.passed,
            self.start,
            self.seen,
        )

    def _walk(self) -> None:
        for component in self.graph.components:
            moving = True
            while moving:
                moving = False
                for key in component:
                    layer = self.layers[key]
                    fresh = self.settle(layer)
                    if fresh is not None and outcome_of(self.scenario, key) is None:
                        moving = True
                        self.expand(layer, fresh)

    def _batch_of(self, standing: Standing) -> Batch:
        return batch_of(standing, self.bit_of_flag, self.bit_of_action, self.word_count)

    def expand(self, layer: Layer, fresh: Batch) -> None:
        """Take every action in every new standing of a layer."""
        moment, gone = self.scenario.moments[layer.key[0]], layer.key[1]
        for action in moment.actions:
            open_ = self._open(action, fresh, gone)
            if open_ is True:
                self._act(layer, action, fresh.copy(), gone)
            elif open_ is not False and open_.any():
                self._act(layer, action, fresh.where(open_), gone)

    def _open(self, action: Action, batch: Batch, gone: int) -> Truth:
        """Whether an action can be taken."""
        result: Truth = True
        if action.when is not None:
            result = holds(action.when.tree, batch, gone, self.bit_of_flag)
            self.seen.came_out(action.when, result)
        bit = self.bit_of_action.get(action.index)
        if bit is not None and not action.repeat:
            result = both(result, batch.bits[bit // WORD] & (1 << bit % WORD) == 0)
        return result

    def _act(self, layer: Layer, action: Action, batch: Batch, gone: int) -> None:
        points = self._apply_effects(action, batch, gone)
        bit = self.bit_of_action.get(action.index)
        if bit is not None:
            word, mask = bit // WORD, 1 << bit % WORD
            if action.repeat:
                points = np.where(batch.bits[word] & mask, 0, points)
            batch.bits[word] = batch.bits[word] | mask
        batch.reward = batch.reward + self.scale.points * np.asarray(points, np.int64)
        self._set_flags(batch, action.sets, action.clears)
        staying = batch
        for customer in self.scenario.customers:
            if gone >> customer.index & 1:
                continue
            at = 3 * customer.index
            leaving = (staying.meters[at + TRUST] == 0) | (staying.meters[at + TENSION] == 100)
            if not leaving.any():
                continue
            left = staying.where(leaving)
            then_gone = gone | 1 << customer.index
            if customer.walkout is None:
                self.emit(action, left, (NOWHERE, then_gone), layer)
            else:
                self._enter(layer, action, left, customer.walkout, then_gone)
            staying = staying.where(~leaving)
        for target, part in self._branches(action.then, staying, gone):
            self._enter(layer, action, part, target, gone)

    def _apply_effects(self, action: Action, batch: Batch, gone: int) -> Ints | int:
        """Move the meters of a batch by an action; the points it is worth."""
        size = len(batch.meters)
        deltas: list[Ints | int] = list(action.effects if action.totals is None else action.totals)
        points: Ints | int = action.points
        if action.totals is None:
            points = 0
            for shown in action.shows:
                left: Truth = True
                for reaction in shown.reactions:
                    now: Truth = True
                    if reaction.when is not None:
                        now = holds(reaction.when.tree, batch, gone, self.bit_of_flag)
                    hit = as_int(both(left, now))
                    left = both(left, negated(now))
                    for meter in range(size):
                        if reaction.deltas[meter]:
                            deltas[meter] = deltas[meter] + reaction.deltas[meter] * hit
                    points = points + reaction.points * hit
        for meter in range(size):
            delta = deltas[meter]
            if gone >> (meter // 3) & 1 or (isinstance(delta, int) and delta == 0):
                continue
            batch.meters[meter] = np.clip(batch.meters[meter] + delta, 0, 100).astype(np.int16, copy=False)
        return points

    def _set_flags(self, batch: Batch, sets: int, clears: int) -> None:
        for mask, value in ((sets & ~clears, True), (clears, False)):
            for place, bit in self.bit_of_flag.items():
                if mask >> place & 1:
                    word, one = bit // WORD, 1 << bit % WORD
                    column = batch.bits[word]
                    batch.bits[word] = column | one if value else column & ~one

    def _branches(self, branches: tuple[Branch, ...], batch: Batch, gone: int) -> Iterator[tuple[int, Batch]]:
        """The batch parted by the first branch that holds."""
        for branch in branches:
            if not len(batch):
                return
            here: Truth = True
            if branch.when is not None:
                here = holds(branch.when.tree, batch, gone, self.bit_of_flag)
            if here is True:
                self.seen.branches.add(id(branch))
                yield branch.to, batch
                return
            if here is not False:
                if here.any():
                    self.seen.branches.add(id(branch))
                yield branch.to, batch.where(here)
                batch = batch.where(~here)

    def _enter(self, source: Layer, action: Action, batch: Batch, target: int, gone: int) -> None:
        """Enter a moment and pass on where it leaves nothing to choose, as `game.rules.advance` does."""
        waiting: list[tuple[int, Batch, _Passed]] = [(target, batch, ())]
        while waiting:
            at, batch, passed = waiting.pop()
            if not len(batch):
                continue
            moment = self.scenario.moments[at]
            self.passed.add(at)
            batch = batch.copy()
            self._scar(moment, batch, gone)
            self._confide(moment, batch, gone)
            chooses: Truth = True if moment.ends is not None else self._has_choice(moment, batch, gone)
            if chooses is True:
                self.emit(action, batch, (at, gone), source)
                continue
            if chooses is not False:
                if chooses.any():
                    self.emit(action, batch.where(chooses), (at, gone), source)
                batch = batch.where(~chooses)
            batch = self._without_void(source, action, batch, moment, passed)
            passed = (*passed, (at, batch))
            waiting += [(to, part, passed) for to, part in self._branches(moment.otherwise, batch, gone)]

    def _without_void(
        self, source: Layer, action: Action, batch: Batch, moment: Moment, passed: _Passed
    ) -> Batch:
        """The standings that can pass on; those that come to a dead end are noted as edges to nowhere."""
        void = np.full(len(batch), not moment.otherwise)
        for earlier, before in passed:
            if earlier == moment.index:
                void |= self._same_flags(batch, before)
        if not void.any():
            return batch
        lost = batch.where(void)
        source.edges.append(Edges(action, lost.source, None, np.empty(0, np.int32), lost.reward))
        return batch.where(~void)

    def _same_flags(self, batch: Batch, before: Batch) -> Mask:
        """Whether each standing's flags are those of an earlier pass (sources are unique and sorted)."""
        at = np.searchsorted(before.source, batch.source)
        at = np.minimum(at, max(0, len(before) - 1))
        same = before.source[at] == batch.source
        for word, column in enumerate(batch.bits):
            same &= before.bits[word][at] == column
        return np.asarray(same, np.bool_)

    def _scar(self, moment: Moment, batch: Batch, gone: int) -> None:
        if moment.effects is None:
            return
        for meter, delta in enumerate(moment.effects):
            if not delta or gone >> (meter // 3) & 1:
                continue
            before = batch.meters[meter]
            after = np.clip(before + delta, 0, 100)
            if meter % 3 == TRUST:
                after = np.maximum(after, np.minimum(1, before))
            elif meter % 3 == TENSION:
                after = np.minimum(after, np.maximum(99, before))
            batch.meters[meter] = after.astype(np.int16, copy=False)

    def _confide(self, moment: Moment, batch: Batch, gone: int) -> None:
        for confide in moment.confides:
            known = [place for place in self.bit_of_flag if confide.sets >> place & 1]
            if not known and id(confide) in self.seen.confides:
                continue
            said: Truth = True
            if confide.when is not None:
                said = holds(confide.when.tree, batch, gone, self.bit_of_flag)
            if said if isinstance(said, bool) else said.any():
                self.seen.confides.add(id(confide))
            for place in known:
                bit = self.bit_of_flag[place]
                word, one = bit // WORD, np.int64(1 << bit % WORD)
                column = batch.bits[word]
                if isinstance(said, bool):
                    batch.bits[word] = column | one if said else column
                else:
                    batch.bits[word] = np.where(said, column | one, column)

    def _has_choice(self, moment: Moment, batch: Batch, gone: int) -> Truth:
        result: Truth = False
        for choice in moment.choices:
            one = self._open(choice, batch, gone)
            if one is True:
                return True
            if one is not False:
                result = one if result is False else result | one
        return result


_NO_ACTION: Any = None
