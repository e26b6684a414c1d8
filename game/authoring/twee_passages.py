"""Twee 3: a story taken apart into passages, and a passage into text, links and what is not carried over.

Links are read as SugarCube and Harlowe write them; every other macro is reported at its position.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field

_HEADER = re.compile(
    r"^::[ \t]*((?:[^\[\]{}\\\n]|\\.)*?)[ \t]*(\[[^\]\n]*\])?[ \t]*(\{[^\n]*\})?[ \t]*$", re.M
)
_TAGS = {"script", "stylesheet", "widget", "Twine.private", "header", "footer", "startup", "init"}
_SPECIAL = re.compile(r"Story[A-Z]\w*|Passage(?:Header|Footer|Ready|Done)")


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that could not be carried over, at a 1-based line and column."""

    line: int
    column: int
    what: str


@dataclass(frozen=True, slots=True)
class TweeLink:
    """A link of a passage: its text, the passage it names, and where it stands."""

    text: str
    target: str
    line: int
    column: int


@dataclass(slots=True)
class Passage:
    """A passage: its text without markup, its links, and where it goes by itself ("" for nowhere)."""

    name: str
    line: int
    text: str = ""
    links: list[TweeLink] = field(default_factory=list)
    goes_to: str = ""


@dataclass(slots=True)
class Story:
    """What a Twee file holds. `start` is the name of the first passage."""

    title: str
    start: str
    passages: dict[str, Passage]
    dropped: list[Dropped]


