"""Flow: can everything be reached, and does every way lead to an ending?

Each is asked for every start: what a player brings from other levels may open ways, and close them.
"""

from __future__ import annotations

from game.analysis.checks.subject import Arrival, Subject
from game.analysis.layers import NOWHERE
from game.analysis.paths import way_to


def _help(arrival: Arrival) -> str | None:
    """What has to be brought for it to happen."""
    flags = ", ".join(arrival.recalled)
    return f"it happens to whoever brings {flags} from another level" if flags else None


def check_start(subject: Subject) -> None:
    """The player can choose something, and from there an ending can be reached."""
    scenario = subject.scenario
    span = scenario.moments[scenario.start].span
    for arrival in subject.arrivals:
        if arrival.proof.start.ended is not None:
            subject.findings.add("M406", span, _help(arrival))
            return
        if arrival.proof.best is None:
            subject.findings.add("M404", span, _help(arrival))
            return


def check_dead_ends(subject: Subject) -> None:
    """No action leads where nothing is left to choose; one finding for each action that does."""
    seen: set[int] = set()
    for arrival in subject.arrivals:
        explored = arrival.proof.explored
        for key, layer in explored.layers.items():
            for edges in layer.edges:
                if edges.to is None and len(edges.source) and edges.action.index not in seen:
                    seen.add(edges.action.index)
                    way = [*way_to(explored, key, int(edges.source[0])), edges.action.id]
                    name = subject.name_of(edges.action)
                    subject.findings.add_shown("M401", edges.action.span, way, _help(arrival), choice=name)


def check_reached(subject: Subject) -> None:
    """Every moment can be reached, and in those that can, every choice can be taken."""
    reached: set[int] = set()
    taken: set[int] = set()
    for arrival in subject.arrivals:
        explored = arrival.proof.explored
        reached |= explored.passed | arrival.entered
        taken |= {e.action.index for layer in explored.layers.values() for e in layer.edges if len(e.source)}
    for moment in subject.scenario.moments:
        if moment.index not in reached:
            subject.findings.add("M402", moment.span, found=moment.id)
            continue
        for choice in moment.choices:
            if choice.index not in taken:
                subject.findings.add("M403", choice.span, found=subject.name_of(choice))


def check_walkouts(subject: Subject) -> None:
    """Whoever can walk out has a moment to leave by; one finding a customer, where it first happens."""
    seen = 0
    for arrival in subject.arrivals:
        explored = arrival.proof.explored
        for key, layer in explored.layers.items():
            for edges in layer.edges:
                if edges.to is None or edges.to[0] != NOWHERE:
                    continue
                leaving = edges.to[1] & ~key[1]
                if leaving & seen:
                    continue
                seen |= leaving
                way = [*way_to(explored, key, int(edges.source[0])), edges.action.id]
                name = subject.scenario.customers[leaving.bit_length() - 1].name
                subject.findings.add_shown("M405", edges.action.span, way, _help(arrival), found=name)
