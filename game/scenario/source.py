"""A file's bytes to text that is safe to read on: limits, encoding, line ends, refused characters."""

from __future__ import annotations

import stat
from pathlib import Path

from game.diagnostics import Span
from game.scenario.nodes import REFUSED, Report

MAX_BYTES = 2 * 1024 * 1024


def read_source(path: Path, report: Report) -> str | None:
    """The text of a file with plain line ends, or None with the reason reported. Never raises."""
    start = Span.point()
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            report("M002", start)
            return None
        if not stat.S_ISREG(about.st_mode):
            report("M003", start, problem="it is not a regular file")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        report("M001", start)
        return None
    except (OSError, ValueError) as error:
        report("M003", start, problem=getattr(error, "strerror", None) or str(error))
        return None
    return decode(data, report)


def decode(data: bytes, report: Report) -> str | None:
    """The text of a file's bytes, or None with the reason reported. A BOM and CRLF are taken in stride."""
    if len(data) > MAX_BYTES:
        report("M004", Span.point(), limit=MAX_BYTES // 1024 // 1024)
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        report("M005", _place(data[: error.start]), offset=error.start, found=f"0x{data[error.start]:02X}")
        return None
    return clean(text, report)


def clean(text: str, report: Report) -> str | None:
    """`text` with plain line ends, or None where it holds characters that are refused; each is reported."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if REFUSED.search(text) is None:
        return text
    for count, found in enumerate(REFUSED.finditer(text)):
        before = text[: found.start()]
        line = before.count("\n") + 1
        column = found.start() - before.rfind("\n")
        report("M109", Span.point(line, column), found=f"U+{ord(found.group()):04X}")
        if count == 19:
            break
    return None


def _place(before: bytes) -> Span:
    """Where the text after `before`, which is good UTF-8, goes on."""
    text = before.decode(errors="replace").removeprefix("\ufeff")
    return Span.point(text.count("\n") + 1, len(text) - text.rfind("\n"))
