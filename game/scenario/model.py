"""The compiled scenario: immutable, without positions of its own making, ready for the rules.

Layouts that rules, analysis and play share:

- meters: one flat tuple of ints 0-100; customer `c` (in the file's order) has trust at `3c`, loyalty at
  `3c + 1`, tension at `3c + 2`.
- flags: an int, one bit for each name in `Scenario.flags`.
- gone: an int, bit `c` set once customer `c` has walked out.
- taken: an int, bit `Action.index` set once the action was taken.
- deltas: a flat tuple as long as the meters, to be added to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from game.diagnostics import Span
from game.scenario.conditions import Condition

METERS = ("trust", "loyalty", "tension")
TRUST, LOYALTY, TENSION = range(3)
SILENCE = "silence"

Deltas = tuple[int, ...]


class Outcome(StrEnum):
    """How a complete attempt can end, best first."""

    PARTNERSHIP = "partnership"
    SATISFACTION = "satisfaction"
    APATHY = "apathy"
    DEPARTURE = "departure"


class Mood(StrEnum):
    """What a customer's face says."""

    CALM = "calm"
    HAPPY = "happy"
    DELIGHTED = "delighted"
    WORRIED = "worried"
    UPSET = "upset"
    ANGRY = "angry"


class Lean(StrEnum):
    """Which side of Yastrow's contrast a behaviour leans to."""

    WE = "we"
    US_AND_THEM = "us-and-them"
    NEITHER = "neither"


# --- playbook ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Principle:
    """What a behaviour is evidence of."""

    id: str
    title: str
    teaches: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a choice shows, by the playbook's name for it. `element` is "" where none is named."""

    id: str
    title: str
    principle: str
    helps: bool
    points: int
    lesson: str
    element: str = ""
    lean: Lean = Lean.NEITHER


@dataclass(frozen=True, slots=True)
class Weights:
    """The playbook's weights of the score; exact numbers."""

    points: Fraction
    trust: Fraction
    loyalty: Fraction
    tension: Fraction
    outcomes: Mapping[Outcome, Fraction]


@dataclass(frozen=True, slots=True)
class Bands:
    """The lowest score, 0-100, of each band."""

    passing: Fraction
    silver: Fraction
    gold: Fraction


@dataclass(frozen=True, slots=True)
class Playbook:
    """Principles, behaviours, weights, bands and naive strategies. `strategies`: name to behaviour ids.

    `survey` says how the survey card follows from the meters, as plain data, empty where it is left out.
    """

    id: str
    principles: Mapping[str, Principle]
    behaviours: Mapping[str, Behaviour]
    weights: Weights
    bands: Bands
    strategies: Mapping[str, tuple[str, ...]]
    polite_words: tuple[str, ...] = ()
    survey: object = ()
    title: str = ""


