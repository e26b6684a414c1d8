"""The program as a user runs it, with folders of its own and no display."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import main

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "tests" / "play" / "data"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(folder: Path, **more: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "MOMENTS_DB", "MOMENTS_DEBUG")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE")}
    return {**kept, **homes, "HOME": str(folder), "PYTHONUTF8": "1", **more}


def tidy(out: bytes, err: bytes, code: int) -> "subprocess.CompletedProcess[str]":
    told, complained = out.decode(errors="replace"), err.decode(errors="replace")
    assert "Traceback" not in told + complained, complained
    assert "Exception ignored" not in complained, complained
    return subprocess.CompletedProcess([], code, told, complained)


@pytest.fixture
def program(tmp_path: Path) -> Run:
    """Run the program as a process; `typed` is its input, `env` changes its environment."""

    def run(
        *arguments: object, typed: str = "", env: dict[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
            input=typed.encode(),
            capture_output=True,
            env=environment(tmp_path, **(env or {})),
            cwd=ROOT,
            timeout=100,
            check=False,
        )
        return tidy(done.stdout, done.stderr, done.returncode)

    return run


@pytest.fixture
def moments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same without a process, which saves the start: `main` with streams and folders of its own."""

    def run(*arguments: object, typed: str = "") -> "subprocess.CompletedProcess[str]":
        with monkeypatch.context() as patch:
            for name in list(os.environ):
                patch.delenv(name)
            for name, value in environment(tmp_path).items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"))
            out, err = io.BytesIO(), io.BytesIO()
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8"))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8"))
            code = main([str(argument) for argument in arguments])
            sys.stdout.flush()
            sys.stderr.flush()
            return tidy(out.getvalue(), err.getvalue(), code)

    return run
