"""What each code of the reader says: (code, severity, title, message, explanation).

A message names its parts in braces. Codes are permanent: one that is no longer used stays, and is never
given another meaning. Families that other parts report (flow, score, fairness, text) are listed there.
"""

from __future__ import annotations

Entry = tuple[str, str, str, str, str]


READING: tuple[Entry, ...] = (
    (
        "M001",
        "error",
        "The file does not exist",
        "there is no such file",
        "The path names nothing. Check its spelling and the folder the command is run from; a path with"
        " spaces in it goes in quotes.",
    ),
    (
        "M002",
        "error",
        "The path is a folder",
        "this is a folder, not a file",
        "One scenario or playbook is one file. Name the file inside the folder.",
    ),
    (
        "M003",
        "error",
        "The file cannot be read",
        "the file cannot be read: {problem}",
        "The file is there, but the system does not let the program read it: permissions, a broken "
        "disk, or something that is not a regular file, such as a pipe.",
    ),
    (
        "M004",
        "error",
        "The file is too large",
        "the file is larger than {limit} MiB",
        "A scenario has a few dozen moments and some tens of kilobytes. Files over 2 MiB are not read, "
        "so that no file can make the program slow. Divide the conversation into several levels.",
    ),
    (
        "M005",
        "error",
        "The file is not UTF-8",
        "byte {offset} ({found}) is not UTF-8 text",
        "Files are text in UTF-8. The byte that is named, counted from 0, does not belong to such a "
        "text: the file was saved in another encoding, or is no text at all. Save it as UTF-8 in the "
        "editor.",
    ),
)

SYNTAX: tuple[Entry, ...] = (
    (
        "M101",
        "error",
        "Not well-formed YAML",
        "this is not well-formed YAML: {problem}",
        "The parser cannot go on at this place. The usual causes are a text with a colon and a space in"
        " it that is not in quotes, a quote that is never closed, and lines that belong together but "
        "begin in different columns. The mistake may stand on the line above. Nothing after this place "
        "was looked at.",
    ),
    (
        "M102",
        "error",
        "A tab in the indentation",
        "this line is indented with a tab",
        "YAML indents with spaces alone: a tab is as wide as each editor likes, so nobody could say "
        "what belongs to what. Replace tabs by spaces; most editors do it for the whole file in one "
        "step.",
    ),
    (
        "M103",
        "error",
        "A key is written twice",
        'the key "{found}" is here already, at line {line}, column {column}',
        "In one mapping each key stands once. With two of them one would be lost without a word, so "
        "neither is preferred: rename one, or put both contents together.",
    ),
    (
        "M104",
        "error",
        "Anchors and aliases are not used",
        'anchors and aliases are not used here: "{found}"',
        "YAML can name a piece (&name) and repeat it elsewhere (*name). Scenarios do without: a reader "
        "should see what is said where it is said, and a few lines of aliases can grow to billions. "
        "Write the text out. A text that begins with & or * goes in quotes.",
    ),
    (
        "M105",
        "error",
        "Tags are not used",
        'tags are not used here: "{found}"',
        "YAML tags (!name) tell a program to build special objects. Nothing in a scenario needs one, "
        "and a file from a stranger should not be able to ask. A text that begins with ! goes in "
        "quotes.",
    ),
    (
        "M106",
        "error",
        "Merge keys are not used",
        'merge keys ("<<") are not used here',
        "The merge key copies another mapping into this one. Write the fields out instead.",
    ),
    (
        "M107",
        "error",
        "More than one document",
        'a second document begins here: "---" parts documents',
        "One file holds one scenario. Put the second document into a file of its own, or remove the "
        "line with the three dashes.",
    ),
    (
        "M108",
        "error",
        "Nested too deep",
        "this is nested deeper than {limit}",
        "Nothing in the format goes deeper than a dozen levels. Reading stops at 50, so that a file of "
        "brackets cannot crash the program. Nothing after this place was looked at.",
    ),
    (
        "M109",
        "error",
        "A character that is refused",
        "the character {found} is refused",
        "Control and escape characters, tabs inside a text, and characters that turn the direction of "
        "writing are refused in texts and names: they can hide what a file says, or garble a terminal. "
        "They mostly come in by copying from a web page or a word processor. Delete the character, or "
        "type it anew.",
    ),
    (
        "M110",
        "error",
        "A key that is not text",
        "a key must be a plain text",
        "A list or a mapping stands where a key belongs. This happens with doubled braces, as in "
        "{{{{name}}}}, or with a question mark at the start of a line. A text that begins with a brace "
        "goes in quotes. Nothing after this place was looked at.",
    ),
    (
        "M111",
        "error",
        "The file is empty",
        "there is nothing in this file",
        "The file has no content, or comments alone. A scenario begins with `format: 1` and its id.",
    ),
)

