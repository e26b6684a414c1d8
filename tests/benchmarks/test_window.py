"""The window: its first frame, what it costs at rest, and frames while meters move; beside bare pygame.

Run: python -m pytest tests/benchmarks/test_window.py -s
Everything runs under SDL's dummy driver; the first frame also on the display that DISPLAY names, if it does.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.screens.app_window import QUIT_VARIABLE

ROOT = Path(__file__).parents[2]
RUNS = 9
IDLE_S = 6.0
FRAMES = 600
BARE_FRAME = """
import pygame
pygame.display.init()
surface = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
surface.fill((245, 238, 227))
pygame.display.flip()
"""
BARE_LOOP = BARE_FRAME + "import time\nwhile True:\n    pygame.event.get()\n    time.sleep(1 / 30)\n"


def environment(folder: Path, driver: str, **more: str) -> dict[str, str]:
    """The environment of a process whose settings and records lie in `folder`."""
    kept = {key: value for key, value in os.environ.items() if key != "SDL_VIDEODRIVER"}
    folders = {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CONFIG", "CACHE")}
    hidden = {"PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    return {**kept, **folders, **hidden, **more} | ({"SDL_VIDEODRIVER": driver} if driver else {})


def seconds(command: list[str], env: dict[str, str]) -> float:
    before = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - before


@pytest.mark.parametrize("driver", ["dummy", ""], ids=["dummy", "display"])
def test_the_first_frame(tmp_path: Path, driver: str) -> None:
    """The whole process, from its start until it has drawn the title and left again."""
    if not driver and not os.environ.get("DISPLAY"):
        pytest.skip("DISPLAY names no display")
    ours, bare, empty = [], [], []
    for _ in range(RUNS):
        env = environment(tmp_path, driver)
        ours.append(seconds([sys.executable, "main.py"], {**env, QUIT_VARIABLE: "1"}))
        bare.append(seconds([sys.executable, "-c", BARE_FRAME], env))
        empty.append(seconds([sys.executable, "-c", ""], env))
    game, pygame, python = (1000 * statistics.median(times) for times in (ours, bare, empty))
    print(
        f"\nfirst frame ({driver or 'display'}): game {game:.0f} ms, bare pygame window {pygame:.0f} ms "
        f"({game / pygame:.2f}x), bare Python {python:.0f} ms"
    )


@contextmanager
def running(command: list[str], env: dict[str, str]) -> Iterator[int]:
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.kill()  # SDL takes a polite request for an event, which a bare loop leaves alone
        process.wait()


def cpu_s(pid: int) -> float:
    """Seconds of CPU a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss_mib(pid: int) -> float:
    """Memory a process holds, in MiB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_at_rest(tmp_path: Path) -> None:
    """The title, the records opened behind it, while nobody does anything."""
    commands = {"game": [sys.executable, "main.py"], "bare pygame window": [sys.executable, "-c", BARE_LOOP]}
    print()
    for name, command in commands.items():
        with running(command, environment(tmp_path, "dummy")) as pid:
            time.sleep(2.5)
            before = cpu_s(pid)
            time.sleep(IDLE_S)
            share = 100 * (cpu_s(pid) - before) / IDLE_S
            print(f"at rest, {name}: {share:.1f} % of a CPU, {rss_mib(pid):.0f} MiB")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["720p", "1080p"])
def test_frames_while_meters_move(size: tuple[int, int]) -> None:
    """Frames of a screen full of widgets on which three meters never rest."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.screens.pygame_import import pygame
    from game.screens.widgets import Meter
    from game.screens.window import Window
    from tests.screens.gallery import Gallery

    window = Window(size)
    window.show(Gallery())
    for _ in range(30):
        window.step(1 / 60)
    root = window.ui.root
    assert root is not None
    meters = [widget for widget in root.walk() if isinstance(widget, Meter)]
    times = []
    for frame in range(FRAMES):
        if frame % 30 == 0:
            for meter in meters:
                meter.set(20 if frame % 60 else 80)
        before = time.perf_counter()
        window.step(1 / 60)
        times.append(1000 * (time.perf_counter() - before))
    surface = window.ui.surface
    bare = []
    for _ in range(FRAMES):
        before = time.perf_counter()
        pygame.event.get()
        surface.fill((245, 238, 227))
        pygame.display.flip()
        bare.append(1000 * (time.perf_counter() - before))
    window.close()
    print()
    for name, measured in (("meters moving", times), ("bare pygame, filled and flipped", bare)):
        cuts = statistics.quantiles(measured, n=100)
        print(f"{size[0]}x{size[1]}, {name}: median {cuts[49]:.2f} ms, 99 of 100 under {cuts[98]:.2f} ms")
