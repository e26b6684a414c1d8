"""A conversation as a graph: a card for each moment, with its choices and where they lead.

Plain data, from which pictures and diagrams are made. What choices cost comes from the figures of a proof, in
points of the score: of a choice the least and the most it gives away, over every way of getting to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.scenario.model import Action, Branch, Confide, Line, Moment, Mood, Outcome, Scenario

Figures = Mapping[str, Any]
"""What `analyse` reports: see `game.analysis.figures`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of text of a moment. `who` is a name, "" for what is narrated; `when` a condition or ""."""

    who: str
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """Where something leads: a moment's index, or None where the conversation just ends."""

    to: int | None
    when: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a choice costs at least and at most, in points of the score (0-100)."""

    least: float
    most: float

    @property
    def middle(self) -> float:
        """The middle of the range."""
        return (self.least + self.most) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can happen in a moment: `kind` is "choice", "silence" or "otherwise" (none is left).

    `id` is the choice's own; `cost` and `is_available` are None where they are not known.
    """

    kind: str
    id: str
    say: str
    ways: tuple[Way, ...]
    when: str = ""
    shows: tuple[str, ...] = ()
    reply: tuple[Told, ...] = ()
    why: str = ""
    cost: Cost | None = None
    is_available: bool | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One moment.

    `heat` is what a choice in it costs on average, by the middle of each range; `is_reached` is None
    where it is not known; `walkout_of` names the customers who leave by it.
    """

    index: int
    id: str
    who: str
    moods: str
    told: tuple[Told, ...]
    thinks: str
    rows: tuple[Row, ...]
    ends: Outcome | None
    is_start: bool
    is_reached: bool | None
    heat: float | None
    walkout_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One or more ways from a moment to another, with what takes them. `is_back`: it closes a round."""

    source: int
    target: int
    labels: tuple[str, ...]
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole conversation. `has_costs` is false where the scenario was too large to be proved."""

    id: str
    title: str
    cards: tuple[Card, ...]
    links: tuple[Link, ...]
    has_costs: bool


def graph_of(scenario: Scenario, figures: Figures) -> Graph:
    """The graph of a scenario, with the costs that its figures hold."""
    costs = _costs(scenario, figures)
    cards = tuple(_card(scenario, moment, figures, costs) for moment in scenario.moments)
    links = with_rounds(tuple(_links(cards)), scenario.start)
    return Graph(scenario.id, scenario.title, cards, links, bool(costs))


def _costs(scenario: Scenario, figures: Figures) -> dict[int, Cost]:
    """The cost of each action that has one, by its index."""
    best, worst = figures["best"], figures["worst"]
    if not figures["exact"] or best is None or worst is None:
        return {}
    span = best - worst
    found = {}
    for action in scenario.actions:
        spent = figures["choices"].get(f"{scenario.moments[action.moment].id}/{action.id}")
        if spent is not None and spent["min_cost"] is not None:
            scale = 100 / span if span else 0
            found[action.index] = Cost(spent["min_cost"] * scale, spent["max_cost"] * scale)
    return found


def _card(scenario: Scenario, moment: Moment, figures: Figures, costs: Mapping[int, Cost]) -> Card:
    rows = [_row(scenario, action, figures, costs) for action in moment.actions]
    if moment.otherwise:
        rows.append(Row("otherwise", "", "", _ways(moment.otherwise)))
    spent = [row.cost.middle for row in rows if row.cost is not None]
    return Card(
        index=moment.index,
        id=moment.id,
        who=_name(scenario, moment.speaker),
        moods=_moods(moment),
        told=tuple(_told(scenario, moment)),
        thinks=moment.thinks or "",
        rows=tuple(rows),
        ends=moment.ends,
        is_start=moment.index == scenario.start,
        is_reached=figures["moments"][moment.id]["reachable"],
        heat=sum(spent) / len(spent) if spent else None,
        walkout_of=tuple(c.name for c in scenario.customers if c.walkout == moment.index),
    )


def _row(scenario: Scenario, action: Action, figures: Figures, costs: Mapping[int, Cost]) -> Row:
    known = figures["choices"].get(f"{scenario.moments[action.moment].id}/{action.id}")
    behaviours = scenario.playbook.behaviours
    return Row(
        kind="silence" if action.is_silence else "choice",
        id=action.id,
        say=action.say,
        ways=_ways(action.then),
        when=action.when.text if action.when is not None else "",
        shows=tuple(behaviours[shown.behaviour].title for shown in action.shows),
        reply=tuple(_lines(scenario, action.reply)),
        why=action.why or "",
        cost=costs.get(action.index),
        is_available=known["available"] if known is not None else None,
    )


def _ways(branches: Iterable[Branch]) -> tuple[Way, ...]:
    return tuple(Way(b.to, b.when.text if b.when is not None else "") for b in branches)


def _told(scenario: Scenario, moment: Moment) -> Iterator[Told]:
    if moment.narrates:
        yield Told("", moment.narrates)
    yield from _lines(scenario, moment.says)
    for confide in moment.confides:
        yield from _confided(scenario, confide)


def _confided(scenario: Scenario, confide: Confide) -> Iterator[Told]:
    when = confide.when.text if confide.when is not None else ""
    for told in _lines(scenario, confide.lines):
        yield Told(told.who, told.text, " and ".join(part for part in (when, told.when) if part))


def _lines(scenario: Scenario, lines: Iterable[Line]) -> Iterator[Told]:
    for line in lines:
        yield Told(_name(scenario, line.speaker), line.text, line.when.text if line.when is not None else "")


def _moods(moment: Moment) -> str:
    """The moods a moment can show, in words; nothing for one that is always calm."""
    moods = list(dict.fromkeys(rule.mood for rule in moment.moods))
    return "" if moods in ([], [Mood.CALM]) else ", ".join(moods)


def _name(scenario: Scenario, speaker: str) -> str:
    names = {customer.id: customer.name for customer in scenario.customers}
    names |= {person.id: person.name for person in scenario.cast}
    return names.get(speaker, speaker)


def _links(cards: Iterable[Card]) -> Iterator[Link]:
    for card in cards:
        labels: dict[int, list[str]] = {}
        for row in card.rows:
            for way in row.ways:
                if way.to is not None:
                    label = row.id or row.kind
                    labels.setdefault(way.to, [])
                    if label not in labels[way.to]:
                        labels[way.to].append(label)
        for target, names in labels.items():
            yield Link(card.index, target, tuple(names))


def with_rounds(links: Sequence[Link], start: int) -> tuple[Link, ...]:
    """The links, those marked that lead back to a moment on the way to their own."""
    ways: dict[int, list[int]] = {}
    for place, link in enumerate(links):
        ways.setdefault(link.source, []).append(place)
    back: set[int] = set()
    seen: set[int] = set()
    for root in (start, *ways):
        if root not in seen:
            back |= _back_from(root, links, ways, seen)
    return tuple(replace(link, is_back=place in back) for place, link in enumerate(links))


def _back_from(root: int, links: Sequence[Link], ways: Mapping[int, list[int]], seen: set[int]) -> set[int]:
    """The links met from `root`, depth first, that lead to a moment still being gone through."""
    back: set[int] = set()
    seen.add(root)
    path = {root}
    waiting = [(root, iter(ways.get(root, ())))]
    while waiting:
        here, onward = waiting[-1]
        place = next(onward, None)
        if place is None:
            waiting.pop()
            path.discard(here)
            continue
        target = links[place].target
        if target in path:
            back.add(place)
        elif target not in seen:
            seen.add(target)
            path.add(target)
            waiting.append((target, iter(ways.get(target, ()))))
    return back
