"""What an author most likely did where the YAML parser cannot go on.

The parser says which grammar rule failed, and often only lines later. Here the lines around the place are
looked at for the mistakes people really make, the surest signs first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from game.diagnostics import Span
from game.scenario.source_lines import (
    ODD_SPACE,
    Line,
    Lines,
    end_of_quote,
    known_keys,
    text_keys,
    value_starts,
)

_NO_SPACE = re.compile(r" *(?:- +)*([a-z_]+):(?=[^\s:/])")
_NO_COLON = re.compile(r" *(?:- +)*([a-z_]+)(?: +\S|$)")
_BAD_DASH = re.compile(r" *(-(?=[a-z_]+:(?: |$))|[–—•‣·*](?= +[a-z_]+:(?: |$)))")
_SPECIAL = "*&%@`!|>[{]},?-"
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*( +#.*)?")
_FARTHEST_QUOTE = 400  # lines above that are searched for the quote that swallowed them
_CUT_BY_COMMENT = re.compile(r"\S( #)")


@dataclass(frozen=True, slots=True)
class Hint:
    """A finding about a broken place; `parts` fill the message of the code."""

    code: str
    span: Span
    help: str | None = None
    parts: dict[str, object] = field(default_factory=dict)


class Place:
    """Where the parser stopped: its problem in its own words, and the lines there."""

    def __init__(self, error: Any, text: str) -> None:
        mark = error.problem_mark or error.context_mark
        context = error.context_mark or mark
        self.problem: str = error.problem or ""
        self.context: str = error.context or ""
        self.lines = Lines(text)
        self.line = self.lines[mark.line + 1 if mark else 1]
        self.column: int = mark.column if mark else 0
        self.opened = self.lines[context.line + 1 if context else 1]
        self.opened_column: int = context.column if context else 0
        self.above = self.lines.before(self.line.number)


def hint_for(error: Any, text: str) -> Hint | None:
    """The mistake behind a parser's error, or None where it is none of the usual ones."""
    place = Place(error, text)
    for look in _LOOKS:
        found = look(place)
        if found is not None:
            return found
    return None


def _at(line: Line, column: int, length: int = 1) -> Span:
    return Span(line.number, column + 1, line.number, column + 1 + length)


def _key_span(line: Line) -> Span:
    return _at(line, line.column, len(line.key) or 1)


def _odd_space(place: Place) -> Hint | None:
    for number in range(1, min(place.line.number, len(place.lines.texts)) + 1):
        found = ODD_SPACE.match(place.lines.texts[number - 1])
        if found:
            return Hint("M126", Span.point(number, found.end()))
    return None


def _tab(place: Place) -> Hint | None:
    for line in (place.line, place.lines[place.line.number - 1]):
        found = re.match(r" *(\t)", line.text)
        if found:
            return Hint("M102", _at(line, found.start(1)))
    return None


def _cut_off(place: Place) -> Hint | None:
    """The file ends where something is still open on its last line, and without a line end."""
    lines = place.lines
    last = lines[lines.last]
    at_end = place.line.number > last.number or (
        place.line.number == last.number and place.column >= len(last.text) - 1
    )
    begun = place.opened.number >= last.number or place.line.number == last.number
    if lines.is_cut and at_end and begun:
        return Hint("M120", _at(last, last.first, max(1, len(last.text) - last.first)))
    return None


def _bad_dash(place: Place) -> Hint | None:
    for line in (place.line, place.above):
        found = _BAD_DASH.match(line.text)
        if found:
            advice = (
                "write a hyphen and a space: - " + line.text[found.end(1) :].strip().partition(":")[0] + ":"
            )
            return Hint("M124", _at(line, found.start(1)), advice, {"found": found.group(1)})
    return None


def _quotes(place: Place) -> Hint | None:
    """A quoted text that ends before its line does, or was never meant to go on over lines."""
    if "end of stream" in place.problem:
        quote = place.opened.text[place.opened_column : place.opened_column + 1]
        return Hint("M121", _at(place.opened, place.opened_column), None, {"found": quote})
    for number in range(place.line.number, max(0, place.line.number - _FARTHEST_QUOTE), -1):
        line = place.lines[number]
        for start in value_starts(line):
            if line.text[start] not in "'\"":
                continue
            end = end_of_quote(line.text, start)
            if 0 <= end < len(line.text) and number == place.line.number:
                rest = line.text[end:].lstrip()
                if rest and rest[0] not in ",]}#:" and place.column >= end:
                    return _early_end(line, start, end)
            elif end < 0 and number < place.line.number and _ends_at(place, number, start):
                return Hint("M121", _at(line, start), None, {"found": line.text[start]})
    return None


def _ends_at(place: Place, number: int, start: int) -> bool:
    """Whether the quote that is opened here is closed where the parser stopped."""
    text = "\n".join(place.lines.texts[number - 1 : place.line.number])
    end = end_of_quote(text, start)
    column = end - (text.rfind("\n", 0, end) + 1)
    return text.count("\n", 0, end) == place.line.number - number and end > 0 and column <= place.column


