"""What happens when an action is taken: pure and deterministic.

The steps, in order: effects and points of the behaviours shown, judged before the action; the clamp; flags
set and cleared; a walk-out; the branch that leads on; then, on entering a moment, its own effects, what is
confided, and whether it ends, lets the player choose, or passes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import add

from game.rules.standing import VOID, Acted, Entered, Event, Finished, Meters, Standing, WalkedOut, has_choice
from game.scenario.model import TENSION, TRUST, Action, Branch, Confide, Moment, Outcome, Reaction, Scenario

# A sum of a meter (0-100) and deltas is looked up here rather than compared twice; sums below zero index from
# the end. More than fifty effects of 100 would have to meet in one action to leave it.
_REACH = 5000
_CLAMP = (*range(101), *([100] * _REACH), *([0] * _REACH))

_new = tuple.__new__


class ActionUnavailable(ValueError):
    """The action cannot be taken in this standing."""


def reactions_of(action: Action, standing: Standing) -> tuple[Reaction, ...]:
    """How each behaviour the action shows is met in the standing before it, in the order of `shows`."""
    _, meters, flags, gone, _, _ = standing
    return tuple(
        next(r for r in shown.reactions if r.when is None or r.when.test(meters, flags, gone))
        for shown in action.shows
    )


def _judged(action: Action, meters: Meters, flags: int, gone: int) -> tuple[Meters, int]:
    """Deltas and points of an action whose behaviours depend on the standing."""
    totals, points = action.effects, 0
    for shown in action.shows:
        for reaction in shown.reactions:
            when = reaction.when
            if when is None or when.test(meters, flags, gone):
                totals = tuple(map(add, totals, reaction.deltas))
                points += reaction.points
                break
    return totals, points


def _moved(meters: Meters, deltas: Meters, gone: int) -> Meters:
    """The meters after the deltas, clamped to 0-100; whoever has walked out keeps theirs."""
    if gone:
        return tuple([m if gone >> (i // 3) & 1 else _CLAMP[m + deltas[i]] for i, m in enumerate(meters)])
    if len(meters) == 3:
        trust, loyalty, tension = meters
        d_trust, d_loyalty, d_tension = deltas
        return (_CLAMP[trust + d_trust], _CLAMP[loyalty + d_loyalty], _CLAMP[tension + d_tension])
    return tuple([_CLAMP[m] for m in map(add, meters, deltas)])


def _scarred(meters: Meters, deltas: Meters, gone: int) -> Meters:
    """The meters after a moment's own effects: clamped, but short of what makes someone walk out."""
    after = list(_moved(meters, deltas, gone))
    for place in range(0, len(after), 3):
        trust, tension = place + TRUST, place + TENSION
        after[trust] = max(after[trust], min(1, meters[trust]))
        after[tension] = min(after[tension], max(99, meters[tension]))
    return tuple(after)


def _first(branches: tuple[Branch, ...], meters: Meters, flags: int, gone: int) -> int:
    """Where the first branch that holds leads."""
    for branch in branches:
        when = branch.when
        if when is None or when.test(meters, flags, gone):
            return branch.to
    raise ValueError("no branch holds: the last one must have no condition")


