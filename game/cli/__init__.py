"""The doors: the command line.

Exit codes: 0 clean; 1 findings (errors; with --strict warnings too); 2 wrong usage or input that cannot be
read; 130 after Ctrl-C; 141 where whoever read our output has gone.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from game.cli.output import CliError, prepare_streams, quiet_streams

__all__ = ["main"]

USAGE, INTERRUPTED, PIPE_CLOSED = 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the game or one of its commands and return the exit code. Nothing is raised."""
    prepare_streams()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        quiet_streams()
        return INTERRUPTED
    except BrokenPipeError:
        quiet_streams()
        return PIPE_CLOSED
    except CliError as error:
        return _complain(str(error))
    except OSError as error:
        quiet_streams()
        return _complain(f"{error.filename or 'output'}: {error.strerror or error}")
    except Exception as error:
        if os.environ.get("MOMENTS_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _complain(f"something went wrong inside: {what} (MOMENTS_DEBUG=1 shows where)")


def _complain(message: str) -> int:
    try:
        sys.stderr.write(f"moments: {message}\n")
        sys.stderr.flush()
    except OSError:
        quiet_streams()
    return USAGE


def _run(argv: list[str]) -> int:
    from game.cli.arguments import build_parser, with_command

    try:
        arguments = build_parser().parse_args(with_command(argv))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    module = importlib.import_module(f"game.cli.{getattr(arguments, 'module', arguments.command)}")
    code: int = module.run(arguments)
    return code
