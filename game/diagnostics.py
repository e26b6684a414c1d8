"""What is wrong with a file, where, and what to do about it.

A mistake in a scenario or playbook never raises: it becomes a `Diagnostic`, and a reader returns its
result, if there is one, together with every diagnostic it found. Codes are permanent; their catalogue,
with default severities, is `CODES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Severity(StrEnum):
    """How much a finding matters: only errors stop play."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file. Lines and columns are 1-based; `end_column` lies one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def point(cls, line: int = 1, column: int = 1) -> Span:
        """A span of one character."""
        return cls(line, column, line, column + 1)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `witness` is the shortest list of choice ids that shows it, where there is one."""

    path: str
    span: Span
    severity: Severity
    code: str
    message: str
    help: str | None = None
    witness: tuple[str, ...] | None = None

    def as_json(self) -> dict[str, object]:
        """The finding as `check --format json` prints it."""
        return {
            "path": self.path,
            "line": self.span.line,
            "column": self.span.column,
            "severity": self.severity.value,
            "code": self.code,
            "message": self.message,
            "help": self.help,
            "witness": list(self.witness) if self.witness is not None else None,
        }


def in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """All findings sorted by file, position and code, each once."""
    key = {(f.path, f.span.line, f.span.column, f.code, f.message): f for f in findings}
    return [key[k] for k in sorted(key)]


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, if one is close enough to be what was meant."""
    import difflib  # only where there is something to mend

    matches = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


@lru_cache(maxsize=4)
def _lines(source: str) -> list[str]:
    """The lines of a file, divided once for all of its findings."""
    return source.split("\n")


def _shown(text: str) -> str:
    """A source line made safe to print: tabs widened to one space, other control characters replaced."""
    return "".join(c if c.isprintable() else (" " if c == "\t" else "�") for c in text)


def render(finding: Diagnostic, source: str | None = None) -> str:
    """The finding as text: position and message, then the source line with a caret, then the help.

    `source` is the whole text of the file, or None where it could not be read.
    """
    span = finding.span
    head = f"{finding.path}:{span.line}:{span.column}: {finding.severity} {finding.code}: {finding.message}"
    parts = [head]
    lines = _lines(source) if source is not None else []
    if 0 < span.line <= len(lines):
        text = lines[span.line - 1].rstrip("\r")
        number = f"{span.line:>5} | "
        start = min(span.column - 1, len(text))
        end = span.end_column - 1 if span.end_line == span.line else len(text)
        if len(text) > 160:
            cut = max(0, start - 60)
            text, start, end = text[cut : cut + 160], start - cut, end - cut
        carets = "^" * max(1, min(end, len(text)) - start)
        parts += [number + _shown(text), " " * (len(number) + start) + carets]
    if finding.witness is not None:
        parts.append("shown by: " + (" ".join(finding.witness) or "the start itself"))
    if finding.help:
        parts.append("help: " + finding.help)
    return "\n".join(parts)


def render_all(findings: Iterable[Diagnostic], sources: Mapping[str, str]) -> str:
    """All findings as text, in order of position; `sources` maps each path to its text."""
    return "\n".join(render(f, sources.get(f.path)) for f in in_order(findings))
