"""`explain`: what a diagnostic means."""

from __future__ import annotations

import argparse
import textwrap

from game.cli.scenarios import require_known
from game.scenario.codes import CODES


def run(arguments: argparse.Namespace) -> int:
    """Print the page on a code."""
    code = arguments.code.upper()
    require_known("code", [code], CODES)
    entry = CODES[code]
    print(f"{entry.code} ({entry.severity.value}): {entry.title}\n")
    print(textwrap.fill(entry.explanation, 100))
    return 0
