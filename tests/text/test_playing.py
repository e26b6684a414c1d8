"""The terminal player, driven as a person would: through its input."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import DATA, Run

KETTLE = DATA / "broken-kettle.yaml"
ANA = ("--player", "Ana", "--team", "Blue", "--seed", "7")  # order at the counter: mend, shrug, hear


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_from_briefing_to_debrief(program: Run) -> None:
    done = program("play", KETTLE, "--text", *ANA, typed="hear\nhear\nkeep\n1\n")
    assert done.returncode == 0, done.stderr
    told = done.stdout
    for said in (
        "The Broken Kettle",
        "A kettle came back broken.",
        "A kettle lands on the desk.",
        "Noor Haddad (upset): It leaks. Again.",
        "3. Twice now. That would wear anyone out.",
        "You: Twice now. That would wear anyone out.",
        "Noor Haddad (upset): It does, yes.",
        "Noor Haddad: tension falls by 20 to 50. Why: Hear them out -20.",
        "Iris: I could look at it.",
        "Noor Haddad confides: It was my mother's kettle.",
        "Sold for 18.",
        "Outcome: Partnership",
        "Score: 85.7 of 100, silver.",
        "Better:",
        'To this: Noor Haddad: "It _leaks_. Again."'.replace("_", ""),
        "Lost in all: 14.3, which leaves 85.7 of 100.",
        "The better line from choice 3, to partnership:",
        "The lesson: It was put right.",
    ):
        assert said in told, said


def test_locked_choices_say_why_and_hidden_ones_are_not_told(moments: Run) -> None:
    done = moments("play", KETTLE, "--text", *ANA, typed="mend\n")
    assert (
        "-. Locked, needs something you have not heard or done yet and trust of 50 or more (now 40)"
        in done.stdout
    )
    assert "spare lid" not in done.stdout


def test_silence_is_zero_and_last(moments: Run) -> None:
    done = moments("play", KETTLE, "--text", *ANA, typed="hear\n0\n")
    assert "0. Say nothing." in done.stdout and "You say nothing." in done.stdout
    at_talk = done.stdout.split("I could look at it.")[1].split("Your choice:")[0]
    assert lines_of(at_talk)[-1] == "0. Say nothing."


@pytest.mark.parametrize(
    "odd", ["", "9", "0", "hello", "-1", "1.5", "²", "back", "\x00", "help", "9" * 5000, "meters of it"]
)
def test_anything_else_asks_again(moments: Run, odd: str) -> None:
    done = moments("play", KETTLE, "--text", *ANA, typed=f"{odd}\nhear\n")
    assert done.returncode == 0
    assert "You: Twice now." in done.stdout
    assert done.stdout.count("Your choice:") >= 3


def test_asking_again_tells_what_is_understood(moments: Run) -> None:
    done = moments("play", KETTLE, "--text", *ANA, typed="what\nhear\nwhat\n")
    assert "Please give a number from 1 to 3, history, meters or quit." in done.stdout
    assert "Please give a number from 1 to 2, 0 to say nothing, history, meters or quit." in done.stdout


def test_a_locked_choice_by_its_id_says_why_and_asks_again(moments: Run) -> None:
    done = moments("play", KETTLE, "--text", *ANA, typed="mend\nkeep\nmend\n")
    assert "That is locked: needs" in done.stdout and "Is that all?" in done.stdout


def test_history_and_meters(moments: Run) -> None:
    done = moments("play", KETTLE, "--text", *ANA, typed="hear\nhistory\nMETERS\n")
    assert done.stdout.count("It leaks. Again.") == 2
    assert "Noor Haddad: trust 45, loyalty 30, tension 50." in done.stdout


def test_going_back_is_for_practice(moments: Run) -> None:
    ranked = moments("play", KETTLE, "--text", *ANA, typed="hear\nback\n")
    assert "going back is for practice" in ranked.stdout
    done = moments("play", KETTLE, "--text", "--practice", *ANA, typed="mend\nback\nhear\n")
    assert done.stdout.count("It leaks. Again.") == 2
    assert "Coaching: Too soon." in done.stdout
    assert "Noor Haddad: trust rises by 5 to 45." in done.stdout


@pytest.mark.parametrize("typed", ["hear\n", "hear\nquit\n", "hear\nhea"], ids=["end", "quit", "half-a-line"])
def test_leaving_saves_and_resume_goes_on_there(moments: Run, typed: str) -> None:
    left = moments("play", KETTLE, "--text", *ANA, typed=typed)
    assert left.returncode == 0 and "Saved." in left.stdout
    told = moments("play", KETTLE, "--text", *ANA, typed="quit\n").stdout
    assert "cut short here after 1 choice." in told
    again = moments("play", "--text", "--resume", *ANA, typed="mend\n1\n")
    assert "Going on" not in left.stdout
    assert again.returncode == 0 and "Going on after 1 choice." in again.stdout
    assert "Outcome:" in again.stdout or "Saved." in again.stdout


def test_resume_without_anything_to_resume(moments: Run) -> None:
    done = moments("play", KETTLE, "--text", "--resume", *ANA)
    assert done.returncode == 1 and "no attempt to go on with" in done.stdout


def test_an_attempt_at_another_file_is_not_ranked(moments: Run) -> None:
    done = moments("play", KETTLE, "--text", *ANA, typed="hear\nmend\n1\n")
    assert "cannot be ranked" in done.stdout and "On the board" not in done.stdout
    rows = json.loads(moments("leaderboard", "--format", "json").stdout)["rows"]
    assert rows == []


def test_a_level_of_the_library_stands_on_the_board(moments: Run) -> None:
    done = moments("play", "late-cake", "--text", *ANA, typed="1\n" * 40)
    assert "On the board: rank 1" in done.stdout, done.stdout[-2000:]
    (row,) = json.loads(moments("leaderboard", "--format", "json").stdout)["rows"]
    assert list(row) == ["rank", "player", "team", "scenario", "score", "outcome"]
    assert (row["rank"], row["player"], row["team"], row["scenario"]) == (1, "Ana", "Blue", "late-cake")


def test_practice_does_not_stand_on_the_board(moments: Run) -> None:
    moments("play", "late-cake", "--text", "--practice", *ANA, typed="1\n" * 40)
    assert json.loads(moments("leaderboard", "--format", "json").stdout)["rows"] == []


def test_starting_elsewhere(moments: Run) -> None:
    start = ("--from", "talk", "--set", "trust=60", "--flag", "knows_mother")
    done = moments("play", KETTLE, "--text", *ANA, *start, typed="meters\nkeep\n")
    assert "Noor Haddad: trust 60, loyalty 30, tension 70." in done.stdout
    assert "This attempt does not count" in done.stdout and "Is that all?" in done.stdout


def test_a_transcript_is_written_and_replays(moments: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    played = moments("play", KETTLE, "--text", *ANA, "--transcript", path, typed="hear\nhear\nkeep\n1\n")
    assert played.returncode == 0
    assert json.loads(path.read_text())["actions"] == ["hear", "hear", "keep", "1"]
    done = moments("replay", path, "--scenario", KETTLE, "--format", "json")
    assert done.returncode == 0 and json.loads(done.stdout)["score"] == pytest.approx(85.7)


def test_without_a_display_the_game_says_so_and_plays_on(program: Run) -> None:
    done = program(typed="1\n1\n")
    first = lines_of(done.stdout)[0]
    assert first == "No display was found: playing in the terminal."
    assert done.returncode == 0 and "The Late Cake" in done.stdout and "You: " in done.stdout


def test_every_action_is_kept_as_it_is_taken(moments: Run, tmp_path: Path) -> None:
    moments("play", KETTLE, "--text", *ANA, "--db", tmp_path / "own.db", typed="hear\nmend\n")
    with sqlite3.connect(tmp_path / "own.db") as connection:
        rows = connection.execute('select moment, choice from actions order by "index"').fetchall()
    assert rows == [("counter", "hear"), ("talk", "mend")]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_any_encoding_of_the_output_will_do(program: Run, encoding: str, tmp_path: Path) -> None:
    quoting = tmp_path / "broken-kettle.yaml"
    quoting.write_text(KETTLE.read_text("utf-8").replace("A kettle came", "A “kettle” came"), "utf-8")
    shutil.copytree(DATA / "playbooks", tmp_path / "playbooks", dirs_exist_ok=True)
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = program("play", quoting, "--text", *ANA, typed="mend\nmend\n1\n", env=env)
    assert done.returncode == 0
    assert "Debrief" in done.stdout and ('A "kettle" came' in done.stdout or encoding != "ascii")


def test_input_that_is_not_text_asks_again(program: Run) -> None:
    done = program(
        "play", KETTLE, "--text", *ANA, typed="\udcff\n".encode("utf-8", "replace").decode() + "hear\n"
    )
    assert done.returncode == 0 and "You: Twice now." in done.stdout
