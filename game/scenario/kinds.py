"""The kinds of value a field can hold: how each is read, and what is said when it cannot be.

A kind's `read` gives the value, or None with the reason reported. `shown` is what the reference page and
the messages call it. The JSON Schema of each kind is in `game.scenario.schema`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Many
from enum import StrEnum
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Any

from game.scenario.condition_parser import KEYWORDS, Tree, parse
from game.scenario.model import METERS
from game.scenario.nodes import Mapping, Node, Scalar, Sequence, first_line

if TYPE_CHECKING:
    from game.scenario.read import Reader, Record

ID_PATTERN = "[a-z0-9][a-z0-9_-]*"
NAME_PATTERN = "[a-z][a-z0-9_]*"
MAX_ID = 80
CURLY = "“”„‟«»‘’‚‛"
_ID = re.compile(ID_PATTERN)
_NAME = re.compile(NAME_PATTERN)
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?")


class Parsed:
    """A condition as read: its scalar, and its tree, None where the text has a mistake."""

    __slots__ = ("scalar", "tree")

    def __init__(self, scalar: Scalar, tree: Tree | None) -> None:
        self.scalar = scalar
        self.tree = tree


class Pairs(tuple[tuple[Scalar, Any], ...]):
    """Keys and values of a mapping whose keys the author chooses, in the file's order."""

    __slots__ = ()


class Kind:
    """A kind of value."""

    shown = "a value"

    def read(self, node: Node, reader: Reader) -> Any:
        raise NotImplementedError


def _scalar(node: Node, kind: Kind, reader: Reader) -> Scalar | None:
    """`node` if it is a scalar with text in it; else what stands there instead is reported."""
    if node.__class__ is not Scalar:
        reader.wrong(node, kind.shown)
        return None
    if not node.text:
        reader.add("M204", node.span, expected=kind.shown)
        return None
    if node.text[0] in CURLY:
        reader.add("M117", node.span, "type it without quotes", found=node.text[0])
        return None
    return node


class Text(Kind):
    """What people read: any scalar is text, whatever it looks like."""

    shown = "a text"

    def read(self, node: Node, reader: Reader) -> str | None:
        if node.__class__ is not Scalar:
            reader.wrong(node, self.shown)
            return None
        text: str = node.text.strip()
        if not text:
            reader.add("M204", node.span, expected=self.shown)
            return None
        if "\t" in text:
            reader.add("M109", node.span, found="U+0009")
        return text


class Whole(Kind):
    """A whole number within bounds."""

    def __init__(self, low: int, high: int | None) -> None:
        self.low = low
        self.high = high
        self.shown = f"a whole number from {low}" + (f" to {high}" if high is not None else " up")

    def read(self, node: Node, reader: Reader) -> int | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        text = scalar.text
        if not _WHOLE.fullmatch(text):
            reader.add("M205", scalar.span, found=text, expected=self.shown)
            return None
        value = int(text)
        if value < self.low or (self.high is not None and value > self.high) or len(text) > 9:
            reader.add("M206", scalar.span, found=text, expected=self.shown)
            return None
        return value


class Decimal(Kind):
    """An exact number, with or without a decimal part; where `above`, more than `low`."""

    def __init__(self, low: int, high: int, *, above: bool = False) -> None:
        self.low = low
        self.high = high
        self.above = above
        self.shown = f"a number above {low}, up to {high}" if above else f"a number from {low} to {high}"

    def read(self, node: Node, reader: Reader) -> Fraction | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        if not _DECIMAL.fullmatch(scalar.text):
            reader.add("M205", scalar.span, found=scalar.text, expected=self.shown)
            return None
        value = Fraction(scalar.text)
        if not self.low <= value <= self.high or (self.above and value == self.low):
            reader.add("M206", scalar.span, found=scalar.text, expected=self.shown)
            return None
        return value


class YesNo(Kind):
    """`true` or `false`."""

    shown = "true or false"

    def read(self, node: Node, reader: Reader) -> bool | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        if scalar.text in ("true", "True", "TRUE"):
            return True
        if scalar.text in ("false", "False", "FALSE"):
            return False
        word = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(scalar.text.lower())
        advice = f'write "{word}"' if word else None
        reader.add("M207", scalar.span, found=scalar.text, help=advice)
        return None


