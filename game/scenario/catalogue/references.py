"""Findings about names: of moments, people, flags, behaviours, pictures and other levels."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

REFERENCES: tuple[Entry, ...] = (
    Entry(
        "M301",
        "error",
        "An unknown moment",
        'the {what} leads to an unknown moment "{found}"',
        (
            "No moment of this id is in the file. The id may be misspelt, or the moment may still have to "
            "be written."
        ),
        "A player who goes this way would be stuck.",
        "Take the id that is proposed, or write the moment.",
        ("      - say: I'm on it.\n        then: thansk"),
        ("      - say: I'm on it.\n        then: thanks"),
    ),
    Entry(
        "M302",
        "error",
        "An unknown behaviour",
        'the playbook "{playbook}" has no behaviour "{found}"',
        "The behaviours are named by the playbook that the scenario is judged by.",
        "The choice would earn and teach nothing.",
        "Take the id that is proposed. All of them are in the playbook's file, under `behaviours`.",
        ("      - say: I'm on it.\n        shows: [solve-problems]\n        then: thanks"),
        ("      - say: I'm on it.\n        shows: [solve-problem]\n        then: thanks"),
    ),
    Entry(
        "M303",
        "error",
        "An unknown customer",
        'there is no customer "{found}" here',
        (
            "Conditions, effects and `toward` name a customer by the key under `customers`, not by the "
            "name that players read."
        ),
        "Nobody's meters would move.",
        "Take the key that is proposed.",
        ("    says: Where is it?\n    effects: {mayo.trust: 5}"),
        ("    says: Where is it?\n    effects: {maya.trust: 5}"),
    ),
    Entry(
        "M304",
        "error",
        "An unknown speaker",
        'there is nobody named "{found}" here',
        "Whoever speaks is a key under `customers` or `cast`.",
        "The player would not see who speaks.",
        "Take the key that is proposed. Somebody who only says a line belongs in `cast`.",
        ("    speaker: mia\n    says: Where is it?"),
        ("    speaker: maya\n    says: Where is it?"),
    ),
    Entry(
        "M305",
        "warning",
        "A flag that is read and never set",
        'the flag "{found}" is read here and never set',
        (
            "The condition reads a flag that no choice, silence or confidence sets and that is not "
            "recalled from another level: it can never hold. It is mostly a misspelt name."
        ),
        "A choice, line or branch that was written is never seen.",
        "Take the name that is proposed, or set the flag where it is earned.",
        "    says: [{when: kept_word, says: You did it.}, {says: Where is it?}]",
        "    says: [{when: trust > 50, says: You did it.}, {says: Where is it?}]",
    ),
    Entry(
        "M306",
        "error",
        "An unknown trait",
        '"{found}" is no trait of any customer here',
        (
            "After a customer and a dot a condition names a meter, a trait, or gone. Flags belong to "
            "nobody and stand without a customer."
        ),
        "The condition could never hold.",
        "Add the trait to the customer, or leave the customer and the dot away where a flag is meant.",
        "    says: [{when: maya.hurried, says: Quick.}, {says: Where is it?}]",
        "    says: [{when: maya.trust > 50, says: Quick.}, {says: Where is it?}]",
    ),
    Entry(
        "M307",
        "error",
        "An unknown principle",
        'the playbook "{playbook}" has no principle "{found}"',
        "A scenario teaches principles of its playbook, and a behaviour is evidence of one.",
        "What a player has mastered is counted by principle: this one would never be.",
        "Take the id that is proposed. All of them are in the playbook's file, under `principles`.",
        "teaches: [fix-the-customer]",
        "teaches: [fix-the-customer-first]",
    ),
    Entry(
        "M308",
        "error",
        "The playbook is not found",
        'there is no playbook "{found}"',
        (
            "A playbook is looked for as playbooks/ID.yaml beside the scenario's file, then among the "
            "shipped ones."
        ),
        "Without its playbook no choice can be judged.",
        (
            "Check the spelling, or put the playbook into the folder `playbooks`. Without the line the "
            "shipped playbook is used."
        ),
    ),
    Entry(
        "M309",
        "error",
        "The playbook has mistakes",
        'the playbook "{found}" cannot be used: errors in it {count}',
        "The scenario is judged by its playbook, and there are mistakes in that.",
        "Without its playbook no choice can be judged.",
        "Mend the mistakes in the playbook first; they are listed under its own path.",
    ),
    Entry(
        "M310",
        "warning",
        "A picture is missing",
        'there is no picture for {what} "{found}"',
        (
            "Portraits are assets/portraits/NAME/MOOD.svg and places are assets/places/NAME.svg. A "
            "neutral picture stands in for one that is missing."
        ),
        "The player reads a mood in a face. A neutral one tells nothing.",
        (
            "Check the spelling, or draw the picture. Where the neutral one will do, leave `portrait` and "
            "`place` away."
        ),
        "place: bakerie",
        "place: bakery",
    ),
    Entry(
        "M311",
        "warning",
        "A remembered flag that is never set",
        'the flag "{found}" is remembered and never set',
        "No choice, silence or confidence sets the flag, so there is nothing to remember.",
        "The customer of a later level would never know.",
        "Take the name that is proposed, set the flag, or delete it from `remembers`.",
        "remembers: [kept_word]",
        "remembers: []",
    ),
    Entry(
        "M312",
        "warning",
        "An unknown level",
        'there is no level "{found}" in this folder',
        "`recalls` and `form_of` name another level by its id, the name of its file without `.yaml`.",
        "What the player did there would be forgotten here.",
        "Check the spelling, and that both files are in one folder.",
    ),
    Entry(
        "M313",
        "warning",
        "A recalled flag that the other level does not remember",
        'the level "{level}" does not remember the flag "{found}"',
        "Only flags that the other level lists under `remembers` are kept after its ending.",
        "What the player did there would be forgotten here.",
        "Add the flag to `remembers` of the other level, or take the name that is proposed.",
    ),
)

PLAYBOOK: tuple[Entry, ...] = (
    Entry(
        "M801",
        "error",
        "A playbook cannot name a customer",
        '"{found}" names a customer; a playbook is for all of them',
        (
            "In a playbook's effects and conditions bare meters and traits are those of the customer the "
            "choice is aimed at."
        ),
        "A playbook serves every level, and the customer is only in one.",
        ("Leave the customer and the dot away. What is special to a level goes into its choices' `effects`."),
    ),
    Entry(
        "M802",
        "error",
        "The bands are out of order",
        "the bands must rise: pass {passing}, silver {silver}, gold {gold}",
        "A score passes first, then reaches silver, then gold; the limits may be equal but not fall.",
        "A player would have gold without having passed.",
        "Order the numbers: pass, silver, gold.",
    ),
)

CAMPAIGN: tuple[Entry, ...] = (
    Entry(
        "M901",
        "error",
        "An id twice in the campaign",
        'the {what} "{found}" is in the campaign already, at line {line}',
        "Each level and each chapter stands in the campaign once.",
        "It would not be plain what opens the level.",
        "Delete one of the two, or write the id that was meant.",
    ),
    Entry(
        "M902",
        "error",
        "A level waits for one that is not in the campaign",
        'the level "{found}" is not in the campaign',
        "`after` names levels of the campaign that must be completed first.",
        "The level would stay closed for ever.",
        "Take the id that is proposed, or add the level to the campaign.",
    ),
    Entry(
        "M903",
        "error",
        "Levels wait for each other",
        'the level "{found}" can never be opened',
        "Followed through `after`, the level waits for itself.",
        "None of the levels of the circle could ever be opened.",
        "Delete one of the `after`, so that at least one level of the circle does not wait.",
    ),
    Entry(
        "M904",
        "warning",
        "A level of the campaign has no file",
        'there is no scenario "{found}" in this folder',
        "The campaign lists a level by its id, the name of its file without `.yaml`.",
        "The player would see a level that cannot be played.",
        "Check the spelling, or put the file into the folder.",
    ),
)
