"""What is told and said, ready to be shown: who speaks, in which mood, and the words.

A moment's own lines are chosen by the standing on arrival, after its entry effects and before anything is
confided there, so that a line can differ between the first visit and a later one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from game.rules.standing import Acted, Entered, Event, Meters, Standing, WalkedOut
from game.scenario.model import Confide, Line, Moment, Mood, Scenario

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


class Kind(StrEnum):
    """What a piece of text is."""

    NARRATION = "narration"
    SPEECH = "speech"
    CONFIDED = "confided"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of text. `speaker`, `name` and `portrait` are empty and `mood` None for narration."""

    kind: Kind
    text: str
    speaker: str = ""
    name: str = ""
    portrait: str = ""
    mood: Mood | None = None


class Visit(NamedTuple):
    """A moment as it was reached: the meters after its own effects, flags and who had left on arrival."""

    moment: Moment
    before: Meters
    meters: Meters
    flags: int
    gone: int
    confided: tuple[Confide, ...]


def visits(scenario: Scenario, before: Standing, events: Iterable[Event]) -> Iterator[Visit]:
    """The moments reached in the `events` of an action taken in `before`."""
    return _visits(scenario, before.flags, before.gone, events)


def first_visits(scenario: Scenario, flags: int, events: Iterable[Event]) -> Iterator[Visit]:
    """The moments reached at the start, where `flags` were set before anything happened."""
    return _visits(scenario, flags, 0, events)


def _visits(scenario: Scenario, flags: int, gone: int, events: Iterable[Event]) -> Iterator[Visit]:
    for event in events:
        if isinstance(event, Acted):
            flags = (flags | event.action.sets) & ~event.action.clears
        elif isinstance(event, WalkedOut):
            gone |= 1 << event.customer
        elif isinstance(event, Entered):
            moment = scenario.moments[event.moment]
            yield Visit(moment, event.before, event.after, flags, gone, event.confided)
            for confide in event.confided:
                flags |= confide.sets


def mood_of(moment: Moment, meters: Meters, flags: int, gone: int) -> Mood:
    """The mood of the moment's speaker: the first that holds, else calm."""
    for rule in moment.moods:
        if rule.when is None or rule.when.test(meters, flags, gone):
            return rule.mood
    return Mood.CALM


def _spoken(
    scenario: Scenario,
    kind: Kind,
    lines: Sequence[Line],
    mood: Mood,
    speaker: str,
    at: tuple[Meters, int, int],
) -> Iterator[Said]:
    for line in lines:
        if line.when is None or line.when.test(*at):
            name, portrait = person(scenario, line.speaker)
            # The moment's mood is its speaker's; anybody else is calm unless the line says otherwise.
            own = line.mood or (mood if line.speaker == speaker else Mood.CALM)
            yield Said(kind, line.text, line.speaker, name, portrait, own)


def person(scenario: Scenario, speaker: str) -> tuple[str, str]:
    """The name and portrait of a customer or cast member, by id."""
    for customer in scenario.customers:
        if customer.id == speaker:
            return customer.name, customer.portrait
    for other in scenario.cast:
        if other.id == speaker:
            return other.name, other.portrait
    return speaker, ""


def told_on(scenario: Scenario, visit: Visit) -> list[Said]:
    """Everything told on reaching a moment: narration, what is said, what is confided."""
    moment, _, meters, flags, gone, confided = visit
    at = (meters, flags, gone)
    mood = mood_of(moment, *at)
    said = [] if moment.narrates is None else [Said(Kind.NARRATION, moment.narrates)]
    said += _spoken(scenario, Kind.SPEECH, moment.says, mood, moment.speaker, at)
    for confide in confided:
        said += _spoken(scenario, Kind.CONFIDED, confide.lines, mood, moment.speaker, at)
        at = (meters, at[1] | confide.sets, gone)
    return said


def replies(scenario: Scenario, before: Standing, acted: Acted) -> list[Said]:
    """What is answered to an action, in the standing after its effects and flags."""
    action = acted.action
    flags = (before.flags | action.sets) & ~action.clears
    at = (acted.after, flags, before.gone)
    moment = scenario.moments[action.moment]
    mood = mood_of(moment, *at)
    return list(_spoken(scenario, Kind.REPLY, action.reply, mood, moment.speaker, at))


def heard(scenario: Scenario, visits: Sequence[Visit]) -> Said | None:
    """What the player answers: the last line of the moment's speaker, else of anyone, else what is told.

    `visits` are the moments reached on the way, the present one last; None where nothing is told there.
    """
    if not visits:
        return None
    told = told_on(scenario, visits[-1])
    spoken = [said for said in told if said.kind is not Kind.NARRATION]
    own = [said for said in spoken if said.speaker == visits[-1].moment.speaker]
    return next((lines[-1] for lines in (own, spoken, told) if lines), None)


def in_short(text: str, limit: int = 100) -> str:
    """The end of a longer text, by whole sentences, or its last one cut at a word; an ellipsis says so."""
    if len(text) <= limit:
        return text
    kept = ""
    for sentence in reversed(_SENTENCE_END.split(text)):
        longer = f"{sentence} {kept}".strip()
        if len(longer) > limit:
            return f"… {kept}" if kept else f"{sentence[:limit].rsplit(' ', 1)[0].rstrip(' ,;:')} …"
        kept = longer
    return kept