# --- scenario ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Customer:
    """Someone with meters. `walkout` is the moment they leave by (its index), if there is one."""

    index: int
    id: str
    name: str
    portrait: str
    trust: int
    loyalty: int
    tension: int
    traits: tuple[str, ...] = ()
    walkout: int | None = None
    influence: Fraction = Fraction(1)
    walkout_span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who speaks but has no meters."""

    id: str
    name: str
    portrait: str


@dataclass(frozen=True, slots=True)
class Line:
    """Something said by `speaker` (a customer's or a cast member's id), where `when` holds."""

    speaker: str
    text: str
    when: Condition | None = None
    mood: Mood | None = None


@dataclass(frozen=True, slots=True)
class Confide:
    """Lines said on arrival where `when` holds; `sets` is a mask of flags."""

    when: Condition | None
    lines: tuple[Line, ...]
    sets: int


@dataclass(frozen=True, slots=True)
class Branch:
    """Where to go, by index of moment, where `when` holds. `span` is where the moment is named."""

    when: Condition | None
    to: int
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reaction:
    """What one behaviour does where `when` holds, aimed at the action's customer."""

    when: Condition | None
    deltas: Deltas
    points: int
    lesson: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One behaviour an action shows; the first reaction that holds applies, and the last always holds."""

    behaviour: str
    reactions: tuple[Reaction, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    """A choice, or silence.

    `index` is its bit among the taken actions of the scenario; `place` its 1-based place in the file (0 for
    silence); `id` the id written there, or the place as text. `totals` and `points` are the whole effect and
    the points where no reaction depends on the standing, else `totals` is None and `shows` must be asked.
    `effects` are the action's own deltas, already part of `totals`. A misplaced action's behaviours give no
    effects and -1 point together, so its `totals` are its own effects.
    """

    index: int
    moment: int
    id: str
    place: int
    say: str
    when: Condition | None
    locked_hidden: bool
    shows: tuple[Shown, ...]
    effects: Deltas
    totals: Deltas | None
    points: int
    toward: int
    sale: int
    repeat: bool
    misplaced: bool
    why: str | None
    reply: tuple[Line, ...]
    sets: int
    clears: int
    then: tuple[Branch, ...]
    bit: int
    span: Span

    @property
    def is_silence(self) -> bool:
        """Whether this is the moment's silence rather than a choice."""
        return self.place == 0


@dataclass(frozen=True, slots=True)
class MoodRule:
    """The mood where `when` holds."""

    when: Condition | None
    mood: Mood


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """One point of a conversation. `speaker` is who the moment belongs to; `effects` apply on entry.

    A choice is aimed at the speaker, so where the speaker is cast, at the first customer. `actions` are the
    choices in the file's order and then the silence, if there is one.
    """

    index: int
    id: str
    contact: str
    place: str
    speaker: str
    moods: tuple[MoodRule, ...]
    narrates: str | None
    says: tuple[Line, ...]
    thinks: str | None
    confides: tuple[Confide, ...]
    seconds: int | None
    choices: tuple[Action, ...]
    silence: Action | None
    actions: tuple[Action, ...]
    effects: Deltas | None
    otherwise: tuple[Branch, ...]
    ends: Outcome | None
    fixed_order: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Start:
    """Effects on the standing before the first moment, where `when` holds."""

    when: Condition | None
    deltas: Deltas


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """One conversation, compiled. Compared by identity; `content_hash` says whether two are the same.

    `recalls` maps another level's id to the flags taken over from the player's latest attempt there.
    `actions` holds every action by its index. `path` is where it was read from, for messages; so are the
    places at which each principle is named in `teaches` and each flag is first set, or recalled, and read.
    """

    id: str
    title: str
    level: int
    contact: str
    place: str
    summary: str
    teaches: tuple[str, ...]
    playbook: Playbook
    customers: tuple[Customer, ...]
    cast: tuple[Person, ...]
    starts: tuple[Start, ...]
    start: int
    moments: tuple[Moment, ...]
    actions: tuple[Action, ...]
    flags: tuple[str, ...]
    remembers: tuple[str, ...]
    recalls: Mapping[str, tuple[str, ...]]
    form_of: str | None
    content_hash: str
    rules_hash: str
    path: str = ""
    moment_index: Mapping[str, int] = field(default_factory=dict)
    teaches_spans: tuple[Span, ...] = ()
    flag_set_spans: Mapping[str, Span] = field(default_factory=dict)
    flag_read_spans: Mapping[str, Span] = field(default_factory=dict)

    def flag_mask(self, names: tuple[str, ...]) -> int:
        """The bits of the named flags. Raises: KeyError for a name the scenario does not use."""
        places = {name: place for place, name in enumerate(self.flags)}
        return sum({1 << places[name] for name in names})

    def flag_names(self, mask: int) -> tuple[str, ...]:
        """The names of the flags set in `mask`, in the scenario's order."""
        return tuple(name for place, name in enumerate(self.flags) if mask >> place & 1)
