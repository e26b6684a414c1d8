"""Streams that never get in the way, and the one error a command may raise."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from collections.abc import Mapping
from typing import Literal, TextIO

_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "\u00a0": " "}


class CliError(Exception):
    """Wrong usage, or input that cannot be read: the message goes to stderr and the exit code is 2."""


def prepare_streams() -> None:
    """See to it that output in any encoding, and a stream that is closed, are no trouble."""
    codecs.register_error("moments-plain", _plainly)
    # In this order: what is opened takes the lowest free descriptor, so a closed one is filled again.
    sys.stdin = sys.stdin or _null("r")
    sys.stdout = sys.stdout or _null("w")
    sys.stderr = sys.stderr or _null("w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace" if stream is sys.stdin else "moments-plain")


def _null(mode: Literal["r", "w"]) -> TextIO:
    return io.TextIOWrapper(io.FileIO(os.devnull, mode), "utf-8")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What to write for characters that the output cannot hold."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_PLAIN.get(character, "?") for character in lost), error.end


def quiet_streams() -> None:
    """Keep the interpreter from complaining, on its way out, about output that nobody takes."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _point_at(stream, null)


def _point_at(stream: TextIO, descriptor: int) -> None:
    with contextlib.suppress(OSError, ValueError):
        os.dup2(descriptor, stream.fileno())


def print_json(data: Mapping[str, object]) -> None:
    """Print data as JSON, in ASCII so that it survives any encoding."""
    import json

    print(json.dumps(data, indent=2))
