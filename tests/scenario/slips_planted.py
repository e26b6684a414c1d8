"""Slips that trainers make, planted into a scenario: each with the line and the codes that may name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Planted = tuple[str, int, tuple[str, ...]]
"""The broken text, the 1-based line of the mistake, and the codes of which one must be reported there."""

_TEXT = re.compile(r"( *(?:- )?(?:says|say|why|narrates|thinks): )([^\"'{\[|>].*)")
_KEY = re.compile(r"( *)([a-z_]+): ?")


def _each(text: str, edit: Callable[[str], str | None], *codes: str) -> Iterator[Planted]:
    """One broken text for each line that `edit` changes."""
    lines = text.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("moments:"))
    for number in range(first + 1, len(lines)):
        changed = edit(lines[number])
        if changed is not None and changed != lines[number]:
            yield "\n".join([*lines[:number], changed, *lines[number + 1 :]]), number + 1, codes


def _in_text(change: Callable[[str], str]) -> Callable[[str], str | None]:
    def edit(line: str) -> str | None:
        found = _TEXT.fullmatch(line)
        return found.group(1) + change(found.group(2)) if found and " " in found.group(2) else None

    return edit


def _replaced(pattern: str, by: str) -> Callable[[str], str | None]:
    return lambda line: re.sub(pattern, by, line, count=1)


SLIPS: dict[str, tuple[Callable[[str], str | None], tuple[str, ...]]] = {
    "colon": (_in_text(lambda text: text.replace(" ", ": ", 1)), ("M112",)),
    "apostrophe": (_in_text(lambda text: f"'She's here. {text}'"), ("M113",)),
    "quotes-in-quotes": (_in_text(lambda text: f'"He said "{text}" to me"'), ("M114",)),
    "quoted-word": (_in_text(lambda text: f'"No." {text}'), ("M114",)),
    "double-never-closed": (_in_text(lambda text: f'"{text}'), ("M121", "M114")),
    "curly-colon": (_in_text(lambda text: f"“Well: {text}”"), ("M117",)),
    "curly": (_in_text(lambda text: f"“{text}”"), ("M702",)),
    "number-sign": (_in_text(lambda text: text.replace(" ", " #", 1)), ("M118",)),
    "star": (_in_text(lambda text: f"*{text}"), ("M119",)),
    "ampersand": (_in_text(lambda text: f"&{text}"), ("M119",)),
    "percent": (_in_text(lambda text: f"%{text}"), ("M119",)),
    "at": (_in_text(lambda text: f"@{text}"), ("M119",)),
    "bracket": (_in_text(lambda text: f"[Sighs.] {text}"), ("M119",)),
    "tab": (_replaced(r"^ +(?=[a-z])", "\t"), ("M102",)),
    "no-space": (_replaced(r"^( +(?:- )?(?:says|say|why|then|id)): ", r"\1:"), ("M122",)),
    "no-colon": (_replaced(r"^( +(?:- )?(?:says|say|why|then)): ", r"\1 "), ("M123",)),
    "no-colon-before-a-list": (_replaced(r"^( +(?:choices)):$", r"\1"), ("M123",)),
    "long-dash": (_replaced(r"^( +)- (?=id|say)", r"\1– "), ("M124",)),
    "dash-without-space": (_replaced(r"^( +)- (?=id|say)", r"\1-"), ("M124",)),
    "dash-deleted": (_replaced(r"^( +)- (?=id|say)", r"\1"), ("M115",)),
    "dash-to-a-space": (_replaced(r"^( +)- (?=id|say)", r"\1  "), ("M115",)),
    "wide-space": (_replaced(r"^  ( *[a-z])", "\u00a0 \\1"), ("M126",)),
    "says-for-say": (_replaced(r"\bsay: ", "says: "), ("M235",)),
    "say-for-says": (_replaced(r"\bsays: ", "say: "), ("M235",)),
    "one-column-right": (_replaced(r"^( +)(?=says|choices|then|shows|why|say)", r"\1 "), ("M116",)),
    "one-column-left": (_replaced(r"^ ( +)(?=says|choices|then|shows|why|say)", r"\1"), ("M116",)),
    "level-left": (_replaced(r"^  ( +)(?=choices:|shows:|why:)", r"\1"), ("M116", "M236")),
    "brace-open": (_replaced(r"\}$", ""), ("M127",)),
}


def planted(text: str, slip: str) -> list[Planted]:
    """Every place of `text` with this slip."""
    edit, codes = SLIPS[slip]
    return list(_each(text, edit, *codes))
