"""Findings about a file as such: whether it can be read, and whether it is YAML."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

READING: tuple[Entry, ...] = (
    Entry(
        "M001",
        "error",
        "The file does not exist",
        "there is no such file",
        (
            "The path names nothing. Check its spelling and the folder the command is run from; a path "
            "with spaces in it goes in quotes."
        ),
    ),
    Entry(
        "M002",
        "error",
        "The path is a folder",
        "this is a folder, not a file",
        "One scenario or playbook is one file. Name the file inside the folder.",
    ),
    Entry(
        "M003",
        "error",
        "The file cannot be read",
        "the file cannot be read: {problem}",
        (
            "The file is there, but the system does not let the program read it: permissions, a broken "
            "disk, or something that is not a regular file, such as a pipe."
        ),
    ),
    Entry(
        "M004",
        "error",
        "The file is too large",
        "the file is larger than {limit} MiB",
        (
            "A scenario has a few dozen moments and some tens of kilobytes. Files over 2 MiB are not "
            "read, so that no file can make the program slow. Divide the conversation into several "
            "levels."
        ),
    ),
    Entry(
        "M005",
        "error",
        "The file is not UTF-8",
        "byte {offset} ({found}) is not UTF-8 text",
        (
            "Files are text in UTF-8. The byte that is named, counted from 0, does not belong to such a "
            "text: the file was saved in another encoding, or is no text at all. Save it as UTF-8 in the "
            "editor."
        ),
    ),
)

SYNTAX: tuple[Entry, ...] = (
    Entry(
        "M101",
        "error",
        "Not well-formed YAML",
        "this is not well-formed YAML: {problem}",
        (
            "The parser cannot go on at this place. The usual causes are a text with a colon and a space "
            "in it that is not in quotes, a quote that is never closed, and lines that belong together "
            "but begin in different columns. The mistake may stand on the line above. Nothing after this "
            "place was looked at."
        ),
    ),
    Entry(
        "M102",
        "error",
        "A tab in the indentation",
        "this line is indented with a tab",
        (
            "YAML indents with spaces alone: a tab is as wide as each editor likes, so nobody could say "
            "what belongs to what. Replace tabs by spaces; most editors do it for the whole file in one "
            "step."
        ),
    ),
    Entry(
        "M103",
        "error",
        "A key is written twice",
        'the key "{found}" is here already, at line {line}, column {column}',
        (
            "In one mapping each key stands once. With two of them one would be lost without a word, so "
            "neither is preferred: rename one, or put both contents together."
        ),
    ),
    Entry(
        "M104",
        "error",
        "Anchors and aliases are not used",
        'anchors and aliases are not used here: "{found}"',
        (
            "YAML can name a piece (&name) and repeat it elsewhere (*name). Scenarios do without: a "
            "reader should see what is said where it is said, and a few lines of aliases can grow to "
            "billions. Write the text out. A text that begins with & or * goes in quotes."
        ),
    ),
    Entry(
        "M105",
        "error",
        "Tags are not used",
        'tags are not used here: "{found}"',
        (
            "YAML tags (!name) tell a program to build special objects. Nothing in a scenario needs one, "
            "and a file from a stranger should not be able to ask. A text that begins with ! goes in "
            "quotes."
        ),
    ),
    Entry(
        "M106",
        "error",
        "Merge keys are not used",
        'merge keys ("<<") are not used here',
        "The merge key copies another mapping into this one. Write the fields out instead.",
    ),
    Entry(
        "M107",
        "error",
        "More than one document",
        'a second document begins here: "---" parts documents',
        (
            "One file holds one scenario. Put the second document into a file of its own, or remove the "
            "line with the three dashes."
        ),
    ),
    Entry(
        "M108",
        "error",
        "Nested too deep",
        "this is nested deeper than {limit}",
        (
            "Nothing in the format goes deeper than a dozen levels. Reading stops at 50, so that a file "
            "of brackets cannot crash the program. Nothing after this place was looked at."
        ),
    ),
    Entry(
        "M109",
        "error",
        "A character that is refused",
        "the character {found} is refused",
        (
            "Control and escape characters, tabs inside a text, and characters that turn the direction of "
            "writing are refused in texts and names: they can hide what a file says, or garble a "
            "terminal. They mostly come in by copying from a web page or a word processor. Delete the "
            "character, or type it anew."
        ),
    ),
    Entry(
        "M110",
        "error",
        "A key that is not text",
        "a key must be a plain text",
        (
            "A list or a mapping stands where a key belongs. This happens with doubled braces, as in "
            "{{{{name}}}}, or with a question mark at the start of a line. A text that begins with a "
            "brace goes in quotes. Nothing after this place was looked at."
        ),
    ),
    Entry(
        "M111",
        "error",
        "The file is empty",
        "there is nothing in this file",
        "The file has no content, or comments alone. A scenario begins with `format: 1` and its id.",
    ),
)
