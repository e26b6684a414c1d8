"""Findings as GitHub's workflow commands, which show them at their lines in a pull request."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.diagnostics import Diagnostic, Severity

_COMMAND: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def annotation(finding: Diagnostic) -> str:
    """One finding as a workflow command, on one line."""
    span = finding.span
    fields = {
        "file": _relative(finding.path),
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
    }
    if span.end_line == span.line:
        fields["endColumn"] = span.end_column
    fields["title"] = finding.code
    given = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_COMMAND[finding.severity]} {given}::{_data(_text(finding))}"


def _text(finding: Diagnostic) -> str:
    parts = [finding.message]
    if finding.witness is not None:
        parts.append("shown by: " + (" ".join(finding.witness) or "the start itself"))
    if finding.help:
        parts.append("help: " + finding.help)
    return "\n".join(parts)


def _relative(path: str) -> str:
    """The path as GitHub knows it: from the root of the checkout, where the command is run."""
    try:
        return Path(path).resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return path


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
