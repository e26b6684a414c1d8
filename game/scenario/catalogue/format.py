"""Findings about the fields of a file: what is there, what is missing, what cannot be."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

FORMAT: tuple[Entry, ...] = (
    Entry(
        "M201",
        "error",
        "An unknown key",
        'a {what} has no field "{found}"',
        (
            "The key is not part of the format at this place. It may be misspelt, or stand one level too "
            "deep or too shallow. Unknown keys are errors, as what they were meant to say would be lost "
            "without a word."
        ),
        "What was written there would never reach the player.",
        (
            "Take the name that is proposed, or look the field up in the reference. A remark for yourself "
            "goes after a #."
        ),
        ("    says: Where is it?\n    moood: upset"),
        ("    says: Where is it?\n    mood: upset"),
    ),
    Entry(
        "M202",
        "error",
        "A field is missing",
        'a {what} needs "{key}"',
        "The field is required, and nothing sensible could stand in for it.",
        "Without it the program would have to invent what the player sees or how it is judged.",
        "Add the field, in the column of its neighbours.",
        ("      - id: wait\n        then: thanks"),
        ("      - id: wait\n        say: I'm on it.\n        then: thanks"),
    ),
    Entry(
        "M203",
        "error",
        "Another kind of value is expected",
        "found {found} where {expected} belongs",
        (
            "The value has the wrong shape: a text where a list belongs, a list where a text belongs, and "
            "so on."
        ),
        "Nobody can play the level until this is mended.",
        (
            "Lists are written with dashes or in [ ], fields as `key: value` lines or in { }. A single "
            "entry of a list is a list as well."
        ),
        ("    says: Where is it?\n    confides: I am tired."),
        ("    says: Where is it?\n    confides:\n      - says: I am tired."),
    ),
    Entry(
        "M204",
        "error",
        "Nothing is written here",
        "nothing is written here; {expected} belongs here",
        "The key stands in the file but nothing after it.",
        "The player would see an empty bubble or card.",
        ("Fill it in, or delete the key where it is optional. A # makes the rest of its line a comment."),
        ("    says:\n    mood: upset"),
        ("    says: Where is it?\n    mood: upset"),
    ),
    Entry(
        "M205",
        "error",
        "Not a number",
        'found "{found}" where {expected} belongs',
        (
            "Meters, effects, points, seconds and sales are whole numbers in figures, without units or "
            "currency signs. The weights of a playbook may have a decimal part, with a point."
        ),
        "The score would rest on a guess.",
        "Write the number in figures, and nothing else.",
        ("      - say: I'm on it.\n        sale: $18\n        then: thanks"),
        ("      - say: I'm on it.\n        sale: 18\n        then: thanks"),
    ),
    Entry(
        "M206",
        "error",
        "A number out of range",
        "{found} is not {expected}",
        (
            "Each number of the format has bounds: meters run from 0 to 100, an effect from -100 to 100, "
            "a timer from 1 to 600 seconds, a sale from 0 up."
        ),
        "A number outside of them would have no meaning in play.",
        "Take a number within the bounds that the message names.",
        ("    says: Where is it?\n    effects: {trust: -500}"),
        ("    says: Where is it?\n    effects: {trust: -50}"),
    ),
    Entry(
        "M207",
        "error",
        "Neither true nor false",
        'found "{found}" where true or false belongs',
        (
            "The field is a switch. Only `true` and `false` are read; `yes`, `on` and the like are plain "
            "texts here."
        ),
        "A switch that is read the wrong way round changes what a choice does.",
        "Write true or false.",
        ("      - say: I'm on it.\n        repeat: yes\n        then: thanks"),
        ("      - say: I'm on it.\n        repeat: true\n        then: thanks"),
    ),
    Entry(
        "M208",
        "error",
        "Not one of the words for this field",
        'found "{found}" where one of these belongs: {expected}',
        "The field takes one word of a short, closed list, written exactly as it stands there.",
        "There is no picture, outcome or element of another name.",
        "Take one of the words that the message lists.",
        ("    says: Where is it?\n    mood: annoyed"),
        ("    says: Where is it?\n    mood: upset"),
    ),
    Entry(
        "M209",
        "error",
        "Not a well-formed id",
        (
            'the id "{found}" (of a {what}) must be small letters, digits, - and _, at most 80, beginning '
            "with a letter or digit"
        ),
        (
            "Ids name moments, scenarios, behaviours, principles and choices in files and on the command "
            "line, so they are kept plain: small letters a to z, digits, hyphens and underscores."
        ),
        "Statistics and transcripts find a choice again by its id, on every computer.",
        "Take the form that is proposed. What players read is the `title`, which is free.",
        ("      - id: Stay here\n        say: I'm on it.\n        then: thanks"),
        ("      - id: stay-here\n        say: I'm on it.\n        then: thanks"),
    ),
    Entry(
        "M210",
        "error",
        "Not a well-formed name",
        (
            'the name "{found}" (of a {what}) must be small letters, digits and _, at most 80, beginning '
            "with a letter"
        ),
        (
            "Names of flags, customers and traits stand in conditions, so they are kept plain: small "
            "letters a to z, digits and underscores, beginning with a letter."
        ),
        "A condition could not tell a hyphen in a name from something else.",
        "Take the form that is proposed. What players read is the customer's `name`, which is free.",
        ("      - say: I'm on it.\n        sets: [Kept-Promise]\n        then: thanks"),
        ("      - say: I'm on it.\n        sets: [kept_promise]\n        then: thanks"),
    ),
    Entry(
        "M211",
        "error",
        "A reserved name",
        '"{found}" means something in conditions and cannot name a {what}',
        "The names of the meters and the words and, or, not, gone, true and false are taken.",
        "A condition could not tell a flag of that name from what the word means.",
        "Choose another name, such as has_trust for trust.",
        ("      - say: I'm on it.\n        sets: [trust]\n        then: thanks"),
        ("      - say: I'm on it.\n        sets: [has_trust]\n        then: thanks"),
    ),
    Entry(
        "M212",
        "error",
        "An unknown meter",
        'there is no meter "{found}"',
        (
            "The meters are trust, loyalty and tension. An effect names one of them, alone or after a "
            "customer, as in maya.trust."
        ),
        "An effect on something that does not exist would change nothing.",
        "Write one of the three.",
        ("    says: Where is it?\n    effects: {anger: 5}"),
        ("    says: Where is it?\n    effects: {tension: 5}"),
    ),
    Entry(
        "M213",
        "error",
        "Another version of the format",
        "this is format {found}; this program reads format 1",
        "The file was written for another version of the program.",
        "What it says could be read wrongly.",
        ("Play it with a program that reads this format. If you wrote the line yourself, it is `format: 1`."),
        "format: 2",
        "format: 1",
    ),
    Entry(
        "M214",
        "error",
        "The id is not the file's name",
        'the id "{found}" is not the name of the file, "{name}"',
        "A scenario's id is the name of its file without `.yaml`; so is a playbook's.",
        ("Everything that refers to the level, from the campaign to the board, finds it by its file's name."),
        "Rename the file, or change the id. After copying a file both are changed.",
    ),
    Entry(
        "M215",
        "error",
        "An id a choice cannot have",
        'a choice cannot have the id "{found}"',
        ("A choice without an id is named by its place, 1, 2, 3, and saying nothing is named `silence`."),
        "An id that looks like either would be ambiguous in a transcript.",
        "Name the choice by what it does.",
        ('      - id: "2"\n        say: I\'m on it.\n        then: thanks'),
        ("      - id: look\n        say: I'm on it.\n        then: thanks"),
    ),
    Entry(
        "M216",
        "error",
        "Two choices with the same id",
        'the choice "{found}" is in this moment already, at line {line}',
        "Choice ids are unique within their moment.",
        "Transcripts and statistics tell choices apart by them: two choices would be counted as one.",
        "Give one of them another id.",
        (
            "      - id: look\n"
            "        say: I'm on it.\n"
            "        then: thanks\n"
            "      - id: look\n"
            "        say: Let me see what came in.\n"
            "        then: thanks"
        ),
        (
            "      - id: look\n"
            "        say: I'm on it.\n"
            "        then: thanks\n"
            "      - id: see\n"
            "        say: Let me see what came in.\n"
            "        then: thanks"
        ),
    ),
    Entry(
        "M217",
        "error",
        "A timer and its silence go together",
        '"{found}" needs "{missing}" beside it',
        (
            "When the time is over, the silence is what happens; and what happens in silence needs a time "
            "after which it does."
        ),
        "A clock that ends in nothing, or a silence that never comes.",
        "Write both `seconds` and `silence`, or neither.",
        ("    says: Where is it?\n    seconds: 20"),
        ("    says: Where is it?\n    seconds: 20\n    silence: {then: thanks}"),
    ),
    Entry(
        "M218",
        "error",
        "The last branch, and only the last, has no condition",
        "{problem}",
        (
            "The first branch whose `when` holds is taken. The last must be without `when`, so that there "
            "is always a way on; one without `when` before the last would hide all that follow."
        ),
        "A player for whom no branch holds would be stuck.",
        "End the list with a branch that has only `to`.",
        ("      - say: I'm on it.\n        then: [{when: trust > 50, to: thanks}]"),
        ("      - say: I'm on it.\n        then: [{when: trust > 50, to: thanks}, {to: thanks}]"),
    ),
    Entry(
        "M219",
        "error",
        "An ending leads nowhere",
        'a moment that ends the attempt cannot have "{found}"',
        "A moment with `ends` is the end: no choice can be taken there, and nothing comes after it.",
        "What stands there would never be seen.",
        "Delete the `ends`, or move the rest to a moment before it.",
        "  thanks: {says: Thank you., ends: partnership, otherwise: arrives}",
        "  thanks: {says: Thank you., ends: partnership}",
    ),
    Entry(
        "M220",
        "error",
        "A moment without a text",
        'the moment "{found}" needs a text: "says" or "narrates"',
        "In every moment something is said or told.",
        "A player who comes here must find out what is going on.",
        "Write `says`, or `narrates` for what happens without words.",
        "    mood: upset",
        ("    narrates: Maya looks at the empty shelf.\n    mood: upset"),
    ),
    Entry(
        "M221",
        "error",
        "A moment without a way on",
        'the moment "{found}" needs "choices", "otherwise" or "ends"',
        "A moment lets the player choose, passes on (`otherwise`), or ends the attempt.",
        "A player who comes here would be stuck.",
        "Add `choices`, `otherwise` or `ends`.",
        ("  arrives:\n    says: Where is it?"),
        ("  arrives:\n    says: Where is it?\n    otherwise: thanks"),
    ),
    Entry(
        "M222",
        "error",
        "A choice that leads nowhere",
        'the {what} needs a "then", here or on its moment',
        (
            "Each choice, and silence, says where it leads. A `then` on the moment serves all its choices "
            "that have none of their own."
        ),
        "A player who takes it would be stuck.",
        "Write `then:` and the id of a moment, on the choice or on its moment.",
        "      - say: I'm on it.",
        ("      - say: I'm on it.\n        then: thanks"),
    ),
    Entry(
        "M223",
        "error",
        "A misplaced choice without a reason",
        'a misplaced choice needs "why"',
        (
            "The right behaviour at the wrong moment is hard to see through. The playbook's lesson speaks "
            "of the behaviour in general and cannot know why it was wrong here."
        ),
        "The player did what was taught, lost points, and is owed the reason.",
        "Add `why`: one or two sentences on what the customer needed instead.",
        ("      - say: I'm on it.\n        misplaced: true\n        then: thanks"),
        (
            "      - say: I'm on it.\n"
            "        misplaced: true\n"
            "        why: She had asked a question first.\n"
            "        then: thanks"
        ),
    ),
    Entry(
        "M224",
        "error",
        "A condition that cannot be read",
        "{problem}",
        (
            "A condition compares one meter with one whole number (trust >= 55), or names a flag, a trait "
            "or customer.gone; such parts are joined with and, or, not and parentheses. At most 500 "
            "characters, nested at most 50 deep."
        ),
        "Without the condition nobody knows who may take the choice.",
        (
            "Write each comparison out: trust > 40 and trust < 60. There is no = alone, no quotes, and no "
            "meter against meter."
        ),
        (
            "      - say: I'm on it.\n"
            "        when: trust = 50\n"
            "        then: thanks\n"
            "      - say: Please wait.\n"
            "        then: thanks"
        ),
        (
            "      - say: I'm on it.\n"
            "        when: trust == 50\n"
            "        then: thanks\n"
            "      - say: Please wait.\n"
            "        then: thanks"
        ),
    ),
    Entry(
        "M225",
        "error",
        "Too many moments",
        "{count} moments are more than {limit}",
        "A scenario has at most 20,000 moments, so that no file can make the program slow.",
        "Nobody can play the level until this is mended.",
        "Divide it into levels.",
    ),
    Entry(
        "M226",
        "error",
        "A name that is taken",
        'the name "{found}" is taken: {problem}',
        (
            "A flag and a trait of the same name could not be told apart in a condition, nor could a "
            "customer and a cast member of the same name as speakers."
        ),
        "A line would be said by the wrong person, or a condition would read the wrong thing.",
        "Rename one of the two.",
        "cast: {maya: {name: Iris, portrait: maya}}",
        "cast: {iris: {name: Iris, portrait: maya}}",
    ),
    Entry(
        "M227",
        "warning",
        "A comparison that is always the same",
        '"{found}" {problem}: meters run from 0 to 100',
        (
            "The comparison does not depend on the meter at all, as meters run from 0 to 100. The number "
            "is probably mistyped."
        ),
        "A choice is always there that was meant to be earned, or can never be.",
        "Write the number that was meant, from 1 to 99.",
        "    says: [{when: trust < 500, says: Where is it?}]",
        "    says: [{when: trust < 50, says: Where is it?}]",
    ),
    Entry(
        "M228",
        "error",
        "The speaker must be named",
        'the moment "{found}" needs "speaker": there are several customers',
        (
            "With one customer it is plain who speaks, whose mood is meant and whom a choice is aimed at. "
            "With several the moment says so, unless every line and every choice names its own."
        ),
        "The wrong person's meters would move.",
        "Add `speaker:` and the key of a customer.",
    ),
    Entry(
        "M229",
        "error",
        "The customer must be named",
        '"{found}" does not say whose: there are several customers',
        (
            "With several customers a condition or an effect names the customer with a dot, as in "
            "maya.trust or priya.hurried."
        ),
        "The wrong person's meters would be read or moved.",
        "Write the customer's key and a dot before the meter or trait.",
    ),
    Entry(
        "M230",
        "error",
        "The start is an ending",
        'the attempt would end where it starts: "{found}" has "ends"',
        "The first moment must not have `ends`.",
        "There would be nothing to play.",
        "Let `start` name the moment in which the conversation begins.",
        "start: thanks",
        "start: arrives",
    ),
    Entry(
        "M231",
        "error",
        "Silence without choices",
        '"{found}" needs "choices" in the same moment',
        (
            "Saying nothing is one of the things a player can do where there is something to choose. A "
            "moment without choices passes on at once."
        ),
        "Nobody could ever be silent here.",
        "Add choices, or delete the silence and its timer.",
        (
            "  arrives:\n"
            "    says: Where is it?\n"
            "    seconds: 20\n"
            "    silence: {then: thanks}\n"
            "    otherwise: thanks"
        ),
        ("  arrives:\n    says: Where is it?\n    otherwise: thanks"),
    ),
    Entry(
        "M232",
        "error",
        "Too many entries",
        "{count} entries are more than {limit}",
        (
            "The list is longer than the format allows: a choice shows at most 20 behaviours, and mostly "
            "one to three."
        ),
        "A choice that shows everything teaches nothing.",
        "Keep the one to three behaviours that the words really show.",
    ),
    Entry(
        "M233",
        "warning",
        "The same entry twice",
        '"{found}" stands in this list already',
        (
            "A behaviour that is listed twice counts twice; a flag or trait that is listed twice is "
            "probably another one mistyped."
        ),
        "The choice is worth more, or does less, than was meant.",
        "Delete the second, or write the name that was meant.",
        ("      - say: I'm on it.\n        shows: [solve-problem, solve-problem]\n        then: thanks"),
        ("      - say: I'm on it.\n        shows: [solve-problem]\n        then: thanks"),
    ),
    Entry(
        "M234",
        "error",
        "Too many choices",
        "{count} choices and silences are more than {limit}",
        "A scenario has at most 40,000 choices and silences in all its moments together.",
        "Nobody can play the level until this is mended.",
        "Divide it into levels.",
    ),
    Entry(
        "M235",
        "error",
        "say and says are mixed up",
        'here it is "{meant}", not "{found}"',
        (
            "What the player may say stands behind `say`, in a choice. What others say stands behind "
            "`says`: in a moment, a line, a reply or a confidence."
        ),
        "The words would not reach the player.",
        "Take the s away, or add it.",
        ("      - says: I'm on it.\n        then: thanks"),
        ("      - say: I'm on it.\n        then: thanks"),
    ),
    Entry(
        "M236",
        "error",
        "A field stands too far left or right",
        '"{found}" stands too far {side}: it belongs {where}',
        (
            "The column in which a line begins says what it belongs to. Here it belongs to something that "
            "has no such field, and something near by has."
        ),
        (
            "The program would have to guess which moment or choice is meant, and the player would see "
            "the result."
        ),
        (
            "Move the line, with the lines under it, until it begins in the same column as the other "
            "fields of what it belongs to."
        ),
        ("  arrives:\n    says: Where is it?\n  otherwise: thanks"),
        ("  arrives:\n    says: Where is it?\n    otherwise: thanks"),
    ),
)