def _early_end(line: Line, start: int, end: int) -> Hint:
    if line.text[start] == "'" and line.text[end].isalpha():
        before, after = re.search(r"[\w']*$", line.text[:end]), re.match(r"\w*", line.text[end:])
        word = (before.group().lstrip("'") if before else "") + (after.group() if after else "")
        twice = word.replace("'", "''")
        advice = f"put the text in double quotes, or write the apostrophe twice: {twice}"
        return Hint("M113", _at(line, end - 1), advice, {"found": word})
    other = "single" if line.text[start] == '"' else "double"
    advice = (
        f"put the whole text in {other} quotes"
        if line.text.count(line.text[start]) > 2
        else "put the whole text in quotes, or leave the quotes away"
    )
    return Hint("M114", _at(line, end - 1), advice, {"found": line.text[start:end]})


def _special(place: Place) -> Hint | None:
    """A text that begins with a character that means something else to YAML."""
    for line in dict.fromkeys((place.opened, place.line)):
        for start in value_starts(line):
            key = re.search(r"([a-z_]+) *: *$", line.text[:start])
            first = line.text[start]
            if key is None or key.group(1) not in text_keys() or first not in _SPECIAL:
                continue
            if first in "[{" and not _is_bracketed_text(line, start):
                continue
            if first in "|>" and _BLOCK_TEXT.fullmatch(line.text, start):
                continue
            if first in "-?" and line.text[start + 1 : start + 2] != " ":
                continue
            return Hint("M119", _at(line, start), quoted(line.text[start:]), {"found": first})
    return None


def _is_bracketed_text(line: Line, start: int) -> bool:
    """Whether brackets hold words rather than a list or a mapping."""
    value = line.text[start:]
    close = value.find("]" if value[0] == "[" else "}")
    inner = value[1:close] if close > 0 else value[1:]
    return not re.search(r"(^|[{,] *)[a-z_.]+ *:", inner) and (close < 0 or bool(value[close + 1 :].strip()))


def quoted(text: str) -> str:
    """How a text is put in quotes, shortened to be shown."""
    text = text.strip()
    short = text if len(text) <= 40 else text[:39].rstrip() + "…"
    if '"' not in text and "\\" not in text:
        return f'put it in quotes: "{short}"'
    return "put it in quotes: '" + short.replace("'", "''") + "'"


def _colon(place: Place) -> Hint | None:
    """A colon and a space inside a text."""
    if "mapping values" not in place.problem and "',' or '}'" not in place.problem:
        return None
    line = place.line
    if line.text[place.column : place.column + 1] != ":":
        return None
    in_flow = "flow" in place.context
    if in_flow and place.column == line.colon and line.number > place.opened.number:
        return None
    if not in_flow and place.column == line.colon and (line.key in known_keys() or not place.above.key):
        return None
    starts = [start for start in value_starts(line) if start < place.column]
    start = (
        (starts[-1] if in_flow else line.value_column)
        if starts and line.colon != place.column
        else line.first
    )
    value = line.text[start:]
    if value[:1] in "“”„«‘":
        return _curly(line, start)
    if in_flow:
        value = re.split(r"(?:, +[a-z_]+: |[}\]])", value)[0]
    return Hint("M112", _at(line, place.column), quoted(value), {"found": value[: place.column - start + 1]})


def _curly(line: Line, start: int) -> Hint:
    return Hint("M117", _at(line, start), 'type the straight quote " instead', {"found": line.text[start]})


def _no_space(place: Place) -> Hint | None:
    for line in (place.line, place.above, place.opened):
        found = _NO_SPACE.match(line.text)
        if found and found.group(1) in known_keys():
            advice = f"write {found.group(1)}: and a space"
            return Hint("M122", _at(line, found.end() - 1), advice, {"found": found.group(1)})
    return None


def _no_colon(place: Place) -> Hint | None:
    if "mapping values" not in place.problem and "':'" not in place.problem:
        return None
    for line in dict.fromkeys((place.opened, place.above) if "':'" in place.problem else (place.above,)):
        found = _NO_COLON.match(line.text)
        if found and not line.key and found.group(1) in known_keys():
            key = found.group(1)
            return Hint("M123", _at(line, found.start(1), len(key)), f"write {key}: here", {"found": key})
    return None


def _lost_dash(place: Place) -> Hint | None:
    """An entry of a list without its dash."""
    line = place.line
    if "'-' indicator" in place.problem:
        return _dash(line) if _begins_anew(place) else None
    first_entry = place.lines.first_of_list(line)
    if first_entry is None or first_entry.dash or not first_entry.key or first_entry.number > line.number:
        return None
    head = place.lines.before(first_entry.number)
    if first_entry.first <= head.first or first_entry.value[:1] in ("{", "["):
        return None
    return _dash(first_entry)


