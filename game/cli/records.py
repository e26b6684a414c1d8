"""How commands reach the records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.wiring import Game
from game.cli.output import CliError
from game.records.errors import StoreError
from game.records.urls import MEMORY, refuse_password_on_command_line, sqlite_path

if TYPE_CHECKING:
    from game.records.store import Store


def refuse_password(url: str | None) -> None:
    """Raises: CliError for a database's address with a password in it, saying where that belongs."""
    message = refuse_password_on_command_line(url) if url else None
    if message is not None:
        raise CliError(message)


@contextmanager
def open_store(game: Game) -> Iterator[Store | None]:
    """The records, for a command that only reads them; None where none were kept yet.

    Raises: CliError where they cannot be opened or read.
    """
    path = sqlite_path(game.url)
    if path is not None and path != MEMORY and not Path(path).exists():
        yield None
        return
    try:
        yield game.store
    except StoreError as error:
        raise CliError(str(error)) from None
    finally:
        game.shut()
