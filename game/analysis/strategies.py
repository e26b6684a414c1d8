"""Who could win without reading: naive strategies and modelled players, as exact expectations.

A naive strategy prefers some choices by what can be seen without understanding them; among those it likes
best it takes each with the same chance. A modelled player takes the best choice, the second best, or the
worst with given chances. All play over the available choices, never silence; an attempt that never ends or is
void scores 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenario.model import Action, Playbook, Scenario

if TYPE_CHECKING:
    from game.analysis.explored import Ints, Layer
    from game.analysis.layers import LayerKey
    from game.analysis.solve import Proof

CUES = (
    "first",
    "last",
    "longest",
    "shortest",
    "politest",
    "bluntest",
    "most-questions",
    "most-numbers",
    "random",
)
STEM_HIDDEN = "stem-hidden"
PLAYERS: Mapping[str, tuple[float, float, float]] = {
    "45/35/20": (0.45, 0.35, 0.20),
    "60/30/10": (0.60, 0.30, 0.10),
    "80/15/5": (0.80, 0.15, 0.05),
}


@dataclass(frozen=True, slots=True)
class Strategy:
    """A naive strategy: what it prefers, as a number for each action of the scenario by its index."""

    name: str
    preference: tuple[int, ...]


def strategies_of(scenario: Scenario) -> list[Strategy]:
    """Every naive strategy for a scenario: cues, the playbook's habits, and the stem hidden."""
    playbook = scenario.playbook
    liking: dict[str, Callable[[Action], int]] = {name: _cue(name, scenario) for name in CUES}
    for name, behaviours in playbook.strategies.items():
        liking[name] = _habit(frozenset(behaviours))
    liking[STEM_HIDDEN] = lambda action: int(_all_help(action, playbook))
    return [Strategy(name, tuple(map(like, scenario.actions))) for name, like in liking.items()]


def _cue(name: str, scenario: Scenario) -> Callable[[Action], int]:
    fixed = {action.index: m.fixed_order for m in scenario.moments for action in m.actions}
    polite = _polite_pattern(scenario.playbook.polite_words)
    cues: dict[str, Callable[[Action], int]] = {
        "first": lambda a: -a.place if fixed[a.index] else 0,
        "last": lambda a: a.place if fixed[a.index] else 0,
        "longest": lambda a: len(plain(a.say)),
        "shortest": lambda a: -len(plain(a.say)),
        "politest": lambda a: len(polite.findall(a.say)),
        "bluntest": lambda a: -len(polite.findall(a.say)),
        "most-questions": lambda a: a.say.count("?"),
        "most-numbers": lambda a: len(re.findall(r"\d+", a.say)),
        "random": lambda a: 0,
    }
    return cues[name]


def plain(text: str) -> str:
    """A text without the marks of emphasis."""
    return text.replace("_", "")


def _polite_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def _habit(behaviours: frozenset[str]) -> Callable[[Action], int]:
    return lambda action: sum(shown.behaviour in behaviours for shown in action.shows)


def _all_help(action: Action, playbook: Playbook) -> bool:
    if action.misplaced or not action.shows:
        return False
    return all(
        playbook.behaviours[s.behaviour].helps for s in action.shows if s.behaviour in playbook.behaviours
    )


# --- expectations ------------------------------------------------------------------------------------


def every_mean(proof: Proof) -> tuple[dict[str, float | None], dict[str, float | None]]:
    """The mean scores, 0-100 and unrounded, of the naive strategies and of the modelled players.

    None where nothing can be scored.
    """
    from game.analysis.forward import comes_round

    strategies = strategies_of(proof.scenario)
    if proof.best is not None and proof.start.ended is None and not comes_round(proof.explored):
        means = _forward_means(proof, strategies)
    else:
        means = [_mean(proof, _preferring(s)) for s in strategies]
        means += [_mean(proof, _modelled(proof, chances)) for chances in PLAYERS.values()]
    names = [s.name for s in strategies]
    naive = dict(zip(names, means, strict=False))
    return naive, dict(zip(PLAYERS, means[len(names) :], strict=True))


