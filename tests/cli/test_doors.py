"""Every door: its exit code, its JSON, and no traceback whatever comes in."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import DATA, ROOT, Run, environment

KETTLE = DATA / "broken-kettle.yaml"
STAIRWELL = DATA / "stairwell.yaml"
TRANSCRIPT = DATA / "transcripts" / "partnership.json"
COMMANDS = (
    "play",
    "check",
    "analyse",
    "simulate",
    "replay",
    "leaderboard",
    "schema",
    "explain",
    "new",
    "graph",
    "convert",
    "import",
)


def with_playbook(folder: Path) -> None:
    (folder / "playbooks").mkdir(parents=True)
    (folder / "playbooks" / "plain.yaml").write_text((DATA / "playbooks" / "plain.yaml").read_text())


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    with_playbook(tmp_path)
    path = tmp_path / "broken-kettle.yaml"
    path.write_text(KETTLE.read_text().replace("then: talk", "then: tlak", 1))
    return path


# --- exit codes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS)], ids=lambda c: " ".join(c) or "none"
)
def test_help_everywhere(moments: Run, command: tuple[str, ...]) -> None:
    done = moments(*command, "--help")
    assert done.returncode == 0 and "usage: moments" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nonsense",), "invalid choice"),
        (("check",), "PATH"),
        (("play", "--seed", "x"), "expected a whole number from 0"),
        (("play", "--timers", "maybe"), "invalid choice"),
        (("play", KETTLE, "--text", "--set", "trust"), "expected METER=NUMBER"),
        (("play", KETTLE, "--text", "--set", "trust=101"), "from 0 to 100"),
        (("play", KETTLE, "--text", "--set", "turst=5"), 'did you mean "trust"'),
        (("play", KETTLE, "--text", "--from", "tlak"), 'did you mean "talk"'),
        (("play", KETTLE, "--text", "--flag", "knows_mothr"), 'did you mean "knows_mother"'),
        (("play", "--text", "--from", "talk"), "need a FILE"),
        (("play", KETTLE, "--text", "--player", " "), "A name needs at least one letter"),
        (("play", KETTLE, "--text", "--player", "a\u202eb"), "U+202E"),
        (("play", "--text", "--db", "postgresql://a:secret@host/db"), "MOMENTS_DB"),
        (("leaderboard", "--db", "postgresql://a:secret@host/db"), "MOMENTS_DB"),
        (("analyse", KETTLE, "--flag", "x"), 'unknown flag "x"'),
        (("analyse", KETTLE, "--limit", "0"), "from 1 up"),
        (("simulate", KETTLE, "--strategy", "rand"), 'did you mean "random"'),
        (("explain", "M999"), "unknown code"),
        (("replay", "/nowhere.json"), "No such file"),
        (("replay", KETTLE), "not JSON"),
    ],
    ids=lambda value: " ".join(str(v) for v in value)[-50:] if isinstance(value, tuple) else "",
)
def test_wrong_usage_and_unreadable_input(moments: Run, arguments: tuple[object, ...], says: str) -> None:
    done = moments(*arguments)
    assert done.returncode == 2
    assert says in done.stderr and "secret" not in done.stderr + done.stdout


@pytest.mark.parametrize("command", ["play --text", "analyse", "simulate", "check"])
def test_a_scenario_that_is_not_there(moments: Run, command: str, tmp_path: Path) -> None:
    done = moments(*command.split(), tmp_path / "none.yaml")
    assert done.returncode == 2 and "error M001" in done.stdout


@pytest.mark.parametrize("command", ["play --text", "analyse", "simulate", "check"])
def test_a_scenario_with_errors(moments: Run, command: str, broken: Path) -> None:
    done = moments(*command.split(), broken)
    assert done.returncode == 1
    assert 'did you mean "talk"' in done.stdout and f"{broken}:24:15: error" in done.stdout


def test_errors_stay_out_of_json(moments: Run, broken: Path) -> None:
    done = moments("analyse", broken, "--format", "json")
    assert done.returncode == 1 and done.stdout == "" and "tlak" in done.stderr


# --- check ------------------------------------------------------------------------------------------


def test_check_as_json(moments: Run, broken: Path) -> None:
    done = moments("check", broken, "--format", "json")
    told = json.loads(done.stdout)
    assert list(told) == ["checked", "findings"] and told["checked"] == 1
    keys = ["path", "line", "column", "severity", "code", "message", "help", "witness"]
    assert all(list(finding) == keys for finding in told["findings"])
    assert [f["line"] for f in told["findings"]] == sorted(f["line"] for f in told["findings"])


def test_the_shipped_scenarios_are_clean(moments: Run) -> None:
    done = moments("check", ROOT / "scenarios", "--format", "json")
    errors = [f for f in json.loads(done.stdout)["findings"] if f["severity"] != "note"]
    assert errors == [] and done.returncode == 0


def test_strict_counts_warnings(moments: Run) -> None:
    done = moments("check", KETTLE)
    assert done.returncode == 0 and "warning" in done.stdout
    assert moments("check", KETTLE, "--strict").returncode == 1


def test_check_tells_playbooks_campaigns_and_scenarios_apart(moments: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        (DATA / "playbooks" / "plain.yaml").read_text().replace("id: plain", "id: own")
    )
    done = moments("check", tmp_path / "own.yaml", DATA / "playbooks", ROOT / "scenarios" / "campaign.yaml")
    assert done.returncode == 0 and "3 files checked" in done.stdout


# --- analyse, simulate, schema, explain -------------------------------------------------------------


def test_analyse_as_json(moments: Run) -> None:
    told = json.loads(moments("analyse", KETTLE, "--format", "json").stdout)
    assert list(told) == [
        "scenario",
        "content_hash",
        "exact",
        "standings",
        "best",
        "worst",
        "pass",
        "endings",
        "moments",
        "choices",
        "strategies",
    ]
    assert (told["best"], told["worst"], told["pass"]) == (293, -126, pytest.approx(125.4))
    assert told["exact"] is True
    assert told["endings"]["apathy"] == {"reachable": False, "witness": None}
    assert told["endings"]["departure"]["witness"] == ["shrug", "silence"]
    assert told["choices"]["counter/shrug"] == {"available": True, "min_cost": 32, "max_cost": 32}
    assert "close/2" in told["choices"] and told["moments"]["storms"] == {"reachable": True}
    assert set(told["strategies"]["brusher"]) == {"mean_score"}


def test_analyse_beyond_its_limit_says_bound(moments: Run) -> None:
    done = moments("analyse", KETTLE, "--limit", "1")
    assert done.returncode == 0 and "bound, not exact" in done.stdout
    told = json.loads(moments("analyse", KETTLE, "--limit", "1", "--format", "json").stdout)
    assert told["exact"] is False and told["best"] >= 293 and told["worst"] <= -126


def test_analyse_with_a_flag(moments: Run) -> None:
    told = json.loads(moments("analyse", STAIRWELL, "--flag", "knows_mother", "--format", "json").stdout)
    assert told["choices"]["landing/trusted"]["available"] is True


def test_simulate_is_the_same_for_the_same_seed(moments: Run) -> None:
    arguments = ("simulate", KETTLE, "--strategy", "random", "--runs", "50", "--format", "json", "--seed")
    one, again, other = (moments(*arguments, seed).stdout for seed in (3, 3, 4))
    assert one == again != other
    spread = json.loads(one)["strategies"]["random"]
    assert 0 <= spread["least"] <= spread["median"] <= spread["most"] <= 100


@pytest.mark.parametrize("kind", ["scenario", "playbook", "campaign"])
def test_schema_is_json(moments: Run, kind: str) -> None:
    assert json.loads(moments("schema", kind).stdout)["type"] == "object"


def test_explain(moments: Run) -> None:
    done = moments("explain", "m001")
    assert done.returncode == 0 and done.stdout.startswith("M001 (error)")


def test_explain_shows_lines_before_and_after(moments: Run) -> None:
    shown = moments("explain", "M112").stdout
    told = [
        "Why it matters: ",
        "How to mend it: ",
        "|     says: One thing: where",
        '|     says: "One thing: where',
    ]
    assert [shown.find(part) for part in told] == sorted(shown.find(part) for part in told)
    assert "Why it matters: " in shown


# --- replay -----------------------------------------------------------------------------------------


def write(path: Path, **more: object) -> Path:
    path.write_text(json.dumps({"format": 1, "scenario": "broken-kettle", "actions": ["hear"], **more}))
    return path


def test_replay_as_json(moments: Run) -> None:
    done = moments("replay", TRANSCRIPT, "--scenario", KETTLE, "--format", "json")
    told = json.loads(done.stdout)
    assert list(told) == ["outcome", "raw", "score", "sale", "actions", "meters"]
    assert (told["outcome"], told["raw"], told["sale"]) == ("partnership", 233, 18)
    assert [a["choice"] for a in told["actions"]] == ["hear", "hear", "keep", "1"]


def test_replay_looks_beside_the_transcript_then_in_the_library(moments: Run, tmp_path: Path) -> None:
    done = moments("replay", write(tmp_path / "t.json", scenario="late-cake", actions=[]))
    assert done.returncode == 0 and "The Late Cake" in done.stdout
    for source in (KETTLE, DATA / "playbooks" / "plain.yaml"):
        target = tmp_path / source.relative_to(DATA)
        target.parent.mkdir(exist_ok=True)
        target.write_text(source.read_text())
    assert moments("replay", write(tmp_path / "t.json")).returncode == 0
    assert moments("replay", write(tmp_path / "t.json", scenario="nowhere")).returncode == 2


def test_replay_of_another_version_warns(moments: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "t.json", content_hash="0" * 64)
    done = moments("replay", path, "--scenario", KETTLE, "--format", "json")
    assert done.returncode == 1 and "another version" in done.stderr
    assert json.loads(done.stdout)["outcome"] is None


def test_replay_takes_the_stored_version(moments: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    with_playbook(folder)
    level = folder / "broken-kettle.yaml"
    level.write_text(KETTLE.read_text())
    path = tmp_path / "t.json"
    typed = "hear\nhear\nkeep\n1\n"
    assert (
        moments("play", level, "--text", "--player", "Ana", "--transcript", path, typed=typed).returncode == 0
    )
    level.write_text(level.read_text().replace("sale: 18", "sale: 5"))
    done = moments("replay", path, "--scenario", level, "--format", "json")
    assert done.returncode == 0 and json.loads(done.stdout)["sale"] == 18


@pytest.mark.parametrize(
    ("actions", "says"),
    [(["hear", "keep", "1", "1"], "actions[1]"), (["hear", "mend", "1", "1"], "actions[3]")],
    ids=["not-available", "one-too-many"],
)
def test_replay_of_what_does_not_fit(moments: Run, tmp_path: Path, actions: list[str], says: str) -> None:
    done = moments("replay", write(tmp_path / "t.json", actions=actions), "--scenario", KETTLE)
    assert done.returncode == 1 and says in done.stderr


# --- the process itself -----------------------------------------------------------------------------


def start(tmp_path: Path, *arguments: object, **more: object) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.Popen(command, env=environment(tmp_path), cwd=ROOT, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.skipif(os.name == "nt", reason="signals are another matter there")
def test_ctrl_c_is_silent_and_what_was_done_is_kept(tmp_path: Path, program: Run) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    live = start(tmp_path, "play", KETTLE, "--text", "--player", "Ana", **pipes)
    assert live.stdin is not None and live.stdout is not None and live.stderr is not None
    live.stdin.write(b"hear\n")
    live.stdin.flush()
    told = b""
    while b"I could look at it." not in told:
        told += live.stdout.read1(4096)  # type: ignore[attr-defined]
    time.sleep(0.2)
    live.send_signal(signal.SIGINT)
    assert live.wait(60) == 130
    assert live.stderr.read() == b""
    again = program("play", KETTLE, "--text", "--resume", "--player", "Ana", typed="mend\n")
    assert "Going on after 1 choice." in again.stdout and "Is that all?" in again.stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes are another matter there")
def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    live = start(tmp_path, "schema", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert live.stdout is not None and live.stderr is not None
    live.stdout.close()
    assert live.wait(60) == 141 and live.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="a shell's redirections")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_trouble(tmp_path: Path, closed: str) -> None:
    for arguments in (f"play {KETTLE} --text --player Ana", f"check {KETTLE}"):
        command = f"{sys.executable} {ROOT / 'main.py'} {arguments} {closed}"
        done = subprocess.run(
            ["sh", "-c", command], env=environment(tmp_path), capture_output=True, timeout=60, check=False
        )
        assert done.returncode == 0 and b"Traceback" not in done.stderr, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        live = start(tmp_path, "schema", stdout=full, stderr=subprocess.PIPE)
        assert live.wait(60) == 2 and live.stderr is not None
        assert live.stderr.read().decode().startswith("moments: ")


def test_a_database_that_cannot_be_opened(program: Run, tmp_path: Path) -> None:
    (tmp_path / "not.db").write_text("this is no database, but a page of text about something else\n" * 50)
    done = program("play", KETTLE, "--text", "--player", "Ana", "--db", tmp_path / "not.db")
    assert done.returncode == 2 and "not.db" in done.stderr
