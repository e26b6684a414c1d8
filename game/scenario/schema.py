"""The JSON Schema of each kind of file, for editors: generated from the declared format.

A schema cannot look names up; it helps while typing. What it accepts is judged by the readers.
"""

from __future__ import annotations

import json
from typing import Any

from game.scenario.condition_parser import KEYWORDS, MAX_LENGTH
from game.scenario.format import (
    VERSION,
    CampaignDecl,
    ChoiceDecl,
    MomentDecl,
    PlaybookDecl,
    ScenarioDecl,
)
from game.scenario.kinds import (
    MAX_ID,
    ByShape,
    Decimal,
    Id,
    Kind,
    ListOf,
    MapOf,
    MeterName,
    Name,
    OneOf,
    PictureName,
    Plain,
    Rec,
    Text,
    When,
    Whole,
    YesNo,
)
from game.scenario.model import METERS
from game.scenario.read import Field, Record

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FILES: dict[str, type[Record]] = {
    "scenario": ScenarioDecl,
    "playbook": PlaybookDecl,
    "campaign": CampaignDecl,
}

_RULES: dict[type[Record], Schema] = {
    MomentDecl: {
        "dependencies": {"seconds": ["silence"], "silence": ["seconds", "choices"]},
        "allOf": [
            {"anyOf": [{"required": ["says"]}, {"required": ["narrates"]}]},
            {"anyOf": [{"required": [key]} for key in ("choices", "otherwise", "ends")]},
            {"not": {"required": ["ends", "choices"]}},
        ],
    },
    ChoiceDecl: {
        "if": {"properties": {"misplaced": {"const": True}}, "required": ["misplaced"]},
        "then": {"required": ["why"]},
    },
}
"""What concerns several fields at once, as far as a schema can say it."""


def schema_of(name: str) -> Schema:
    """The schema of "scenario", "playbook" or "campaign". Raises: KeyError for another name."""
    record = FILES[name]
    parts = _Parts()
    root = parts.record(record)
    return {
        "$schema": DRAFT,
        "title": f"Moments of Truth: {name}, format 1",
        **root,
        "definitions": dict(sorted(parts.definitions.items())),
    }


def schema_text(name: str) -> str:
    """The schema as the text of its file."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


class _Parts:
    """Turns kinds into schemas; records and conditions become definitions."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def record(self, record: type[Record]) -> Schema:
        fields = record.declared.values()
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [field.key for field in fields if field.required],
            "properties": {field.key: {**self.field(field), "description": field.help} for field in fields},
            **_RULES.get(record, {}),
        }

    def field(self, field: Field) -> Schema:
        return {"const": VERSION} if field.key == "format" else self.kind(field.kind)

    def reference(self, name: str, schema: Schema) -> Schema:
        self.definitions[name] = schema
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}

    def kind(self, kind: Kind) -> Schema:
        match kind:
            case Text():
                return {"type": ["string", "number", "boolean"]}
            case When():
                return self.reference("condition", {"type": "string", "maxLength": MAX_LENGTH})
            case Whole():
                high = {} if kind.high is None else {"maximum": kind.high}
                return {"type": "integer", "minimum": kind.low, **high}
            case Decimal():
                least = "exclusiveMinimum" if kind.above else "minimum"
                return {"type": "number", least: kind.low, "maximum": kind.high}
            case YesNo():
                return {"type": "boolean"}
            case OneOf():
                return {"enum": list(kind.words)}
            case Id() | PictureName():
                return {"type": ["string", "integer"], "pattern": f"^{kind.pattern}$", "maxLength": MAX_ID}
            case Name():
                return _name(kind)
            case _:
                return self.structure(kind)

    def structure(self, kind: Kind) -> Schema:
        match kind:
            case ListOf():
                most = {} if kind.most is None else {"maxItems": kind.most}
                return {"type": "array", "items": self.kind(kind.kind), "minItems": kind.least, **most}
            case MapOf():
                return {
                    "type": "object",
                    "propertyNames": _key(kind.key),
                    "additionalProperties": self.kind(kind.value),
                    "minProperties": kind.least,
                }
            case Rec():
                name = kind.record.kind_name.replace(" ", "-")
                return self.reference(name, self.record(kind.record))
            case ByShape():
                return {"anyOf": [self.kind(part) for part in kind.kinds]}
            case Plain():
                return {}
        raise TypeError(kind)  # pragma: no cover


def _name(kind: Name) -> Schema:
    taken = sorted(KEYWORDS.union(METERS))
    return {
        "type": "string",
        "pattern": f"^{kind.pattern}$",
        "maxLength": MAX_ID,
        "not": {"enum": taken},
    }


def _key(kind: Kind) -> Schema:
    if isinstance(kind, MeterName):
        return {"pattern": f"^([a-z][a-z0-9_]*\\.)?({'|'.join(METERS)})$"}
    assert isinstance(kind, (Id, Name))
    return {"pattern": f"^{kind.pattern}$", "maxLength": MAX_ID}
