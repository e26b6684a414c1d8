"""Flow: can everything be reached, and does every way lead to an ending?"""

from __future__ import annotations

from game.analysis.checks.subject import Subject


def check_start(subject: Subject) -> None:
    """The player can choose something, and from there an ending can be reached."""
    for proved in subject.proved:
        if proved.proof.start.ended is not None:
            subject.show("M406", subject.start_span, proved, ())
        elif proved.proof.best is None:
            subject.show("M404", subject.start_span, proved, ())


def check_dead_ends(subject: Subject) -> None:
    """No action leads where nothing is left to choose; one finding for each action that does."""
    for proved in subject.proved:
        for key, edges in proved.edges():
            if edges.to is None:
                way = proved.ways.through(key, edges)
                subject.show("M401", edges.action.span, proved, way, choice=subject.name_of(edges.action))


def moments_reached(subject: Subject) -> set[int]:
    """The moments that some play enters, those passed on the way among them."""
    reached: set[int] = set()
    for proved in subject.proved:
        reached |= proved.explored.passed | {event.moment for event in proved.arrivals}
    return reached


def check_reached(subject: Subject) -> None:
    """Every moment can be reached, and in those that can, every choice can be taken."""
    scenario = subject.scenario
    reached = moments_reached(subject)
    taken = {index for proved in subject.proved for index in proved.by_action}
    left_by = {customer.walkout for customer in scenario.customers}
    for moment in scenario.moments:
        if moment.index not in reached:
            if moment.index not in left_by:  # M414 says so where the customer is
                subject.note("M402", moment.span, found=moment.id)
            continue
        for choice in moment.choices:
            if choice.index not in taken:
                subject.show_at("M403", choice.span, moment.index, found=subject.name_of(choice))
