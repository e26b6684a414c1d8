"""What a file swallows in silence: texts cut off by a comment, and an end that was never saved."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.diagnostics import Diagnostic, Span
from game.scenario.codes import Findings
from game.scenario.nodes import Node, Scalar

# Two spaces before # and one after it is how a comment looks that is meant as one.
_CUTTING = re.compile(r"\S(?: #.*| +#\S.*)$", re.MULTILINE)
_ENTRY = re.compile(r" {0,2}[^\s#]")
_UNFINISHED = frozenset({"M202", "M203", "M204", "M218", "M220", "M221", "M222", "M231"})
_FOLLOWS = frozenset({"M301", "M302", "M304", "M305", "M307", "M311"})


def check_cut_texts(source: str, root: Node, findings: Findings) -> None:
    """Warns of each text for people whose rest a comment has taken away."""
    if not _may_cut(source):
        return
    from game.scenario.texts import texts_in  # only where there is something to look at

    lines = source.split("\n")
    for _, scalar in texts_in(root):
        _check_cut_text(scalar, lines, findings)


def _may_cut(source: str) -> bool:
    """Whether a comment follows something on its line and does not look meant; quick where there is none."""
    at = source.find(" #")
    while at >= 0:
        start = source.rfind("\n", 0, at) + 1
        if source[start:at].strip() and _CUTTING.search(
            source, start, source.find("\n", at) % (len(source) + 1)
        ):
            return True
        at = source.find(" #", at + 2)
    return False


def _check_cut_text(scalar: Scalar, lines: list[str], findings: Findings) -> None:
    line, column = scalar.end.line, scalar.end.column
    if line >= len(lines):
        return
    text = lines[line]
    rest = text[column:]
    if not rest.lstrip(" ").startswith("#") or _CUTTING.match(text, max(0, column - 1)) is None:
        return
    if text[column - 1 : column] in ("'", '"') and scalar.end.column - scalar.start.column > len(scalar.text):
        return
    start = column + len(rest) - len(rest.lstrip(" "))
    span = Span(line + 1, start + 1, line + 1, len(text) + 1)
    advice = "put the whole text in quotes; before a comment leave two spaces, and one after the #"
    findings.add("M118", span, advice, found=text[start:])


@dataclass(frozen=True, slots=True)
class _End:
    """The last line of a file that was cut, and where its last entry begins (1-based)."""

    span: Span
    entry: int


def _cut_end(source: str) -> _End | None:
    if source.endswith("\n") or not source.strip():
        return None
    lines = source.split("\n")
    while not lines[-1].strip():
        lines.pop()
    last = lines[-1]
    first = len(last) - len(last.lstrip())
    entry = next((n for n in range(len(lines), 0, -1) if _ENTRY.match(lines[n - 1])), 1)
    return _End(Span(len(lines), first + 1, len(lines), len(last) + 1), entry)


def note_cut_end(source: str, findings: Findings) -> None:
    """Says of a file that stops in the middle just that, instead of all that follows from it."""
    end = _cut_end(source)
    if end is None:
        return
    unfinished = {id(f) for f in findings.items if _is_unfinished(f, end)}
    # Several moments that are missing, none of them misspelt, were in the part that is gone.
    gone = {f.message for f in findings.items if f.code == "M301" and f.help is None}
    if not unfinished and len(gone) < 2:
        return
    findings.items = [f for f in findings.items if id(f) not in unfinished and f.code not in _FOLLOWS]
    findings.add("M120", end.span)


def _is_unfinished(finding: Diagnostic, end: _End) -> bool:
    """Whether a finding can come of what is missing: at the end, or of fields of the file itself."""
    if finding.code == "M208" and finding.span.end_line == end.span.end_line:
        return finding.span.end_column == end.span.end_column
    if finding.code not in _UNFINISHED:
        return False
    return finding.span.line >= end.entry or (finding.code == "M202" and finding.span.column == 1)
