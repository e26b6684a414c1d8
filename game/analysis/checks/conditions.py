"""Conditions: does each of them ever hold, and ever fail, in a standing that can be reached?"""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.checks.flow import moments_reached
from game.analysis.checks.subject import Proved, Subject
from game.analysis.explored import Seen
from game.rules.standing import Entered
from game.scenario.model import Action, Branch, Moment, Scenario


def seen_in(subject: Subject) -> Seen:
    """What was seen to happen from any start, on the way to the first choice too."""
    seen = Seen()
    for proved in subject.proved:
        _merge(seen, proved.explored.seen)
        _arrive(seen, subject.scenario, proved)
    return seen


def _merge(into: Seen, other: Seen) -> None:
    into.branches |= other.branches
    into.confides |= other.confides
    for condition, came_out in other.conditions.items():
        into.conditions[condition] = into.conditions.get(condition, 0) | came_out


def _arrive(seen: Seen, scenario: Scenario, proved: Proved) -> None:
    """The moments passed before the first choice, which the proof begins after."""
    flags = scenario.flag_mask(tuple(name for name in proved.recalled if name in scenario.flags))
    for event in proved.arrivals:
        for confide in event.confided:
            seen.confides.add(id(confide))
            flags |= confide.sets
        _pass(seen, scenario, event, flags)


def _pass(seen: Seen, scenario: Scenario, event: Entered, flags: int) -> None:
    moment = scenario.moments[event.moment]
    held = [(c.when, c.when is None or c.when.test(event.after, flags, 0)) for c in moment.choices]
    for when, truth in held:
        if when is not None:
            seen.came_out(when, truth)
    if not any(truth for _, truth in held):
        for branch in moment.otherwise:
            if branch.when is None or branch.when.test(event.after, flags, 0):
                seen.branches.add(id(branch))
                return


def check_choices(subject: Subject) -> None:
    """No choice has a `when` that always holds; M403 is about those that never do."""
    seen = seen_in(subject)
    for action in subject.scenario.actions:
        when = action.when
        if when is not None and seen.conditions.get(id(when)) == 1:
            name = subject.name_of(action)
            subject.show_at("M407", when.span or action.span, action.moment, found=when.text, choice=name)


def check_branches(subject: Subject) -> None:
    """Where a way parts, every branch is taken by some play."""
    seen = seen_in(subject)
    ways = [*_ways(subject.scenario)]
    taken = {branch.span for _, way in ways for branch in way if id(branch) in seen.branches}
    for source, way in ways:
        for place, branch in enumerate(way):
            if id(branch) in seen.branches or (branch.span is not None and branch.span in taken):
                continue
            why = "its `when` never holds here" if branch.when is not None else _why_never(place, way)
            _show_branch(subject, source, branch, why)


def _why_never(place: int, way: tuple[Branch, ...]) -> str:
    if len(way) == 1:
        return "some choice is always open"
    return "the branch before it always holds" if place == 1 else "one of those before it always holds"


def _ways(scenario: Scenario) -> Iterator[tuple[Action | Moment, tuple[Branch, ...]]]:
    """What leads on in more than one way: actions that part, and moments that may or may not be passed on."""
    yield from ((action, action.then) for action in scenario.actions if len(action.then) > 1)
    for moment in scenario.moments:
        if len(moment.otherwise) > 1 or (moment.otherwise and moment.choices):
            yield moment, moment.otherwise


def _show_branch(subject: Subject, source: Action | Moment, branch: Branch, why: str) -> None:
    to = subject.scenario.moments[branch.to].id
    if isinstance(source, Action):
        found = subject.through(source)
        if found is not None:  # else the choice itself is never taken, which is another finding
            subject.show("M408", branch.span or source.span, *found, found=to, why=why)
    elif source.index in moments_reached(subject):
        subject.show_at("M408", branch.span or source.span, source.index, found=to, why=why)


def check_confides(subject: Subject) -> None:
    """Everything a customer would confide can be earned."""
    seen = seen_in(subject)
    reached = moments_reached(subject)
    for moment in subject.scenario.moments:
        for confide in moment.confides:
            if confide.when is not None and id(confide) not in seen.confides and moment.index in reached:
                span = confide.when.span or moment.span
                subject.show_at("M411", span, moment.index, found=confide.when.text, where=moment.id)
