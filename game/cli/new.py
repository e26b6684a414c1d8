"""`new`: start a scenario."""

from __future__ import annotations

import argparse

from game.authoring.start_new import CannotStart, start_new, usual_folder
from game.cli.output import CliError


def run(arguments: argparse.Namespace) -> int:
    """Write a small scenario that can be played at once; a file that is there stays as it is."""
    folder = arguments.folder if arguments.folder is not None else usual_folder()
    try:
        path = start_new(arguments.id, folder)
    except CannotStart as refused:
        raise CliError(str(refused)) from None
    print(f"{path}: a conversation that can be played as it is. Now make it yours:")
    print(f"  moments check {path}")
    print(f"  moments play {path}")
    return 0
