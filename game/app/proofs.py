"""Proofs made in the background, so that play never waits for one.

numpy, which the solver needs, is imported in the thread that solves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from game.play.judge import Judge
    from game.rules.standing import Standing
    from game.scenario.model import Action, Scenario

    Solver = Callable[[Scenario, Standing], Judge]


class ProofJob:
    """A proof that is being made. `problem` says why there is none, where there will be none."""

    def __init__(self) -> None:
        self.proof: Judge | None = None
        self.problem: str | None = None
        self._done = threading.Event()

    @property
    def is_done(self) -> bool:
        """Whether `proof` or `problem` is there."""
        return self._done.is_set()

    def wait(self, timeout_s: float | None = None) -> Judge | None:
        """The proof, once it is there; None if there will be none or `timeout_s` has passed."""
        self._done.wait(timeout_s)
        return self.proof

    def run(self, solver: Solver, scenario: Scenario, start: Standing) -> None:
        """Make the proof. Whatever goes wrong is kept as `problem`: it must not end the game."""
        try:
            self.proof = solver(scenario, start)
        except Exception as error:
            self.problem = str(error) or type(error).__name__
        finally:
            self._done.set()


class Proofs:
    """The proofs of this run of the game, by version and start, one thread a proof."""

    def __init__(self, solver: Solver | None = None) -> None:
        """`solver` is for tests; else the exact one."""
        self._solver = solver or prove
        self._jobs: dict[tuple[str, Standing], ProofJob] = {}
        self._lock = threading.Lock()

    def request(self, scenario: Scenario, start: Standing) -> ProofJob:
        """The job for a scenario's proof from a start; begun now unless it has been before."""
        key = (scenario.content_hash, start)
        with self._lock:
            job = self._jobs.get(key)
            if job is not None:
                return job
            job = self._jobs[key] = ProofJob()
        arguments = (self._solver, scenario, start)
        threading.Thread(target=job.run, args=arguments, name="proof", daemon=True).start()
        return job


@dataclass(frozen=True, slots=True)
class Bounded:
    """What stands in for a proof where a scenario is too large for one: bounds, and no costs."""

    best: Fraction
    worst: Fraction
    exact: bool = False

    def value(self, standing: Standing) -> Fraction | None:
        """Not known."""
        return None

    def cost(self, standing: Standing, action: Action) -> Fraction | None:
        """Not known."""
        return None

    def best_line(self, standing: Standing) -> list[Action]:
        """Not known."""
        return []


def prove(scenario: Scenario, start: Standing) -> Judge:
    """The proof from a start, or bounds where there would be too many standings."""
    from game.analysis.bounds import bound
    from game.analysis.explored import TooManyStandings
    from game.analysis.solve import solve

    try:
        return solve(scenario, start)
    except TooManyStandings:
        bounds = bound(scenario, start)
        return Bounded(bounds.most, bounds.least)
