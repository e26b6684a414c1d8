"""`explain`: what a diagnostic means."""

from __future__ import annotations

import argparse
import textwrap

from game.cli.scenarios import require_known
from game.scenario.codes import CODES, Code

WIDTH = 100


def run(arguments: argparse.Namespace) -> int:
    """Print the page on a code."""
    code = arguments.code.upper()
    require_known("code", [code], CODES)
    print(page(CODES[code]))
    return 0


def page(entry: Code) -> str:
    """All that is known of a code, as text."""
    told = [
        ("", entry.explanation),
        ("Why it matters", entry.why),
        ("How to mend it", entry.mend),
    ]
    parts = [f"{entry.code} ({entry.severity.value}): {entry.title}"]
    for heading, text in told:
        if text:
            parts.append(textwrap.fill(f"{heading}: {text}" if heading else text, WIDTH))
    for heading, lines in (("This fails", entry.failing), ("This is mended", entry.mended)):
        if lines:
            parts.append(f"{heading}:\n\n" + textwrap.indent(lines, "    | ", lambda line: True))
    return "\n\n".join(parts)
