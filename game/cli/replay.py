"""`replay`: play a transcript and say what every action in it cost."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.output import CliError, print_json
from game.cli.records import open_store, refuse_password
from game.cli.scenarios import Refused, usable
from game.play.transcript import Transcript, TranscriptError, load_transcript
from game.scenario.library import Library, load_scenario
from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.play.replay import Replay


def run(arguments: argparse.Namespace) -> int:
    """Play a transcript; 1 where an action does not fit or the scenario is another version."""
    refuse_password(arguments.db)
    try:
        transcript = load_transcript(arguments.transcript)
    except TranscriptError as error:
        raise CliError(str(error)) from None
    path = arguments.scenario or _look_for(transcript.scenario, arguments.transcript.parent)
    try:
        scenario, is_other = _version(transcript, path, arguments)
    except Refused as refused:
        return refused.code
    return _play(transcript, scenario, is_other, arguments)


def _look_for(scenario: str, folder: Path) -> Path | None:
    """The scenario's file: beside the transcript, else in the library."""
    if "/" not in scenario and "\\" not in scenario and "\0" not in scenario:
        beside = folder / f"{scenario}.yaml"
        if beside.is_file():
            return beside
    return Library().paths().get(scenario)


def _version(
    transcript: Transcript, path: Path | None, arguments: argparse.Namespace
) -> tuple[Scenario, bool]:
    """The scenario to play, and whether it is another version than the one that was played.

    Raises: Refused; CliError where there is no scenario at all.
    """
    loaded = load_scenario(path) if path is not None else None
    found = loaded.scenario if loaded is not None else None
    wanted = transcript.content_hash
    if found is not None and wanted in (None, found.content_hash):
        return found, False
    stored = _stored(wanted, arguments.db) if wanted is not None else None
    if stored is not None:
        return stored, False
    if loaded is None:
        raise CliError(
            f'no scenario "{transcript.scenario}" beside the transcript or in the library; '
            "--scenario names its file"
        )
    return usable(loaded, findings_to_stderr=arguments.format == "json"), True


def _stored(content_hash: str, url: str | None) -> Scenario | None:
    """The version with that hash, if the records hold it."""
    from game.app.keeping import compile_kept
    from game.app.wiring import open_game

    with open_store(open_game(url)) as store:
        kept = store.kept_scenario(content_hash) if store is not None else None
    return compile_kept(kept) if kept is not None else None


def _play(transcript: Transcript, scenario: Scenario, is_other: bool, arguments: argparse.Namespace) -> int:
    from game.app.proofs import prove
    from game.play.replay import ReplayError, judge_replay, replay_attempt

    if is_other:
        print(
            f"warning: {scenario.path or scenario.id} is another version than the one that was played",
            file=sys.stderr,
        )
    if scenario.id != transcript.scenario:
        print(f'warning: the transcript is of "{transcript.scenario}"', file=sys.stderr)
    try:
        attempt = replay_attempt(scenario, transcript)
    except ReplayError as error:
        print(f"{arguments.transcript}: error: {error}", file=sys.stderr)
        return 1
    proof = prove(scenario, attempt.standings[0])
    result = judge_replay(attempt, proof)
    if arguments.format == "json":
        print_json(result.as_json())
    else:
        _show(scenario, result, proof.exact)
    return 1 if is_other else 0


def _show(scenario: Scenario, result: Replay, is_exact: bool) -> None:
    print(scenario.title)
    for place, action in enumerate(result.actions):
        lost = "" if action.lost is None else f": lost {float(action.lost):.1f}"
        print(f"  {place}. {action.moment}/{action.choice}{lost}")
    for customer, meters in result.meters.items():
        print(f"  {customer}: " + ", ".join(f"{name} {value}" for name, value in meters.items()))
    if result.outcome is not None and result.raw is not None and result.score is not None:
        note = "" if is_exact else " (bound, not exact)"
        print(f"{result.outcome.value}, raw {float(result.raw):g}, score {float(result.score):.1f}{note}")
    else:
        print("void: a dead end" if result.is_void else "unfinished")
    print(f"sold {result.sale}")