class OneOf(Kind):
    """One word of a closed set."""

    def __init__(self, words: type[StrEnum] | Many[str]) -> None:
        self.enum = words if isinstance(words, type) else None
        self.words = tuple(str(word) for word in words)
        self.shown = (
            ", ".join(self.words[:-1]) + " or " + self.words[-1] if len(self.words) > 1 else self.words[0]
        )

    def read(self, node: Node, reader: Reader) -> str | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        if scalar.text in self.words:
            return self.enum(scalar.text) if self.enum else scalar.text
        reader.add(
            "M208", scalar.span, reader.meant(scalar.text, self.words), found=scalar.text, expected=self.shown
        )
        return None


class Id(Kind):
    """The id of a moment, scenario, choice, behaviour or principle. What it names is looked up later."""

    pattern = ID_PATTERN
    code = "M209"

    def __init__(self, what: str) -> None:
        self.what = what
        self.shown = f"the id of a {what}" if what[0] not in "aeiou" else f"the id of an {what}"

    def read(self, node: Node, reader: Reader) -> Scalar | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        if not _ID.fullmatch(scalar.text) or len(scalar.text) > MAX_ID:
            fixed = re.sub(r"[^a-z0-9_-]+", "-", scalar.text.lower()).strip("-")
            advice = f'"{fixed}" would do' if _ID.fullmatch(fixed) and len(fixed) <= MAX_ID else None
            reader.add("M209", scalar.span, advice, found=scalar.text, what=self.what)
            return None
        return scalar


class PictureName(Kind):
    """The name of a picture: part of a path, so it is as plain as an id."""

    pattern = ID_PATTERN
    shown = "the name of a picture"

    def read(self, node: Node, reader: Reader) -> str | None:
        scalar = Id("picture").read(node, reader)
        return scalar.text if scalar is not None else None


class Name(Kind):
    """The name of a flag, customer or trait, as conditions can read it."""

    pattern = NAME_PATTERN

    def __init__(self, what: str, note: str = "") -> None:
        self.what = what
        self.note = note
        self.shown = f"the name of a {what}"

    def read(self, node: Node, reader: Reader) -> Scalar | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        if not _NAME.fullmatch(scalar.text) or len(scalar.text) > MAX_ID:
            fixed = re.sub(r"[^a-z0-9_]+", "_", scalar.text.lower()).strip("_")
            advice = f'"{fixed}" would do' if _NAME.fullmatch(fixed) and len(fixed) <= MAX_ID else None
            reader.add("M210", scalar.span, advice, found=scalar.text, what=self.what)
            return None
        if scalar.text in METERS or scalar.text in KEYWORDS:
            reader.add("M211", scalar.span, found=scalar.text, what=self.what)
            return None
        if self.note:
            reader.notes[self.note].append(scalar)
        return scalar


class MeterName(Kind):
    """A key of `effects`: a meter, or customer.meter."""

    shown = "trust, loyalty, tension or customer.meter"

    def read(self, node: Node, reader: Reader) -> Scalar | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        meter = scalar.text.rpartition(".")[2]
        if meter not in METERS:
            reader.add("M212", scalar.span, reader.meant(meter, METERS), found=scalar.text)
            return None
        return scalar


class When(Kind):
    """A condition."""

    shown = "a condition"

    def read(self, node: Node, reader: Reader) -> Parsed | None:
        scalar = _scalar(node, self, reader)
        if scalar is None:
            return None
        tree, problems = parse(scalar.text)
        for problem in problems:
            span = scalar.part(problem.start, problem.end)
            reader.add("M224", span, problem.help, problem=problem.message)
        parsed = Parsed(scalar, tree)
        reader.conditions.append(parsed)
        return parsed


def _with_dash(kind: ListOf, node: Mapping, reader: Reader) -> Node:
    """`node` as a list of one where its dash was forgotten, which is reported; else as it is."""
    from game.scenario.settling import as_list  # only where there is something to put right

    return as_list(kind, node, reader) or node


