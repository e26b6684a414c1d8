"""Findings about a file as such: whether it can be read, and whether it is YAML."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

READING: tuple[Entry, ...] = (
    Entry(
        "M001",
        "error",
        "The file does not exist",
        "there is no such file",
        "The path names nothing on this computer, neither a file nor a folder.",
        "Nothing was checked.",
        (
            "Check the spelling, and the folder that the command is run from. A path with spaces in it "
            "goes in quotes."
        ),
    ),
    Entry(
        "M002",
        "error",
        "The path is a folder",
        "this is a folder, not a file",
        "One scenario or playbook is one file, and this path is a folder.",
        "Nothing was checked.",
        "Name the file inside the folder. `check` alone takes whole folders.",
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
        "Nothing was checked.",
        "Look at the permissions of the file, or copy it to a folder of your own.",
    ),
    Entry(
        "M004",
        "error",
        "The file is too large",
        "the file is larger than {limit} MiB",
        (
            "A scenario has a few dozen moments and some tens of kilobytes. Files over 2 MiB are not "
            "read, so that no file can make the program slow."
        ),
        "Nobody can play the level until this is mended.",
        (
            "Divide the conversation into several levels. If the file is so large by mistake, something "
            "else was saved under its name."
        ),
    ),
    Entry(
        "M005",
        "error",
        "The file is not UTF-8",
        "byte {offset} ({found}) is not UTF-8 text",
        (
            "Files are text in UTF-8. The byte that is named, counted from 0, does not belong to such a "
            "text: the file was saved in another encoding, or is no text at all."
        ),
        "Letters with accents would come out as something else on the player's screen.",
        "Save the file as UTF-8 in the editor.",
    ),
)

SYNTAX: tuple[Entry, ...] = (
    Entry(
        "M101",
        "error",
        "Not well-formed YAML",
        "this is not well-formed YAML: {problem}",
        (
            "The parser cannot go on at this place, and the mistake is none of those that have a code of "
            "their own. It may stand on the line above. Nothing after this place was looked at."
        ),
        "Nobody can play the level until this is mended.",
        (
            "Compare the line with its neighbours. Put the text in quotes if there is anything but "
            "letters and plain punctuation in it; in double quotes a backslash is written twice."
        ),
        '    says: "Where is C:\\where?"',
        "    says: Where is C:\\where?",
    ),
    Entry(
        "M102",
        "error",
        "A tab in the indentation",
        "this line is indented with a tab",
        (
            "YAML indents with spaces alone: a tab is as wide as each editor likes, so nobody could say "
            "what belongs to what."
        ),
        "The program cannot tell which moment or choice the line belongs to.",
        (
            "Replace the tab by spaces. Most editors do it for the whole file in one step, and can be "
            "told to write spaces when the tab key is pressed."
        ),
        "	says: Where is it?",
        "    says: Where is it?",
    ),
    Entry(
        "M103",
        "error",
        "A key is written twice",
        'the key "{found}" is here already, at line {line}, column {column}',
        (
            "In one mapping each key stands once. With two of them one would be lost without a word, so "
            "neither is preferred."
        ),
        "One of the two texts would never be seen by a player.",
        (
            "Delete one, put both contents together, or, if a new moment or choice was meant, give it a "
            "name or a dash of its own."
        ),
        ("    says: Where is it?\n    says: I have been waiting."),
        "    says: Where is it? I have been waiting.",
    ),
    Entry(
        "M104",
        "error",
        "Anchors and aliases are not used",
        'anchors and aliases are not used here: "{found}"',
        (
            "YAML can name a piece (&name) and repeat it elsewhere (*name). Scenarios do without: a "
            "reader should see what is said where it is said, and a few lines of aliases can grow to "
            "billions."
        ),
        (
            "What is written in one place and repeated in another is changed in both, and one of them is "
            "forgotten."
        ),
        "Write it out. A text that begins with & or * goes in quotes.",
        ("    says: Where is it?\n    effects: &mistake {trust: -5}"),
        ("    says: Where is it?\n    effects: {trust: -5}"),
    ),
    Entry(
        "M105",
        "error",
        "Tags are not used",
        'tags are not used here: "{found}"',
        (
            "YAML tags (!name) tell a program to build special objects. Nothing in a scenario needs one, "
            "and a file from a stranger should not be able to ask."
        ),
        "Nobody can play the level until this is mended.",
        "Delete the tag. A text that begins with ! goes in quotes.",
        "    says: !now Where is it?",
        '    says: "!now Where is it?"',
    ),
    Entry(
        "M106",
        "error",
        "Merge keys are not used",
        'merge keys ("<<") are not used here',
        "The merge key << copies another mapping into this one.",
        "A reader of the file would not see what is there.",
        "Write the fields out instead.",
        ("    <<: {mood: upset}\n    says: Where is it?"),
        ("    mood: upset\n    says: Where is it?"),
    ),
    Entry(
        "M107",
        "error",
        "More than one document",
        'a second document begins here: "---" parts documents',
        "One file holds one scenario. Three dashes on a line of their own begin a second document.",
        "What stands below would never be played.",
        "Remove the line with the three dashes, or put what follows into a file of its own.",
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
        "Nobody can play the level until this is mended.",
        "Look for brackets that are opened again and again and never closed.",
    ),
    Entry(
        "M109",
        "error",
        "A character that is refused",
        "the character {found} is refused",
        (
            "Control and escape characters, tabs inside a text, and characters that turn the direction of "
            "writing are refused in texts and names: they can hide what a file says, or garble a "
            "terminal. They mostly come in by copying from a web page or a word processor."
        ),
        "What the author sees and what the player sees would not be the same.",
        (
            "Delete the character, or type it anew. If it cannot be seen, delete the words around it and "
            "type them again."
        ),
        '    says: "Where\\tis it?"',
        "    says: Where is it?",
    ),
    Entry(
        "M110",
        "error",
        "A key that is not text",
        "a key must be a plain text",
        (
            "A list or a mapping stands where a key belongs. This happens with doubled braces, as in "
            "{{name}}, or with a question mark at the start of a line. Nothing after this place was "
            "looked at."
        ),
        "Nobody can play the level until this is mended.",
        "A text that begins with a brace goes in quotes. There are no placeholders: write the name.",
        "    says: {{name}}, where is it?",
        "    says: Maya here. Where is it?",
    ),
    Entry(
        "M111",
        "error",
        "The file is empty",
        "there is nothing in this file",
        "The file has no content, or comments alone.",
        "There is nothing to play.",
        (
            "A scenario begins with `format: 1` and its id; `python main.py new ID` writes a small one to "
            "start from. If there was more in the file, it was not saved."
        ),
    ),
)
