"""Format 1 of scenarios and playbooks, declared once.

The readers, the JSON Schema and the reference page all come from these declarations. What cannot be said
field by field (a timer needs its silence) is in `game.scenario.rules_of_form`.
"""

from __future__ import annotations

from fractions import Fraction

from game.scenario.kinds import (
    ByShape,
    Decimal,
    Id,
    ListOf,
    MapOf,
    MeterName,
    Name,
    OneOf,
    Pairs,
    Parsed,
    PictureName,
    Plain,
    Rec,
    Text,
    When,
    Whole,
    YesNo,
)
from game.scenario.model import Lean, Mood, Outcome
from game.scenario.nodes import Scalar
from game.scenario.read import Record, spec

VERSION = 1
MAX_MOMENTS = 20_000
MAX_ACTIONS = 40_000
MAX_CUSTOMERS = 32
MAX_TRAITS = 32
DEFAULT_PLAYBOOK = "client-for-life"
ELEMENTS = ("abundance", "trust", "dreams", "truth", "balance", "grace")

TEXT = Text()
PICTURE = PictureName()
WHEN = When()
MOMENT = Id("moment")
BEHAVIOUR = Id("behaviour")
LEVEL = Id("level")
PRINCIPLE = Id("principle")
CUSTOMER = Name("customer")
SPEAKER = Name("speaker")
METER = Whole(0, 100)
EFFECTS = MapOf(MeterName(), Whole(-100, 100), shown="meters and what is added to them, -100 to 100")
SHOWS = ListOf(BEHAVIOUR, most=20)
SETS = ListOf(Name("flag", "set"))
CLEARS = ListOf(Name("flag", "clear"))
REMEMBERED = ListOf(Name("flag", "remember"))
RECALLED = ListOf(Name("flag", "recall"))
NO_EFFECTS = Pairs()


class LineDecl(Record, title="line"):
    speaker: Scalar | None = spec(SPEAKER, "Who says it.", shown="the moment's speaker", rules=False)
    when: Parsed | None = spec(WHEN, "The line is said where this holds.", shown="always", rules=False)
    mood: Mood | None = spec(
        OneOf(Mood), "How the speaker looks saying it.", shown="the moment's", rules=False
    )
    says: str = spec(TEXT, "What is said.", required=True, default="")


LINES = ListOf(Rec(LineDecl), least=1)
SAYS = ByShape(TEXT, LINES)
REPLY = ByShape(TEXT, LINES, Rec(LineDecl))
Said = str | LineDecl | tuple[LineDecl, ...] | None


class BranchDecl(Record, title="branch"):
    when: Parsed | None = spec(
        WHEN, "The branch is taken where this holds. The last, and only the last, has none."
    )
    to: Scalar | None = spec(MOMENT, "The moment to go to.", required=True)


THEN = ByShape(MOMENT, ListOf(Rec(BranchDecl), least=1))
Way = Scalar | tuple[BranchDecl, ...] | None


class MoodDecl(Record, title="mood"):
    when: Parsed | None = spec(WHEN, "The mood is worn where this holds.", shown="always", rules=False)
    mood: Mood = spec(OneOf(Mood), "The mood.", required=True, default=Mood.CALM, rules=False)


MOOD = ByShape(OneOf(Mood), ListOf(Rec(MoodDecl), least=1))


class ConfideDecl(Record, title="confidence"):
    when: Parsed | None = spec(WHEN, "It is said where this holds.", shown="always")
    says: Said = spec(SAYS, "What the customer lets out: a text, or a list of lines.", rules=False)
    sets: tuple[Scalar, ...] = spec(SETS, "Flags set as it is said.", default=())


class SilenceDecl(Record, title="silence"):
    shows: tuple[Scalar, ...] = spec(SHOWS, "What saying nothing shows.", default=())
    effects: Pairs = spec(EFFECTS, "Added to what the behaviours do.", default=NO_EFFECTS)
    toward: Scalar | None = spec(CUSTOMER, "The customer it is aimed at.", shown="the moment's speaker")
    sets: tuple[Scalar, ...] = spec(SETS, "Flags to set.", default=())
    clears: tuple[Scalar, ...] = spec(CLEARS, "Flags to clear, after `sets`.", default=())
    reply: Said = spec(REPLY, "The answer before moving on: a text, a line, or a list of lines.", rules=False)
    why: str | None = spec(TEXT, "Coaching, instead of the playbook's lesson.")
    then: Way = spec(THEN, "Where it leads: a moment, or branches.", shown="the moment's `then`")


