"""A scenario as a Twee 3 story for SugarCube: moments as passages, choices as links, meters as variables.

A choice leads to a passage of its own, which does what the choice does, tells the answer and leads on.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator

from game.authoring.exported import Names, Syntax, condition, confided_where, depends
from game.scenario.conditions import Condition
from game.scenario.model import TENSION, TRUST, Action, Branch, Line, Moment, Outcome, Reaction, Scenario

SUGARCUBE = Syntax("$", "and", "or", "not ")
_SAFE = frozenset(" .,?!'’…–—()")


def twee(scenario: Scenario) -> str:
    """The whole story."""
    names = Names(scenario, "$")
    parts = [*_head(names), *_opening(names)]
    for moment in scenario.moments:
        parts += _moment(names, moment)
        for action in moment.actions:
            parts += _action(names, action)
    parts += _endings()
    return "\n".join(parts)


def for_twee(text: str) -> str:
    """The text as passage text: whatever could be markup, a macro or HTML as a character reference."""
    return "".join(c if c.isalnum() or c in _SAFE else f"&#{ord(c)};" for c in text)


def _head(names: Names) -> Iterator[str]:
    scenario = names.scenario
    data = {
        "ifid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"moments-of-truth:{scenario.id}")).upper(),
        "format": "SugarCube",
        "format-version": "2.36.1",
        "start": "opening",
    }
    yield from (":: StoryTitle", for_title(scenario.title), "")
    yield from (":: StoryData", json.dumps(data, indent=2), "")
    yield ":: StoryInit"
    for customer in scenario.customers:
        for meter, value in enumerate((customer.trust, customer.loyalty, customer.tension)):
            yield f"<<set {names.meter(3 * customer.index + meter)} to {value}>>"
        yield f"<<set {names.gone(customer.index)} to false>>"
    yield from (f"<<set {names.flag(place)} to false>>" for place in range(len(scenario.flags)))
    yield from (f"<<set $taken_{action.index} to false>>" for action in scenario.actions)
    yield from ("<<set $points to 0>>", "<<set $sale to 0>>", '<<set $ending to "">>', "")


def for_title(text: str) -> str:
    """A title: plain text on one line that cannot begin a passage."""
    return " ".join(text.split()).replace("::", ": :")


def _opening(names: Names) -> Iterator[str]:
    yield ":: opening"
    for start in names.scenario.starts:
        moves = [
            f"<<set {names.meter(place)} to Math.clamp({names.meter(place)} + {delta}, 0, 100)>>"
            for place, delta in enumerate(start.deltas)
            if delta
        ]
        yield from _where(names, start.when, moves)
    yield f'<<goto "{_passage(names, names.scenario.start)}">>'
    yield ""


def _passage(names: Names, moment: int) -> str:
    return names.scenario.moments[moment].id


def _link(text: str, passage: str) -> str:
    """A link. The macro, unlike the brackets, reads character references in its text."""
    return f'<<link "{text}" "{passage}">><</link>>'


def _act(names: Names, action: Action) -> str:
    return f"{_passage(names, action.moment)} / {action.id}"


def _where(names: Names, when: Condition | None, lines: Iterable[str]) -> Iterator[str]:
    if when is None:
        yield from lines
        return
    yield f"<<if {condition(when, names, SUGARCUBE)}>>"
    yield from lines
    yield "<</if>>"


def _moment(names: Names, moment: Moment) -> Iterator[str]:
    yield f":: {moment.id}"
    yield from _entry(names, moment)
    if moment.narrates is not None:
        yield for_twee(moment.narrates)
    yield from _said(names, moment.says)
    for confide in moment.confides:
        inside = [*_said(names, confide.lines), *_set(names.flags(confide.sets), "true")]
        where = confided_where(confide, names, SUGARCUBE)
        yield from ([f"<<if {where}>>", *inside, "<</if>>"] if where else inside)
    if moment.ends is not None:
        yield _link("The end", f"ended in {moment.ends}")
    else:
        yield from _choices(names, moment)
    yield ""


def _entry(names: Names, moment: Moment) -> Iterator[str]:
    """The moment's own effects: they make nobody walk out."""
    for place, delta in enumerate(moment.effects or ()):
        if delta:
            meter = names.meter(place)
            moved = f"Math.clamp({meter} + {delta}, 0, 100)"
            if place % 3 == TRUST:
                moved = f"Math.max({moved}, Math.min(1, {meter}))"
            elif place % 3 == TENSION:
                moved = f"Math.min({moved}, Math.max(99, {meter}))"
            yield f"<<if not {names.gone(place // 3)}>><<set {meter} to {moved}>><</if>>"


