"""What each code of the reader says: its severity, title, message and explanation.

Codes are permanent: one that is no longer used stays, and is never given another meaning.
"""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry
from game.scenario.catalogue.format import FORMAT
from game.scenario.catalogue.reading import READING, SYNTAX
from game.scenario.catalogue.references import CAMPAIGN, PLAYBOOK, REFERENCES
from game.scenario.catalogue.slips import SLIPS
from game.scenario.catalogue.texts import TEXTS

ENTRIES: tuple[Entry, ...] = READING + SYNTAX + SLIPS + FORMAT + REFERENCES + PLAYBOOK + CAMPAIGN + TEXTS
