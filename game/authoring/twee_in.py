"""A Twee story as a scenario: passages become moments, links become choices."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.twee_passages import Dropped, Passage, Story, read_story

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


class NothingToBring(Exception):
    """There is no story in the file that could be played; the message says why."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A scenario's text, its id, and what could not be carried over, in order of position."""

    id: str
    text: str
    dropped: tuple[Dropped, ...]


def bring(source: str, id: str = "", schema: str = "") -> Brought:
    """The scenario in a Twee file's text. `id` is its id, else one made of the title.

    Raises: NothingToBring.
    """
    story = read_story(source)
    if not story.passages:
        raise NothingToBring("there are no passages in it: a passage begins with a line such as :: Start")
    first = story.passages[story.start]
    if not first.links and not first.goes_to:
        raise NothingToBring(f'line {first.line}: "{first.name}", where it starts, leads nowhere')
    made = _Maker(story, id or slug(story.title) or "story")
    text = made.text(schema)
    return Brought(made.id, text, tuple(sorted(story.dropped, key=lambda one: (one.line, one.column))))


def slug(name: str) -> str:
    """A name as an id: small letters, digits and dashes; "" where nothing is left of it."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", folded).strip("-_")[:60]


def quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes, without what texts must not have; "…" for nothing."""
    kept = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text if c not in _BIDI)
    return json.dumps(" ".join(kept.split()) or "…", ensure_ascii=False)


class _Maker:
    """Makes the text of one scenario. What it has to leave out or to make up goes to the story's list."""

    def __init__(self, story: Story, id: str) -> None:
        self.story, self.id = story, id
        self.ids = _ids(story)
        self.missing: dict[str, str] = {}
        self.rounds = _on_rounds(story)

    def text(self, schema: str) -> str:
        head = [
            *([f"# yaml-language-server: $schema={schema}"] if schema else []),
            "# Brought over from Twine. Still to do: who the customer is, what each choice shows or does",
            "# (`shows`, `effects`), why (`why`), and how each ending ends.",
            "format: 1",
            f"id: {self.id}",
            f"title: {quoted(self.story.title or self.id)}",
            "customers:",
            "  customer: {name: Customer, portrait: neutral, tension: 50, trust: 50, loyalty: 50}",
            f"start: {self.ids[self.story.start]}",
            "moments:",
        ]
        moments = [line for passage in self.story.passages.values() for line in self._moment(passage)]
        return "\n".join([*head, *moments, *self._made_up()]) + "\n"

    def _moment(self, passage: Passage) -> Iterator[str]:
        yield f"  {self.ids[passage.name]}:"
        yield f"    narrates: {quoted(passage.text or passage.name)}"
        if passage.links:
            yield "    choices:"
            for link in passage.links:
                yield f"      - say: {quoted(link.text or link.target)}"
                if passage.name in self.rounds:
                    yield "        repeat: true"
                yield f"        then: {self._target(link.target, link.line, link.column)}"
            if passage.goes_to:
                self._drop(passage.line, f'going on from "{passage.name}" by itself: it has choices')
        elif passage.goes_to:
            yield f"    otherwise: {self._target(passage.goes_to, passage.line, 1)}"
        else:
            yield "    ends: satisfaction"
            self._drop(passage.line, f'how "{passage.name}" ends: satisfaction was put in, change it')

    def _drop(self, line: int, what: str, column: int = 1) -> None:
        self.story.dropped.append(Dropped(line, column, what))

    def _target(self, name: str, line: int, column: int) -> str:
        known = self.ids.get(name)
        if known is not None:
            return known
        if name not in self.missing:
            self.missing[name] = _free(
                f"missing-{slug(name)}".rstrip("-"), {*self.ids.values(), *self.missing.values()}
            )
        self._drop(line, f'a link to "{name}", which is no passage: an ending was put in', column)
        return self.missing[name]

    def _made_up(self) -> Iterator[str]:
        for name, id in self.missing.items():
            yield f"  {id}:"
            yield f"    narrates: {quoted(f'(There was no passage {name} in the story.)')}"
            yield "    ends: apathy"


def _ids(story: Story) -> dict[str, str]:
    taken: set[str] = set()
    made: dict[str, str] = {}
    for name in story.passages:
        made[name] = _free(slug(name) or "passage", taken)
        taken.add(made[name])
    return made


def _free(id: str, taken: set[str]) -> str:
    """The id, with a number after it where it is taken."""
    number, free = 2, id
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    return free


def _on_rounds(story: Story) -> set[str]:
    """The passages that may be come back to: a link there can be taken again, as in Twine.

    What begins or ends nowhere on a round is taken away until nothing more can be; what lies between two
    rounds stays, where it does no harm.
    """
    ways = {
        name: {t for t in (*(link.target for link in passage.links), passage.goes_to) if t in story.passages}
        for name, passage in story.passages.items()
    }
    back: dict[str, set[str]] = {name: set() for name in ways}
    for name, targets in ways.items():
        for target in targets:
            back[target].add(name)
    left = set(ways)
    for onward, backward in ((ways, back), (back, ways)):
        counts = {name: len(onward[name] & left) for name in left}
        waiting = [name for name in left if not counts[name]]
        while waiting:
            name = waiting.pop()
            left.discard(name)
            for other in backward[name] & left:
                counts[other] -= 1
                if not counts[other]:
                    waiting.append(other)
    return left
