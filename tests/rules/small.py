"""Small scenarios for testing one rule at a time: written as a trainer would, then compiled."""

from __future__ import annotations

from textwrap import indent

from game.rules.advance import advance, begin
from game.rules.standing import Event, Standing, available
from game.scenario.library import compile_text
from game.scenario.model import Action, Scenario

PLAYBOOK = """\
format: 1
id: small
principles:
  care: {title: Care, teaches: To care first.}
behaviours:
  calm-down:
    {title: Calm, principle: care, helps: true, points: 2, lesson: It calms., effects: {tension: -15, trust: 5}}
  fix:
    title: Fix
    principle: care
    helps: true
    points: 3
    lesson: Fixed.
    effects: {trust: 10}
    depends:
      - {when: tension > 60, effects: {tension: 5}, points: 0, lesson: Too soon.}
  snap: {title: Snap, principle: care, helps: false, points: -1, lesson: Ouch., effects: {trust: -10}}
score: {points: 3, trust: 1, loyalty: 2, tension: 1,
        outcomes: {partnership: 100, satisfaction: 40, apathy: 0, departure: -60}}
bands: {pass: 60, silver: 75, gold: 90}
"""

ONE = "  ann: {name: Ann, trust: 50, loyalty: 50, tension: 50}"
TWO = ONE + "\n  bob: {name: Bob, trust: 40, loyalty: 40, tension: 40, influence: 3}"
ENDINGS = """\
good: {speaker: ann, says: Thanks., ends: partnership}
bad: {speaker: ann, says: No., ends: departure}
"""


def scenario(moments: str, *, customers: str = ONE, head: str = "", start: str = "a") -> Scenario:
    """A scenario of these moments and two endings, `good` and `bad`."""
    text = "\n".join(
        [
            "format: 1",
            "id: small",
            "title: Small",
            "playbook: small",
            "customers:",
            customers,
            head,
            f"start: {start}",
            "moments:",
            indent(moments.strip("\n") + "\n" + ENDINGS, "  "),
        ]
    )
    loaded = compile_text(text, name="small", playbook_text=PLAYBOOK)
    assert loaded.scenario is not None, "\n".join(str(f) for f in loaded.findings)
    return loaded.scenario


def action(where: Scenario, standing: Standing, name: str) -> Action:
    """The action of this id in the standing's moment, open or not."""
    return next(a for a in where.moments[standing.moment].actions if a.id == name)


def play(where: Scenario, *names: str) -> tuple[Standing, list[list[Event]]]:
    """Take actions by id from the start; the standing reached and the events of each."""
    standing, first = begin(where)
    happened = [first]
    for name in names:
        standing, events = advance(where, standing, action(where, standing, name))
        happened.append(events)
    return standing, happened


def open_ids(where: Scenario, standing: Standing) -> list[str]:
    """The ids of the actions that can be taken."""
    return [a.id for a in available(where, standing)]


def meters(standing: Standing, customer: int = 0) -> tuple[int, ...]:
    """Trust, loyalty and tension of one customer."""
    return standing.meters[3 * customer : 3 * customer + 3]
