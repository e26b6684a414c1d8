"""The flags of a scenario: which there are, in what order, and which can never be set."""

from __future__ import annotations

from collections.abc import Container

from game.diagnostics import Span
from game.scenario.codes import Findings
from game.scenario.condition_parser import MeterTest, Named
from game.scenario.format import ScenarioDecl
from game.scenario.kinds import Parsed
from game.scenario.read import Reader
from game.scenario.scope import names_in


def collect_flags(scenario: ScenarioDecl, reader: Reader, findings: Findings) -> tuple[str, ...]:
    """All flags, in the order in which the file first sets, clears, remembers, recalls or reads them."""
    traits = {t.text: key.text for key, customer in scenario.customers for t in customer.traits}
    flags: dict[str, None] = {}
    for note in ("set", "recall", "clear", "remember"):
        for scalar in reader.notes[note]:
            flags.setdefault(scalar.text)
            if scalar.text in traits:
                problem = f"it is a trait of {traits[scalar.text]}"
                findings.add("M226", scalar.span, found=scalar.text, problem=problem)
    settable = {scalar.text for note in ("set", "recall") for scalar in reader.notes[note]}
    for scalar in reader.notes["remember"]:
        if scalar.text not in settable:
            advice = findings.meant(scalar.text, settable)
            findings.add("M311", scalar.span, advice, found=scalar.text)
    known = frozenset(flags)
    customers = [key.text for key, _ in scenario.customers]
    for parsed in reader.conditions:
        _read_flags(parsed, flags, known, {*traits}, customers, findings)
    return tuple(flags)


def _read_flags(
    parsed: Parsed,
    flags: dict[str, None],
    known: frozenset[str],
    traits: set[str],
    customers: list[str],
    findings: Findings,
) -> None:
    """Adds the flags that one condition reads."""

    def visit(name: MeterTest | Named) -> None:
        if isinstance(name, MeterTest) or name.owner or name.name in traits:
            return
        flags.setdefault(name.name)
        if name.name not in known:
            advice = findings.meant(name.name, known)
            if name.name in customers:
                advice = f"a customer alone is no condition; as in: {name.name}.gone"
            span = parsed.scalar.part(name.start, name.end)
            findings.add("M305", span, advice, found=name.name)

    names_in(parsed.tree, visit)


def first_set(reader: Reader) -> dict[str, Span]:
    """Where each flag is first set, or else recalled."""
    places: dict[str, Span] = {}
    for note in ("set", "recall"):
        for scalar in reader.notes[note]:
            if scalar.text not in places:
                places[scalar.text] = scalar.span
    return places


def first_read(reader: Reader, flags: Container[str]) -> dict[str, Span]:
    """Where each flag is first read by a condition of the scenario."""
    places: dict[str, Span] = {}
    for parsed in reader.conditions:

        def visit(name: MeterTest | Named, parsed: Parsed = parsed) -> None:
            if isinstance(name, Named) and not name.owner and name.name in flags:
                places.setdefault(name.name, parsed.scalar.part(name.start, name.end))

        names_in(parsed.tree, visit)
    return places