FORMAT: tuple[Entry, ...] = (
    (
        "M201",
        "error",
        "An unknown key",
        'a {what} has no field "{found}"',
        "The key is not part of the format at this place. It may be misspelt, or stand one level too "
        "deep or too shallow. Unknown keys are errors, as what they were meant to say would be lost "
        "without a word.",
    ),
    (
        "M202",
        "error",
        "A field is missing",
        'a {what} needs "{key}"',
        "The field is required, and nothing sensible could stand in for it.",
    ),
    (
        "M203",
        "error",
        "Another kind of value is expected",
        "found {found} where {expected} belongs",
        "The value has the wrong shape: a text where a list belongs, a list where a text belongs, and "
        "so on. Lists are written with dashes or in [ ], mappings with `key: value` lines or in braces.",
    ),
    (
        "M204",
        "error",
        "Nothing is written here",
        "nothing is written here; {expected} belongs here",
        "The key stands in the file but nothing after it. Fill it in, or delete the key where it is "
        "optional.",
    ),
    (
        "M205",
        "error",
        "Not a number",
        'found "{found}" where {expected} belongs',
        "Meters, effects, points, seconds and sales are whole numbers in figures, without units or "
        "currency signs. The weights of a playbook may have a decimal part, with a point.",
    ),
    (
        "M206",
        "error",
        "A number out of range",
        "{found} is not {expected}",
        "Each number of the format has bounds: meters run from 0 to 100, an effect from -100 to 100, "
        "influence from 1 to 100, a timer from 1 to 600 seconds, a sale from 0 up.",
    ),
    (
        "M207",
        "error",
        "Neither true nor false",
        'found "{found}" where true or false belongs',
        "The field is a switch. Only `true` and `false` are read; `yes`, `on` and the like are plain "
        "texts here.",
    ),
    (
        "M208",
        "error",
        "Not one of the words for this field",
        'found "{found}" where one of these belongs: {expected}',
        "The field takes one word of a short, closed list, written exactly as it stands there.",
    ),
    (
        "M209",
        "error",
        "Not a well-formed id",
        (
            'the id "{found}" (of a {what}) must be small letters, digits, - and _, at most 80, beginning '
            "with a letter or digit"
        ),
        "Ids name moments, scenarios, behaviours, principles and choices in files and on the command "
        "line, so they are kept plain: small letters a to z, digits, hyphens and underscores.",
    ),
    (
        "M210",
        "error",
        "Not a well-formed name",
        (
            'the name "{found}" (of a {what}) must be small letters, digits and _, at most 80, beginning '
            "with a letter"
        ),
        "Names of flags, customers and traits stand in conditions, so they are kept plain: small "
        "letters a to z, digits and underscores. What players read is the customer's `name`, which is "
        "free.",
    ),
    (
        "M211",
        "error",
        "A reserved name",
        '"{found}" means something in conditions and cannot name a {what}',
        "The names of the meters and the words and, or, not, gone, true and false are taken: a "
        "condition could not tell a flag of that name from them.",
    ),
    (
        "M212",
        "error",
        "An unknown meter",
        'there is no meter "{found}"',
        "The meters are trust, loyalty and tension. An effect names one of them, alone or after a "
        "customer, as in maya.trust.",
    ),
    (
        "M213",
        "error",
        "Another version of the format",
        "this is format {found}; this program reads format 1",
        "The file was written for another version of the program. A newer program reads it.",
    ),
    (
        "M214",
        "error",
        "The id is not the file's name",
        'the id "{found}" is not the name of the file, "{name}"',
        "A scenario's id is the name of its file without `.yaml`; so is a playbook's. Everything that "
        "refers to it, from the campaign to the board, finds it that way. Rename the file or change the"
        " id.",
    ),
    (
        "M215",
        "error",
        "An id a choice cannot have",
        'a choice cannot have the id "{found}"',
        "A choice without an id is named by its place, 1, 2, 3, and saying nothing is named `silence`. "
        "An id that looks like either would be ambiguous in a transcript.",
    ),
    (
        "M216",
        "error",
        "Two choices with the same id",
        'the choice "{found}" is in this moment already, at line {line}',
        "Choice ids are unique within their moment: transcripts and statistics tell choices apart by them.",
    ),
    (
        "M217",
        "error",
        "A timer and its silence go together",
        '"{found}" needs "{missing}" beside it',
        "When the time is over, the silence is what happens; and what happens in silence needs a time "
        "after which it does. Write both `seconds` and `silence`, or neither.",
    ),
    (
        "M218",
        "error",
        "The last branch, and only the last, has no condition",
        "{problem}",
        "The first branch whose `when` holds is taken. The last must be without `when`, so that there "
        "is always a way on; one without `when` before the last would hide all that follow.",
    ),
    (
        "M219",
        "error",
        "An ending leads nowhere",
        'a moment that ends the attempt cannot have "{found}"',
        "A moment with `ends` is the end: no choice can be taken there, and nothing comes after it.",
    ),
    (
        "M220",
        "error",
        "A moment without a text",
        'the moment "{found}" needs a text: "says" or "narrates"',
        "In every moment something is said or told: a player who comes there must find out what is going on.",
    ),
    (
        "M221",
        "error",
        "A moment without a way on",
        'the moment "{found}" needs "choices", "otherwise" or "ends"',
        "A moment lets the player choose, passes on (`otherwise`), or ends the attempt.",
    ),
    (
        "M222",
        "error",
        "A choice that leads nowhere",
        'the {what} needs a "then", here or on its moment',
        "Each choice, and silence, says where it leads. A `then` on the moment serves all its choices "
        "that have none of their own.",
    ),
    (
        "M223",
        "error",
        "A misplaced choice without a reason",
        'a misplaced choice needs "why"',
        "The right behaviour at the wrong moment is hard to see through. The player is owed the reason,"
        " and the playbook's lesson cannot know it.",
    ),
    (
        "M224",
        "error",
        "A condition that cannot be read",
        "{problem}",
        "A condition compares one meter with one whole number (trust >= 55), or names a flag, a trait "
        "or customer.gone; such parts are joined with and, or, not and parentheses. At most 500 "
        "characters, nested at most 50 deep.",
    ),
    (
        "M225",
        "error",
        "Too many moments",
        "{count} moments are more than {limit}",
        "A scenario has at most 20,000 moments, so that no file can make the program slow. Divide it "
        "into levels.",
    ),
    (
        "M226",
        "error",
        "A name that is taken",
        'the name "{found}" is taken: {problem}',
        "A flag and a trait of the same name could not be told apart in a condition, nor could a "
        "customer and a cast member of the same name as speakers.",
    ),
    (
        "M227",
        "warning",
        "A comparison that is always the same",
        '"{found}" {problem}: meters run from 0 to 100',
        "The comparison does not depend on the meter at all. The number is probably mistyped.",
    ),
    (
        "M228",
        "error",
        "The speaker must be named",
        'the moment "{found}" needs "speaker": there are several customers',
        "With one customer it is plain who speaks, whose mood is meant and whom a choice is aimed at. "
        "With several the moment says so, unless every line and every choice names its own.",
    ),
    (
        "M229",
        "error",
        "The customer must be named",
        '"{found}" does not say whose: there are several customers',
        "With several customers a condition names the customer with a dot, as in maya.trust or "
        "priya.hurried.",
    ),
    (
        "M230",
        "error",
        "The start is an ending",
        'the attempt would end where it starts: "{found}" has "ends"',
        "The first moment must not have `ends`: there would be nothing to play.",
    ),
    (
        "M231",
        "error",
        "Silence without choices",
        '"{found}" needs "choices" in the same moment',
        "Saying nothing is one of the things a player can do where there is something to choose. A "
        "moment without choices passes on at once.",
    ),
    (
        "M232",
        "error",
        "Too many entries",
        "{count} entries are more than {limit}",
        "The list is longer than the format allows: a choice shows at most 20 behaviours, and mostly "
        "one to three.",
    ),
    (
        "M233",
        "warning",
        "The same entry twice",
        '"{found}" stands in this list already',
        "A behaviour that is listed twice counts twice; a flag or trait that is listed twice is "
        "probably another one mistyped.",
    ),
    (
        "M234",
        "error",
        "Too many choices",
        "{count} choices and silences are more than {limit}",
        "A scenario has at most 40,000 choices and silences in all its moments together. "
        "Divide it into levels.",
    ),
)

