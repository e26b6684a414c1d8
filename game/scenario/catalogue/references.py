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
    ),
    Entry(
        "M302",
        "error",
        "An unknown behaviour",
        'the playbook "{playbook}" has no behaviour "{found}"',
        "The behaviours are named by the playbook that the scenario is judged by.",
    ),
    Entry(
        "M303",
        "error",
        "An unknown customer",
        'there is no customer "{found}" here',
        "Conditions, effects and `toward` name a customer by the key under `customers`.",
    ),
    Entry(
        "M304",
        "error",
        "An unknown speaker",
        'there is nobody named "{found}" here',
        (
            "Whoever speaks is a key under `customers` or `cast`. Somebody who only says a line belongs "
            "in `cast`."
        ),
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
    ),
    Entry(
        "M307",
        "error",
        "An unknown principle",
        'the playbook "{playbook}" has no principle "{found}"',
        "A scenario teaches principles of its playbook, and a behaviour is evidence of one.",
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
    ),
    Entry(
        "M309",
        "error",
        "The playbook has mistakes",
        'the playbook "{found}" cannot be used: errors in it {count}',
        (
            "The scenario is judged by its playbook, so the mistakes in it, which are listed under its "
            "own path, are mended first."
        ),
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
    ),
    Entry(
        "M311",
        "warning",
        "A remembered flag that is never set",
        'the flag "{found}" is remembered and never set',
        "No choice, silence or confidence sets the flag, so there is nothing to remember.",
    ),
    Entry(
        "M312",
        "warning",
        "An unknown level",
        'there is no level "{found}" in this folder',
        "`recalls` and `form_of` name another level by its id, the name of its file without `.yaml`.",
    ),
    Entry(
        "M313",
        "warning",
        "A recalled flag that the other level does not remember",
        'the level "{level}" does not remember the flag "{found}"',
        "Only flags that the other level lists under `remembers` are kept after its ending.",
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
            "choice is aimed at. Leave the customer and the dot away."
        ),
    ),
    Entry(
        "M802",
        "error",
        "The bands are out of order",
        "the bands must rise: pass {passing}, silver {silver}, gold {gold}",
        "A score passes first, then reaches silver, then gold; the limits may be equal but not fall.",
    ),
)

CAMPAIGN: tuple[Entry, ...] = (
    Entry(
        "M901",
        "error",
        "An id twice in the campaign",
        'the {what} "{found}" is in the campaign already, at line {line}',
        "Each level and each chapter stands in the campaign once, so that it is plain what opens it.",
    ),
    Entry(
        "M902",
        "error",
        "A level waits for one that is not in the campaign",
        'the level "{found}" is not in the campaign',
        "`after` names levels of the campaign that must be completed first.",
    ),
    Entry(
        "M903",
        "error",
        "Levels wait for each other",
        'the level "{found}" can never be opened',
        (
            "Followed through `after`, the level waits for itself. At least one level of the circle must "
            "not wait."
        ),
    ),
    Entry(
        "M904",
        "warning",
        "A level of the campaign has no file",
        'there is no scenario "{found}" in this folder',
        "The campaign lists a level by its id, the name of its file without `.yaml`.",
    ),
)
