"""The commands and their arguments. What a command needs is imported by the command itself."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.cli.arguments_authoring import add_authoring

LIMIT = 2_000_000
SCHEMAS = ("scenario", "playbook", "campaign")


def with_command(argv: list[str]) -> list[str]:
    """The arguments with `play` put first where no command is named."""
    if not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help", "--version")):
        return ["play", *argv]
    return argv


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="moments",
        description="Moments of Truth: practise service conversations. Without a command the game opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (_play, _check, _analyse, _simulate, _replay, _leaderboard, _schema, _explain):
        add(commands)
    add_authoring(commands, _command)
    return parser


class _Version(argparse.Action):
    """Prints the version; the package's data are read only then."""

    def __init__(self, **options: Any) -> None:
        super().__init__(nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("moments-of-truth")
        except PackageNotFoundError:
            found = "from a checkout"
        print(f"moments {found}")
        parser.exit()


def whole(least: int, most: int | None = None) -> Any:
    """A reader of whole numbers from `least` to `most`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if number < least or (most is not None and number > most):
            upto = f" to {most}" if most is not None else " up"
            raise argparse.ArgumentTypeError(f"expected a whole number from {least}{upto}, found {text!r}")
        return number

    return read


def meter_setting(text: str) -> tuple[str, str, int]:
    """`trust=60` or `maya.trust=60` as customer ("" for the only one), meter and value."""
    name, equals, value = text.partition("=")
    customer, _, meter = name.strip().rpartition(".")
    if not equals or not meter:
        raise argparse.ArgumentTypeError(f"expected METER=NUMBER, such as trust=60, found {text!r}")
    return customer, meter, int(whole(0, 100)(value.strip()))


def _command(commands: Any, name: str, does: str) -> argparse.ArgumentParser:
    sentence = does[0].upper() + does[1:] + "."
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=does, description=sentence, allow_abbrev=False
    )
    return parser


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def _db(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--db",
        metavar="URL",
        help="the database, instead of the one MOMENTS_DB names or the user's own; no password here: "
        "an address with one belongs in MOMENTS_DB",
    )


def _play(commands: Any) -> None:
    parser = _command(commands, "play", "play, in a window or with --text in the terminal")
    parser.add_argument("file", nargs="?", metavar="FILE", help="a scenario's file, or a level's id")
    parser.add_argument("--text", action="store_true", help="play in the terminal")
    parser.add_argument("--practice", action="store_true", help="coaching after every choice; nothing counts")
    parser.add_argument("--player", metavar="NAME", default="", help="who plays")
    parser.add_argument("--team", metavar="NAME", default="", help="the player's team")
    parser.add_argument("--seed", type=whole(0, 2**63 - 1), metavar="N", help="draws the order of choices")
    parser.add_argument("--from", dest="moment", metavar="MOMENT", help="begin at this moment; unranked")
    parser.add_argument(
        "--set",
        dest="meters",
        type=meter_setting,
        action="append",
        default=[],
        metavar="METER=N",
        help="begin with this meter, such as trust=60 or maya.trust=60; unranked",
    )
    parser.add_argument(
        "--flag",
        dest="flags",
        action="append",
        default=[],
        metavar="F",
        help="begin with this flag; unranked",
    )
    parser.add_argument(
        "--timers", choices=("on", "long", "off"), help="time limits in the window: on, long (twice) or off"
    )
    parser.add_argument(
        "--resume", action="store_true", help="in the terminal: go on with what was cut short"
    )
    parser.add_argument("--transcript", type=Path, metavar="PATH", help="in the terminal: write a transcript")
    _db(parser)


def _check(commands: Any) -> None:
    parser = _command(
        commands, "check", "check scenarios and playbooks: everything that can be known of them"
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="files, or folders of them")
    parser.add_argument("--strict", action="store_true", help="warnings count as findings too")
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text (default), json, or github: annotations for a workflow there",
    )


def _analyse(commands: Any) -> None:
    parser = _command(
        commands, "analyse", "the figures of a scenario: best, worst, endings, costs, strategies"
    )
    parser.add_argument("file", metavar="FILE", help="a scenario's file, or a level's id")
    parser.add_argument(
        "--flag", dest="flags", action="append", default=[], metavar="F", help="begin with this flag set"
    )
    parser.add_argument(
        "--limit", type=whole(1), default=LIMIT, metavar="N", help="standings beyond which bounds are given"
    )
    _format(parser)


def _simulate(commands: Any) -> None:
    parser = _command(commands, "simulate", "the spread of scores of a strategy")
    parser.add_argument("file", metavar="FILE", help="a scenario's file, or a level's id")
    parser.add_argument("--strategy", metavar="NAME", help="one strategy; else all of them")
    parser.add_argument("--runs", type=whole(1, 1_000_000), default=1000, metavar="N", help="plays (1000)")
    parser.add_argument("--seed", type=whole(0), default=1, metavar="S", help="draws the plays (1)")
    _format(parser)


def _replay(commands: Any) -> None:
    parser = _command(commands, "replay", "play a transcript and say what every action in it cost")
    parser.add_argument("transcript", metavar="TRANSCRIPT", type=Path, help="a transcript's file")
    parser.add_argument("--scenario", metavar="FILE", type=Path, help="the scenario, else looked for")
    _db(parser)
    _format(parser)


def _leaderboard(commands: Any) -> None:
    parser = _command(commands, "leaderboard", "the boards: everybody's best on every level")
    _db(parser)
    _format(parser)


def _schema(commands: Any) -> None:
    parser = _command(commands, "schema", "print the JSON Schema of a file format")
    parser.add_argument("kind", nargs="?", choices=SCHEMAS, default="scenario", help="which (scenario)")


def _explain(commands: Any) -> None:
    parser = _command(commands, "explain", "explain a diagnostic")
    parser.add_argument("code", metavar="CODE", help="M and three digits, as `check` prints it")
