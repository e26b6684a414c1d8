"""What choices do, as ink functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.authoring.exported import Names, Syntax, condition, depends
from game.scenario.model import Action, Reaction

INK = Syntax("", "&&", "||", "not ")
HELPERS = """\
=== function moved(value, change, gone) ===
{
- gone:
    ~ return value
}
~ return MAX(0, MIN(100, value + change))

=== function scarred_trust(value, change, gone) ===
~ return MAX(moved(value, change, gone), MIN(1, value))

=== function scarred_tension(value, change, gone) ===
~ return MIN(moved(value, change, gone), MAX(99, value))
"""


def act_name(names: Names, action: Action) -> str:
    """The function that does what an action does."""
    return f"act_{action.index}"


def functions(names: Names) -> Iterator[str]:
    """The functions of a scenario: of behaviours that depend on the standing, of actions, of walk-outs."""
    reacting = _reacting(names)
    for reactions, name in reacting.items():
        yield from _behaviour(names, name, reactions)
    for action in names.scenario.actions:
        yield from _act(names, action, reacting)
    for customer in names.scenario.customers:
        yield from _walks_out(names, customer.index)


def _reacting(names: Names) -> dict[tuple[Reaction, ...], str]:
    """A name for each behaviour, and customer it is aimed at, whose effects depend on the standing."""
    found: dict[tuple[Reaction, ...], str] = {}
    taken: set[str] = set()
    for action in names.scenario.actions:
        for shown in action.shows if depends(action) else ():
            if shown.reactions not in found:
                name = base = f"{names.behaviours[shown.behaviour]}_to_{action.toward}"
                while name in taken:
                    name = f"{base}_{len(taken)}"
                taken.add(name)
                found[shown.reactions] = name
    return found


def _behaviour(names: Names, name: str, reactions: Sequence[Reaction]) -> Iterator[str]:
    """Add to the changes what a behaviour does in the standing before the action."""
    yield f"=== function {name}() ==="
    conditional = [reaction for reaction in reactions if reaction.when is not None]
    last = list(_added(names, reactions[-1]))
    if not conditional:
        yield from last
    else:
        yield "{"
        for reaction in conditional:
            assert reaction.when is not None
            yield f"- {condition(reaction.when, names, INK)}:"
            yield from (f"    {line}" for line in [*_added(names, reaction), "~ return"])
        yield "}"
        yield from last
    yield "~ return"
    yield ""


def _added(names: Names, reaction: Reaction) -> Iterator[str]:
    for place, delta in enumerate(reaction.deltas):
        if delta:
            yield f"~ {names.change(place)} += {delta}"
    if reaction.points:
        yield f"~ scored += {reaction.points}"


def _act(names: Names, action: Action, reacting: dict[tuple[Reaction, ...], str]) -> Iterator[str]:
    scenario = names.scenario
    moment = scenario.moments[action.moment].id
    yield f"// {moment}: {action.id}"
    yield f"=== function {act_name(names, action)}() ==="
    if depends(action):
        places = list(range(3 * len(scenario.customers)))
        yield from (f"~ {names.change(place)} = {action.effects[place]}" for place in places)
        yield "~ scored = 0"
        yield from (f"~ {reacting[shown.reactions]}()" for shown in action.shows)
        changes = {place: names.change(place) for place in places}
    else:
        assert action.totals is not None
        yield f"~ scored = {action.points}"
        changes = {place: str(delta) for place, delta in enumerate(action.totals) if delta}
    for place, change in changes.items():
        meter = names.meter(place)
        yield f"~ {meter} = moved({meter}, {change}, {names.gone(place // 3)})"
    yield from _first_time(action)
    yield from (f"~ {flag} = true" for flag in names.flags(action.sets))
    yield from (f"~ {flag} = false" for flag in names.flags(action.clears))
    yield "~ return"
    yield ""


def _first_time(action: Action) -> Iterator[str]:
    """Points and sale count once; only what can be repeated has to remember that."""
    counted = ["~ points += scored", *([f"~ sale += {action.sale}"] if action.sale else [])]
    if not action.repeat:
        yield from counted
        return
    yield "{"
    yield f"- not taken_{action.index}:"
    yield from (f"    {line}" for line in counted)
    yield "}"
    yield f"~ taken_{action.index} = true"


def _walks_out(names: Names, customer: int) -> Iterator[str]:
    gone, trust, tension = names.gone(customer), names.meter(3 * customer), names.meter(3 * customer + 2)
    yield f"=== function walks_out_{names.scenario.customers[customer].id}() ==="
    yield "{"
    yield f"- not {gone} && ({trust} == 0 || {tension} == 100):"
    yield f"    ~ {gone} = true"
    yield "    ~ return true"
    yield "}"
    yield "~ return false"
    yield ""