def mean_scores(proof: Proof) -> dict[str, float | None]:
    """The mean score, 0-100 and unrounded, of each naive strategy; None where nothing can be scored."""
    return every_mean(proof)[0]


def player_scores(proof: Proof) -> dict[str, float | None]:
    """The mean score, 0-100 and unrounded, of each modelled player; None where nothing can be scored."""
    return every_mean(proof)[1]


def _forward_means(proof: Proof, strategies: list[Strategy]) -> list[float | None]:
    """The means where no play comes round. Strategies that prefer alike are followed once."""
    from game.analysis.chances import chances_of
    from game.analysis.forward import expect

    rows = [*dict.fromkeys(s.preference for s in strategies)]
    widest = max(len(moment.choices) for moment in proof.scenario.moments)
    mixes = [[_cumulated(n, chances) for n in range(widest + 1)] for chances in PLAYERS.values()]
    done, raw = expect(proof, chances_of(proof, rows, mixes), len(rows) + len(mixes))
    scores = [_score(proof, float(d), float(r)) for d, r in zip(done, raw, strict=True)]
    place = {preference: row for row, preference in enumerate(rows)}
    return [*(scores[place[s.preference]] for s in strategies), *scores[len(rows) :]]


def _score(proof: Proof, complete: float, raw_units: float) -> float:
    """The mean score from the chance of an ending and the mean raw result, in units, times that."""
    assert proof.best is not None and proof.worst is not None
    if proof.best == proof.worst:
        return 100 * complete
    raw = raw_units / proof.scale.unit
    return float(100 * (raw - float(proof.worst) * complete) / float(proof.best - proof.worst))


def _available(layer: Layer) -> dict[int, Ints]:
    """For each choice whether it is available, by standing of the layer."""
    import numpy as np

    found: dict[int, Ints] = {}
    for edges in layer.edges:
        if not edges.action.is_silence:
            mask = found.setdefault(edges.action.index, np.zeros(layer.count, np.bool_))
            mask[edges.source] = True
    return found


def _preferring(strategy: Strategy) -> Callable[[Layer], dict[int, Ints]]:
    def chances(layer: Layer) -> dict[int, Ints]:
        import numpy as np

        open_ = _available(layer)
        top = np.full(layer.count, -(1 << 40))
        for index, mask in open_.items():
            top = np.where(mask, np.maximum(top, strategy.preference[index]), top)
        liked = {i: mask & (strategy.preference[i] == top) for i, mask in open_.items()}
        count = np.maximum(1, sum(liked.values()))
        return {i: mask / count for i, mask in liked.items()}

    return chances


def _modelled(proof: Proof, chances: tuple[float, float, float]) -> Callable[[Layer], dict[int, Ints]]:
    """Best, second, worst with the given chances; equal choices share theirs."""

    def chances_in(layer: Layer) -> dict[int, Ints]:
        import numpy as np

        open_ = _available(layer)
        worth = {i: np.full(layer.count, -np.inf) for i in open_}
        for edges in layer.edges:
            if edges.to is not None and edges.action.index in worth:
                value = edges.reward + proof.best_of[edges.to][edges.target]
                worth[edges.action.index][edges.source] = value
        count = sum(mask.astype(np.int64) for mask in open_.values())
        table = np.array([_cumulated(n, chances) for n in range(len(open_) + 1)])
        result: dict[int, Ints] = {}
        for i, mask in open_.items():
            better = sum(other & (worth[j] > worth[i]) for j, other in open_.items())
            equal = sum(other & (worth[j] == worth[i]) for j, other in open_.items())
            better, equal = np.asarray(better, np.int64), np.maximum(1, np.asarray(equal, np.int64))
            share = (table[count, np.minimum(better + equal, len(open_))] - table[count, better]) / equal
            result[i] = np.where(mask, share, 0.0)
        return result

    return chances_in