REFERENCES: tuple[Entry, ...] = (
    (
        "M301",
        "error",
        "An unknown moment",
        'the {what} leads to an unknown moment "{found}"',
        "No moment of this id is in the file. The id may be misspelt, or the moment may still have to "
        "be written.",
    ),
    (
        "M302",
        "error",
        "An unknown behaviour",
        'the playbook "{playbook}" has no behaviour "{found}"',
        "The behaviours are named by the playbook that the scenario is judged by.",
    ),
    (
        "M303",
        "error",
        "An unknown customer",
        'there is no customer "{found}" here',
        "Conditions, effects and `toward` name a customer by the key under `customers`.",
    ),
    (
        "M304",
        "error",
        "An unknown speaker",
        'there is nobody named "{found}" here',
        "Whoever speaks is a key under `customers` or `cast`. Somebody who only says a line belongs in "
        "`cast`.",
    ),
    (
        "M305",
        "warning",
        "A flag that is read and never set",
        'the flag "{found}" is read here and never set',
        "The condition reads a flag that no choice, silence or confidence sets and that is not recalled"
        " from another level: it can never hold. It is mostly a misspelt name.",
    ),
    (
        "M306",
        "error",
        "An unknown trait",
        '"{found}" is no trait of any customer here',
        "After a customer and a dot a condition names a meter, a trait, or gone. Flags belong to nobody"
        " and stand without a customer.",
    ),
    (
        "M307",
        "error",
        "An unknown principle",
        'the playbook "{playbook}" has no principle "{found}"',
        "A scenario teaches principles of its playbook, and a behaviour is evidence of one.",
    ),
    (
        "M308",
        "error",
        "The playbook is not found",
        'there is no playbook "{found}"',
        "A playbook is looked for as playbooks/ID.yaml beside the scenario's file, then among the "
        "shipped ones.",
    ),
    (
        "M309",
        "error",
        "The playbook has mistakes",
        'the playbook "{found}" cannot be used: errors in it {count}',
        "The scenario is judged by its playbook, so the mistakes in it, which are listed under its own "
        "path, are mended first.",
    ),
    (
        "M310",
        "warning",
        "A picture is missing",
        'there is no picture for {what} "{found}"',
        "Portraits are assets/portraits/NAME/MOOD.svg and places are assets/places/NAME.svg. A neutral "
        "picture stands in for one that is missing.",
    ),
    (
        "M311",
        "warning",
        "A remembered flag that is never set",
        'the flag "{found}" is remembered and never set',
        "No choice, silence or confidence sets the flag, so there is nothing to remember.",
    ),
    (
        "M312",
        "warning",
        "An unknown level",
        'there is no level "{found}" in this folder',
        "`recalls` and `form_of` name another level by its id, the name of its file without `.yaml`.",
    ),
    (
        "M313",
        "warning",
        "A recalled flag that the other level does not remember",
        'the level "{level}" does not remember the flag "{found}"',
        "Only flags that the other level lists under `remembers` are kept after its ending.",
    ),
)