def read_story(source: str) -> Story:
    """The story in the text of a Twee 3 file."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    headers = list(_HEADER.finditer(source))
    story = Story("", "", {}, [])
    declared = ""
    for place, header in enumerate(headers):
        end = headers[place + 1].start() if place + 1 < len(headers) else len(source)
        name = re.sub(r"\\(.)", r"\1", header[1]).strip()
        body = source[header.end() : end]
        tags = set((header[2] or "[]")[1:-1].split())
        line = source.count("\n", 0, header.start()) + 1
        if name == "StoryTitle":
            story.title = " ".join(body.split())
        elif name == "StoryData":
            declared = _declared_start(body)
        elif _SPECIAL.fullmatch(name) or tags & _TAGS:
            story.dropped.append(Dropped(line, 1, f'the passage "{name}", which holds no scene'))
        elif name in story.passages:
            story.dropped.append(Dropped(line, 1, f'a second passage "{name}"'))
        else:
            start = source.count("\n", 0, header.end()) + 1
            story.passages[name] = _Reader(name, body, line, start, story.dropped).read()
    story.start = _start(story, declared)
    return story


def _declared_start(body: str) -> str:
    try:
        data = json.loads(body)
    except ValueError:
        return ""
    start = data.get("start") if isinstance(data, dict) else None
    return start if isinstance(start, str) else ""


def _start(story: Story, declared: str) -> str:
    for name in (declared, "Start"):
        if name in story.passages:
            return name
    return next(iter(story.passages), "")


_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_MARKUP = re.compile(
    rf"""
      (?P<comment>/\*.*?\*/|/%.*?%/|<!--.*?-->)
    | \[\[(?P<link>[^\[\]\n]+)\](?:\[(?P<setter>[^\]\n]*)\])?\]
    | <<(?P<tag>link|button)\s+(?P<args>(?:{_QUOTED}|\[\[[^\]\n]*\]\]|[^>\n])*?)>>(?P<inside>.*?)<</(?P=tag)>>
    | <<goto\s+(?P<goto>{_QUOTED}|\[\[[^\]\n]+\]\])\s*>>
    | \(link-goto:\s*(?P<first>{_QUOTED})\s*(?:,\s*(?P<second>{_QUOTED})\s*)?\)
    | \((?:link|link-reveal|link-replace):\s*(?P<said>{_QUOTED})\s*\)\[(?P<hook>[^\[\]]*)\]
    | \(go-?to:\s*(?P<harlowe>{_QUOTED})\s*\)
    | <<(?P<macro>/?[A-Za-z=-][\w-]*)(?:{_QUOTED}|[^>"']|>(?!>))*>>
    | \((?P<call>[A-Za-z][\w-]*):
    | <(?P<html>/?[A-Za-z][\w-]*)[^>\n]*>
    | (?<![\w$])(?P<variable>\$[A-Za-z_]\w*)
    | (?P<entity>&\#?\w+;)
    | (?P<emphasis>//|'')
    """,
    re.X | re.S,
)
_GO_TO = re.compile(rf"<<goto\s+(?P<goto>{_QUOTED})\s*>>|\(go-?to:\s*(?P<harlowe>{_QUOTED})\s*\)")


class _Reader:
    """Reads one passage's body; `line` is its header's, `first` the one on which the body begins."""

    def __init__(self, name: str, body: str, line: int, first: int, dropped: list[Dropped]) -> None:
        self.passage = Passage(name, line)
        self.body, self.first, self.dropped = body, first, dropped
        self.kept: list[str] = []
        self.closing: set[int] = set()

    def read(self) -> Passage:
        """The passage."""
        at = 0
        while (found := _MARKUP.search(self.body, at)) is not None:
            self._keep(at, found.start())
            at = self._take(found)
        self._keep(at, len(self.body))
        lines = (" ".join(line.split()) for line in "".join(self.kept).split("\n"))
        self.passage.text = " ".join(line for line in lines if line)
        return self.passage

    def _keep(self, start: int, end: int) -> None:
        """Take over plain text, without the brackets that close a macro's hook."""
        self.kept.append(
            "".join(c for i, c in enumerate(self.body[start:end], start) if i not in self.closing)
        )

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.body[:offset]
        return self.first + before.count("\n"), offset - (before.rfind("\n") + 1) + 1

    def _drop(self, offset: int, what: str) -> None:
        self.dropped.append(Dropped(*self._position(offset), what))

    def _link(self, offset: int, text: str, target: str) -> None:
        self.passage.links.append(TweeLink(plain_text(text), target.strip(), *self._position(offset)))

    def _take(self, found: re.Match[str]) -> int:
        """Deal with one piece of markup; where to go on reading."""
        start = found.start()
        kind = found.lastgroup or ""
        if found["link"] is not None:
            self._link(start, *_sides(found["link"]))
            if found["setter"]:
                self._drop(start, f"what the link sets: {found['setter']}")
        elif found["tag"] is not None:
            self._macro_link(found)
        elif found["goto"] is not None or found["harlowe"] is not None:
            self._goes(start, _unquoted(found["goto"] or found["harlowe"]))
        elif found["first"] is not None:
            text = _unquoted(found["first"])
            self._link(start, text, _unquoted(found["second"]) if found["second"] else text)
        elif found["said"] is not None:
            self._hook_link(found)
        elif found["call"] is not None:
            return self._call(found)
        elif kind == "macro":
            self._drop(start, f"the macro <<{found['macro']}>>")
        elif kind == "html" and found["html"].lower() != "br":
            self._drop(start, f"the HTML element <{found['html']}>")
        elif kind == "html":
            self.kept.append(" ")
        elif kind == "variable":
            self._drop(start, f"the value of {found['variable']}")
            self.kept.append(found["variable"])
        elif kind == "entity":
            self.kept.append(html.unescape(found[0]))
        elif (
            kind == "emphasis" and found[0] == "//" and not self.body[max(0, start - 1) : start].endswith(":")
        ):
            self.kept.append("_")
        elif kind == "emphasis" and found[0] == "//":
            self.kept.append("//")
        return found.end()

    def _goes(self, offset: int, target: str) -> None:
        if self.passage.goes_to:
            self._drop(offset, f'going on to "{target}" by itself: a moment does so in one way')
        else:
            self.passage.goes_to = target

    def _macro_link(self, found: re.Match[str]) -> None:
        """SugarCube's <<link>>, with the passage named in it or gone to inside."""
        bracketed = re.search(r"\[\[([^\]]+)\]\]", found["args"])
        names = [_unquoted(quoted) for quoted in re.findall(_QUOTED, found["args"])]
        inside = _GO_TO.search(found["inside"])
        if bracketed is not None:
            self._link(found.start(), *_sides(bracketed[1]))
        elif len(names) > 1 or (names and inside is not None):
            self._link(found.start(), names[0], names[1] if len(names) > 1 else _gone_to(inside))
        else:
            self._drop(found.start(), f"a <<{found['tag']}>> that leads to no passage by name")
            return
        rest = _GO_TO.sub("", found["inside"]).strip()
        if rest:
            self._drop(found.start(), f"what the link does: {' '.join(rest.split())[:60]}")

    def _hook_link(self, found: re.Match[str]) -> None:
        """Harlowe's (link:)[...], which leads on where its hook goes to a passage."""
        inside = _GO_TO.search(found["hook"])
        if inside is None:
            self._drop(found.start(), "a (link:) that leads to no passage by name")
            return
        self._link(found.start(), _unquoted(found["said"]), _gone_to(inside))
        rest = _GO_TO.sub("", found["hook"]).strip()
        if rest:
            self._drop(found.start(), f"what the link does: {' '.join(rest.split())[:60]}")

    def _call(self, found: re.Match[str]) -> int:
        """A Harlowe macro: left out, with its arguments; the text of its hook stays."""
        self._drop(found.start(), f"the macro ({found['call']}:)")
        end = _balanced(self.body, found.start(), "(", ")")
        if self.body[end : end + 1] == "[" and self.body[end : end + 2] != "[[":
            self.closing.update((end, _balanced(self.body, end, "[", "]") - 1))
        return end


def _balanced(text: str, start: int, opens: str, closes: str) -> int:
    """Where what opens at `start` has been closed again; the text's end if it never is."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == opens) - (text[place] == closes)
        if depth == 0:
            return place + 1
    return len(text)


def _sides(link: str) -> tuple[str, str]:
    """Text and target of what stands between a link's brackets."""
    for arrow, order in (("->", 1), ("<-", -1), ("|", 1)):
        if arrow in link:
            left, _, right = link.rpartition(arrow) if arrow == "->" else link.partition(arrow)
            return (left, right) if order > 0 else (right, left)
    return link, link


def _gone_to(found: re.Match[str] | None) -> str:
    """The passage that a macro goes to; "" where there is none."""
    return _unquoted(found["goto"] or found["harlowe"]) if found is not None else ""


def _unquoted(text: str) -> str:
    bare = text[2:-2] if text.startswith("[[") else text[1:-1]
    return re.sub(r"\\(.)", r"\1", bare)


def plain_text(text: str) -> str:
    """A link's text without markup."""
    return " ".join(html.unescape(text.replace("''", "").replace("//", "_")).split())
