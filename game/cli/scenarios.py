"""How commands find and refuse scenarios."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.cli.output import CliError
from game.diagnostics import Diagnostic, nearest, render_all
from game.scenario.codes import is_unreadable
from game.scenario.library import Library, Loaded, load_scenario
from game.scenario.model import Scenario


class Refused(Exception):
    """A scenario that cannot be used; its findings are printed, and `code` is the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


def path_of(name: str) -> Path:
    """The file that is meant: a path, else the id of a level of the library."""
    path = Path(name)
    try:
        if path.exists():
            return path
    except (OSError, ValueError):
        return path
    return Library().paths().get(name, path)


def read_for_use(path: Path, *, findings_to_stderr: bool = False) -> Scenario:
    """The scenario in a file. Raises: Refused, once its findings are printed, where it cannot be played."""
    loaded = load_scenario(path)
    return usable(loaded, findings_to_stderr=findings_to_stderr)


def usable(loaded: Loaded, *, findings_to_stderr: bool = False) -> Scenario:
    """The scenario of a loaded file. Raises: Refused, once its findings are printed, where there is none."""
    if loaded.scenario is None:
        stream = sys.stderr if findings_to_stderr else sys.stdout
        print(render_all(loaded.findings, loaded.sources), file=stream)
        raise Refused(2 if is_unreadable(loaded.findings) else 1)
    return loaded.scenario


def show(findings: Iterable[Diagnostic], sources: Mapping[str, str]) -> None:
    """Print findings as text."""
    text = render_all(findings, sources)
    if text:
        print(text)


def require_known(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Raises: CliError for a name that is not known, with the nearest one."""
    known = list(known)
    for name in names:
        if name not in known:
            close = nearest(name, known)
            hint = f'did you mean "{close}"?' if close else f"there are: {', '.join(known) or 'none'}"
            raise CliError(f'unknown {what} "{name}"; {hint}')
