"""Plays by chance: the spread of scores of a strategy, for which the exact mean alone says too little."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from game.analysis.solve import Proof
from game.analysis.strategies import PLAYERS, ranked_chances, strategies_of
from game.rules.advance import advance
from game.rules.scoring import raw_of, score_of
from game.rules.standing import Acted, Standing, available
from game.scenario.model import Action, Scenario

_ASKED_EVERY = 64
LONGEST = 10_000  # actions after which an attempt counts as one that never ends

Pick = Callable[[Standing, list[Action], Random], Action]


def names_of(scenario: Scenario) -> list[str]:
    """The strategies and modelled players that can be simulated."""
    return [s.name for s in strategies_of(scenario)] + list(PLAYERS)


def simulate(proof: Proof, name: str, runs: int, random: Random) -> list[Fraction]:
    """The scores of `runs` attempts of a strategy or modelled player; void and endless ones score 0.

    Raises: KeyError for an unknown name; ValueError where no ending can be reached.
    """
    if proof.best is None or proof.worst is None:
        raise ValueError("no ending can be reached")
    pick = _pick(proof, name)
    return [_play(proof, pick, random, proof.best, proof.worst) for _ in range(runs)]


def _pick(proof: Proof, name: str) -> Pick:
    if name in PLAYERS:
        return _modelled(proof, PLAYERS[name])
    liking = {s.name: s.preference for s in strategies_of(proof.scenario)}[name]

    def pick(standing: Standing, choices: list[Action], random: Random) -> Action:
        top = max(liking[a.index] for a in choices)
        return random.choice([a for a in choices if liking[a.index] == top])

    return pick


def _modelled(proof: Proof, chances: tuple[float, float, float]) -> Pick:
    never = Fraction(10**12)

    def pick(standing: Standing, choices: list[Action], random: Random) -> Action:
        costs = {a.index: never if (c := proof.cost(standing, a)) is None else c for a in choices}
        shuffled = random.sample(choices, len(choices))
        ranked = sorted(shuffled, key=lambda a: costs[a.index])
        return random.choices(ranked, ranked_chances(len(ranked), chances))[0]

    return pick


def _play(proof: Proof, pick: Pick, random: Random, best: Fraction, worst: Fraction) -> Fraction:
    scenario, standing, points = proof.scenario, proof.start, 0
    for step in range(LONGEST):
        if standing.ended is not None:
            break
        if step % _ASKED_EVERY == _ASKED_EVERY - 1 and proof.value(standing) is None:
            break  # no ending can be reached any more
        choices = [a for a in available(scenario, standing) if not a.is_silence]
        standing, events = advance(scenario, standing, pick(standing, choices, random))
        points += sum(event.points for event in events if isinstance(event, Acted))
    raw = raw_of(scenario, standing, points)
    return Fraction(0) if raw is None else score_of(raw, best, worst)
