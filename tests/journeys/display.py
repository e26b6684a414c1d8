"""A display of its own for a test: an X server nobody sees, and real keys and mouse on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LARGEST = (1920, 1080)
TOOLS = ("Xvfb", "xdotool")


def missing_tools() -> str:
    """Say why there can be no display here; "" where there can be."""
    if not sys.platform.startswith("linux"):
        return "a display of its own needs Linux"
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    return f"{' and '.join(missing)} not installed" if missing else ""


class Display:
    """An X server; it chooses a free number itself."""

    def __init__(self) -> None:
        told, tell = os.pipe()
        screen = "{}x{}x24".format(*LARGEST)
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
            pass_fds=[tell],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as pipe:
            number = pipe.readline().strip()
        if not number:
            self.stop()
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"
        self.environment = {**os.environ, "DISPLAY": self.name}

    def stop(self) -> None:
        """End the server, by its own process id."""
        self._server.terminate()
        try:
            self._server.wait(10)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait(10)

    def do(self, *arguments: object) -> str:
        """Run xdotool; gives what it printed."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert done.returncode == 0, f"xdotool {arguments}: {done.stderr}"
        return done.stdout.strip()

    def picture(self, window: str, path: Path) -> bool:
        """Write what the server shows in a window to `path` (PNG); False where ImageMagick is missing."""
        if shutil.which("import") is None:
            return False
        quick = ("-define", "png:compression-level=1", "-define", "png:compression-filter=0")
        command = ["import", "-window", window, *quick, f"png:{path}"]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=30, check=False
        )
        assert done.returncode == 0, done.stderr
        return True