def _leaver(meters: Meters, gone: int) -> int | None:
    """The first customer at the limit who has not walked out before."""
    if len(meters) == 3:
        trust, _, tension = meters
        return 0 if (trust == 0 or tension == 100) and not gone else None
    for customer in range(len(meters) // 3):
        at = 3 * customer
        if (meters[at + TRUST] == 0 or meters[at + TENSION] == 100) and not gone >> customer & 1:
            return customer
    return None


def _confided(moment: Moment, meters: Meters, flags: int, gone: int) -> tuple[tuple[Confide, ...], int]:
    """What is confided on arrival and the flags after it; later ones see the flags of earlier ones."""
    said = []
    for confide in moment.confides:
        if confide.sets and flags & confide.sets == confide.sets:
            continue
        if confide.when is None or confide.when.test(meters, flags, gone):
            said.append(confide)
            flags |= confide.sets
    return tuple(said), flags


def _enter(
    scenario: Scenario, target: int, meters: Meters, flags: int, gone: int, taken: int, events: list[Event]
) -> Standing:
    """Enter a moment, and pass on through moments that leave nothing to choose."""
    passed: set[tuple[int, int]] | None = None
    while True:
        moment = scenario.moments[target]
        before = meters
        if moment.effects is not None:
            meters = _scarred(meters, moment.effects, gone)
        confided: tuple[Confide, ...] = ()
        if moment.confides:
            confided, flags = _confided(moment, meters, flags, gone)
        events.append(_new(Entered, (target, before, meters, confided)))
        if moment.ends is not None:
            events.append(Finished(moment.ends))
            return Standing(target, meters, flags, gone, taken, moment.ends)
        if has_choice(moment, meters, flags, gone, taken):
            standing: Standing = _new(Standing, (target, meters, flags, gone, taken, None))
            return standing
        if passed is None:
            passed = set()
        if not moment.otherwise or (target, flags) in passed:
            events.append(Finished(VOID))
            return Standing(target, meters, flags, gone, taken, VOID)
        passed.add((target, flags))
        target = _first(moment.otherwise, meters, flags, gone)


def begin(scenario: Scenario, recalled: Iterable[str] = ()) -> tuple[Standing, list[Event]]:
    """The standing at the start and the events of arriving there.

    `recalled` names the flags the player brings from other levels; `starts` are applied in order before the
    first moment is entered. Names the scenario does not use are ignored.
    """
    meters = tuple(m for c in scenario.customers for m in (c.trust, c.loyalty, c.tension))
    flags = scenario.flag_mask(tuple(name for name in recalled if name in scenario.flags))
    for start in scenario.starts:
        if start.when is None or start.when.test(meters, flags, 0):
            meters = _moved(meters, start.deltas, 0)
    return begin_at(scenario, scenario.start, meters, flags)


def begin_at(scenario: Scenario, moment: int, meters: Meters, flags: int = 0) -> tuple[Standing, list[Event]]:
    """The standing on entering any moment with the given meters and flags, and the events of arriving."""
    events: list[Event] = []
    return _enter(scenario, moment, meters, flags, 0, 0, events), events


def advance(scenario: Scenario, standing: Standing, action: Action) -> tuple[Standing, list[Event]]:
    """The standing after an action, and what happened, in order; the first event is `Acted`.

    Raises: ActionUnavailable if the action belongs to another moment, is locked or used up, or the attempt is
    over.
    """
    at, meters, flags, gone, taken, ended = standing
    when = action.when
    again = taken & action.bit
    if (
        at != action.moment
        or ended is not None
        or (again and not action.repeat)
        or (when is not None and not when.test(meters, flags, gone))
    ):
        raise ActionUnavailable(f"{action.id!r} is not available in moment {scenario.moments[at].id!r}")
    deltas, points = action.totals, action.points
    if deltas is None:
        deltas, points = _judged(action, meters, flags, gone)
    after = _moved(meters, deltas, gone)
    sale = action.sale
    if again:
        points = sale = 0
    else:
        taken |= action.bit
    events: list[Event] = [_new(Acted, (action, points, sale, meters, after))]
    flags = (flags | action.sets) & ~action.clears
    leaver = _leaver(after, gone)
    if leaver is None:
        branch = action.then[0]
        target = branch.to if branch.when is None else _first(action.then, after, flags, gone)
    else:
        events.append(WalkedOut(leaver))
        gone |= 1 << leaver
        walkout = scenario.customers[leaver].walkout
        if walkout is None:
            events.append(Finished(Outcome.DEPARTURE))
            return Standing(at, after, flags, gone, taken, Outcome.DEPARTURE), events
        target = walkout
    return _enter(scenario, target, after, flags, gone, taken, events), events
