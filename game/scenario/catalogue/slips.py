"""Slips of the pen in YAML: what a parser can only call a syntax error, and what it swallows in silence."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

SLIPS: tuple[Entry, ...] = (
    Entry(
        "M112",
        "error",
        "A colon inside a text",
        'the text "{found}" has a colon and a space in it and is not in quotes',
        (
            "In YAML a colon with a space after it ends a key. A text that has one inside must be in "
            "quotes, or the rest of it would be taken for the value of a key."
        ),
        "The file cannot be read past this place, so nobody can play the level.",
        "Put the whole text in double quotes. If there are double quotes in it, use single ones.",
        "    says: One thing: where is it?",
        '    says: "One thing: where is it?"',
    ),
    Entry(
        "M113",
        "error",
        "An apostrophe inside single quotes",
        'the apostrophe in "{found}" ends the text that began with a single quote',
        (
            "Between single quotes an apostrophe looks like the closing quote, and what follows it is "
            "left over."
        ),
        "The file cannot be read past this place, so nobody can play the level.",
        (
            "Put the text in double quotes. Most texts need no quotes at all. Inside single quotes an "
            "apostrophe is written twice."
        ),
        "    says: 'Where's my cake?'",
        '    says: "Where\'s my cake?"',
    ),
    Entry(
        "M114",
        "error",
        "A text goes on after its closing quote",
        "the quoted text {found} ends here, and more follows",
        (
            "A text that begins with a quote ends with the next quote of the same kind. Words after it "
            "belong to nothing. It happens where someone is quoted inside a text, or a text begins with a "
            "quoted word."
        ),
        "The file cannot be read past this place, so nobody can play the level.",
        "Put single quotes around a text with double quotes in it, and the other way round.",
        '    says: "No" is all I hear from you.',
        "    says: '\"No\" is all I hear from you.'",
    ),
    Entry(
        "M115",
        "error",
        "A dash is missing",
        'a new entry of the list begins at "{found}", without its dash',
        (
            "Each choice, line or branch of a list begins with a dash and a space, and its other keys "
            "stand under the first one. Without the dash two entries run into one."
        ),
        "Two choices would become one, or none, and the player would never see what was written.",
        "Write a dash and a space before the first key of the entry.",
        ("      - say: I'm on it.\n        then: thanks\n        say: Please wait.\n        then: thanks"),
        ("      - say: I'm on it.\n        then: thanks\n      - say: Please wait.\n        then: thanks"),
    ),
    Entry(
        "M116",
        "error",
        "Wrong indentation",
        '"{found}" begins in column {column}, where nothing it could belong to begins',
        (
            "What belongs together begins in the same column, and what belongs to a key stands further "
            "right than the key. This line does neither: it was moved by a space or two, or stands a "
            "level too far left or right."
        ),
        (
            "The program cannot tell which moment or choice the line belongs to; guessing could change "
            "what the player reads or where a choice leads."
        ),
        "Move the line to the column of its neighbours. Two spaces for each level are the custom.",
        ("    says: Where is it?\n   mood: upset"),
        ("    says: Where is it?\n    mood: upset"),
    ),
    Entry(
        "M117",
        "error",
        "Curly quotes are no quotes here",
        "the curly quote {found} is an ordinary letter in YAML and does not quote",
        (
            "Word processors turn straight quotes into curly ones. YAML knows the straight ones alone, so "
            "the curly ones protect nothing and become part of the text."
        ),
        "The file cannot be read as it was meant, so nobody can play the level.",
        "Type the straight quote of the keyboard, and write scenarios in a plain text editor.",
        "    says: “One thing: where is it?”",
        '    says: "One thing: where is it?"',
    ),
    Entry(
        "M118",
        "warning",
        "The rest of a text is cut off",
        'everything from "{found}" on is a comment, so the text ends before it',
        (
            "A space and a # begin a comment, in the middle of a text as well. The rest of the line is "
            "not part of what is said."
        ),
        "The player reads half a sentence, and nothing else would tell you so.",
        (
            "Put the text in quotes if the # belongs to it. If it is a comment, put two spaces before the "
            "# and one after it."
        ),
        "    says: My order is #4512 and it is not here.",
        '    says: "My order is #4512 and it is not here."',
    ),
    Entry(
        "M119",
        "error",
        "A text begins with a special character",
        'a text that begins with "{found}" must be in quotes',
        (
            "At the beginning of a text the characters * & % @ ` ! | > [ ] { } , and, before a space, - "
            "and ? mean something to YAML. In the middle of a text they are harmless."
        ),
        "The text would be read as something else or not at all, so nobody can play the level.",
        (
            "Put the whole text in quotes. What happens without being said belongs in `narrates`, without "
            "asterisks."
        ),
        "    says: *sighs* Where is it?",
        ("    narrates: She sighs.\n    says: Where is it?"),
    ),
    Entry(
        "M120",
        "error",
        "The file ends in the middle",
        "the file ends here, in the middle of something",
        (
            "The last line is not complete and has no line end: the file was probably not saved or copied "
            "to its end. Mistakes that follow from the missing rest are not listed."
        ),
        "The end of the conversation is missing.",
        (
            "Save the file once more from the editor, or fetch it again from where it came from. If it is "
            "complete, finish the last line and end it with the Enter key."
        ),
    ),
    Entry(
        "M121",
        "error",
        "A quote is never closed",
        "the quote {found} that is opened here is not closed where its text ends",
        (
            "Everything after an opening quote belongs to the text until the same quote comes again, over "
            "many lines if need be."
        ),
        "The rest of the file would become one long text.",
        "Write the same quote at the end of the text, or leave the first one away.",
        '    says: "Where is it?',
        '    says: "Where is it?"',
    ),
    Entry(
        "M122",
        "error",
        "No space after the colon",
        'a space is missing after "{found}:"',
        "A key ends with a colon and a space. Without the space the whole line is one word to YAML.",
        "What was meant for the player would not be read.",
        "Write a space after the colon.",
        "    says:Where is it?",
        "    says: Where is it?",
    ),
    Entry(
        "M123",
        "error",
        "A line that belongs to nothing",
        'the line "{found}" is neither a key with a colon nor part of the text above',
        (
            "Each line of a scenario is a key with a colon, an entry with a dash, or goes on with the "
            "text of the line above and is then indented further than its key."
        ),
        "The program cannot tell what the line is for.",
        (
            "Write the colon after the key. To go on with a text, indent the line further than the key of "
            "the text."
        ),
        ("    says Where is it?\n    mood: upset"),
        ("    says: Where is it?\n    mood: upset"),
    ),
    Entry(
        "M124",
        "error",
        "A dash that makes no list",
        'this "{found}" does not begin an entry of a list',
        (
            "An entry of a list begins with a hyphen and a space. A hyphen without the space is part of "
            "the word, and the long dashes and dots of word processors are letters."
        ),
        "The choice would be lost or run into the one above.",
        "Write a plain hyphen and one space.",
        ("      -say: Please wait.\n       then: thanks"),
        ("      - say: Please wait.\n        then: thanks"),
    ),
    Entry(
        "M125",
        "error",
        "A comma ends a text in braces",
        'inside braces the comma before "{found}" ends the text',
        ("In { } commas part one field from the next, so a text with a comma in it must be in quotes there."),
        "The player would read half a sentence.",
        ("Put the text in quotes, or write the fields on lines of their own, where commas are harmless."),
        "  thanks: {says: Thank you, dear., ends: partnership}",
        '  thanks: {says: "Thank you, dear.", ends: partnership}',
    ),
    Entry(
        "M126",
        "error",
        "A space that is none",
        "this line is indented with a special space, copied from a web page or a word processor",
        (
            "There are spaces of other widths that look like the one of the space bar. YAML takes them "
            "for letters."
        ),
        "The line looks right and is not, which nobody finds by looking.",
        "Delete the spaces before the first word and type them anew.",
        "\u00a0\u00a0\u00a0 says: Where is it?",
        "    says: Where is it?",
    ),
    Entry(
        "M127",
        "error",
        "A bracket is never closed",
        'the "{found}" that is opened here is not closed',
        "What begins with { or [ goes on to the matching bracket, over lines if need be.",
        "The rest of the file would be taken for part of it.",
        "Close the bracket at the end of its line. A text that begins with a bracket goes in quotes.",
        ("  thanks: {says: Thank you., ends: partnership\n  leaves: {says: Goodbye., ends: departure}"),
        ("  thanks: {says: Thank you., ends: partnership}\n  leaves: {says: Goodbye., ends: departure}"),
    ),
)
