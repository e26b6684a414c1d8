"""The customers' meters: where they stand, how they just moved, and why."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.effects import MeterChange
from game.rules.standing import Meters
from game.scenario.model import METERS, Customer
from game.screens.icons import IconName
from game.screens.theme import Token
from game.screens.widgets import Column, Label, Meter, Row, Widget

_LOOKS: dict[str, tuple[Token, IconName, bool]] = {
    "trust": ("trust", "shield", False),
    "loyalty": ("loyalty", "heart", False),
    "tension": ("tension", "bolt", True),
}
"""Colour, icon and whether low is good, by meter."""


def signed(number: int) -> str:
    """Give a number with its sign: +5, −5."""
    return f"{'+' if number >= 0 else '−'}{abs(number)}"


def reason_words(change: MeterChange) -> list[str]:
    """List what moved a meter, each with its share, and where the meter came to its limit."""
    words = [f"{reason.text} {signed(reason.delta)}" for reason in change.reasons]
    if words and sum(reason.delta for reason in change.reasons) != change.delta:
        words.append(f"it stops at {change.after}")
    return words


def change_words(change: MeterChange) -> str:
    """Say by how much a meter moved and what moved it."""
    why = ", ".join(reason_words(change))
    return f"{change.meter.capitalize()} {signed(change.delta)}" + (f": {why}" if why else "")


def meters_panel(
    customers: Sequence[Customer],
    meters: Meters,
    changes: Sequence[MeterChange],
    *,
    speaking: str,
    gone: int,
) -> Widget:
    """Make the panel beside the stage: a block for each customer, reasons below the meter they moved."""
    several = len(customers) > 1
    blocks = [
        Column(
            [
                _name(customer, speaking, gone, several),
                *_meters(customer, meters, changes, small=several),
            ],
            gap=5 if several else 9,
        )
        for customer in customers
    ]
    return Column(blocks, gap=16)


def meters_strip(customers: Sequence[Customer], meters: Meters, *, speaking: str, gone: int) -> Widget:
    """Make the strip for small windows and large text: three small meters in a row for each customer."""
    several = len(customers) > 1
    return Column(
        [
            Column(
                [
                    _name(customer, speaking, gone, several) if several else None,
                    Row(
                        [_meter(customer, place, meters, small=True) for place in range(3)], gap=16, wrap=True
                    ),
                ],
                gap=2,
            )
            for customer in customers
        ],
        gap=10,
    )


def why_list(customers: Sequence[Customer], changes: Sequence[MeterChange]) -> Widget | None:
    """Make the list of what moved and why; None where nothing did."""
    if not changes:
        return None
    several = len(customers) > 1
    rows = [
        Label(
            (f"{change.name}: " if several else "") + change_words(change),
            "small",
            icon="up" if change.delta > 0 else "down",
            colour=_colour(change),
            rich=False,
        )
        for change in changes
    ]
    return Column(list(rows), gap=2, frame="flat", padding=(14, 10))


def _colour(change: MeterChange) -> Token:
    low_is_good = _LOOKS[change.meter][2]
    return "good" if (change.delta > 0) is not low_is_good else "bad"


def _name(customer: Customer, speaking: str, gone: int, several: bool) -> Widget:
    has_left = bool(gone >> customer.index & 1)
    is_speaking = several and speaking == customer.id and not has_left
    return Row(
        [
            Label(
                customer.name,
                "small" if several and not is_speaking else "strong",
                colour="accent" if is_speaking else "ink",
                icon="speech" if is_speaking else None,
                rich=False,
                flex=1,
            ),
            Label("has left", "caption", icon="door", pill=True) if has_left else None,
        ],
        gap=8,
    )


def _meter(customer: Customer, place: int, meters: Meters, *, small: bool) -> Meter:
    meter = METERS[place]
    colour, icon, low_is_good = _LOOKS[meter]
    return Meter(
        meter.capitalize(),
        meters[3 * customer.index + place],
        colour=colour,
        icon=icon,
        low_is_good=low_is_good,
        small=small,
        flex=1 if small else 0,
        key=f"{customer.id}-{meter}",
    )


def _meters(
    customer: Customer, meters: Meters, changes: Sequence[MeterChange], *, small: bool
) -> list[Widget]:
    items: list[Widget] = []
    for place in range(3):
        meter = _meter(customer, place, meters, small=small)
        meter.flex = 0
        moved = [change for change in changes if change.place == 3 * customer.index + place]
        reasons = [
            Label(words[0].upper() + words[1:], "caption", colour="ink_soft", rich=False)
            for change in moved
            for words in reason_words(change)
        ]
        items.append(Column([meter, *reasons], gap=3) if reasons else meter)
    return items
