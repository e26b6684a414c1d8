"""Choices, silences, lines and ways of a scenario, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from operator import add

from game.diagnostics import Span
from game.scenario.format import ChoiceDecl, LineDecl, Said, SilenceDecl, Way
from game.scenario.model import SILENCE, Action, Branch, Deltas, Line, Shown
from game.scenario.nodes import Scalar
from game.scenario.playbook import BoundPlaybook
from game.scenario.scope import Scope

MISPLACED_POINTS = -1


class ActionCompiler:
    """Compiles actions in the file's order; `made` has each at its index."""

    def __init__(
        self,
        scope: Scope,
        playbook: BoundPlaybook | None,
        moment_index: Mapping[str, int],
        moment_keys: Mapping[str, Scalar],
        people: set[str],
    ) -> None:
        self.scope = scope
        self.playbook = playbook
        self.moment_index = moment_index
        self.moment_keys = moment_keys
        self.people = people
        self.made: list[Action] = []

    def target(self, name: Scalar | None, what: str) -> int:
        """The index of a moment; an unknown one is reported."""
        if name is None:
            return 0
        index = self.moment_index.get(name.text)
        if index is None:
            advice = self.scope.findings.meant(name.text, self.moment_index, self.moment_keys)
            self.scope.findings.add("M301", name.span, advice, what=what, found=name.text)
            return 0
        return index

    def person(self, name: Scalar) -> str:
        """The id of a customer or cast member; an unknown one is reported."""
        if name.text not in self.people:
            advice = self.scope.findings.meant(name.text, self.people)
            self.scope.findings.add("M304", name.span, advice, found=name.text)
        return name.text

    def way(self, way: Way, what: str) -> tuple[Branch, ...]:
        """Branches, the last of which always holds."""
        if way is None:
            return ()
        if isinstance(way, Scalar):
            return (Branch(None, self.target(way, what), way.span),)
        scope = self.scope
        return tuple(
            Branch(
                scope.condition(branch.when, scope.sole),
                self.target(branch.to, "branch"),
                branch.to.span if branch.to is not None else None,
            )
            for branch in way
        )

    def lines(self, said: Said, speaker: str) -> tuple[Line, ...]:
        """What is said as lines; those that name nobody are the speaker's."""
        if said is None:
            return ()
        if isinstance(said, str):
            return (Line(speaker, said),)
        return tuple(self.line(line, speaker) for line in (said if isinstance(said, tuple) else (said,)))

    def line(self, line: LineDecl, speaker: str) -> Line:
        who = self.person(line.speaker) if line.speaker is not None else speaker
        return Line(who, line.says, self.scope.condition(line.when, self.scope.sole), line.mood)

    def choice(self, declared: ChoiceDecl, place: int, moment: int, speaker: str, then: Way) -> Action:
        """The choice at its 1-based place in the moment; `then` is the moment's, for want of its own."""
        when = self.scope.condition(declared.when, self.scope.sole)
        return self._action(declared, place, moment, speaker, then, when=when)

    def silence(self, declared: SilenceDecl, moment: int, speaker: str, then: Way) -> Action:
        """The moment's silence, an action like any other."""
        return self._action(declared, 0, moment, speaker, then, when=None)

    def _action(
        self,
        declared: ChoiceDecl | SilenceDecl,
        place: int,
        moment: int,
        speaker: str,
        then: Way,
        when: object,
    ) -> Action:
        scope = self.scope
        choice = declared if isinstance(declared, ChoiceDecl) else None
        toward = scope.customers.get(speaker, 0)
        if declared.toward is not None:
            toward = scope.customer(declared.toward) or 0
        misplaced = choice is not None and choice.misplaced
        shows = self._shows(declared.shows, toward, misplaced)
        effects = scope.deltas(declared.effects, toward)
        totals, points = _totals(shows, effects, misplaced)
        index = len(self.made)
        id = SILENCE if choice is None else (choice.id.text if choice.id is not None else str(place))
        action = Action(
            index=index,
            moment=moment,
            id=id,
            place=place,
            say=choice.say if choice is not None else "",
            when=when,  # type: ignore[arg-type]
            locked_hidden=choice is not None and choice.locked == "hidden",
            shows=shows,
            effects=effects,
            totals=totals,
            points=points,
            toward=toward,
            sale=choice.sale if choice is not None else 0,
            repeat=choice is None or choice.repeat,
            misplaced=misplaced,
            why=declared.why,
            reply=self.lines(declared.reply, speaker),
            sets=scope.mask(declared.sets),
            clears=scope.mask(declared.clears),
            then=self.way(declared.then if declared.then is not None else then, declared.kind_name),
            bit=1 << index,
            span=_span(declared),
        )
        self.made.append(action)
        return action

    def _shows(self, names: tuple[Scalar, ...], toward: int, misplaced: bool) -> tuple[Shown, ...]:
        if self.playbook is None:
            return ()
        shows = []
        for name in names:
            if name.text in self.playbook.behaviours:
                shows.append(self.playbook.shown(name.text, toward, misplaced))
            else:
                advice = self.scope.findings.meant(name.text, self.playbook.behaviours)
                self.scope.findings.add("M302", name.span, advice, playbook=self.playbook.id, found=name.text)
        return tuple(shows)


def _totals(shows: tuple[Shown, ...], effects: Deltas, misplaced: bool) -> tuple[Deltas | None, int]:
    """The whole effect and the points, where they do not depend on the standing."""
    if misplaced:
        return effects, MISPLACED_POINTS
    if any(len(shown.reactions) > 1 for shown in shows):
        return None, 0
    totals, points = effects, 0
    for shown in shows:
        totals = tuple(map(add, totals, shown.reactions[0].deltas))
        points += shown.reactions[0].points
    return totals, points


def _span(declared: ChoiceDecl | SilenceDecl) -> Span:
    return declared.node.span
