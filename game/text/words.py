"""Play put into plain words, one thought a line: for a terminal, a pipe and a screen reader alike.

No box drawing, no colour, no column that must be seen to be understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from game.learning.debrief import Debrief, Step
from game.play.attempt import Attempt, Option
from game.play.coaching import Coaching
from game.play.effects import MeterChange
from game.play.journal import Mode
from game.play.lines import Kind, Said, in_short
from game.play.session import Reacting, Session, Telling
from game.rules.scoring import Band, Label
from game.scenario.model import METERS, Action, Mood, Outcome

_EMPHASIS = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")
_MODES = {
    Mode.RANKED: "This attempt counts for the board.",
    Mode.PRACTICE: "Practice: coaching after every choice, and back takes one back. Nothing counts.",
    Mode.UNRANKED: "This attempt does not count for the board.",
}
_OUTCOMES = {
    Outcome.PARTNERSHIP: "Partnership: they think of the two of you as a team.",
    Outcome.SATISFACTION: "Satisfaction: they got what they came for, and may still leave one day.",
    Outcome.APATHY: "Apathy: it made no difference to them.",
    Outcome.DEPARTURE: "Departure: they are gone.",
}
_LABELS = {
    Label.BEST: "best",
    Label.GOOD: "good",
    Label.SLIP: "a slip",
    Label.MISTAKE: "a mistake",
    Label.BLUNDER: "a blunder",
    Label.RECOVERY: "a recovery",
}
_BANDS = {Band.GOLD: "gold", Band.SILVER: "silver", Band.PASS: "passed", Band.NONE: "not passed"}


def plain(text: str) -> str:
    """The text without marks of emphasis and on one line."""
    return " ".join(_EMPHASIS.sub(r"\1", text).split())


def briefing(session: Session) -> Iterator[str]:
    """What is said before the conversation begins."""
    scenario = session.scenario
    yield plain(scenario.title)
    if scenario.summary:
        yield plain(scenario.summary)
    if scenario.contact:
        yield f"Where: {plain(scenario.contact)}."
    yield f"Who: {', '.join(customer.name for customer in scenario.customers)}."
    yield from meters(session.attempt)
    yield _MODES[session.begun.mode]
    if session.is_resumed:
        count = len(session.attempt.actions)
        yield f"Going on after {count} choice{'' if count == 1 else 's'}."


def telling(told: Telling) -> Iterator[str]:
    """What is told and said on arriving somewhere."""
    yield from changes(told.changes)
    for said in told.lines:
        yield line(said)


def line(said: Said) -> str:
    """One piece of text with who says it and in which mood."""
    text = plain(said.text)
    if said.kind is Kind.NARRATION:
        return text
    if said.kind is Kind.CONFIDED:
        return f"{said.name} confides: {text}"
    mood = f" ({said.mood.value})" if said.mood is not None and said.mood is not Mood.CALM else ""
    return f"{said.name}{mood}: {text}"


def option(shown: Option) -> str:
    """A choice with its number, or why it has none."""
    words = "Say nothing." if shown.action.is_silence else plain(shown.action.say)
    if shown.number is None:
        return f"-. Locked, {shown.locked_reason}: {words}"
    return f"{shown.number}. {words}"


def own_words(action: Action) -> str:
    """What the player did."""
    return "You say nothing." if action.is_silence else f"You: {plain(action.say)}"


def reacting(reaction: Reacting) -> Iterator[str]:
    """The answer to an action and what it moved."""
    yield own_words(reaction.action)
    for said in reaction.lines:
        yield line(said)
    yield from changes(reaction.changes)
    if reaction.sale:
        yield f"Sold for {reaction.sale}."
    for name in reaction.left:
        yield f"{name} walks out."


def changes(moved: Iterable[MeterChange]) -> Iterator[str]:
    """Meters that moved, each with its reasons."""
    for change in moved:
        verb = "rises" if change.delta > 0 else "falls"
        why = ", ".join(f"{reason.text} {reason.delta:+d}" for reason in change.reasons)
        yield (
            f"{change.name}: {change.meter} {verb} by {abs(change.delta)} to {change.after}."
            + (f" Why: {why}." if why else "")
        )


def meters(attempt: Attempt) -> Iterator[str]:
    """Where every customer stands."""
    for customer in attempt.scenario.customers:
        now = attempt.meters()[customer.id]
        gone = " (has left)" if attempt.standing.gone >> customer.index & 1 else ""
        yield f"{customer.name}{gone}: " + ", ".join(f"{meter} {now[meter]}" for meter in METERS) + "."


def coaching(lesson: Coaching) -> Iterator[str]:
    """What is to be learnt from an action, in practice."""
    for note in lesson.notes:
        yield f"That was: {plain(note.title)}{'' if note.helps else ' (does harm)'}."
    if lesson.misplaced:
        yield "The right thing at the wrong moment."
    if lesson.text:
        yield f"Coaching: {plain(lesson.text)}"
    if lesson.thinks:
        yield f"What they kept to themselves: {plain(lesson.thinks)}"


def history(session: Session) -> Iterator[str]:
    """The conversation so far."""
    for part in session.history():
        if isinstance(part, Telling):
            yield from (line(said) for said in part.lines)
        else:
            yield own_words(part.action)
            yield from (line(said) for said in part.lines)


# --- debrief ----------------------------------------------------------------------------------------


def debrief(session: Session, result: Debrief) -> Iterator[str]:
    """How the attempt ended, what each choice cost, the better line and the lesson."""
    yield "Debrief"
    yield from _ending(result)
    yield from meters(session.attempt)
    for step in result.went_well[:1]:
        yield f"Done well: {_quoted(step.action)} {plain(step.coaching.text)}"
    yield "What each choice cost, in points of the score:"
    for step in result.steps:
        yield from _step(step)
    if result.score is not None and result.score < 100:
        yield f"Lost in all: {decimal(100 - result.score)}, which leaves {decimal(result.score)} of 100."
    yield from _better_line(result)


def _ending(result: Debrief) -> Iterator[str]:
    if result.is_void:
        yield (
            "The conversation came to a dead end, which is a mistake in the scenario. Nothing is lost: this "
            "attempt does not count."
        )
    elif result.outcome is not None:
        yield f"Outcome: {_OUTCOMES[result.outcome]}"
    if result.score is not None and result.band is not None:
        bound = "" if result.exact else " This is a bound, not exact."
        yield f"Score: {decimal(result.score)} of 100, {_BANDS[result.band]}.{bound}"
    elif result.outcome is not None:
        yield "Score: not known, because this scenario is too large to be solved."
    if result.sale:
        yield f"Sold in all: {result.sale}."


def _step(step: Step) -> Iterator[str]:
    judged = "not known" if step.label is None else _LABELS[step.label]
    lost = f", lost {decimal(step.shown_lost)}" if step.shown_lost else ""
    yield f"{step.index + 1}. {judged.capitalize()}{lost}: {_quoted(step.action)}"
    if step.heard is not None:
        yield f"   To this: {heard(step.heard)}"
    shown = ", ".join(plain(note.title) for note in step.coaching.notes)
    if shown:
        yield f"   It showed: {shown}{', at the wrong moment' if step.coaching.misplaced else ''}."
    if step.coaching.text:
        yield f"   {plain(step.coaching.text)}"
    if step.better is not None:
        yield f"   Better: {_quoted(step.better)}"


def _better_line(result: Debrief) -> Iterator[str]:
    turning = result.turning_point
    if turning is None or not result.better_line:
        if result.outcome is not None and result.steps and all(step.lost == 0 for step in result.steps):
            yield "There was no better line: every choice was a best one."
        return
    end = f", to {result.better_outcome.value}" if result.better_outcome is not None else ""
    yield f"The better line from choice {turning.index + 1}{end}:"
    for step in result.better_line:
        if step.heard is not None:
            yield f"   {heard(step.heard)}"
        yield f"   You: {_quoted(step.action)}"
    if turning.coaching.text:
        yield f"The lesson: {plain(turning.coaching.text)}"


def heard(said: Said) -> str:
    """What the player answered, in short."""
    words = in_short(plain(said.text))
    return f'{said.name}: "{words}"' if said.name else words


def _quoted(action: Action) -> str:
    return "Say nothing." if action.is_silence else f'"{plain(action.say)}"'


def decimal(number: Fraction | None) -> str:
    """An exact number with one decimal."""
    return "" if number is None else f"{float(number):.1f}"