def _settle(kind: MapOf, node: Mapping, reader: Reader) -> None:
    """Puts right the entries of a mapping of records where a field stands a level off, and reports it."""
    outer = reader.inside[-1][0]._readers.keys() if reader.inside else frozenset()
    if node.items.keys().isdisjoint(outer) and all(item.__class__ is Mapping for item in node.items.values()):
        return
    from game.scenario.settling import settle_map  # only where there is something to put right

    settle_map(kind, node, reader)


class ListOf(Kind):
    """A list, each of whose entries is of one kind."""

    def __init__(self, kind: Kind, least: int = 0, most: int | None = None) -> None:
        self.kind = kind
        self.least = least
        self.most = most
        self.shown = f"a list, each entry {kind.shown}"

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...] | None:
        if isinstance(node, Mapping):
            node = _with_dash(self, node, reader)
        if not isinstance(node, Sequence):
            advice = "square brackets make it a list: [ ]" if isinstance(node, Scalar) and node.text else None
            reader.wrong(node, self.shown, advice)
            return None
        if len(node.items) < self.least:
            reader.add("M204", node.span, expected=self.shown)
        if self.most is not None and len(node.items) > self.most:
            reader.add("M232", first_line(node), count=len(node.items), limit=self.most)
        read = self.kind.read
        values = [read(item, reader) for item in node.items[: self.most]]
        return tuple([value for value in values if value is not None])


class MapOf(Kind):
    """A mapping whose keys the author chooses."""

    def __init__(
        self, key: Kind, value: Kind, least: int = 0, most: int | None = None, shown: str = ""
    ) -> None:
        self.key = key
        self.value = value
        self.least = least
        self.most = most
        self.shown = shown or f"a mapping from {key.shown} to {value.shown}"

    def read(self, node: Node, reader: Reader) -> Pairs | None:
        if not isinstance(node, Mapping):
            reader.wrong(node, self.shown)
            return None
        if isinstance(self.value, Rec):
            _settle(self, node, reader)
        if len(node.items) < self.least:
            reader.add("M204", node.span, expected=self.shown)
        if self.most is not None and len(node.items) > self.most:
            reader.add("M232", first_line(node), count=len(node.items), limit=self.most)
        pairs = []
        for text, item in islice(node.items.items(), self.most):
            key = self.key.read(node.keys[text], reader)
            if key is None and isinstance(self.key, Id | Name):
                key = node.keys[text]  # reported; kept, so that what refers to it is not reported as well
            value = self.value.read(item, reader)
            if key is not None and value is not None:
                pairs.append((key, value))
        return Pairs(pairs)


class Rec(Kind):
    """A mapping with the fields that `record` declares."""

    def __init__(self, record: type[Record]) -> None:
        self.record = record
        self.shown = f"a {record.kind_name} with its fields"

    def read(self, node: Node, reader: Reader) -> Record | None:
        return reader.record(self.record, node)


class ByShape(Kind):
    """A value that may be written in several shapes, told apart by the shape alone."""

    def __init__(self, scalar: Kind, sequence: Kind, mapping: Kind | None = None) -> None:
        self.scalar = scalar
        self.sequence = sequence
        self.mapping = mapping
        self.kinds = tuple(kind for kind in (scalar, mapping, sequence) if kind is not None)
        self.shown = ", or ".join(kind.shown for kind in self.kinds)

    def read(self, node: Node, reader: Reader) -> Any:
        if node.__class__ is Scalar:
            return self.scalar.read(node, reader)
        if isinstance(node, Sequence):
            return self.sequence.read(node, reader)
        if self.mapping is not None:
            return self.mapping.read(node, reader)
        reader.wrong(node, self.shown)
        return None


class Plain(Kind):
    """Anything, as plain data: texts, whole numbers, true and false, lists, mappings."""

    shown = "plain data"

    def read(self, node: Node, reader: Reader) -> Any:
        if isinstance(node, Sequence):
            return tuple(self.read(item, reader) for item in node.items)
        if isinstance(node, Mapping):
            return {key: self.read(item, reader) for key, item in node.items.items()}
        assert isinstance(node, Scalar)
        if node.text in ("true", "false"):
            return node.text == "true"
        return int(node.text) if _WHOLE.fullmatch(node.text) else node.text
