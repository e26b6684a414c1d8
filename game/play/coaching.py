"""What is to be learnt from one action: what it showed, and why it landed as it did."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.advance import reactions_of
from game.rules.standing import Standing
from game.scenario.model import Action, Scenario, Shown


@dataclass(frozen=True, slots=True)
class Note:
    """One behaviour shown.

    `lesson` is that of the reaction that applied; `turned`: the standing made it another than usual.
    """

    behaviour: str
    title: str
    principle: str
    principle_title: str
    helps: bool
    turned: bool
    lesson: str


@dataclass(frozen=True, slots=True)
class Coaching:
    """What to say about an action: the author's `why`, if there is one, goes before the lessons.

    `thinks` is what the customer kept to themselves, empty if nothing. `helping` tells whether the action
    counts as helping: every behaviour helps and it was not misplaced.
    """

    why: str
    notes: tuple[Note, ...]
    misplaced: bool
    thinks: str
    helping: bool

    @property
    def text(self) -> str:
        """The explanation in one piece: the `why`, else the lessons."""
        return self.why or " ".join(note.lesson for note in self.notes if note.lesson)


def coaching_of(scenario: Scenario, before: Standing, action: Action) -> Coaching:
    """What to say about `action`, taken in the standing `before`."""
    reactions = reactions_of(action, before)
    notes = tuple(
        _note(scenario, shown, reaction is not shown.reactions[-1], reaction.lesson)
        for shown, reaction in zip(action.shows, reactions, strict=True)
    )
    helping = bool(notes) and not action.misplaced and all(note.helps for note in notes)
    thinks = scenario.moments[action.moment].thinks or ""
    return Coaching(action.why or "", notes, action.misplaced, thinks, helping)


def _note(scenario: Scenario, shown: Shown, turned: bool, lesson: str) -> Note:
    playbook = scenario.playbook
    behaviour = playbook.behaviours.get(shown.behaviour)
    if behaviour is None:
        return Note(shown.behaviour, shown.behaviour, "", "", True, turned, lesson)
    principle = playbook.principles.get(behaviour.principle)
    title = principle.title if principle is not None else behaviour.principle
    return Note(behaviour.id, behaviour.title, behaviour.principle, title, behaviour.helps, turned, lesson)
