"""Where the records are: one text names a database, and a password in it is never shown."""

from __future__ import annotations

import re
from pathlib import Path

FILE_NAME = "moments.db"
VARIABLE = "MOMENTS_DB"
MEMORY = ":memory:"

_SQLITE = re.compile(r"sqlite(?:\+pysqlite)?:///?", re.IGNORECASE)
_SQLITE_FILE = re.compile(r"sqlite(?:\+pysqlite)?:///", re.IGNORECASE)
# Greedy up to the last "@": a password may hold "@", "/" or ":" that was not encoded.
_IN_ADDRESS = re.compile(r"(://[^:/@?#]*):(.+)@", re.DOTALL)
_IN_QUERY = re.compile(
    r"((?:^|[?&;\s])(?:ssl)?(?:password|passwd|pwd)\s*=\s*)('[^']*'|[^&;\s]+)", re.IGNORECASE
)


def default_url(folder: Path) -> str:
    """The database of one machine's user: a file in `folder`, the user's data folder."""
    return f"sqlite:///{folder / FILE_NAME}"


def sqlite_path(url: str) -> str | None:
    """The file that `url` names, `:memory:` for one in memory, or None where it names a database server.

    Whatever has no scheme is the path of a file. The path is taken as it is written: nothing is decoded.
    """
    match = _SQLITE.match(url)
    if match is None:
        return None if "://" in url else url
    return url[match.end() :] or MEMORY


def safe_url_for_display(url: str) -> str:
    """`url` as it may be shown: a password in it is replaced by three stars."""
    if _SQLITE_FILE.match(url):
        return url
    shown = _IN_ADDRESS.sub(r"\1:***@", url)
    return _IN_QUERY.sub(r"\1***", shown)


def refuse_password_on_command_line(url: str) -> str | None:
    """What to tell someone who gave `url` as an argument; None where it holds no password."""
    if safe_url_for_display(url) == url:
        return None
    return (
        "A password on the command line can be read by others on this machine and stays in the shell's "
        f"history. Put the whole address into the environment variable {VARIABLE} instead and leave out --db."
    )
