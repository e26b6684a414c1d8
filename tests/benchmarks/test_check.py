"""How long `check` of a file of 1000 moments takes, all proofs included, and how much memory: whole process.

Run: python -m pytest tests/benchmarks/test_check.py -s
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.test_load import long_scenario

ROOT = Path(__file__).parent.parent.parent
MEASURED = """\
import resource, runpy, sys
sys.argv = ["main.py", "check", sys.argv[1]]
try:
    runpy.run_path("main.py", run_name="__main__")
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
"""


def test_check_of_1000_moments(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_text(long_scenario())
    walls, cpus, sizes = [], [], []
    for _ in range(5):
        begun = time.perf_counter()
        command = [sys.executable, "-c", MEASURED, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        walls.append(time.perf_counter() - begun)
        cpu, size = done.stderr.split()[-2:]
        cpus.append(float(cpu))
        sizes.append(float(size))
    print(
        f"\ncheck, 1000 moments: {statistics.median(walls):.2f} s, {statistics.median(cpus):.2f} s of processor, "
        f"{statistics.median(sizes):.0f} MiB"
    )
