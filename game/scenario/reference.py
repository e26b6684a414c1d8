"""The reference page of the format, as Markdown, from the declared format."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.scenario.format import CampaignDecl, PlaybookDecl, ScenarioDecl
from game.scenario.kinds import ByShape, Kind, ListOf, MapOf, Rec
from game.scenario.read import Field, Record

BEGIN = "<!-- reference: begin (generated; change game/scenario/format.py instead) -->"
END = "<!-- reference: end -->"

FILES: tuple[tuple[str, type[Record]], ...] = (
    ("The scenario file", ScenarioDecl),
    ("The playbook file", PlaybookDecl),
    ("The campaign file", CampaignDecl),
)


def reference_page() -> str:
    """All fields of all files, a table for each kind of record."""
    lines: list[str] = []
    for heading, root in FILES:
        lines += [f"### {heading}", ""]
        for record in _records(root, []):
            if record is not root:
                lines += [f"#### {_title(record)}", ""]
            lines += ["| field | value | left out | meaning |", "|---|---|---|---|"]
            lines += [_row(field) for field in record.declared.values()]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def with_reference(page: str) -> str:
    """`page` with the reference between its two marker lines renewed. Raises: ValueError without them."""
    before, found_begin, rest = page.partition(BEGIN)
    _, found_end, after = rest.partition(END)
    if not (found_begin and found_end):
        raise ValueError("the page lacks the marker lines of the reference")
    return f"{before}{BEGIN}\n\n{reference_page()}\n{END}{after}"


def _title(record: type[Record]) -> str:
    return record.kind_name[0].upper() + record.kind_name[1:]


def _row(field: Field) -> str:
    cells = (f"`{field.key}`", field.kind.shown, _left_out(field), field.help)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _left_out(field: Field) -> str:
    """What counts where the field is left out."""
    if field.required:
        return "required"
    if field.shown_default:
        return field.shown_default
    default = field.default
    if isinstance(default, bool):
        return "true" if default else "false"
    if isinstance(default, Fraction):
        return f"{float(default):g}"
    return str(default) if default not in (None, "", ()) else "none"


def _records(root: type[Record], seen: list[type[Record]]) -> list[type[Record]]:
    """`root` and every record that its fields lead to, each once, outermost first."""
    if root in seen:
        return []
    seen.append(root)
    found = [root]
    for field in root.declared.values():
        for record in _inside(field.kind):
            found += _records(record, seen)
    return found


def _inside(kind: Kind) -> Iterator[type[Record]]:
    if isinstance(kind, Rec):
        yield kind.record
    elif isinstance(kind, ListOf):
        yield from _inside(kind.kind)
    elif isinstance(kind, MapOf):
        yield from _inside(kind.value)
    elif isinstance(kind, ByShape):
        for part in kind.kinds:
            yield from _inside(part)
