"""Who and what the names in one scenario's conditions and effects stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice

from game.scenario.codes import Findings
from game.scenario.condition_parser import Group, MeterTest, Named, Negation, Tree
from game.scenario.conditions import And, Bound, Compare, Condition, Constant, HasFlag, IsGone, Not, Or
from game.scenario.kinds import Pairs, Parsed
from game.scenario.model import METERS, Deltas
from game.scenario.nodes import Scalar

Bare = int | None
"""The customer that a bare meter or trait belongs to; None where it has to be said."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Customers with their places and traits, flags with their places, and where to report."""

    customers: Mapping[str, int]
    traits: tuple[frozenset[str], ...]
    all_traits: frozenset[str]
    flags: Mapping[str, int]
    findings: Findings

    @property
    def sole(self) -> Bare:
        """The only customer, where there are not several."""
        return 0 if len(self.customers) <= 1 else None

    def condition(self, parsed: Parsed | None, bare: Bare, in_playbook: bool = False) -> Condition | None:
        """The bound condition, or None where there is none or it cannot be bound."""
        if parsed is None or parsed.tree is None:
            return None
        binder = _Binder(self, parsed.scalar, bare, in_playbook)
        return Condition.of(parsed.scalar.text, binder.bind(parsed.tree), parsed.scalar.span)

    def customer(self, name: Scalar) -> int | None:
        """The customer's place; an unknown one is reported."""
        place = self.customers.get(name.text)
        if place is None:
            self.findings.add(
                "M303", name.span, self.findings.meant(name.text, self.customers), found=name.text
            )
        return place

    def deltas(self, effects: Pairs, bare: Bare) -> Deltas:
        """Effects as a flat tuple, bare meters being those of customer `bare`."""
        sums = [0] * (3 * max(1, len(self.customers)))  # compiling goes on where there is none
        for key, amount in effects:
            owner, _, meter = key.text.rpartition(".")
            place = bare
            if owner:
                place = self.customers.get(owner)
                if place is None:
                    self.findings.add(
                        "M303", key.span, self.findings.meant(owner, self.customers), found=owner
                    )
                    continue
            elif place is None:
                self.findings.add("M229", key.span, _whose(self, meter), found=meter)
                continue
            sums[3 * place + METERS.index(meter)] += amount
        return tuple(sums)

    def mask(self, names: tuple[Scalar, ...]) -> int:
        """The bits of the named flags."""
        bits = 0
        for name in names:
            bits |= 1 << self.flags[name.text]
        return bits


def _whose(scope: Scope, name: str) -> str:
    return "as in: " + " or ".join(f"{customer}.{name}" for customer in islice(scope.customers, 3))


class _Binder:
    """Binds the tree of one condition."""

    def __init__(self, scope: Scope, scalar: Scalar, bare: Bare, in_playbook: bool) -> None:
        self.scope = scope
        self.scalar = scalar
        self.bare = bare
        self.in_playbook = in_playbook

    def report(self, code: str, at: MeterTest | Named, help: str | None, **parts: object) -> Bound:
        """Notes what is wrong at one name; the condition goes on with something that never holds."""
        self.scope.findings.add(code, self.scalar.part(at.start, at.end), help, **parts)
        return Constant(False)

    def bind(self, tree: Tree) -> Bound:
        match tree:
            case MeterTest():
                return self.meter(tree)
            case Named():
                return self.named(tree)
            case Negation(part):
                inner = self.bind(part)
                return Constant(not inner.value) if isinstance(inner, Constant) else Not(inner)
            case Group(every, parts):
                return _joined(every, [self.bind(part) for part in parts])
        raise TypeError(tree)  # pragma: no cover

    def meter(self, test: MeterTest) -> Bound:
        place = self.bare
        if test.owner:
            found = self.scope.customers.get(test.owner)
            if found is None:
                return self.unknown_customer(test)
            place = found
        elif place is None:
            return self.report("M229", test, _whose(self.scope, test.meter), found=test.meter)
        return Compare(3 * place + METERS.index(test.meter), test.op, test.value)

    def named(self, named: Named) -> Bound:
        scope = self.scope
        if named.owner:
            place = scope.customers.get(named.owner)
            if place is None:
                return self.unknown_customer(named)
            if named.name == "gone":
                return IsGone(1 << place)
            if named.name in scope.all_traits:
                return Constant(named.name in scope.traits[place])
            advice = scope.findings.meant(named.name, {"gone", *METERS, *scope.all_traits})
            if named.name in scope.flags:
                advice = f'flags stand alone: write "{named.name}"'
            return self.report("M306", named, advice, found=named.name)
        if named.name in scope.all_traits:
            if self.bare is None:
                return self.report("M229", named, _whose(scope, named.name), found=named.name)
            return Constant(named.name in scope.traits[self.bare])
        flag = scope.flags.get(named.name)
        return Constant(False) if flag is None else HasFlag(1 << flag)

    def unknown_customer(self, at: MeterTest | Named) -> Bound:
        if self.in_playbook:
            return Constant(False)
        advice = self.scope.findings.meant(at.owner, self.scope.customers)
        return self.report("M303", at, advice, found=at.owner)


def _joined(every: bool, parts: list[Bound]) -> Bound:
    """The parts with what is known before play folded in."""
    open_parts: list[Bound] = []
    for part in parts:
        if not isinstance(part, Constant):
            open_parts.append(part)
        elif part.value is not every:
            return part
    if not open_parts:
        return Constant(every)
    if len(open_parts) == 1:
        return open_parts[0]
    return And(tuple(open_parts)) if every else Or(tuple(open_parts))


def names_in(tree: Tree | None, visit: Callable[[MeterTest | Named], None]) -> None:
    """Calls `visit` with every name and comparison in `tree`, in order."""
    match tree:
        case MeterTest() | Named():
            visit(tree)
        case Negation(part):
            names_in(part, visit)
        case Group(_, parts):
            for part in parts:
                names_in(part, visit)
