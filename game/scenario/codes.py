"""The catalogue of codes, and the collector that turns a finding into a `Diagnostic`.

Codes are permanent. Families: M0xx reading, M1xx syntax, M2xx format, M3xx references, M4xx flow,
M5xx score, M6xx fairness, M7xx text, M8xx playbook, M9xx campaign.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from game.diagnostics import Diagnostic, Severity, Span, has_errors, nearest
from game.scenario.catalogue import ENTRIES
from game.scenario.catalogue_proofs import PROOFS
from game.scenario.nodes import Scalar

MAX_COMPARISONS = 100_000
"""Names compared in search of the nearest, for one file: about a second."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding, with its page: see `game.scenario.catalogue.entry.Entry`."""

    code: str
    title: str
    message: str
    explanation: str
    severity: Severity = Severity.ERROR
    why: str = ""
    mend: str = ""
    failing: str = ""
    mended: str = ""


CODES: dict[str, Code] = {
    code: Code(code, title, message, explanation, Severity(severity), *page)
    for code, severity, title, message, explanation, *page in (*ENTRIES, *PROOFS)
}


def is_unreadable(findings: Iterable[Diagnostic]) -> bool:
    """Whether a file could not be read at all (family M0xx), as opposed to having mistakes in it."""
    return any(finding.code.startswith("M0") for finding in findings)


def shorten(text: str, limit: int = 60) -> str:
    """`text` on one line and at most `limit` characters, for quoting in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _fitted(name: str, part: object) -> object:
    """What was found in a file is quoted in brief; what the program itself says is told whole."""
    return shorten(part, 60 if name == "found" else 400) if isinstance(part, str) else part


class Findings:
    """Collects what is wrong with one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.items: list[Diagnostic] = []
        self.places: set[tuple[int, int]] = set()
        self.comparisons_left = MAX_COMPARISONS

    def add(self, code: str, span: Span, /, help: str | None = None, **parts: object) -> None:
        """Notes a finding; `parts` fill the message of the code, texts among them brought on one line."""
        self._note(code, span, help, None, parts)

    def add_shown(
        self, code: str, span: Span, witness: Sequence[str], /, help: str | None = None, **parts: object
    ) -> None:
        """Notes a finding with the shortest list of choice ids that shows it."""
        self._note(code, span, help, tuple(witness), parts)

    def _note(
        self,
        code: str,
        span: Span,
        help: str | None,
        witness: tuple[str, ...] | None,
        parts: Mapping[str, object],
    ) -> None:
        entry = CODES[code]
        shown = {name: _fitted(name, part) for name, part in parts.items()}
        message = entry.message.format(**shown)
        self.places.add((span.line, span.column))
        self.items.append(Diagnostic(self.path, span, entry.severity, code, message, help, witness))

    def meant(
        self, found: str, known: Collection[str], places: Mapping[str, Scalar] | None = None
    ) -> str | None:
        """The help line with the known name nearest to `found`, and its line where `places` has it.

        None where no name is near, or where so many names were compared already that a file made of
        mistakes would take minutes.
        """
        self.comparisons_left -= len(known)
        if self.comparisons_left < 0:
            return None
        near = nearest(found, sorted(known) if isinstance(known, Set) else known)
        if near is None:
            return None
        line = f" (line {places[near].span.line})" if places and near in places else ""
        return f'did you mean "{near}"{line}?'

    @property
    def has_errors(self) -> bool:
        """Whether anything noted so far stops play."""
        return has_errors(self.items)
