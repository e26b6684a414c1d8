"""`import`: a story from Twine as a scenario."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.authoring.start_new import CannotStart, require_id, schema_seen_from, usual_folder
from game.authoring.twee_in import NothingToBring, bring
from game.cli.output import CliError
from game.scenario.library import load_scenario

LARGEST_BYTES = 2 * 1024 * 1024


def run(arguments: argparse.Namespace) -> int:
    """Write the scenario and list what could not be carried over; 1 where the scenario has errors."""
    source = _read(arguments.file)
    output: Path | None = arguments.output
    folder = output.parent if output is not None else usual_folder()
    try:
        if output is not None:
            _require_name(output)
        brought = bring(source, output.stem if output is not None else "", schema_seen_from(folder))
    except NothingToBring as nothing:
        raise CliError(f"{arguments.file}: {nothing}") from None
    except CannotStart as refused:
        raise CliError(str(refused)) from None
    path = output if output is not None else folder / f"{brought.id}.yaml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(brought.text)
    except FileExistsError:
        raise CliError(f"{path} is there already; -o names another file") from None
    for one in brought.dropped:
        print(f"{arguments.file}:{one.line}:{one.column}: not carried over: {one.what}")
    loaded = load_scenario(path)
    moments = len(loaded.scenario.moments) if loaded.scenario is not None else 0
    print(f"{path}: {moments} moments, {len(brought.dropped)} things not carried over")
    if loaded.scenario is None:
        print(f"it has errors still: moments check {path}")
        return 1
    print(f"  moments play {path}")
    return 0


def _require_name(output: Path) -> None:
    """Raises: CannotStart for a file that cannot be a scenario's."""
    if output.suffix != ".yaml":
        raise CannotStart(f"{output}: a scenario's file ends in .yaml")
    require_id(output.stem)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise CliError(f"{path} is larger than {LARGEST_BYTES // 1024 // 1024} MiB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CliError(f"{path} is not UTF-8 text") from None