def _begins_anew(place: Place) -> bool:
    """Whether a line in the column of the dashes has a key that the entry above has already."""
    line = place.line
    if not line.key or line.first != place.opened.first:
        return False
    above = place.lines.before(line.number)
    keys = {"id", above.key}
    while above.number > place.opened.number and not (above.dash and above.first == line.first):
        above = place.lines.before(above.number)
        keys.add(above.key)
    return line.key in keys


def _dash(line: Line) -> Hint:
    return Hint("M115", _key_span(line), f"write - {line.key}: …", {"found": line.key})


def _indentation(place: Place) -> Hint | None:
    """A line that does not begin where what it belongs to does."""
    line, above = place.line, place.above
    if not any(
        told in place.problem for told in ("mapping values", "expected key", "'-' indicator", "document")
    ):
        return None
    if not line.key and not line.dash:
        return None
    if (
        "mapping values" in place.problem
        and line.dash
        and above.key
        and not above.dash
        and line.first > above.first
    ):
        line = above
    stray = _field_among_names(place) if line.key in known_keys() and not line.dash else None
    if stray is not None:
        advice = f'let "{stray.key}" begin in column {line.first + 1}, as in line {line.number}'
        return Hint("M116", _key_span(stray), advice, {"found": stray.key, "column": stray.first + 1})
    columns = place.lines.columns_above(line)
    if line is not place.line:  # what was swallowed by the line above stands too far left
        columns = {column: seen for column, seen in columns.items() if column > line.first}
        wanted = min(columns, default=0)
    elif "mapping values" in place.problem:
        columns = {column: seen for column, seen in columns.items() if column < line.first} or columns
        wanted = max(columns, default=0)
    elif line.dash:
        dashes = [column for column, seen in columns.items() if seen.dash and seen.first == column]
        wanted = min(dashes or columns or [0], key=lambda column: (abs(column - line.first), column))
    else:
        columns.pop(line.first, None)
        alike = {
            c: seen for c, seen in columns.items() if (seen.key in known_keys()) == (line.key in known_keys())
        }
        columns = alike or columns
        wanted = min(columns or [0], key=lambda column: (abs(column - line.first), -column))
    other = columns.get(wanted)
    if other is None or wanted == line.first:
        return None
    name = f'"{line.key}"' if not line.dash else "this dash"
    advice = f"let {name} begin in column {wanted + 1}, as in line {other.number}"
    span = _at(line, line.first) if line.dash else _key_span(line)
    return Hint(
        "M116", span, advice, {"found": "- " + line.key if line.dash else line.key, "column": line.first + 1}
    )


def _field_among_names(place: Place) -> Line | None:
    """A field of a moment that stands where the names of moments do, so that what follows fits nowhere."""
    parent = place.lines.parent(place.line)
    holds_fields = not parent.value and not place.lines[parent.number + 1].dash
    if (
        parent.key in known_keys()
        and not holds_fields
        and place.lines.parent(parent).key in ("moments", "behaviours")
    ):
        return parent
    return None


def _unclosed(place: Place) -> Hint | None:
    """A brace or bracket that is opened and not closed."""
    if "flow" not in place.context:
        return None
    bracket = place.opened.text[place.opened_column : place.opened_column + 1]
    if bracket in ("{", "[") and place.line.number > place.opened.number:
        close = {"{": "}", "[": "]"}[bracket]
        return Hint(
            "M127", _at(place.opened, place.opened_column), f"close it with {close}", {"found": bracket}
        )
    return None


def _stray(place: Place) -> Hint | None:
    """A line that is neither a key with its value nor part of the text above."""
    line = place.opened if "':'" in place.problem else place.line
    if (
        line.key
        or line.dash
        or not line.text.strip()
        or "block" not in place.context + "block" * ("':'" in place.problem)
    ):
        return None
    cut = _CUT_BY_COMMENT.search(place.lines.before(line.number).text)
    advice = (
        f"in line {line.number - 1} everything after # is a comment, and a text cannot go on after it; "
        "put the whole text in quotes"
        if cut
        else "a text that goes on over lines is indented further than its key; a key is followed by a colon"
    )
    return Hint("M123", _at(line, line.first), advice, {"found": line.text.strip()})


def _list_on_the_line(place: Place) -> Hint | None:
    line = place.line
    follows = line.text[place.column :]
    if "block sequence entries" in place.problem and re.match(r"- +([a-z_]+:( |$)|\{)", follows):
        return Hint(
            "M116",
            _at(line, place.column),
            "begin a new line before the dash",
            {"found": "-", "column": place.column + 1},
        )
    return None


_LOOKS: tuple[Callable[[Place], Hint | None], ...] = (
    _odd_space,
    _tab,
    _cut_off,
    _bad_dash,
    _list_on_the_line,
    _special,
    _quotes,
    _colon,
    _no_space,
    _no_colon,
    _lost_dash,
    _unclosed,
    _indentation,
    _stray,
)
