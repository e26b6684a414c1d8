"""`schema`: the JSON Schema of a file format."""

from __future__ import annotations

import argparse

from game.cli.output import print_json


def run(arguments: argparse.Namespace) -> int:
    """Print the schema of scenarios, playbooks or campaigns."""
    from game.scenario.schema import schema_of

    print_json(schema_of(arguments.kind))
    return 0
