"""Why a choice cannot be taken, in plain words, from the tree of its condition."""

from __future__ import annotations

from game.rules.standing import Standing
from game.scenario.conditions import (
    And,
    Bound,
    Compare,
    Condition,
    Constant,
    HasFlag,
    IsGone,
    Not,
    Or,
    compile_test,
)
from game.scenario.model import METERS, Action, Scenario

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_NEEDS = {
    "<": "below {}",
    "<=": "of {} or less",
    ">": "above {}",
    ">=": "of {} or more",
    "==": "of exactly {}",
    "!=": "of anything but {}",
}


def locked_reason(scenario: Scenario, standing: Standing, action: Action, *, for_writer: bool = False) -> str:
    """Why the action is not open in this standing; empty if its condition holds and it is not used up.

    A flag is named only `for_writer`: to a player its name would mean nothing, or tell too much.
    """
    if standing.taken & action.bit and not action.repeat:
        return "already said"
    return unmet(scenario, standing, action.when, for_writer=for_writer)


def unmet(scenario: Scenario, standing: Standing, when: Condition | None, *, for_writer: bool = False) -> str:
    """What a condition still needs, such as "needs trust of 50 or more (now 40)"; empty where it holds."""
    if when is None or when.test(standing.meters, standing.flags, standing.gone):
        return ""
    return "needs " + _missing(scenario, standing, when.tree, True, for_writer)


def _holds(standing: Standing, tree: Bound) -> bool:
    return compile_test(tree)(standing.meters, standing.flags, standing.gone)


def _missing(scenario: Scenario, standing: Standing, tree: Bound, wanted: bool, for_writer: bool) -> str:
    """What would have to change for `tree` to be `wanted`; only parts that are not so already are named."""
    match tree:
        case Compare(meter, op, value):
            need = _NEEDS[op if wanted else _OPPOSITE[op]].format(value)
            return f"{meter_name(scenario, meter)} {need} (now {standing.meters[meter]})"
        case HasFlag() if not for_writer:
            return "something you have not heard or done yet" if wanted else "something not to have happened"
        case HasFlag(mask):
            names = " and ".join(f"“{flag_words(name)}”" for name in scenario.flag_names(mask))
            return f"{names} first" if wanted else f"{names} not to have happened"
        case IsGone(mask):
            who = " and ".join(c.name for c in scenario.customers if mask >> c.index & 1)
            return f"{who} to have left" if wanted else f"{who} to be here"
        case Constant():
            return "a different customer"
        case Not(part):
            return _missing(scenario, standing, part, not wanted, for_writer)
        case And(parts) | Or(parts):
            # Where all parts are wanted, those that are so already need no word; else any one will do.
            every = isinstance(tree, And) is wanted
            open_parts = [part for part in parts if _holds(standing, part) is not wanted]
            said = [_missing(scenario, standing, part, wanted, for_writer) for part in open_parts]
            return (" and " if every else " or ").join(dict.fromkeys(said))
    raise TypeError(tree)  # pragma: no cover


def meter_name(scenario: Scenario, place: int) -> str:
    """A meter, by its place in the tuple of meters, in words: "trust", or "Maya's trust" among several."""
    name = METERS[place % 3]
    if len(scenario.customers) == 1:
        return name
    return f"{scenario.customers[place // 3].name}'s {name}"


def flag_words(flag: str) -> str:
    """A flag's name as words."""
    return flag.replace("_", " ")
