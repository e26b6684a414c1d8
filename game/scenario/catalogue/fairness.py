"""Findings about fairness: who could pass without reading, on a level and over a whole campaign."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

FAIRNESS: tuple[Entry, ...] = (
    Entry(
        "M601",
        "warning",
        "Someone passes without reading",
        'always taking "{found}" scores {mean} on average, {limit} or more',
        "A strategy that understands nothing of the conversation passes the level. Means are exact "
        "expectations over all plays, not samples.",
        "A score shows nothing if it can be had by the length of the answers.",
        "Make the cue misleading as often as it helps: vary lengths, tone, numbers and questions among right "
        "and wrong choices.",
    ),
    Entry(
        "M602",
        "warning",
        "One habit is enough",
        'the habit "{found}" scores {mean} on average, {limit} or more',
        "Taking the same behaviours in every moment nearly passes. The playbook names the habits under "
        "`strategies`.",
        "Players learn one trick instead of reading the customer.",
        "Let the right behaviour depend on the moment: `depends` rules, misplaced choices, and meters that "
        "call for something else.",
    ),
    Entry(
        "M603",
        "warning",
        "The answers give themselves away",
        "choosing whatever sounds helpful, without the situation, scores {mean} on average; it should stay "
        "below {limit}",
        "Whoever sees only the choices and takes any that sounds right does as well as someone who reads.",
        "Items that can be answered without the situation are the commonest flaw of such tests.",
        "Offer right behaviours at the wrong moment, and let mistakes leave a mark.",
    ),
    Entry(
        "M604",
        "note",
        "Too hard or too easy for a modelled player",
        "a player who takes the best choice, the second or the worst at {found} scores {mean} on average; "
        "{wanted} is wanted",
        "Modelled players stand for beginners and experienced staff.",
        "Out of range, the level tells them apart badly: a mistake costs too much or too little.",
        "Change what mistakes cost, by behaviours, `effects` and recovery moments.",
    ),
    Entry(
        "M605",
        "warning",
        "Chance passes too often",
        "choosing at random passes in {share} % of plays ({how}); at most {limit} % is wanted",
        "All plays are counted, each by its chance; where there are too many results to follow, seeded plays "
        "are drawn, and the message says so.",
        "A pass by luck tells a player that nothing has to be learnt.",
        "Let good endings ask for several right choices, and let mistakes leave a mark.",
    ),
    Entry(
        "M606",
        "note",
        "A cue helps on this level",
        'always taking "{found}" scores {mean} on average, more than {limit} above random ({random})',
        "On one level this may be chance; over a campaign it is a warning, M607.",
        "Players who follow the cue are rewarded for it.",
        "Make the cue misleading as often as it helps.",
    ),
    Entry(
        "M607",
        "warning",
        "A cue helps all through the campaign",
        'over {levels} levels always taking "{found}" scores {mean} on average, more than {limit} above '
        "random ({random})",
        "Following something that can be seen without reading beats chance as a mean over the levels of a "
        "folder: those its campaign lists, or all that are no second form.",
        "What helps on every level is what players learn.",
        "Make the cue misleading as often as it helps, first on the levels where it helps most, which the "
        "help line names.",
    ),
    Entry(
        "M608",
        "warning",
        "The best choice can be told by its length",
        "over {levels} levels the longest choice is the best in {share} % of moments, {chance} % by chance; "
        "at most {limit} points apart is wanted",
        "Looked at is every moment with two or more open choices, as a mean over its standings; equally long "
        "or equally good choices share.",
        '"The longest is right", and its opposite, are the first things players notice.',
        "Write choices of a moment within about four words of one another, and let the right one be long and "
        "short in turn.",
    ),
    Entry(
        "M609",
        "note",
        "Fairness over the campaign",
        "over {levels} levels random scores {random} on average and passes in {passes} %; cues: {cues}; "
        "habits: {habits}; stem hidden {hidden}; the longest choice is the best in {share} %, {chance} % by "
        "chance",
        "The figures by which a campaign is judged, as means over its levels: who could pass without "
        "reading, and by which cue.",
        "They show how far from the limits a campaign is before a warning says that it is past them.",
        "Nothing has to be mended; watch the figures that come near random plus 10, or 55 for a habit.",
    ),
)
