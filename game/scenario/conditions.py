"""Conditions: from text to a tree, from the tree to a test the rules can run.

`METER OP WHOLE-NUMBER`, flags, traits, `customer.gone`, `and`, `or`, `not` and parentheses. `not` binds
before `and`, `and` before `or`. A condition is parsed to a tree of names (`parse`), bound to the customers
and flags of one scenario (`bind`), and never evaluated as Python.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from game.diagnostics import Span

Meters: TypeAlias = tuple[int, ...]
Test: TypeAlias = Callable[[Meters, int, int], bool]
"""A test of (meters, flags, gone): see `game.scenario.model` for their layout."""


@dataclass(frozen=True, slots=True)
class Compare:
    """A bound comparison of one meter, by its place in the tuple of meters, with a whole number."""

    meter: int
    op: str
    value: int


@dataclass(frozen=True, slots=True)
class HasFlag:
    """A bound flag, as the mask of its bit."""

    mask: int


@dataclass(frozen=True, slots=True)
class IsGone:
    """Whether a customer has walked out, as the mask of their bit."""

    mask: int


@dataclass(frozen=True, slots=True)
class Constant:
    """What is known before play: a trait, say."""

    value: bool


@dataclass(frozen=True, slots=True)
class Not:
    part: Bound


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Bound, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Bound, ...]


Bound: TypeAlias = Compare | HasFlag | IsGone | Constant | Not | And | Or


@dataclass(frozen=True, slots=True)
class Condition:
    """A bound condition: its text as written, its tree for analysis, its test for play, and its place."""

    text: str
    tree: Bound
    test: Test
    span: Span | None = field(default=None, compare=False)

    @classmethod
    def of(cls, text: str, tree: Bound, span: Span | None = None) -> Condition:
        """The condition whose test follows from `tree`."""
        return cls(text, tree, compile_test(tree), span)


def compile_test(tree: Bound) -> Test:
    """The tree as a function of (meters, flags, gone); built from closures, never from source text."""
    match tree:
        case Compare(meter, op, value):
            return _compile_compare(meter, op, value)
        case HasFlag(mask):
            return lambda meters, flags, gone: flags & mask != 0
        case IsGone(mask):
            return lambda meters, flags, gone: gone & mask != 0
        case Constant(value):
            return lambda meters, flags, gone: value
        case Not(part):
            inner = compile_test(part)
            return lambda meters, flags, gone: not inner(meters, flags, gone)
        case And(parts) | Or(parts):
            return _compile_parts(tuple(compile_test(p) for p in parts), isinstance(tree, And))
    raise TypeError(tree)  # pragma: no cover


def _compile_compare(meter: int, op: str, value: int) -> Test:
    tests: dict[str, Test] = {
        "<": lambda meters, flags, gone: meters[meter] < value,
        "<=": lambda meters, flags, gone: meters[meter] <= value,
        ">": lambda meters, flags, gone: meters[meter] > value,
        ">=": lambda meters, flags, gone: meters[meter] >= value,
        "==": lambda meters, flags, gone: meters[meter] == value,
        "!=": lambda meters, flags, gone: meters[meter] != value,
    }
    return tests[op]


def _compile_parts(tests: tuple[Test, ...], every: bool) -> Test:
    if len(tests) == 2:
        a, b = tests
        if every:
            return lambda meters, flags, gone: a(meters, flags, gone) and b(meters, flags, gone)
        return lambda meters, flags, gone: a(meters, flags, gone) or b(meters, flags, gone)
    if every:
        return lambda meters, flags, gone: all(t(meters, flags, gone) for t in tests)
    return lambda meters, flags, gone: any(t(meters, flags, gone) for t in tests)