def _said(names: Names, lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        yield from _where(
            names, line.when, [f"{for_twee(names.person(line.speaker))}: {for_twee(line.text)}"]
        )


def _set(variables: Iterable[str], value: str) -> list[str]:
    return [f"<<set {variable} to {value}>>" for variable in variables]


def _open(names: Names, action: Action) -> str:
    """When a choice can be taken; "" for always."""
    tests = [] if action.repeat else [f"not $taken_{action.index}"]
    if action.when is not None:
        tests.append(f"({condition(action.when, names, SUGARCUBE)})")
    return " and ".join(tests)


def _choices(names: Names, moment: Moment) -> Iterator[str]:
    tests = [_open(names, action) for action in moment.choices]
    for action, test in zip(moment.choices, tests, strict=True):
        link = _link(for_twee(action.say), _act(names, action))
        yield f"<<if {test}>>{link}<</if>>" if test else link
    anything = "" if "" in tests else " or ".join(f"({test})" for test in tests)
    if moment.silence is not None:
        link = _link("(say nothing)", _act(names, moment.silence))
        yield f"<<if {anything}>>{link}<</if>>" if anything else link
    if not moment.choices:
        yield from _way(names, moment.otherwise)
    elif anything:
        yield f"<<if not ({anything})>>"
        yield from (
            _way(names, moment.otherwise) if moment.otherwise else [_link("A dead end", "ended in nothing")]
        )
        yield "<</if>>"


def _way(names: Names, ways: tuple[Branch, ...], first: str = "if") -> Iterator[str]:
    """Links that lead on, of which one is there."""
    word = first
    for branch in ways:
        link = _link("Go on", _passage(names, branch.to))
        if branch.when is not None:
            yield f"<<{word} {condition(branch.when, names, SUGARCUBE)}>>{link}"
            word = "elseif"
        else:
            yield link if word == "if" else f"<<else>>{link}"
    if word != "if":
        yield "<</if>>"


def _action(names: Names, action: Action) -> Iterator[str]:
    yield f":: {_act(names, action)}"
    yield "<<silently>>"
    yield from _done(names, action)
    yield "<</silently>>"
    yield from _said(names, action.reply)
    word = "if"
    for customer in names.scenario.customers:
        gone, trust, tension = (
            names.gone(customer.index),
            names.meter(3 * customer.index),
            names.meter(3 * customer.index + 2),
        )
        to = _passage(names, customer.walkout) if customer.walkout is not None else "ended in departure"
        yield f"<<{word} not {gone} and ({trust} is 0 or {tension} is 100)>><<set {gone} to true>>"
        yield _link("Go on", to)
        word = "elseif"
    yield from _way(names, action.then, word)
    yield ""


def _done(names: Names, action: Action) -> Iterator[str]:
    """What an action does: changes summed up by the standing before it, then the meters, then the flags."""
    places = range(3 * len(names.scenario.customers))
    start = action.effects if action.totals is None else action.totals
    for place in places:
        yield f"<<set {_change(names, place)} to {start[place]}>>"
    yield f"<<set _scored to {0 if depends(action) else action.points}>>"
    for shown in action.shows if depends(action) else ():
        yield from _reactions(names, shown.reactions)
    for place in places:
        meter = names.meter(place)
        moved = f"Math.clamp({meter} + {_change(names, place)}, 0, 100)"
        yield f"<<if not {names.gone(place // 3)}>><<set {meter} to {moved}>><</if>>"
    counted = f"<<set $points += _scored>><<set $sale += {action.sale}>>"
    yield f"<<if not $taken_{action.index}>>{counted}<</if>><<set $taken_{action.index} to true>>"
    yield from _set(names.flags(action.sets), "true")
    yield from _set(names.flags(action.clears), "false")


def _change(names: Names, place: int) -> str:
    return "_" + names.change(place).removeprefix("$")


def _reactions(names: Names, reactions: Iterable[Reaction]) -> Iterator[str]:
    """The first reaction that holds."""
    word = "if"
    for reaction in reactions:
        added = "".join(
            f"<<set {_change(names, place)} += {delta}>>"
            for place, delta in enumerate(reaction.deltas)
            if delta
        )
        added += f"<<set _scored += {reaction.points}>>" if reaction.points else ""
        if reaction.when is not None:
            yield f"<<{word} {condition(reaction.when, names, SUGARCUBE)}>>{added}"
            word = "elseif"
        else:
            yield added if word == "if" else f"<<else>>{added}"
    if word != "if":
        yield "<</if>>"


def _endings() -> Iterator[str]:
    for outcome in Outcome:
        yield from (
            f":: ended in {outcome}",
            f'<<set $ending to "{outcome}">>',
            str(outcome).capitalize(),
            "",
        )
    yield from (":: ended in nothing", '<<set $ending to "void">>', "A dead end.", "")
