"""A scenario as an ink story that plays as it does here: the same choices, meters and endings.

The story comes first, in knots that read like a script; what choices do is in functions after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.exported import Names, condition, confided_where, shown_lines, sole
from game.authoring.ink_functions import HELPERS, INK, act_name, functions
from game.authoring.measure import plain
from game.scenario.conditions import Condition
from game.scenario.model import TENSION, TRUST, Action, Branch, Confide, Line, Moment, Scenario

__all__ = ["ink"]
_SPECIAL = frozenset("\\{}|[]<>-#~*+=/")
_END = "the_end"


def ink(scenario: Scenario) -> str:
    """The whole story. Its variable `ending` holds the outcome once it is over, "void" at a dead end."""
    names = Names(scenario)
    parts = [
        *_variables(names),
        "-> opening",
        "",
        *_opening(names),
        *(line for moment in scenario.moments for line in _knot(names, moment)),
        *_ends(),
        *functions(names),
        HELPERS,
    ]
    return "\n".join(parts)


def for_ink(text: str) -> str:
    """The text as ink content: ink's own marks are escaped, and so is whatever could begin a statement."""
    text = " ".join(plain(text).split())
    if not text:
        return ""
    escaped = "".join(f"\\{c}" if c in _SPECIAL else c for c in text)
    begins_plainly = text[:1].isalnum() and not text.startswith(
        ("TODO", "VAR", "CONST", "LIST", "INCLUDE", "EXTERNAL")
    )
    return escaped if begins_plainly or escaped[:1] == "\\" else f"\\{escaped}"


def _variables(names: Names) -> Iterator[str]:
    scenario = names.scenario
    yield f"// {' '.join(scenario.id.split())}"
    for customer in scenario.customers:
        for meter, value in enumerate((customer.trust, customer.loyalty, customer.tension)):
            place = 3 * customer.index + meter
            yield f"VAR {names.meter(place)} = {value}"
            yield f"VAR {names.change(place)} = 0"
        yield f"VAR {names.gone(customer.index)} = false"
    for place in range(len(scenario.flags)):
        yield f"VAR {names.flag(place)} = false"
    yield from (f"VAR taken_{action.index} = false" for action in scenario.actions if action.repeat)
    yield from ("VAR points = 0", "VAR scored = 0", "VAR sale = 0", 'VAR ending = ""', "")


def _opening(names: Names) -> Iterator[str]:
    yield "=== opening ==="
    for start in names.scenario.starts:
        moves = [
            f"~ {names.meter(place)} = moved({names.meter(place)}, {delta}, false)"
            for place, delta in enumerate(start.deltas)
            if delta
        ]
        yield from _where(names, start.when, moves)
    yield f"-> {names.moments[names.scenario.start]}"
    yield ""


def _where(names: Names, when: Condition | None, lines: Iterable[str]) -> Iterator[str]:
    """The lines, told only where a condition holds."""
    if when is None:
        yield from lines
        return
    yield "{"
    yield f"- {condition(when, names, INK)}:"
    yield from (f"    {line}" for line in lines)
    yield "}"


def _knot(names: Names, moment: Moment) -> Iterator[str]:
    yield f"=== {names.moments[moment.index]} ==="
    yield from _entry(names, moment)
    if moment.narrates is not None:
        yield for_ink(moment.narrates)
    yield from _said(names, moment.says)
    for confide in moment.confides:
        yield from _confided(names, confide)
    if moment.ends is not None:
        yield f'~ ending = "{moment.ends}"'
        yield f"-> {_END}"
    elif not moment.choices:
        yield from _way(names, moment.otherwise)
    else:
        yield from _choices(names, moment)
    yield ""


def _entry(names: Names, moment: Moment) -> Iterator[str]:
    """The moment's own effects: they make nobody walk out."""
    scars = {TRUST: "scarred_trust", TENSION: "scarred_tension"}
    for place, delta in enumerate(moment.effects or ()):
        if delta:
            meter, gone = names.meter(place), names.gone(place // 3)
            yield f"~ {meter} = {scars.get(place % 3, 'moved')}({meter}, {delta}, {gone})"


def _said(names: Names, lines: tuple[Line, ...]) -> Iterator[str]:
    for when, text in shown_lines(names, lines):
        yield from _where(names, when, [for_ink(text)])


def _confided(names: Names, confide: Confide) -> Iterator[str]:
    flags = names.flags(confide.sets)
    where = confided_where(confide, names, INK)
    inside = [*_said(names, confide.lines), *(f"~ {flag} = true" for flag in flags)]
    if not where:
        yield from inside
        return
    yield "{"
    yield f"- {where}:"
    yield from (f"    {line}" for line in inside)
    yield "}"


def _choices(names: Names, moment: Moment) -> Iterator[str]:
    for action in moment.choices:
        gate = f" {{{condition(action.when, names, INK)}}}" if action.when is not None else ""
        yield f"{'+' if action.repeat else '*'}{gate} {for_ink(action.say)}"
        yield from _taken(names, action)
    if moment.silence is not None:
        yield "+ {CHOICE_COUNT() > 0} \\(say nothing)"
        yield from _taken(names, moment.silence)
    yield "+ ->"
    yield from (
        f"    {line}" for line in (_way(names, moment.otherwise) if moment.otherwise else ["-> dead_end"])
    )


def _taken(names: Names, action: Action) -> Iterator[str]:
    """What follows a choice: what it does, the answer, a walk-out, the way on."""
    yield f"    ~ {act_name(names, action)}()"
    yield from (f"    {line}" for line in _said(names, action.reply))
    for customer in names.scenario.customers:
        to = names.moments[customer.walkout] if customer.walkout is not None else "walked_out"
        yield from ("    {", f"    - walks_out_{customer.id}():", f"        -> {to}", "    }")
    yield from (f"    {line}" for line in _way(names, action.then))


def _way(names: Names, ways: tuple[Branch, ...]) -> Iterator[str]:
    to = sole(ways)
    if to is not None:
        yield f"-> {names.moments[to]}"
        return
    yield "{"
    for branch in ways:
        when = condition(branch.when, names, INK) if branch.when is not None else "else"
        yield f"- {when}:"
        yield f"    -> {names.moments[branch.to]}"
    yield "}"


def _ends() -> Iterator[str]:
    yield from ("=== walked_out ===", '~ ending = "departure"', f"-> {_END}", "")
    yield from ("=== dead_end ===", '~ ending = "void"', f"-> {_END}", "")
    yield from (f"=== {_END} ===", "# ending: {ending}", "-> END", "")
