"""From positioned nodes to typed records: all mistakes at once, each with its place.

A record is a class whose attributes are declared with `spec`; `game.scenario.format` declares them. A
field that the file leaves out is read from the class, as its default.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar

from game.diagnostics import Span
from game.scenario.codes import Findings
from game.scenario.kinds import Kind, Parsed, PictureName, Text
from game.scenario.nodes import Mapping, Node, Scalar, described, first_line


class Field:
    """One field of a record, as the format declares it.

    `default` is what readers see where it is left out, `shown_default` how the reference page says so.
    `rules` is whether it can change what is proved about a scenario; texts cannot.
    """

    __slots__ = ("default", "help", "key", "kind", "required", "rules", "shown_default")

    def __init__(
        self, kind: Kind, help: str, required: bool, default: object, shown: str, rules: bool
    ) -> None:
        self.key = ""
        self.kind = kind
        self.help = help
        self.required = required
        self.default = default
        self.shown_default = shown
        self.rules = rules


def spec(
    kind: Kind,
    help: str,
    *,
    required: bool = False,
    default: object = None,
    shown: str = "",
    rules: bool | None = None,
    key: str = "",
) -> Any:
    """Declares a field; typed as Any, so that the attribute can be annotated with what readers see."""
    field = Field(
        kind,
        help,
        required,
        default,
        shown,
        not isinstance(kind, (Text, PictureName)) if rules is None else rules,
    )
    field.key = key
    return field


class Record:
    """A mapping of the file with its declared fields. Only fields that the file has are in `__dict__`."""

    kind_name: ClassVar[str] = "record"
    declared: ClassVar[dict[str, Field]] = {}
    _readers: ClassVar[dict[str, tuple[str, Callable[..., Any]]]] = {}
    _required: ClassVar[tuple[str, ...]] = ()
    __slots__ = ("__dict__", "node")
    node: Mapping

    def __init_subclass__(cls, *, title: str = "", **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.kind_name = title or cls.kind_name
        cls.declared = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
        for name, field in cls.declared.items():
            field.key = field.key or name
            setattr(cls, name, field.default)
        cls._readers = {field.key: (name, field.kind.read) for name, field in cls.declared.items()}
        cls._required = tuple(field.key for field in cls.declared.values() if field.required)

    def has(self, name: str) -> bool:
        """Whether the file has this field, and its value could be read."""
        return name in self.__dict__

    def span_of(self, key: str) -> Span:
        """Where the value of `key` stands; the record itself where there is none."""
        node = self.node.items.get(key)
        return node.span if node is not None else self.head

    def key_span(self, key: str) -> Span:
        """Where the key itself stands; the record where there is none."""
        scalar = self.node.keys.get(key)
        return scalar.span if scalar is not None else self.head

    @property
    def head(self) -> Span:
        """The record's first key: a span short enough to show."""
        for key in self.node.keys.values():
            return key.span
        return self.node.span


R = TypeVar("R", bound=Record)


class Reader:
    """Reads records and reports to `findings`.

    `notes` collects the flags by what is done to them, `conditions` all conditions, in the file's order;
    `inside` holds the records being read, outermost first.
    """

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.add = findings.add
        self.meant = findings.meant
        self.notes: defaultdict[str, list[Scalar]] = defaultdict(list)
        self.conditions: list[Parsed] = []
        self.inside: list[tuple[type[Record], Mapping]] = []

    def record(self, kind: type[R], node: Node) -> R | None:
        """`node` as a record: unknown keys and missing fields are reported, the others are read."""
        if not isinstance(node, Mapping):
            self.wrong(node, f"a mapping with the fields of a {kind.kind_name}")
            return None
        record = kind.__new__(kind)
        record.node = node
        if not node.items.keys() <= kind._readers.keys():
            self.settle(kind, node)
        self.inside.append((kind, node))
        done = 0
        while done < len(node.items):  # a field that stands too far right is moved here while it is read
            fields = tuple(node.items.items())[done:]
            done += len(fields)
            self.fields(kind, record, fields)
        self.inside.pop()
        for key in kind._required:
            if key not in node.items:
                self.add("M202", record.head, what=kind.kind_name, key=key)
        return record

    def fields(self, kind: type[Record], record: Record, fields: Iterable[tuple[str, Node]]) -> None:
        """Reads fields into `record`; unknown keys are reported."""
        values = record.__dict__
        readers = kind._readers
        for key, child in fields:
            entry = readers.get(key)
            if entry is None:
                self.unknown(kind, record.node.keys[key], record.node)
                continue
            value = entry[1](child, self)
            if value is not None:
                values[entry[0]] = value

    def settle(self, kind: type[Record], node: Mapping) -> None:
        """Puts right what stands a little wrong in `node`, and reports it."""
        from game.scenario.settling import settle_record  # only where there is something to put right

        settle_record(kind, node, self)

    def unknown(self, kind: type[Record], key: Scalar, node: Mapping) -> None:
        """Reports a key that the record does not have, with the nearest that it has and lacks here."""
        if key.text == "<<":  # reported as a merge key
            return
        free = [known for known in kind._readers if known not in node.items]
        advice = self.meant(key.text, free) or _listed(kind._readers)
        self.add("M201", key.span, advice, what=kind.kind_name, found=key.text)

    def wrong(self, node: Node, expected: str, help: str | None = None) -> None:
        """Reports a value of the wrong shape."""
        if isinstance(node, Scalar) and node.text.startswith("*") and self.is_reported(node):
            return  # an alias, whatever it may stand for
        if isinstance(node, Scalar) and not node.text:
            self.add("M204", node.span, help, expected=expected)
        else:
            self.add("M203", first_line(node), help, found=described(node), expected=expected)

    def is_reported(self, node: Node) -> bool:
        """Whether something is said of this very place already."""
        span = node.span
        return (span.line, span.column) in self.findings.places


def _listed(keys: Iterable[str]) -> str:
    return "known here: " + ", ".join(keys)
