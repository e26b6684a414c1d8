"""A broken file seen as its author sees it: lines, each with a key, a text, perhaps a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from game.scenario.format import CampaignDecl, PlaybookDecl, ScenarioDecl
from game.scenario.kinds import ByShape, Kind, ListOf, MapOf, Rec, Text
from game.scenario.read import Record

ODD_SPACE = re.compile("^[ \t]*[\u00a0\u2000-\u200b\u202f\u3000]")
_LINE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*) *(?P<colon>:)(?= |$))?(?P<value>.*)"
)
_FLOW_VALUE = re.compile(r"(?<=[,{\[]) *(?:([a-z_]+) *: +)?(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its 1-based number, 0-based columns of its first word, its colon and its value."""

    number: int
    text: str
    dash: bool
    column: int
    key: str
    colon: int
    value_column: int

    @property
    def value(self) -> str:
        """What stands after key and colon, or after the dash."""
        return self.text[self.value_column :]

    @property
    def first(self) -> int:
        """The 0-based column of the first character that is no space."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on the line but a comment."""
        stripped = self.text.strip()
        return not stripped or stripped.startswith("#")


def read_line(number: int, text: str) -> Line:
    """The parts of a line."""
    found = _LINE.match(text)
    assert found is not None  # every part of the pattern may be empty
    value = found.start("value") + len(found["value"]) - len(found["value"].lstrip(" "))
    return Line(
        number,
        text,
        bool(found["dashes"]),
        found.end("dashes"),
        found["key"] or "",
        found.start("colon"),
        value,
    )


class Lines:
    """The lines of a file, read as they are asked for; `last` is the number of the last that is not blank."""

    def __init__(self, text: str) -> None:
        self.texts = text.split("\n")
        self.is_cut = not text.endswith("\n")
        self.last = next((n for n in range(len(self.texts), 0, -1) if self.texts[n - 1].strip()), 1)

    def __getitem__(self, number: int) -> Line:
        """The line of this 1-based number; an empty one outside the file."""
        inside = 0 < number <= len(self.texts)
        return read_line(number, self.texts[number - 1] if inside else "")

    def before(self, number: int) -> Line:
        """The nearest line above that is not blank; line 0, empty, where there is none."""
        number -= 1
        while number > 0 and self[number].is_blank:
            number -= 1
        return self[number]

    def parent(self, line: Line) -> Line:
        """The nearest line above that stands further left."""
        above = self.before(line.number)
        while above.number > 0 and above.first >= line.first:
            above = self.before(above.number)
        return above

    def columns_above(self, line: Line) -> dict[int, Line]:
        """The columns in which what is still open above `line` begins, with the last line of each."""
        open_columns: dict[int, Line] = {}
        left = 1 << 30
        above = self.before(line.number)
        while above.number > 0 and left:
            for column in {above.first, above.column}:
                if column < left:
                    open_columns[column] = above
            left = min(left, above.first)
            above = self.before(above.number)
        return open_columns

    def first_of_list(self, line: Line) -> Line | None:
        """The line after the nearest `key:` above that is followed by a list, and stands further left."""
        above = self.before(line.number)
        after = line
        while above.number > 0:
            if above.key in list_keys() and not above.value and above.first <= line.first:
                return after
            after, above = above, self.before(above.number)
        return None


def end_of_quote(text: str, start: int) -> int:
    """Where the quoted text that begins at `start` ends, one past its closing quote; -1 if it does not."""
    quote, at = text[start], start + 1
    while at < len(text):
        if quote == '"' and text[at] == "\\":
            at += 2
            continue
        if text[at] == quote:
            if quote == '"' or text[at + 1 : at + 2] != "'":
                return at + 1
            at += 1
        at += 1
    return -1


def value_starts(line: Line) -> list[int]:
    """The 0-based columns in which values of a line begin, those inside braces and brackets too."""
    starts = [line.value_column]
    if "{" in line.text or "[" in line.text:
        starts += [found.end() for found in _FLOW_VALUE.finditer(line.text, line.column)]
    return [start for start in starts if start < len(line.text)]


def _all_records() -> list[type[Record]]:
    found: list[type[Record]] = []
    waiting: list[type[Record]] = [ScenarioDecl, PlaybookDecl, CampaignDecl]
    while waiting:
        record = waiting.pop()
        if record not in found:
            found.append(record)
            for field in record.declared.values():
                waiting += records_in(field.kind)
    return found


def records_in(kind: Kind) -> list[type[Record]]:
    """The records that a value of this kind can hold."""
    if isinstance(kind, Rec):
        return [kind.record]
    if isinstance(kind, ListOf):
        return records_in(kind.kind)
    if isinstance(kind, MapOf):
        return records_in(kind.value)
    return [record for part in kind.kinds for record in records_in(part)] if isinstance(kind, ByShape) else []


def _holds(kind: Kind, wanted: type[Kind]) -> bool:
    return isinstance(kind, wanted) or (
        isinstance(kind, ByShape) and any(isinstance(part, wanted) for part in kind.kinds)
    )


def _keys(wanted: type[Kind]) -> frozenset[str]:
    declared = (field for record in _all_records() for field in record.declared.values())
    return frozenset(field.key for field in declared if _holds(field.kind, wanted))


@cache
def known_keys() -> frozenset[str]:
    """Every key that the format declares."""
    return _keys(Kind)


@cache
def text_keys() -> frozenset[str]:
    """The keys that texts for people stand behind."""
    return _keys(Text)


@cache
def list_keys() -> frozenset[str]:
    """The keys that lists of records stand behind."""
    declared = (field for record in _all_records() for field in record.declared.values())
    return frozenset(field.key for field in declared if _holds(field.kind, ListOf) and records_in(field.kind))


@cache
def owners(key: str) -> tuple[str, ...]:
    """What has a field of this name: choice, moment and so on."""
    return tuple(
        record.kind_name for record in _all_records() if any(f.key == key for f in record.declared.values())
    )