class ChoiceDecl(Record, title="choice"):
    id: Scalar | None = spec(
        Id("choice"),
        "Keeps statistics comparable over edits. Not all digits, not `silence`.",
        shown="its place",
    )
    say: str = spec(TEXT, "What the player says or does.", required=True, default="")
    when: Parsed | None = spec(WHEN, "It is available where this holds.", shown="always")
    locked: str = spec(
        OneOf(("shown", "hidden")),
        "Whether it is seen, greyed, while `when` fails.",
        default="shown",
        rules=False,
    )
    shows: tuple[Scalar, ...] = spec(SHOWS, "The behaviours it shows.", default=())
    toward: Scalar | None = spec(CUSTOMER, "The customer it is aimed at.", shown="the moment's speaker")
    effects: Pairs = spec(EFFECTS, "Added to what the behaviours do.", default=NO_EFFECTS)
    sale: int = spec(Whole(0, 1_000_000), "What it sells, in whole currency units.", default=0)
    sets: tuple[Scalar, ...] = spec(SETS, "Flags to set.", default=())
    clears: tuple[Scalar, ...] = spec(CLEARS, "Flags to clear, after `sets`.", default=())
    repeat: bool = spec(YesNo(), "Whether it can be taken more than once in an attempt.", default=False)
    misplaced: bool = spec(
        YesNo(),
        "The right behaviour at the wrong moment: no effects but its own, -1 point. Needs `why`.",
        default=False,
    )
    why: str | None = spec(TEXT, "Coaching, instead of the playbook's lesson.")
    reply: Said = spec(REPLY, "The answer before moving on: a text, a line, or a list of lines.", rules=False)
    then: Way = spec(THEN, "Where it leads: a moment, or branches. Required unless the moment has one.")


class MomentDecl(Record, title="moment"):
    speaker: Scalar | None = spec(
        SPEAKER, "Who the moment belongs to; may be left out where there is one customer."
    )
    contact: str | None = spec(TEXT, "The point of contact, if it is another than the scenario's.")
    place: str | None = spec(PICTURE, "The picture behind, if it is another than the scenario's.")
    mood: Mood | tuple[MoodDecl, ...] = spec(
        MOOD,
        "The speaker's mood, or a list of moods of which the first that holds is worn.",
        default=Mood.CALM,
        rules=False,
    )
    narrates: str | None = spec(TEXT, "What happens, told before anyone speaks.")
    says: Said = spec(SAYS, "What is said: a text, or a list of lines.", rules=False)
    thinks: str | None = spec(TEXT, "What the customer thinks; seen in coaching and the debrief alone.")
    effects: Pairs = spec(
        EFFECTS, "Added to the meters on every entry: what a mistake costs for good.", default=NO_EFFECTS
    )
    confides: tuple[ConfideDecl, ...] = spec(
        ListOf(Rec(ConfideDecl)), "Extra lines on arrival, in order, where their `when` holds.", default=()
    )
    seconds: int | None = spec(
        Whole(1, 600), "A timer. Needs `silence`, and `silence` needs it.", rules=False
    )
    silence: SilenceDecl | None = spec(Rec(SilenceDecl), "What happens if the player says nothing.")
    choices: tuple[ChoiceDecl, ...] = spec(
        ListOf(Rec(ChoiceDecl), least=1), "What the player can say or do.", default=()
    )
    then: Way = spec(THEN, "Where choices without their own `then` lead.")
    otherwise: Way = spec(THEN, "Where to go if no choice is available.")
    ends: Outcome | None = spec(OneOf(Outcome), "The attempt ends here with this outcome.")
    order: str | None = spec(
        OneOf(("fixed",)),
        "Keeps the file's order of choices.",
        shown="drawn from the attempt's seed",
        rules=False,
    )


class CustomerDecl(Record, title="customer"):
    name: str = spec(TEXT, "The customer's name.", required=True, default="")
    portrait: str | None = spec(
        PICTURE, "The picture, a folder of assets/portraits.", shown="the customer's key"
    )
    trust: int = spec(METER, "Trust at the start.", required=True, default=0)
    loyalty: int = spec(METER, "Loyalty at the start.", required=True, default=0)
    tension: int = spec(METER, "Tension at the start.", required=True, default=0)
    influence: Fraction = spec(
        Decimal(0, 100, above=True), "How much the customer weighs among several.", default=Fraction(1)
    )
    traits: tuple[Scalar, ...] = spec(
        ListOf(Name("trait"), most=MAX_TRAITS), "Constants that conditions can read.", default=()
    )
    walkout: Scalar | None = spec(
        MOMENT, "The moment they leave by, at tension 100 or trust 0.", shown="departure at once"
    )


