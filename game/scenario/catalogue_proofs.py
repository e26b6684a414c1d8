"""What each code of the proofs says: flow, score, fairness and text. See `game.scenario.catalogue`."""

from __future__ import annotations

Entry = tuple[str, str, str, str, str]

FLOW: tuple[Entry, ...] = (
    (
        "M401",
        "error",
        "A dead end",
        'after "{choice}" nothing is left to choose and nothing leads on',
        "A player who comes here is stuck: no choice is open, and the moment has no `otherwise`, or moments "
        "pass on to each other in a circle. The attempt would end without an outcome. Give the moment an "
        "`otherwise`, or a choice that is always open.",
    ),
    (
        "M402",
        "warning",
        "A moment that cannot be reached",
        'the moment "{found}" can never be reached',
        "No play leads here, whatever is chosen. Either nothing names the moment in `then`, `otherwise` or "
        "`walkout`, or the conditions on the way can never hold with the meters and flags that are possible "
        "there. What cannot be reached teaches nobody.",
    ),
    (
        "M403",
        "warning",
        "A choice that can never be taken",
        'the choice "{found}" can never be taken',
        "Its `when` never holds in any play that comes to this moment. Loosen the condition, or make what it "
        "asks for possible earlier.",
    ),
    (
        "M404",
        "error",
        "No ending can be reached",
        "no ending can be reached from the start",
        "Every play goes on for ever or comes to a dead end, so there is nothing to score. Let at least one "
        "way lead to a moment with `ends`.",
    ),
    (
        "M405",
        "warning",
        "A customer can leave without a word",
        '"{found}" can walk out here, and has no "walkout" moment',
        "Someone whose tension reaches 100 or whose trust reaches 0 leaves. Without a `walkout` moment the "
        "attempt just ends, and the player never hears why. Give the customer a moment to leave by.",
    ),
    (
        "M406",
        "error",
        "The start leads nowhere",
        "the attempt is over before the player can choose anything",
        "From the start, moments pass on until the attempt ends or comes to a dead end. Give the player "
        "something to choose.",
    ),
)

SCORE: tuple[Entry, ...] = (
    (
        "M501",
        "warning",
        "Nothing is at stake",
        "every complete attempt has the same result, so everyone scores 100",
        "Best and worst are the same: no choice makes a difference. Let behaviours, effects or endings tell "
        "good service from bad.",
    ),
    (
        "M502",
        "note",
        "Too large to be solved exactly",
        "more than {limit} standings: costs are a bound, not exact; most are in {found}",
        "The scenario has more distinct standings than the limit, so best and worst are bounds. Fewer flags, "
        "effects in steps of five and fewer ways back make it smaller.",
    ),
)

FAIRNESS: tuple[Entry, ...] = (
    (
        "M601",
        "warning",
        "Someone passes without reading",
        'always taking "{found}" scores {mean} on average, {limit} or more',
        "A strategy that understands nothing of the conversation passes the level. Make the cue it follows "
        "misleading as often as it helps: vary lengths, tone, numbers and questions among right and wrong "
        "choices.",
    ),
    (
        "M602",
        "warning",
        "One habit is enough",
        'the habit "{found}" scores {mean} on average, {limit} or more',
        "Doing the same thing in every moment nearly passes. Let the right behaviour depend on the moment: "
        "`depends` rules, misplaced choices, and meters that call for something else.",
    ),
    (
        "M603",
        "warning",
        "The answers give themselves away",
        "choosing whatever sounds helpful, without the situation, scores {mean} on average; it should stay "
        "below {limit}",
        "Whoever sees only the choices and takes any that sounds right does as well as someone who reads. "
        "Offer right behaviours at the wrong moment, and let mistakes leave a mark.",
    ),
    (
        "M604",
        "note",
        "Too hard or too easy for a modelled player",
        "a player who takes the best choice, the second or the worst at {found} scores {mean} on average; "
        "{wanted} is wanted",
        "Modelled players stand for beginners and experienced staff. Out of range, the level tells them "
        "apart badly: a mistake costs too much or too little.",
    ),
)

TEXT: tuple[Entry, ...] = (
    (
        "M701",
        "warning",
        "A choice without an explanation",
        'the choice "{found}" has neither "why" nor a behaviour whose lesson could stand for it',
        "A player who lost points here would not learn why. Give the choice a `why`, or let it show a "
        "behaviour: the playbook's lesson explains it.",
    ),
)

PROOFS: tuple[Entry, ...] = FLOW + SCORE + FAIRNESS + TEXT
