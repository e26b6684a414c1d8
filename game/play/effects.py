"""Which meters moved, by how much, and why: in terms a player can read."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.lines import Visit
from game.rules.advance import reactions_of
from game.rules.standing import Acted, Meters, Standing
from game.scenario.model import METERS, Action, Deltas, Scenario


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause of a change and what it asked for, before the clamp to 0-100."""

    text: str
    delta: int


@dataclass(frozen=True, slots=True)
class MeterChange:
    """How one customer's meter moved. `place` is its place in the tuple of meters."""

    customer: str
    name: str
    meter: str
    place: int
    before: int
    after: int
    reasons: tuple[Reason, ...]

    @property
    def delta(self) -> int:
        """By how much it moved, after the clamp."""
        return self.after - self.before


def action_changes(scenario: Scenario, before: Standing, acted: Acted) -> tuple[MeterChange, ...]:
    """The meters an action moved, each with the behaviours and effects that moved it."""
    return _changes(scenario, acted.before, acted.after, _causes(scenario, before, acted.action))


def arrival_changes(scenario: Scenario, visits: list[Visit]) -> tuple[MeterChange, ...]:
    """The meters moved by the moments' own effects on the way to where the attempt stands."""
    if not visits:
        return ()
    causes = [
        ("What happened next", visit.moment.effects) for visit in visits if visit.moment.effects is not None
    ]
    return _changes(scenario, visits[0].before, visits[-1].meters, causes)


def _causes(scenario: Scenario, before: Standing, action: Action) -> list[tuple[str, Deltas]]:
    causes: list[tuple[str, Deltas]] = []
    if not action.misplaced:
        for shown, reaction in zip(action.shows, reactions_of(action, before), strict=True):
            causes.append((behaviour_title(scenario, shown.behaviour), reaction.deltas))
    own = "Saying nothing" if action.is_silence else "What was said"
    causes.append((own, action.effects))
    return causes


def behaviour_title(scenario: Scenario, behaviour: str) -> str:
    """A behaviour's title in the playbook, else its id."""
    known = scenario.playbook.behaviours.get(behaviour)
    return known.title if known is not None else behaviour


def _changes(
    scenario: Scenario, before: Meters, after: Meters, causes: list[tuple[str, Deltas]]
) -> tuple[MeterChange, ...]:
    changes = []
    for customer in scenario.customers:
        for offset, meter in enumerate(METERS):
            place = 3 * customer.index + offset
            if before[place] == after[place]:
                continue
            reasons = tuple(Reason(text, deltas[place]) for text, deltas in causes if deltas[place])
            changes.append(
                MeterChange(customer.id, customer.name, meter, place, before[place], after[place], reasons)
            )
    return tuple(changes)