def ranked_chances(count: int, chances: tuple[float, float, float]) -> list[float]:
    """The chance of each of `count` choices, best first; of two, the second takes the rest."""
    best, second, worst = chances
    if count == 0:
        return []
    if count == 1:
        return [1.0]
    if count == 2:
        return [best, second + worst]
    return [best, second, *([0.0] * (count - 3)), worst]


def _cumulated(count: int, chances: tuple[float, float, float]) -> list[float]:
    total, out = 0.0, [0.0]
    ranked = ranked_chances(count, chances)
    for place in range(max(len(ranked), _WIDEST)):
        total += ranked[place] if place < len(ranked) else 0.0
        out.append(total)
    return out


_WIDEST = 64
_ROUNDS = 5000  # after so many sweeps what is left on a round is nothing


def _mean(proof: Proof, chances_in: Callable[[Layer], dict[int, Ints]]) -> float | None:
    """The mean score of whoever plays by `chances_in`, from the start."""
    import numpy as np

    from game.analysis.explored import backward, endings_of, locate, terminal

    if proof.best is None or proof.worst is None:
        return None
    if proof.start.ended is not None:
        return 100.0
    explored = proof.explored
    done = {key: np.zeros(layer.count) for key, layer in explored.layers.items()}
    raw = {key: np.zeros(layer.count) for key, layer in explored.layers.items()}
    for key, layer, ended in endings_of(explored):
        done[key][:] = 1.0
        raw[key][:] = terminal(explored, layer, ended)
    for layers, cyclic in backward(explored):
        _settle(layers, {layer.key: chances_in(layer) for layer in layers}, done, raw, cyclic)
    key, number, left = locate(explored, proof.start)
    complete = float(done[key][number])
    return _score(proof, complete, float(raw[key][number]) + left * complete)


def _settle(
    layers: list[Layer],
    chances: dict[LayerKey, dict[int, Ints]],
    done: dict[LayerKey, Ints],
    raw: dict[LayerKey, Ints],
    cyclic: bool,
) -> None:
    """Fill in, for a component's standings, the chance of an ending and the mean raw result it brings.

    What leads out of the component is summed once. Where play can come round, what leads back is added
    until it no longer matters: each round is as much less likely.
    """
    import numpy as np

    first = dict(
        zip((layer.key for layer in layers), np.cumsum([0] + [x.count for x in layers]), strict=False)
    )
    size = sum(layer.count for layer in layers)
    base_done, base_raw = np.zeros(size), np.zeros(size)
    inside: list[tuple[Ints, Ints, Ints, Ints]] = []
    for layer in layers:
        for edges in layer.edges:
            if edges.to is None or edges.action.is_silence:
                continue
            p = chances[layer.key][edges.action.index][edges.source]
            source = edges.source + first[layer.key]
            if edges.to in first:
                inside.append((source, edges.target + first[edges.to], p, edges.reward))
                continue
            ends = done[edges.to][edges.target]
            base_done[source] += p * ends
            base_raw[source] += p * (edges.reward * ends + raw[edges.to][edges.target])
    all_done, all_raw = base_done, base_raw
    if cyclic and inside:
        sources, targets, ps, rewards = (np.concatenate(column) for column in zip(*inside, strict=True))
        for _ in range(_ROUNDS):
            ends = all_done[targets]
            new_done = base_done + np.bincount(sources, ps * ends, size)
            new_raw = base_raw + np.bincount(sources, ps * (rewards * ends + all_raw[targets]), size)
            moved = max(np.abs(new_done - all_done).max(), np.abs(new_raw - all_raw).max())
            all_done, all_raw = new_done, new_raw
            if moved < 1e-9:
                break
    for layer in layers:
        at = first[layer.key]
        done[layer.key], raw[layer.key] = all_done[at : at + layer.count], all_raw[at : at + layer.count]