class CastDecl(Record, title="cast member"):
    name: str = spec(TEXT, "The person's name.", required=True, default="")
    portrait: str | None = spec(
        PICTURE, "The picture, a folder of assets/portraits.", shown="the person's key"
    )


class StartDecl(Record, title="start"):
    when: Parsed | None = spec(WHEN, "The effects apply where this holds.", shown="always")
    effects: Pairs = spec(
        EFFECTS, "Added to the meters before the first moment.", required=True, default=NO_EFFECTS
    )


class ScenarioDecl(Record, title="scenario"):
    format: int = spec(Whole(1, None), "The version of this format: 1.", required=True, default=VERSION)
    id: Scalar | None = spec(Id("scenario"), "The file's name without `.yaml`.", required=True)
    title: str = spec(TEXT, "The title players see.", required=True, default="")
    level: int = spec(Whole(0, 10_000), "Its place in the campaign.", default=1, rules=False)
    contact: str = spec(TEXT, "The point of contact on the service cycle.", default="")
    place: str = spec(PICTURE, "The picture behind, a file of assets/places.", default="")
    summary: str = spec(TEXT, "One sentence for the briefing.", default="")
    teaches: tuple[Scalar, ...] = spec(ListOf(PRINCIPLE), "The principles it teaches.", default=())
    playbook: Scalar | None = spec(Id("playbook"), "The playbook it is judged by.", shown=DEFAULT_PLAYBOOK)
    customers: Pairs = spec(
        MapOf(CUSTOMER, Rec(CustomerDecl), 1, MAX_CUSTOMERS),
        "Who has meters, by name.",
        required=True,
        default=Pairs(),
    )
    cast: Pairs = spec(
        MapOf(Name("person"), Rec(CastDecl)),
        "People who speak but have no meters.",
        default=Pairs(),
        rules=False,
    )
    starts: tuple[StartDecl, ...] = spec(
        ListOf(Rec(StartDecl)), "Applied in order to the standing before the first moment.", default=()
    )
    start: Scalar | None = spec(MOMENT, "The first moment.", required=True)
    moments: Pairs = spec(
        MapOf(MOMENT, Rec(MomentDecl), 1), "The moments, by id.", required=True, default=Pairs()
    )
    remembers: tuple[Scalar, ...] = spec(REMEMBERED, "Flags that later levels may recall.", default=())
    recalls: Pairs = spec(
        MapOf(LEVEL, RECALLED),
        "Flags taken over from the player's latest complete ranked attempt at another level.",
        default=Pairs(),
    )
    form_of: Scalar | None = spec(LEVEL, "The level this is a second form of.", rules=False)


# --- playbook ---------------------------------------------------------------------------------------


class PrincipleDecl(Record, title="principle"):
    title: str = spec(TEXT, "The principle in a few words.", required=True, default="")
    teaches: str = spec(TEXT, "What a player should take from it.", required=True, default="")
    source: str = spec(TEXT, "Author and title of the source.", default="")


class DependsDecl(Record, title="depends entry"):
    when: Parsed | None = spec(
        WHEN, "The entry counts where this holds; bare meters and traits are the customer's.", required=True
    )
    effects: Pairs = spec(EFFECTS, "Instead of the behaviour's effects.", shown="none", default=NO_EFFECTS)
    points: int = spec(Whole(-100, 100), "Instead of the behaviour's points.", default=0)
    lesson: str | None = spec(TEXT, "Instead of the behaviour's lesson.", shown="the behaviour's")


class BehaviourDecl(Record, title="behaviour"):
    title: str = spec(TEXT, "The behaviour in a few words.", required=True, default="")
    principle: Scalar | None = spec(PRINCIPLE, "The principle it is evidence of.", required=True)
    element: str = spec(OneOf(ELEMENTS), "The element of partnership it belongs to.", default="", rules=False)
    lean: Lean = spec(OneOf(Lean), "Whether it says we, or us and them.", default=Lean.NEITHER, rules=False)
    helps: bool = spec(YesNo(), "False: the behaviour does harm.", required=True, default=True)
    points: int = spec(
        Whole(-100, 100), "Points, the first time an action with it is taken.", required=True, default=0
    )
    effects: Pairs = spec(EFFECTS, "What it does to the customer's meters.", default=NO_EFFECTS)
    lesson: str = spec(TEXT, "What the player is told about it.", required=True, default="")
    depends: tuple[DependsDecl, ...] = spec(
        ListOf(Rec(DependsDecl)),
        "The first entry that holds replaces effects, points and, if given, the lesson.",
        default=(),
    )


