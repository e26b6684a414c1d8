"""Leaving: who can walk out, whether they have a moment for it, and whether it can be avoided."""

from __future__ import annotations

from game.analysis.checks.flow import moments_reached
from game.analysis.checks.subject import Proved, Subject
from game.analysis.explored import endings_of
from game.analysis.layers import NOWHERE
from game.diagnostics import Span


def check_walkouts(subject: Subject) -> None:
    """Whoever can walk out has a moment to leave by; one finding a customer, by the shortest way."""
    found: dict[int, tuple[Proved, list[str], Span]] = {}
    for proved in subject.proved:
        for key, edges in proved.edges():
            if edges.to is None or edges.to[0] != NOWHERE:
                continue
            leaver = (edges.to[1] & ~key[1]).bit_length() - 1
            way = proved.ways.through(key, edges)
            if leaver not in found or len(way) < len(found[leaver][1]):
                found[leaver] = (proved, way, edges.action.span)
    for leaver, (proved, way, span) in sorted(found.items(), key=lambda item: item[0]):
        subject.show("M405", span, proved, way, found=subject.scenario.customers[leaver].name)


def check_leavers(subject: Subject) -> None:
    """A moment to leave by can be come to, and nobody leaves whatever is done."""
    reached = moments_reached(subject)
    for customer in subject.scenario.customers:
        bit = 1 << customer.index
        who = customer.name
        if customer.walkout is not None and customer.walkout not in reached:
            subject.note("M414", customer.walkout_span, found=who)
        for proved in subject.proved:
            ends = [key for key, _, _ in endings_of(proved.explored)]
            if ends and all(gone & bit for _, gone in ends):
                subject.show("M415", customer.walkout_span, proved, proved.ways.nearest(ends), found=who)
