"""The grammar of conditions: from text to a tree of names with their places in the text.

    condition  = part (("and" | "or") part)*     `not` binds before `and`, `and` before `or`
    part       = "not" part | "(" condition ")" | [customer "."] meter OP number | [customer "."] name
    OP         = "<" | "<=" | ">" | ">=" | "==" | "!="

Nothing here knows which customers or flags exist: `game.scenario.scope` binds the names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from game.scenario.model import METERS

MAX_LENGTH = 500
MAX_NESTING = 50
KEYWORDS = frozenset({"and", "or", "not", "gone", "true", "false"})
OPERATORS = ("<", "<=", ">", ">=", "==", "!=")
_TOKEN = re.compile(r"\s*(?:(?P<name>[^\W\d][\w.-]*)|(?P<number>\d+)|(?P<op>[<>=!&|~]+)|(?P<mark>\S))")
_INSTEAD = {"=": "==", "===": "==", "=>": ">=", "=<": "<=", "<>": "!=", "&&": "and", "&": "and", "||": "or"}
_INSTEAD |= {"|": "or", "!": "not", "~": "not"}


@dataclass(frozen=True, slots=True)
class MeterTest:
    """A meter compared with a whole number; `owner` is "" where no customer is named."""

    owner: str
    meter: str
    op: str
    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A flag, a trait or `gone`; `owner` is "" where no customer is named."""

    owner: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Negation:
    part: Tree


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of which every one (`and`) or any one (`or`) must hold; two or more."""

    every: bool
    parts: tuple[Tree, ...]


Tree: TypeAlias = MeterTest | Named | Negation | Group


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with `text[start:end]` of a condition."""

    message: str
    start: int
    end: int
    help: str | None = None


class _Wrong(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def parse(text: str) -> tuple[Tree | None, list[Problem]]:
    """The tree of a condition, or None and what is wrong with its text."""
    if len(text) > MAX_LENGTH:
        message = f"the condition has {len(text)} characters, more than {MAX_LENGTH}"
        return None, [Problem(message, 0, len(text), "set a flag on the way instead")]
    try:
        return _Parser(_tokens(text), len(text)).whole(), []
    except _Wrong as wrong:
        return None, [wrong.problem]


def unparse(tree: Tree) -> str:
    """The one normal way to write `tree`: parsing it gives the same tree, but for the places."""
    match tree:
        case MeterTest(owner, meter, op, value):
            return f"{_dotted(owner, meter)} {op} {value}"
        case Named(owner, name):
            return _dotted(owner, name)
        case Negation(part):
            return f"not {_bracketed(part)}"
        case Group(every, parts):
            word = " and " if every else " or "
            return word.join(_bracketed(part) for part in parts)
    raise TypeError(tree)  # pragma: no cover


def _bracketed(tree: Tree) -> str:
    return f"({unparse(tree)})" if isinstance(tree, Group) else unparse(tree)


def _dotted(owner: str, name: str) -> str:
    return f"{owner}.{name}" if owner else name


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        word, start, end = match.group(kind), match.start(kind), match.end(kind)
        if kind == "name" and word in ("and", "or", "not"):
            kind = "word"
        elif kind == "op" and word not in OPERATORS:
            instead = _INSTEAD.get(word)
            advice = f'write "{instead}"' if instead else f"the comparisons are {' '.join(OPERATORS)}"
            raise _Wrong(Problem(f'"{word}" is no comparison', start, end, advice))
        tokens.append(_Token(kind, word, start, end))
    return tokens


class _Parser:
    """Recursive descent; nesting is counted, so that brackets cannot exhaust the stack."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self.tokens = tokens
        self.place = 0
        self.depth = 0
        self.end = _Token("end", "", max(0, length - 1), length)

    def peek(self) -> _Token:
        return self.tokens[self.place] if self.place < len(self.tokens) else self.end

    def take(self) -> _Token:
        token = self.peek()
        self.place += 1
        return token

    def whole(self) -> Tree:
        tree = self.group("or")
        token = self.peek()
        if token.kind != "end":
            if token.kind == "op":
                raise self.wrong("a condition compares one meter with one number, once", token, _CHAIN)
            if token.kind == "mark":
                raise self.wrong(f'"{token.text}" is not expected here', token, _FORM)
            raise self.wrong(f'"and" or "or" is missing before "{token.text}"', token)
        return tree

    def group(self, word: str) -> Tree:
        every = word == "and"
        parts = [self.part() if every else self.group("and")]
        while self.peek().kind == "word" and self.peek().text == word:
            self.take()
            parts.append(self.part() if every else self.group("and"))
        return parts[0] if len(parts) == 1 else Group(every, tuple(parts))

    def part(self) -> Tree:
        token = self.take()
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise self.wrong(f"the condition is nested deeper than {MAX_NESTING}", token)
        tree = self.part_from(token)
        self.depth -= 1
        return tree

    def part_from(self, token: _Token) -> Tree:
        if token.kind == "word" and token.text == "not":
            return Negation(self.part())
        if token.text == "(":
            tree = self.group("or")
            if self.peek().text != ")":
                raise self.wrong('this "(" is never closed', token)
            self.take()
            return tree
        if token.kind == "name":
            return self.named(token)
        if token.kind == "number":
            raise self.wrong("a comparison begins with the meter", token, "as in: trust >= 55")
        if token.kind == "end":
            raise self.wrong("the condition ends too early", token, "as in: trust >= 55 and knows_allergy")
        raise self.wrong(f'"{token.text}" is not expected here', token)

    def named(self, token: _Token) -> Tree:
        owner, _, name = token.text.rpartition(".")
        if "." in owner or not name or token.text.startswith(".") or "-" in token.text:
            raise self.wrong(f'"{token.text}" is not a name', token, "as in: trust, maya.trust, kept_promise")
        if name in METERS:
            return self.comparison(token, owner, name)
        if self.peek().kind == "op":
            advice = f"the meters are {', '.join(METERS)}"
            raise self.wrong(f'"{token.text}" is not a meter and cannot be compared', token, advice)
        if name in ("true", "false"):
            raise self.wrong(f'"{name}" is not a condition', token, "what always holds needs no `when`")
        if name == "gone" and not owner:
            raise self.wrong('"gone" needs a customer', token, "as in: maya.gone")
        return Named(owner, name, token.start, token.end)

    def comparison(self, token: _Token, owner: str, meter: str) -> Tree:
        op = self.take()
        if op.kind != "op":
            at = token if op.kind == "end" else op
            raise self.wrong(
                f'"{token.text}" is not compared with anything', at, f"as in: {token.text} >= 55"
            )
        number = self.take()
        if number.kind == "name":
            advice = "one meter is compared with one whole number"
            raise self.wrong(f'"{number.text}" stands where a number belongs', number, advice)
        if number.kind != "number" or len(number.text) > 6:
            at = op if number.kind == "end" else number
            raise self.wrong(f'a whole number is missing after "{op.text}"', at, f"as in: {token.text} >= 55")
        return MeterTest(owner, meter, op.text, int(number.text), token.start, number.end)

    def wrong(self, message: str, token: _Token, advice: str | None = None) -> _Wrong:
        return _Wrong(Problem(message, token.start, token.end, advice))


_FORM = "a condition looks like: trust >= 55 and not (quoted_terms or maya.gone)"
_CHAIN = 'two limits are written with "and": trust > 30 and trust < 60'
