"""The words, icons and colours of a judged attempt; each judgement has all three."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.learning.debrief import Debrief, Step
from game.play.lines import Said, in_short
from game.rules.scoring import Band, Label
from game.scenario.model import Action, Bands, Outcome
from game.screens import richtext
from game.screens.icons import IconName
from game.screens.theme import Token

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Look:
    """A judgement as it is shown: by word, by icon and by colour."""

    word: str
    icon: IconName
    colour: Token


LABEL_LOOKS = {
    Label.BEST: Look("Best", "star", "good"),
    Label.RECOVERY: Look("Recovery", "up", "good"),
    Label.GOOD: Look("Good", "check", "good"),
    Label.SLIP: Look("Slip", "minus", "warn"),
    Label.MISTAKE: Look("Mistake", "warning", "warn"),
    Label.BLUNDER: Look("Blunder", "cross", "bad"),
}
UNJUDGED = Look("Not judged", "circle", "ink_soft")
BAND_LOOKS = {
    Band.GOLD: Look("Gold", "star", "good"),
    Band.SILVER: Look("Silver", "diamond", "good"),
    Band.PASS: Look("Passed", "check", "good"),
    Band.NONE: Look("Not passed yet", "flag", "warn"),
}
OUTCOME_LOOKS = {
    Outcome.PARTNERSHIP: Look("Partnership", "people", "good"),
    Outcome.SATISFACTION: Look("Satisfaction", "check", "accent"),
    Outcome.APATHY: Look("Apathy", "minus", "warn"),
    Outcome.DEPARTURE: Look("Departure", "door", "bad"),
}
_OUTCOME_WORDS = {
    Outcome.PARTNERSHIP: "{who} will think of the two of you together from now on.",
    Outcome.SATISFACTION: "{who} got what was needed, and may still go elsewhere next time.",
    Outcome.APATHY: "It made no difference to {who}. It could have been anyone.",
    Outcome.DEPARTURE: "{who} left. It happens to everyone: look where it turned.",
}
VOID_WORDS = (
    "The conversation ran into a dead end. That is a mistake in the scenario, not yours: "
    "nothing is lost, and nothing of it counts."
)


def outcome_words(outcome: Outcome, who: str) -> str:
    """Say what an outcome means for the customer named."""
    return _OUTCOME_WORDS[outcome].format(who=who)


def look_of(step: Step) -> Look:
    """Give how a choice is judged."""
    return UNJUDGED if step.label is None else LABEL_LOOKS[step.label]


def decimal(number: Fraction) -> str:
    """Write a number with one decimal."""
    return f"{float(number):.1f}"


def loss_words(step: Step) -> str:
    """Say what a choice cost, as it stands in the bill: "−8.4", "0"; nothing where it is not known."""
    if step.shown_lost is None:
        return ""
    return f"{MINUS}{decimal(step.shown_lost)}" if step.shown_lost else "0"


def sum_words(result: Debrief) -> str:
    """Write out how the losses lead from 100 to the score; empty where they are not all known."""
    losses = [step.shown_lost for step in result.steps]
    if result.score is None or any(loss is None for loss in losses):
        return ""
    parts = [f"{MINUS} {decimal(loss)}" for loss in losses if loss]
    if sum((loss for loss in losses if loss), Fraction(0)) != 100 - result.score:
        return ""
    return " ".join(["100", *parts, "=", decimal(result.score)])


def next_band(score: Fraction, bands: Bands) -> str:
    """Say how far the next band is; empty in the highest."""
    steps = (("to pass", bands.passing), ("to silver", bands.silver), ("to gold", bands.gold))
    return next((f"{decimal(least - score)} {words}" for words, least in steps if score < least), "")


def quoted(words: str, limit: int = 0) -> str:
    """Put words in quotation marks, without marks of emphasis, cut to about `limit` characters if given."""
    plain = " ".join(richtext.plain(words).split())
    return f"“{in_short(plain, limit) if limit else plain}”"


def own_words(action: Action, limit: int = 0) -> str:
    """Quote what the player said."""
    return "You said nothing." if action.is_silence else quoted(action.say, limit)


def heard_words(said: Said | None, limit: int = 100) -> str:
    """Quote, in short, what the player answered, with who said it."""
    if said is None:
        return ""
    if not said.name:
        return in_short(" ".join(richtext.plain(said.text).split()), limit)
    return f"{said.name}: {quoted(said.text, limit)}"


def shown_words(step: Step) -> str:
    """Name the behaviours a choice showed."""
    return " · ".join(note.title for note in step.coaching.notes)


def is_mistimed(step: Step) -> bool:
    """Whether a helping behaviour came at a moment where it did not help."""
    costly = step.label in (Label.SLIP, Label.MISTAKE, Label.BLUNDER)
    return step.coaching.misplaced or (costly and any(n.helps and n.turned for n in step.coaching.notes))