PLAYBOOK: tuple[Entry, ...] = (
    (
        "M801",
        "error",
        "A playbook cannot name a customer",
        '"{found}" names a customer; a playbook is for all of them',
        "In a playbook's effects and conditions bare meters and traits are those of the customer the "
        "choice is aimed at. Leave the customer and the dot away.",
    ),
    (
        "M802",
        "error",
        "The bands are out of order",
        "the bands must rise: pass {passing}, silver {silver}, gold {gold}",
        "A score passes first, then reaches silver, then gold; the limits may be equal but not fall.",
    ),
)

CAMPAIGN: tuple[Entry, ...] = (
    (
        "M901",
        "error",
        "An id twice in the campaign",
        'the {what} "{found}" is in the campaign already, at line {line}',
        "Each level and each chapter stands in the campaign once, so that it is plain what opens it.",
    ),
    (
        "M902",
        "error",
        "A level waits for one that is not in the campaign",
        'the level "{found}" is not in the campaign',
        "`after` names levels of the campaign that must be completed first.",
    ),
    (
        "M903",
        "error",
        "Levels wait for each other",
        'the level "{found}" can never be opened',
        "Followed through `after`, the level waits for itself. At least one level of the circle must "
        "not wait.",
    ),
    (
        "M904",
        "warning",
        "A level of the campaign has no file",
        'there is no scenario "{found}" in this folder',
        "The campaign lists a level by its id, the name of its file without `.yaml`.",
    ),
)

ENTRIES: tuple[Entry, ...] = READING + SYNTAX + FORMAT + REFERENCES + PLAYBOOK + CAMPAIGN
