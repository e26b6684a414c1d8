"""What a check is given: a scenario, its proof, and where to note findings."""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.solve import Proof
from game.scenario.codes import Findings
from game.scenario.model import Action, Scenario


@dataclass(frozen=True, slots=True)
class Subject:
    """A scenario under check."""

    scenario: Scenario
    proof: Proof
    findings: Findings

    def name_of(self, action: Action) -> str:
        """An action as `moment/choice`."""
        return f"{self.scenario.moments[action.moment].id}/{action.id}"
