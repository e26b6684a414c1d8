"""What exports to other tools share: names for what a scenario holds, and its conditions in their syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.authoring.measure import plain
from game.scenario.conditions import And, Bound, Compare, Condition, Constant, HasFlag, IsGone, Not, Or
from game.scenario.model import METERS, Action, Branch, Confide, Line, Scenario

_NOT_A_LETTER = re.compile(r"[^a-z0-9_]")


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a language writes conditions. `mark` begins every name of a variable."""

    mark: str
    both: str
    either: str
    negation: str


class Names:
    """Names for everything in a scenario that an export needs to name; no two are alike.

    The kinds have prefixes of their own, so that no name from a file can be a word of the other language.
    """

    def __init__(self, scenario: Scenario, mark: str = "") -> None:
        self.scenario = scenario
        self.mark = mark
        self.moments = _distinct("moment", [moment.id for moment in scenario.moments])
        behaviours = sorted({shown.behaviour for action in scenario.actions for shown in action.shows})
        self.behaviours = dict(zip(behaviours, _distinct("shows", behaviours), strict=True))

    def meter(self, place: int) -> str:
        """The variable of a meter, by its place in the flat tuple."""
        return f"{self.mark}{METERS[place % 3]}_{self.scenario.customers[place // 3].id}"

    def change(self, place: int) -> str:
        """The variable in which what is added to a meter is summed up."""
        return f"{self.mark}change_{METERS[place % 3]}_{self.scenario.customers[place // 3].id}"

    def gone(self, customer: int) -> str:
        """The variable that says that a customer has walked out."""
        return f"{self.mark}gone_{self.scenario.customers[customer].id}"

    def flag(self, place: int) -> str:
        """The variable of a flag, by its bit."""
        return f"{self.mark}flag_{self.scenario.flags[place]}"

    def flags(self, mask: int) -> list[str]:
        """The variables of the flags in a mask."""
        return [self.flag(place) for place in range(len(self.scenario.flags)) if mask >> place & 1]

    def person(self, speaker: str) -> str:
        """The name of a customer or cast member."""
        names = {customer.id: customer.name for customer in self.scenario.customers}
        names |= {person.id: person.name for person in self.scenario.cast}
        return names.get(speaker, speaker)


def _distinct(kind: str, ids: Sequence[str]) -> list[str]:
    """A name for each id: letters, digits and underscores, beginning with the kind."""
    made: list[str] = []
    taken: set[str] = set()
    for place, id in enumerate(ids):
        name = f"{kind}_{_NOT_A_LETTER.sub('_', id)}"
        while name in taken:
            name += f"_{place}"
        taken.add(name)
        made.append(name)
    return made


def condition(when: Condition, names: Names, syntax: Syntax) -> str:
    """A condition in another language."""
    return _tree(when.tree, names, syntax)


def confided_where(confide: Confide, names: Names, syntax: Syntax) -> str:
    """When something is confided: its condition holds and not all its flags are set; "" for always."""
    tests = [_part(confide.when.tree, names, syntax)] if confide.when is not None else []
    flags = names.flags(confide.sets)
    if flags:
        unset = [f"{syntax.negation}{flag}" for flag in flags]
        tests.append(unset[0] if len(unset) == 1 else f"({f' {syntax.either} '.join(unset)})")
    return f" {syntax.both} ".join(tests)


def _tree(tree: Bound, names: Names, syntax: Syntax) -> str:
    match tree:
        case Constant(value):
            return "true" if value else "false"
        case Compare(meter, op, value):
            return f"{names.meter(meter)} {op} {value}"
        case HasFlag(mask):
            return names.flag(mask.bit_length() - 1)
        case IsGone(mask):
            return names.gone(mask.bit_length() - 1)
        case Not(part):
            return f"{syntax.negation}{_part(part, names, syntax)}"
        case And(parts):
            return f" {syntax.both} ".join(_part(part, names, syntax) for part in parts)
        case Or(parts):
            return f" {syntax.either} ".join(_part(part, names, syntax) for part in parts)


def _part(tree: Bound, names: Names, syntax: Syntax) -> str:
    """A part of a condition. A name alone has no parentheses: ink would take that for a list."""
    text = _tree(tree, names, syntax)
    return text if isinstance(tree, HasFlag | IsGone | Constant) else f"({text})"


def shown_lines(names: Names, lines: Sequence[Line]) -> Iterator[tuple[Condition | None, str]]:
    """Each line with its condition, as "Name: text"."""
    for line in lines:
        yield line.when, f"{names.person(line.speaker)}: {plain(line.text)}"


def depends(action: Action) -> bool:
    """Whether what an action does depends on the standing."""
    return action.totals is None


def sole(ways: tuple[Branch, ...]) -> int | None:
    """The one moment that a way leads to, if it has no conditions."""
    return ways[0].to if ways[0].when is None else None


def left_out(scenario: Scenario) -> list[str]:
    """What an export does not carry over, in words."""
    moments, actions = scenario.moments, scenario.actions
    counted = {
        "thoughts": sum(moment.thinks is not None for moment in moments),
        "time limits (saying nothing is a choice instead)": sum(m.seconds is not None for m in moments),
        "explanations": sum(action.why is not None for action in actions),
        "choices shown while they are locked": sum(
            action.when is not None and not action.locked_hidden for action in actions
        ),
    }
    words = [f"{what}: {count}" for what, count in counted.items() if count]
    recalled = [name for names in scenario.recalls.values() for name in names]
    if recalled:
        words.append(f"what earlier levels leave behind: {', '.join(recalled)}")
    return ["portraits, places and moods; the playbook's lessons; the score", *words]
