"""The shape of an entry of the catalogue."""

from __future__ import annotations

Entry = tuple[str, str, str, str, str]
"""(code, severity, title, message, explanation); the message names its parts in braces."""
