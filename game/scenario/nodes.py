"""YAML text to positioned nodes: every scalar, mapping and sequence knows its line and column.

Read from YAML's event stream, so that nothing is guessed about types (`12:30` and `No` stay text), a key
written twice is an error, and what a scenario has no use for (aliases, tags, merge keys, several
documents) is refused before it can do harm.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from game.diagnostics import Span

Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
"""libyaml's parser, or the pure one where the wheel comes without it. Only its events are used."""

MAX_DEPTH = 50

Report: TypeAlias = Callable[..., None]
"""Called with (code, span, help=None, **parts of the message): see `game.scenario.codes.Findings.add`."""

REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control, escape and bidi-override characters; a tab is refused in texts alone."""


_QUOTES = 'a text that begins with "{}" goes in quotes'


class Node:
    """Anything in a file that has a place: `start` and `end` are the parser's own marks, 0-based."""

    __slots__ = ("end", "start")

    def __init__(self, start: Any, end: Any) -> None:
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """The node's stretch of the file, 1-based."""
        start, end = self.start, self.end
        return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class Scalar(Node):
    """A piece of text, whatever it looks like."""

    __slots__ = ("text",)

    def __init__(self, text: str, start: Any, end: Any) -> None:
        self.text = text
        self.start = start
        self.end = end

    def part(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`; of the whole scalar where its text is folded or escaped."""
        whole = self.span
        quotes, odd = divmod(whole.end_column - whole.column - len(self.text), 2)
        if whole.line != whole.end_line or odd or not 0 <= quotes <= 1:
            return whole
        first = whole.column + quotes
        return Span(whole.line, first + start, whole.line, first + max(end, start + 1))


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, start: Any, end: Any) -> None:
        self.start = start
        self.end = end
        self.items: list[Node] = []


class Mapping(Node):
    """Keys and what stands behind them, in the file's order. `keys` has the place of each key."""

    __slots__ = ("items", "keys")

    def __init__(self, start: Any, end: Any) -> None:
        self.start = start
        self.end = end
        self.items: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}


def described(node: Node) -> str:
    """What stands in the file, in a few words."""
    if isinstance(node, Scalar):
        return f'"{node.text}"'
    if isinstance(node, Sequence):
        return "a list"
    return "a mapping" if isinstance(node, Mapping) and node.items else "an empty mapping"


def first_line(node: Node) -> Span:
    """The node's span, cut to one character where it goes over several lines."""
    span = node.span
    return span if span.line == span.end_line else Span.point(span.line, span.column)


class _Stop(Exception):
    """Reading cannot go on; the reason is reported."""


def parse_nodes(text: str, report: Report) -> Node | None:
    """The one document in `text`, or None where it is empty or cannot be read on.

    Every problem is reported; a tree that is returned after a problem is good enough to look for more.
    """
    try:
        with without_gc():
            return _Builder(text, report).build()
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        from game.scenario.syntax import report_syntax  # only where something cannot be read

        report_syntax(error, text, report)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        report("M101", Span.point(), problem=str(error).split("\n")[0])
    return None


class _Builder:
    """Turns the events into nodes, keeping its own stack: a file cannot make it recurse."""

    def __init__(self, text: str, report: Report) -> None:
        self.report = report
        self.text = text
        self.next_event = Loader(text).get_event
        self.stack: list[Mapping | Sequence] = []

    def build(self) -> Node | None:
        root: Node | None = None
        while True:
            event = self.next_event()
            kind = event.__class__
            if kind is StreamEndEvent:
                break
            if kind is StreamStartEvent or kind is DocumentEndEvent:
                continue
            if kind is DocumentStartEvent:
                if root is not None:
                    self.report("M107", _span(event))
                    break
                if event.tags:
                    self.report("M105", _span(event), found="%TAG")
                continue
            root = self.document(event)
        if root is None or (isinstance(root, Scalar) and not root.text):
            self.report("M111", Span.point())
            return None
        return root

    def document(self, event: Any) -> Node:
        """The whole tree that begins with `event`.

        One flat loop, as nearly all of the time of reading goes here.
        """
        if event.__class__ is AliasEvent or event.__class__ is ScalarEvent:
            return self.leaf(event)
        root: Node = self.open(event)
        stack, next_event = self.stack, self.next_event
        mapping = root if isinstance(root, Mapping) else None
        sequence = root if isinstance(root, Sequence) else None
        key: Scalar | None = None
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent and event.anchor is event.tag is None and event.style != '"':
                node: Node = Scalar(event.value, event.start_mark, event.end_mark)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop().end = event.end_mark
                if not stack:
                    return root
                parent = stack[-1]
                mapping = parent if parent.__class__ is Mapping else None
                sequence = parent if mapping is None else None  # type: ignore[assignment]
                key = None
                continue
            elif kind is ScalarEvent or kind is AliasEvent:
                node = self.leaf(event)
            else:
                node = self.open(event)
            if mapping is None:
                sequence.items.append(node)  # type: ignore[union-attr]
            elif key is None:
                key = self.key(mapping, node)
                continue
            elif key.text in mapping.items:
                mapping = self.duplicate(mapping, key)
                if key.text not in mapping.items:
                    mapping.items[key.text] = node
                    mapping.keys[key.text] = key
                key = None
            else:
                mapping.items[key.text] = node
                mapping.keys[key.text] = key
                key = None
            if node.__class__ is not Scalar:
                mapping = node if node.__class__ is Mapping else None
                sequence = node if mapping is None else None  # type: ignore[assignment]

    def open(self, event: Any) -> Mapping | Sequence:
        """A new mapping or sequence, on top of the stack."""
        if len(self.stack) >= MAX_DEPTH:
            self.report("M108", _span(event), limit=MAX_DEPTH)
            raise _Stop
        self.refuse_properties(event)
        kind = Mapping if event.__class__ is MappingStartEvent else Sequence
        node = kind(event.start_mark, event.end_mark)
        self.stack.append(node)
        return node

    def leaf(self, event: Any) -> Scalar:
        """A scalar that needs a second look: an alias, one with an anchor or a tag, or one with escapes."""
        if event.__class__ is AliasEvent:
            if not self.is_in_text(event):
                self.report("M104", _span(event), _QUOTES.format("*"), found=f"*{event.anchor}")
            return Scalar(f"*{event.anchor}", event.start_mark, event.end_mark)
        self.refuse_properties(event)
        refused = REFUSED.search(event.value)
        if refused:
            self.report("M109", _span(event), found=f"U+{ord(refused.group()):04X}")
        return Scalar(event.value, event.start_mark, event.end_mark)

    def refuse_properties(self, event: Any) -> None:
        """Anchors and tags are reported; what they stand on is read all the same."""
        if event.anchor is not None and not self.is_in_text(event):
            self.report("M104", _span(event), _QUOTES.format("&"), found=f"&{event.anchor}")
        if event.tag is not None:
            self.report("M105", _span(event), _QUOTES.format("!"), found=event.tag)

    def is_in_text(self, event: Any) -> bool:
        """Whether an alias or anchor is the beginning of a text for people, which is reported."""
        from game.scenario.source_lines import text_keys  # needs the format, which is read with these nodes

        mark = event.start_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        key = re.search(r"([a-z_]+) *: +$", line[: mark.column])
        if key is None or key.group(1) not in text_keys():
            return False
        from game.scenario.hints import quoted  # only where a text has to be shown in quotes

        text = line[mark.column :]
        self.report("M119", Span.point(mark.line + 1, mark.column + 1), quoted(text), found=text[:1])
        return True

    def key(self, mapping: Mapping, node: Node) -> Scalar:
        """`node` as a key of `mapping`."""
        if not isinstance(node, Scalar):
            self.report("M110", Span.point(node.start.line + 1, node.start.column + 1))
            raise _Stop
        if node.text == "<<" and node.end.column - node.start.column == 2:
            self.report("M106", node.span)
        return node

    def duplicate(self, mapping: Mapping, key: Scalar) -> Mapping:
        """Reports a key that is there already; the mapping that it goes into, a new one after a lost dash.

        What begins anew with the key of an entry of a list is the next entry of that list.
        """
        entries = self.list_around(mapping) if key.text in (next(iter(mapping.items)), "say", "id") else None
        if entries is None:
            first = mapping.keys[key.text].span
            self.report("M103", key.span, found=key.text, line=first.line, column=first.column)
            return mapping
        self.report("M115", key.span, f"write - {key.text}: …", found=key.text)
        made = Mapping(key.start, key.end)
        entries.items.append(made)
        mapping.end = key.start
        nested = self.stack[-1] is not mapping  # the value of the key is open already
        self.stack[-2 if nested else -1] = made
        return made

    def list_around(self, mapping: Mapping) -> Sequence | None:
        """The list that a block mapping is an entry of, or would be but for its dash; None in braces."""
        from game.scenario.source_lines import list_keys  # needs the format, which is read with these nodes

        depth = self.stack.index(mapping)
        if depth == 0 or self.text_at(mapping.start) == "{":
            return None
        parent = self.stack[depth - 1]
        if isinstance(parent, Sequence):
            return parent
        name = next(reversed(parent.items))
        held = parent.items[name]
        if isinstance(held, Sequence) or name not in list_keys():
            return held if isinstance(held, Sequence) else None
        first = next(iter(mapping.keys.values()))
        self.report("M115", first.span, f"write - {first.text}: …", found=first.text)
        made = Sequence(mapping.start, mapping.end)
        made.items.append(mapping)
        parent.items[name] = made
        return made

    def text_at(self, mark: Any, length: int = 1) -> str:
        """What stands in the file at a mark."""
        line: str = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return line[mark.column : mark.column + length]

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, max(end.column + 1, start.column + 2))


@contextmanager
def without_gc() -> Iterator[None]:
    """Nothing that loading makes is garbage, and looking for some takes up to half of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
