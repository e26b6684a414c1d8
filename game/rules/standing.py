"""What is true at one point of an attempt, and what happened on the way to it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from game.scenario.model import Action, Confide, Moment, Outcome, Scenario

VOID: Literal["void"] = "void"
Ended: TypeAlias = Outcome | Literal["void"]
Meters: TypeAlias = tuple[int, ...]


class Standing(NamedTuple):
    """Everything the rules know: hashable, comparable, and enough to go on from.

    Layouts of `meters`, `flags`, `gone` and `taken` are those of `game.scenario.model`. `moment` is the index
    of the moment the player is in, or, where a customer walked out without a moment of their own, the last
    one. `ended` is None while the attempt is live.
    """

    moment: int
    meters: Meters
    flags: int = 0
    gone: int = 0
    taken: int = 0
    ended: Ended | None = None


class Acted(NamedTuple):
    """An action was taken. `points` and `sale` are what it earned: nothing when it is taken again."""

    action: Action
    points: int
    sale: int
    before: Meters
    after: Meters


class WalkedOut(NamedTuple):
    """A customer, by index, reached the limit and left."""

    customer: int


class Entered(NamedTuple):
    """A moment, by index, was reached; its own effects led from `before` to `after`."""

    moment: int
    before: Meters
    after: Meters
    confided: tuple[Confide, ...]


class Finished(NamedTuple):
    """The attempt is over: complete with an outcome, or void."""

    ended: Ended


Event: TypeAlias = Acted | WalkedOut | Entered | Finished


def outcome(standing: Standing) -> Outcome | None:
    """The outcome of a complete attempt; None while it is live and where it is void."""
    ended = standing.ended
    return ended if isinstance(ended, Outcome) else None


def is_open(action: Action, standing: Standing) -> bool:
    """Whether the action can be taken here: of this moment, its `when` holds and it is not used up."""
    if standing.ended is not None or action.moment != standing.moment:
        return False
    if standing.taken & action.bit and not action.repeat:
        return False
    when = action.when
    return when is None or when.test(standing.meters, standing.flags, standing.gone)


def available(scenario: Scenario, standing: Standing) -> list[Action]:
    """The actions that can be taken, choices in the file's order and silence last; empty once it is over."""
    _, meters, flags, gone, taken, ended = standing
    if ended is not None:
        return []
    actions = []
    for action in scenario.moments[standing.moment].actions:
        if taken & action.bit and not action.repeat:
            continue
        when = action.when
        if when is None or when.test(meters, flags, gone):
            actions.append(action)
    return actions


def has_choice(moment: Moment, meters: Meters, flags: int, gone: int, taken: int) -> bool:
    """Whether at least one choice (silence is none) is open in `moment`."""
    for action in moment.choices:
        if taken & action.bit and not action.repeat:
            continue
        when = action.when
        if when is None or when.test(meters, flags, gone):
            return True
    return False
