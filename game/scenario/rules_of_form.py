"""What format 1 asks beyond the single fields: which of them go together, and which exclude others."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from pathlib import PurePath

from game.scenario.codes import Findings
from game.scenario.condition_parser import OPERATORS, MeterTest, Named
from game.scenario.format import (
    MAX_ACTIONS,
    MAX_MOMENTS,
    VERSION,
    BranchDecl,
    ChoiceDecl,
    MomentDecl,
    ScenarioDecl,
    SilenceDecl,
    Way,
)
from game.scenario.kinds import Parsed
from game.scenario.model import SILENCE
from game.scenario.nodes import Mapping, Node, Scalar
from game.scenario.scope import names_in

_OPERATORS: dict[str, Callable[[int, int], bool]] = dict(
    zip(
        OPERATORS,
        (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne),
        strict=True,
    )
)


def check_version(node: Node, findings: Findings) -> bool:
    """Whether the file is of a format this program reads; another one is reported, and nothing else of it."""
    version = node.items.get("format") if isinstance(node, Mapping) else None
    if isinstance(version, Scalar) and version.text.isdecimal() and version.text != str(VERSION):
        findings.add("M213", version.span, found=version.text)
        return False
    return True


def check_file_name(id: Scalar | None, path: str, findings: Findings) -> None:
    """The id is the file's name; a text that comes from no file has none."""
    name = PurePath(path)
    if id is not None and name.suffix in (".yaml", ".yml") and name.stem != id.text:
        findings.add(
            "M214", id.span, f'rename the file, or write "id: {name.stem}"', found=id.text, name=name.stem
        )


def check_always(parsed: Parsed, findings: Findings) -> None:
    """A comparison that holds for every value of a meter, or for none, is probably mistyped."""

    def visit(name: MeterTest | Named) -> None:
        if not isinstance(name, MeterTest) or 0 < name.value < 100:
            return
        results = {_OPERATORS[name.op](meter, name.value) for meter in range(101)}
        if len(results) == 1:
            problem = "always holds" if results == {True} else "never holds"
            found = f"{name.meter} {name.op} {name.value}"
            findings.add("M227", parsed.scalar.part(name.start, name.end), found=found, problem=problem)

    names_in(parsed.tree, visit)


def is_too_large(scenario: ScenarioDecl, findings: Findings) -> bool:
    """Whether a scenario has more moments or actions than the format allows; it is not looked at further."""
    moments = scenario.moments
    actions = sum(len(moment.choices) + (moment.silence is not None) for _, moment in moments)
    counts = (("M225", len(moments), MAX_MOMENTS), ("M234", actions, MAX_ACTIONS))
    for code, count, limit in counts:
        if count > limit:
            findings.add(code, scenario.key_span("moments"), count=f"{count:,}", limit=f"{limit:,}")
    return any(count > limit for _, count, limit in counts)


def check_scenario(scenario: ScenarioDecl, findings: Findings) -> None:
    """All rules of form of a scenario."""
    moments = scenario.moments
    for key, moment in moments:
        _check_moment(key, moment, findings)
        if moment.ends and scenario.start is not None and scenario.start.text == key.text:
            findings.add("M230", scenario.start.span, found=key.text)
    _check_names(scenario, findings)
    for _, customer in scenario.customers:
        check_twice(customer.traits, findings)


def _check_names(scenario: ScenarioDecl, findings: Findings) -> None:
    customers = {key.text: key for key, _ in scenario.customers}
    for key, _ in scenario.cast:
        if key.text in customers:
            findings.add("M226", key.span, found=key.text, problem="it is a customer")


def _check_moment(key: Scalar, moment: MomentDecl, findings: Findings) -> None:
    items = moment.node.items
    if "says" not in items and "narrates" not in items:
        findings.add("M220", key.span, found=key.text)
    if "ends" in items:
        for other in ("choices", "then", "otherwise", "silence", "seconds"):
            if other in items:
                findings.add("M219", moment.key_span(other), found=other)
        return
    if "choices" not in items and "otherwise" not in items:
        findings.add("M221", key.span, found=key.text)
    _check_timer(moment, findings)
    for way in (moment.then, moment.otherwise):
        check_way(way, findings)
    _check_choices(moment, findings)


def _check_timer(moment: MomentDecl, findings: Findings) -> None:
    items = moment.node.items
    for key, partner in (("seconds", "silence"), ("silence", "seconds")):
        if key in items and partner not in items:
            findings.add("M217", moment.key_span(key), found=key, missing=partner)
    if "silence" in items and "choices" not in items:
        findings.add("M231", moment.key_span("silence"), found="silence")


def _check_choices(moment: MomentDecl, findings: Findings) -> None:
    has_way = "then" in moment.node.items
    seen: dict[str, Scalar] = {}
    for choice in moment.choices:
        _check_action(choice, has_way, findings)
        if choice.misplaced and not choice.node.items.get("why"):
            findings.add("M223", choice.key_span("misplaced"))
        id = choice.id
        if id is None:
            continue
        if id.text.isdecimal() or id.text == SILENCE:
            findings.add("M215", id.span, found=id.text)
        elif id.text in seen:
            findings.add("M216", id.span, found=id.text, line=seen[id.text].span.line)
        seen.setdefault(id.text, id)
    if moment.silence is not None:
        _check_action(moment.silence, has_way, findings)


def _check_action(action: ChoiceDecl | SilenceDecl, has_way: bool, findings: Findings) -> None:
    if not has_way and "then" not in action.node.items:
        findings.add("M222", action.head, what=action.kind_name)
    check_way(action.then, findings)
    for names in (action.shows, action.sets, action.clears):
        if len(names) > 1:
            check_twice(names, findings)


def check_twice(names: Iterable[Scalar], findings: Findings) -> None:
    """A list that names the same thing twice."""
    seen = set()
    for name in names:
        if name.text in seen:
            findings.add("M233", name.span, found=name.text)
        seen.add(name.text)


def check_way(way: Way, findings: Findings) -> None:
    """The last branch, and only the last, has no condition."""
    if not isinstance(way, tuple) or not way:
        return
    last: BranchDecl = way[-1]
    if "when" in last.node.items:
        advice = "add a last branch without `when`"
        findings.add("M218", last.key_span("when"), advice, problem='the last branch must have no "when"')
    for branch in way[:-1]:
        if "when" not in branch.node.items:
            problem = 'this branch needs a "when": those after it could never be taken'
            findings.add("M218", branch.head, problem=problem)
