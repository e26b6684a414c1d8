"""What goes wrong with the records, said so that it can be shown as it stands."""

from __future__ import annotations


class StoreError(Exception):
    """The records could not be opened, read or written. The message says what is wrong and what to do."""


class BadName(ValueError):
    """A name of a player or team cannot be taken. The message says why."""