WEIGHT = Decimal(0, 1000)
WORTH = Decimal(-10_000, 10_000)


class OutcomesDecl(Record, title="table of outcomes"):
    partnership: Fraction = spec(WORTH, "What a partnership is worth.", default=Fraction(100))
    satisfaction: Fraction = spec(WORTH, "What a satisfied customer is worth.", default=Fraction(40))
    apathy: Fraction = spec(WORTH, "What apathy is worth.", default=Fraction(0))
    departure: Fraction = spec(WORTH, "What a departure is worth.", default=Fraction(-60))


class ScoreDecl(Record, title="score"):
    points: Fraction = spec(WEIGHT, "The weight of a point.", default=Fraction(3))
    trust: Fraction = spec(WEIGHT, "The weight of trust at the ending.", default=Fraction(1))
    loyalty: Fraction = spec(WEIGHT, "The weight of loyalty at the ending.", default=Fraction(2))
    tension: Fraction = spec(
        WEIGHT, "The weight of tension at the ending, which is taken away.", default=Fraction(1)
    )
    outcomes: OutcomesDecl | None = spec(Rec(OutcomesDecl), "What each outcome adds.")


BAND = Decimal(0, 100)


class BandsDecl(Record, title="table of bands"):
    passing: Fraction = spec(BAND, "The lowest score that passes.", default=Fraction(60), key="pass")
    silver: Fraction = spec(BAND, "The lowest score of the silver band.", default=Fraction(75))
    gold: Fraction = spec(BAND, "The lowest score of the gold band.", default=Fraction(90))


class PlaybookDecl(Record, title="playbook"):
    format: int = spec(Whole(1, None), "The version of this format: 1.", required=True, default=VERSION)
    id: Scalar | None = spec(Id("playbook"), "The file's name without `.yaml`.", required=True)
    title: str = spec(TEXT, "The playbook's title.", default="")
    principles: Pairs = spec(
        MapOf(PRINCIPLE, Rec(PrincipleDecl), 1), "The principles, by id.", required=True, default=Pairs()
    )
    behaviours: Pairs = spec(
        MapOf(BEHAVIOUR, Rec(BehaviourDecl), 1), "The behaviours, by id.", required=True, default=Pairs()
    )
    score: ScoreDecl | None = spec(Rec(ScoreDecl), "The weights of the score.", required=True)
    bands: BandsDecl | None = spec(Rec(BandsDecl), "The lowest score of each band.")
    strategies: Pairs = spec(
        MapOf(Id("strategy"), ListOf(BEHAVIOUR, 1)),
        "Naive strategies, and the behaviours each looks for.",
        default=Pairs(),
    )
    polite_words: tuple[str, ...] = spec(ListOf(TEXT), "Words a polite choice has.", default=(), rules=False)
    survey: object = spec(
        Plain(), "How the survey card follows from the meters at the ending.", default=(), rules=False
    )


# --- campaign ---------------------------------------------------------------------------------------


class CampaignLevelDecl(Record, title="campaign level"):
    id: Scalar | None = spec(LEVEL, "The level's id.", required=True)
    after: tuple[Scalar, ...] = spec(ListOf(LEVEL), "Levels that must be completed before.", default=())


class ChapterDecl(Record, title="chapter"):
    id: Scalar | None = spec(Id("chapter"), "The chapter's id.", required=True)
    title: str = spec(TEXT, "The chapter's title.", required=True, default="")
    contact: str = spec(TEXT, "The point of contact on the service cycle.", default="")
    levels: tuple[CampaignLevelDecl, ...] = spec(
        ListOf(Rec(CampaignLevelDecl)), "Its levels, in order.", required=True, default=()
    )


class CampaignDecl(Record, title="campaign"):
    format: int = spec(Whole(1, None), "The version of this format: 1.", required=True, default=VERSION)
    id: Scalar | None = spec(Id("campaign"), "The campaign's id.", required=True)
    title: str = spec(TEXT, "The campaign's title.", required=True, default="")
    chapters: tuple[ChapterDecl, ...] = spec(
        ListOf(Rec(ChapterDecl), 1), "The chapters, in order.", required=True, default=()
    )
