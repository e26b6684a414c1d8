"""What play needs of a proof: the shape that `game.analysis.solve.Proof` has."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from game.rules.standing import Standing
from game.scenario.model import Action


class Judge(Protocol):
    """Best, worst and the cost of every action, raw, from one start.

    `exact` is False where these are bounds. Values are None where no ending can be reached.
    """

    @property
    def best(self) -> Fraction | None:
        """The best raw result from the start."""

    @property
    def worst(self) -> Fraction | None:
        """The worst raw result from the start."""

    @property
    def exact(self) -> bool:
        """Whether the figures are exact rather than bounds."""

    def value(self, standing: Standing) -> Fraction | None:
        """The best raw result still reachable, counting the points still to come."""

    def cost(self, standing: Standing, action: Action) -> Fraction | None:
        """What an action takes from the best raw result still reachable; never negative."""

    def best_line(self, standing: Standing) -> list[Action]:
        """The actions that lead to `value(standing)`."""
