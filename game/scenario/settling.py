"""Fields that are read although they stand a little wrong: reported, then put where they were meant to be.

Each slip is one finding. Putting the field right before reading goes on keeps everything else of the file
readable, so that one slip is not reported as five. A file with a finding from here is never played.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.scenario.kinds import Kind, ListOf, MapOf, Rec
from game.scenario.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.source_lines import ODD_SPACE, records_in

if TYPE_CHECKING:
    from game.scenario.read import Reader, Record

_TWINS = {"say": "says", "says": "say"}
_WORD = re.compile(r"\s*[-–—•‣·*]?\s*([a-z_]+)")


def settle_record(kind: type[Record], node: Mapping, reader: Reader) -> None:
    """Looks at the keys of `node` that a record does not have for those that are there by a slip."""
    for key in [key for key in node.items if key not in kind._readers]:
        scalar, child = node.keys[key], node.items[key]
        plain = _WORD.fullmatch(key.replace("\u00a0", " "))
        twin = _TWINS.get(key, "")
        if twin in kind._readers and twin not in node.items:
            reader.add("M235", scalar.span, f'write "{twin}"', what=kind.kind_name, found=key, meant=twin)
            _rename(node, key, twin)
        elif isinstance(child, Scalar) and not child.text and _touch(scalar, child):
            reader.add("M125", scalar.span, "put the text in quotes", found=key)
            _take(node, key)
        elif ODD_SPACE.match(key) and plain and plain.group(1) in kind._readers:
            reader.add("M126", scalar.span)
            _rename(node, key, plain.group(1))
        elif not _move_in(kind, node, key, reader):
            _move_out(node, key, reader)


def settle_map(kind: MapOf, node: Mapping, reader: Reader) -> None:
    """Looks at the entries of a mapping of records for fields that stand a level too far left or right."""
    assert isinstance(kind.value, Rec)
    readers = kind.value.record._readers
    inside: Mapping | None = None
    name = ""
    for key, child in tuple(node.items.items()):
        if isinstance(child, Mapping) and not (key in readers and child.items.keys().isdisjoint(readers)):
            if child.items.keys().isdisjoint(readers):
                _move_out(node, key, reader)
            inside, name = child, key
        elif key in readers and inside is not None and key not in inside.items:
            where = f'to the {kind.value.record.kind_name} "{name}"'
            _report(reader, node.keys[key], "left", where)
            _move(node, key, inside)
        else:
            _move_out(node, key, reader)


def as_list(kind: ListOf, node: Mapping, reader: Reader) -> Sequence | None:
    """A mapping that stands where a list of such belongs, its dash forgotten, as a list of one."""
    first = next(iter(node.keys.values()), None)
    if first is None or not isinstance(kind.kind, Rec):
        return None
    record = kind.kind.record
    plain = _WORD.fullmatch(first.text)
    if first.text in record._readers:
        reader.add("M115", first.span, f"write - {first.text}: …", found=first.text)
    elif plain and plain.group(1) in record._readers:
        mark = first.text[: plain.start(1)].strip()
        reader.add("M124", first.span, f"write - {plain.group(1)}: …", found=mark)
        _rename(node, first.text, plain.group(1))
    else:
        return None
    made = Sequence(node.start, node.end)
    made.items.append(node)
    return made


def _move_in(kind: type[Record], node: Mapping, key: str, reader: Reader) -> bool:
    """Moves a field into the entry above that it belongs to; whether there is one."""
    child = node.items[key]
    for field in kind.declared.values():
        held = node.items.get(field.key)
        for record in records_in(field.kind):
            if isinstance(held, Sequence) and key in record._readers and _is_below(node, field.key, key):
                last = held.items[-1] if held.items else None
                if isinstance(last, Mapping) and key not in last.items:
                    _report(reader, node.keys[key], "left", f"to the {record.kind_name} above")
                    _move(node, key, last)
                    return True
            is_entry = isinstance(child, Mapping) and not child.items.keys().isdisjoint(record._readers)
            if _is_map(field.kind) and isinstance(held, Mapping) and is_entry and key not in held.items:
                _report(reader, node.keys[key], "left", f'under "{field.key}"')
                _move(node, key, held)
                return True
    return False


def _move_out(node: Mapping, key: str, reader: Reader) -> bool:
    """Moves a field to the innermost record around that has such a field and lacks it; whether one does."""
    for kind, outer in reversed(reader.inside):
        if outer is not node and key in kind._readers and key not in outer.items:
            _report(reader, node.keys[key], "right", f"to the {kind.kind_name}")
            _move(node, key, outer)
            return True
    return False


def _report(reader: Reader, key: Scalar, side: str, where: str) -> None:
    other = {"left": "right", "right": "left"}[side]
    advice = f"move it, with what belongs to it, to the {other}"
    reader.add("M236", key.span, advice, found=key.text, side=side, where=where)


def _is_map(kind: Kind) -> bool:
    return isinstance(kind, MapOf) and isinstance(kind.value, Rec)


def _is_below(node: Mapping, first: str, second: str) -> bool:
    order = list(node.items)
    return order.index(first) < order.index(second)


def _touch(key: Scalar, value: Scalar) -> bool:
    """Whether there is not even a colon between a key and its empty value."""
    return bool(key.end.line == value.start.line and key.end.column == value.start.column)


def _take(node: Mapping, key: str) -> tuple[Scalar, Node]:
    return node.keys.pop(key), node.items.pop(key)


def _move(node: Mapping, key: str, to: Mapping) -> None:
    to.keys[key], to.items[key] = _take(node, key)


def _rename(node: Mapping, key: str, name: str) -> None:
    node.keys[name], node.items[name] = _take(node, key)
