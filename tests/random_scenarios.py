"""Small random scenarios, made directly as compiled ones, for tests that hold two solvers against each other.

Every feature of the rules turns up: several customers, flags, loops, repeats, silence, walk-outs with and
without a moment, scars, confidences, moments that pass on, misplaced choices and behaviours that depend on
the standing.
"""

from __future__ import annotations

import random
from fractions import Fraction

from game.diagnostics import Span
from game.scenario.conditions import And, Bound, Compare, Condition, HasFlag, IsGone, Not, Or
from game.scenario.model import (
    Action,
    Bands,
    Branch,
    Confide,
    Customer,
    Moment,
    Outcome,
    Playbook,
    Reaction,
    Scenario,
    Shown,
    Start,
    Weights,
)

HERE = Span.point()


class Maker:
    """One random scenario from one seed."""

    def __init__(self, seed: int, *, loops: bool, customers: int, moments: int, flags: int) -> None:
        self.random = random.Random(seed)
        self.loops, self.customers, self.moments, self.flags = loops, customers, moments, flags
        self.size = 3 * customers
        self.actions: list[Action] = []
        self.first_ending = moments - 4

    def deltas(self, size: int = 25) -> tuple[int, ...]:
        step = self.random.choice([1, 5, 5])
        return tuple(
            self.random.choice([0, 0, 1, -1, 2, -2, 3, 4]) * step * max(1, size // 25)
            for _ in range(self.size)
        )

    def tree(self, depth: int = 2) -> Bound:
        kind = self.random.randrange(8 if depth else 4)
        if kind < 3:
            op = self.random.choice(["<", "<=", ">", ">=", "==", "!="])
            return Compare(
                self.random.randrange(self.size), op, self.random.choice([5, 30, 40, 50, 55, 70, 95])
            )
        if kind == 3:
            return HasFlag(1 << self.random.randrange(self.flags)) if self.flags else IsGone(1)
        if kind == 4:
            return Not(self.tree(depth - 1))
        parts = (self.tree(depth - 1), self.tree(depth - 1))
        return And(parts) if kind == 5 else Or(parts)

    def condition(self, chance: float) -> Condition | None:
        return Condition.of("?", self.tree()) if self.random.random() < chance else None

    def mask(self, chance: float = 0.3) -> int:
        if not self.flags or self.random.random() > chance:
            return 0
        return 1 << self.random.randrange(self.flags)

    def target(self, here: int) -> int:
        if self.loops and self.random.random() < 0.3:
            return self.random.randrange(self.moments)
        return self.random.randrange(here + 1, min(self.moments, here + 4))

    def then(self, here: int) -> tuple[Branch, ...]:
        gates = [
            Branch(self.condition(1), self.target(here)) for _ in range(self.random.choice([0, 0, 1, 2]))
        ]
        return (*gates, Branch(None, self.target(here)))

    def action(self, here: int, place: int) -> Action:
        rnd = self.random
        index = len(self.actions)
        misplaced = rnd.random() < 0.1
        own = self.deltas()
        shows = []
        for _ in range(rnd.choice([0, 1, 1, 2])):
            conditional = [
                Reaction(self.condition(1), self.deltas(), rnd.randrange(-1, 3), "")
                for _ in range(rnd.choice([0, 0, 1, 2]))
            ]
            shows.append(Shown("x", (*conditional, Reaction(None, self.deltas(), rnd.randrange(-2, 4), ""))))
        totals: tuple[int, ...] | None = None
        points = 0
        if misplaced:
            totals, points = own, -1
            nothing = (0,) * self.size
            shows = [Shown(s.behaviour, (Reaction(None, nothing, 0, ""),)) for s in shows]
        elif all(len(s.reactions) == 1 for s in shows):
            totals = tuple(o + sum(s.reactions[0].deltas[i] for s in shows) for i, o in enumerate(own))
            points = sum(s.reactions[0].points for s in shows)
        action = Action(
            index=index,
            moment=here,
            id=str(place) if place else "silence",
            place=place,
            say="" if not place else "word " * rnd.randrange(1, 9) + rnd.choice(["?", ".", "3."]),
            when=self.condition(0.3) if place else None,
            locked_hidden=False,
            shows=tuple(shows),
            effects=own,
            totals=totals,
            points=points,
            toward=0,
            sale=0,
            repeat=not place or rnd.random() < 0.2,
            misplaced=misplaced,
            why=None,
            reply=(),
            sets=self.mask(),
            clears=self.mask(0.1),
            then=self.then(here),
            bit=1 << index,
            span=HERE,
        )
        self.actions.append(action)
        return action

    def moment(self, index: int) -> Moment:
        rnd = self.random
        ends = list(Outcome)[index - self.first_ending] if index >= self.first_ending else None
        choices = [] if ends else [self.action(index, p + 1) for p in range(rnd.choice([0, 1, 2, 3, 3]))]
        silence = self.action(index, 0) if choices and rnd.random() < 0.2 else None
        otherwise = self.then(index) if not ends and (not choices or rnd.random() < 0.6) else ()
        confides = tuple(
            Confide(self.condition(0.7), (), self.mask(0.8)) for _ in range(rnd.choice([0, 0, 1, 2]))
        )
        return Moment(
            index=index,
            id=f"m{index}",
            contact="",
            place="",
            speaker="c0",
            moods=(),
            narrates="",
            says=(),
            thinks=None,
            confides=confides,
            seconds=5 if silence else None,
            choices=tuple(choices),
            silence=silence,
            actions=(*choices, silence) if silence else tuple(choices),
            effects=self.deltas() if rnd.random() < 0.25 else None,
            otherwise=otherwise,
            ends=ends,
            fixed_order=rnd.random() < 0.5,
            span=HERE,
        )

    def scenario(self) -> Scenario:
        rnd = self.random
        moments = tuple(self.moment(i) for i in range(self.moments))
        walkouts = [None, None, *range(1, self.moments)]
        customers = tuple(
            Customer(
                i,
                f"c{i}",
                f"C{i}",
                "",
                rnd.choice([20, 35, 50, 63]),
                rnd.choice([30, 50]),
                rnd.choice([40, 70, 90]),
                walkout=rnd.choice(walkouts),
                influence=Fraction(rnd.choice([1, 1, 2, 3]), rnd.choice([1, 1, 2])),
            )
            for i in range(self.customers)
        )
        outcomes = {o: Fraction(w) for o, w in zip(Outcome, (100, 40, 0, -60), strict=True)}
        weights = Weights(Fraction(3), Fraction(1), Fraction(5, 2), Fraction(1), outcomes)
        playbook = Playbook(
            "p", {}, {}, weights, Bands(Fraction(60), Fraction(75), Fraction(90)), {"xs": ("x",)}
        )
        return Scenario(
            id="random",
            title="Random",
            level=1,
            contact="",
            place="",
            summary="",
            teaches=(),
            playbook=playbook,
            customers=customers,
            cast=(),
            starts=(Start(self.condition(0.5), self.deltas()),) if rnd.random() < 0.3 else (),
            start=0,
            moments=moments,
            actions=tuple(self.actions),
            flags=tuple(f"f{i}" for i in range(self.flags)),
            remembers=(),
            recalls={},
            form_of=None,
            content_hash="",
            rules_hash="",
            moment_index={m.id: m.index for m in moments},
        )


def random_scenario(
    seed: int, *, loops: bool = False, customers: int = 1, moments: int = 10, flags: int = 2
) -> Scenario:
    """A small random scenario; the last four moments are its endings, best outcome first."""
    return Maker(seed, loops=loops, customers=customers, moments=moments, flags=flags).scenario()
