"""The two hashes of a scenario: of all that it says, and of what its proofs depend on."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from game.scenario.condition_parser import unparse
from game.scenario.kinds import Pairs, Parsed
from game.scenario.nodes import Scalar
from game.scenario.read import Record

RULES_VERSION = 1
"""To be raised when the rules, not a file, change what an action does or a score is worth."""


def plain(value: Any, rules_only: bool) -> Any:
    """A read value as plain data for JSON, the same however the file is laid out.

    Fields at their default are left out. Mappings whose order the rules can see (customers leave in the
    file's order) become lists of pairs.
    """
    kind = value.__class__
    if kind is str or kind is int:
        return value
    if kind is Scalar:
        return value.text
    if isinstance(value, Record):
        return _plain_record(value, rules_only)
    if isinstance(value, Pairs):
        pairs = [(key.text, plain(entry, rules_only)) for key, entry in value]
        return pairs if pairs and isinstance(value[0][1], Record) else dict(pairs)
    if isinstance(value, tuple):
        return [plain(entry, rules_only) for entry in value]
    if isinstance(value, Parsed):
        return unparse(value.tree) if value.tree is not None else value.scalar.text
    if isinstance(value, Fraction):
        return str(value)
    return value


def _plain_record(record: Record, rules_only: bool) -> dict[str, Any]:
    shown = {}
    declared = record.declared
    for name, value in record.__dict__.items():
        field = declared[name]
        if (field.rules or not rules_only) and value != field.default:
            shown[name] = value if value.__class__ is str else plain(value, rules_only)
    return shown


def digest(parts: Iterable[Any]) -> str:
    """SHA-256 of `parts` as canonical JSON, in hexadecimal."""
    import hashlib  # 4 ms that the list of levels need not wait for
    import json

    text = json.dumps([*parts], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def hashes(scenario: Record, playbook: tuple[object, object], flags: tuple[str, ...]) -> tuple[str, str]:
    """(content hash, rules hash) of a scenario and its playbook's two canonical forms.

    The flags' order is part of the second, as proofs number them.
    """
    content = digest([RULES_VERSION, plain(scenario, rules_only=False), playbook[0]])
    rules = digest([RULES_VERSION, flags, plain(scenario, rules_only=True), playbook[1]])
    return content, rules
