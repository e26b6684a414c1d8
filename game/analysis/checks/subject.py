"""What a check is given: a scenario, its proof, and where to note findings."""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.solve import Proof
from game.scenario.codes import Findings
from game.scenario.model import Action, Scenario


@dataclass(frozen=True, slots=True)
class Arrival:
    """A start with flags from other levels: what is proved from it, and the moments entered by then."""

    recalled: tuple[str, ...]
    proof: Proof
    entered: frozenset[int]


@dataclass(frozen=True, slots=True)
class Subject:
    """A scenario under check. The first of `arrivals` recalls nothing; `proof` is its proof."""

    scenario: Scenario
    arrivals: tuple[Arrival, ...]
    findings: Findings

    @property
    def proof(self) -> Proof:
        """What is proved for a player who brings nothing from other levels."""
        return self.arrivals[0].proof

    def name_of(self, action: Action) -> str:
        """An action as `moment/choice`."""
        return f"{self.scenario.moments[action.moment].id}/{action.id}"
