"""Where an attempt begins: the scenario's own start, or somewhere a trainer wants to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.diagnostics import nearest
from game.rules.advance import begin, begin_at
from game.rules.standing import Entered, Event, Meters, Standing
from game.scenario.model import METERS, Scenario


class StartError(ValueError):
    """A start that the scenario does not have: an unknown moment, customer, meter or flag."""


@dataclass(frozen=True, slots=True)
class StartAt:
    """Another start than the scenario's own. What is left out is as at the scenario's start.

    `meters` maps customer to meter to 0-100; where there is one customer, "" names them. `flags` are set.
    """

    moment: str | None = None
    meters: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


def start_standing(
    scenario: Scenario, recalled: Iterable[str] = (), at: StartAt | None = None
) -> tuple[Standing, list[Event]]:
    """The standing an attempt starts from, and the events of arriving there.

    Raises: StartError for names and values the scenario does not know.
    """
    if at is None:
        return begin(scenario, recalled)
    return begin_at(scenario, _moment(scenario, at.moment), *_given(scenario, recalled, at))


def _moment(scenario: Scenario, name: str | None) -> int:
    if name is None:
        return scenario.start
    for moment in scenario.moments:
        if moment.id == name:
            if moment.ends is not None:
                raise StartError(f'moment "{name}" is an ending: there is nothing to play from there')
            return moment.index
    raise StartError(_unknown("moment", name, [m.id for m in scenario.moments]))


def _given(scenario: Scenario, recalled: Iterable[str], at: StartAt) -> tuple[Meters, int]:
    recalled = tuple(recalled)
    _, events = begin(scenario, recalled)
    arrival = next(event for event in events if isinstance(event, Entered))
    meters = list(arrival.before)  # the entry effects of the first moment are not applied twice
    for customer, values in at.meters.items():
        place = _customer(scenario, customer)
        for meter, value in values.items():
            if meter not in METERS:
                raise StartError(_unknown("meter", meter, METERS))
            if not 0 <= value <= 100:
                raise StartError(f"{meter} must be from 0 to 100, not {value}")
            meters[3 * place + METERS.index(meter)] = value
    for name in at.flags:
        if name not in scenario.flags:
            raise StartError(_unknown("flag", name, scenario.flags))
    return tuple(meters), scenario.flag_mask(start_flags(scenario, recalled, at))


def start_flags(scenario: Scenario, recalled: Iterable[str], at: StartAt | None = None) -> tuple[str, ...]:
    """The names of the flags set before the first moment is entered."""
    named = (*recalled, *(at.flags if at is not None else ()))
    return tuple(dict.fromkeys(name for name in named if name in scenario.flags))


def _customer(scenario: Scenario, name: str) -> int:
    if not name:
        if len(scenario.customers) == 1:
            return 0
        names = ", ".join(c.id for c in scenario.customers)
        raise StartError(f"there are several customers: say whose meter is meant ({names})")
    for customer in scenario.customers:
        if customer.id == name:
            return customer.index
    raise StartError(_unknown("customer", name, [c.id for c in scenario.customers]))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    known = list(known)
    close = nearest(name, known)
    hint = f'; did you mean "{close}"?' if close else f"; there are {', '.join(known) or 'none'}"
    return f'unknown {what} "{name}"{hint}'
