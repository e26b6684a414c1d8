"""A new scenario: right, fair and playable before a word of it is changed."""

from pathlib import Path

import pytest

from game.authoring.start_new import CannotStart, start_new
from game.scenario.data import data_folder
from game.scenario.library import load_scenario
from game.scenario.model import Outcome
from tests.cli.conftest import Run, moments

__all__ = ["moments"]


def test_it_is_clean_under_check_strict(moments: Run, tmp_path: Path) -> None:
    done = moments("new", "mended-coat", "--folder", tmp_path)
    assert done.returncode == 0 and str(tmp_path / "mended-coat.yaml") in done.stdout
    checked = moments("check", "--strict", tmp_path / "mended-coat.yaml")
    assert checked.returncode == 0, checked.stdout
    assert "warning" not in checked.stdout


def test_it_plays_to_its_best_ending_at_once(moments: Run, tmp_path: Path) -> None:
    moments("new", "mended-coat", "--folder", tmp_path)
    done = moments(
        "play", "--text", tmp_path / "mended-coat.yaml", "--player", "A", typed="hear\nplain\nloan\n"
    )
    assert done.returncode == 0
    assert "You lent me the coat off your own hook" in done.stdout and "100" in done.stdout


def test_every_ending_is_there_to_be_found(tmp_path: Path) -> None:
    scenario = load_scenario(start_new("mended-coat", tmp_path)).scenario
    assert scenario is not None and scenario.title == "Mended Coat"
    assert {moment.ends for moment in scenario.moments} >= set(Outcome)


def test_its_first_line_leads_an_editor_to_the_schema(tmp_path: Path) -> None:
    for folder in (tmp_path, data_folder("scenarios") / ".." / "tests" / "authoring"):
        path = folder / "schema-line.yaml"
        path.unlink(missing_ok=True)
        try:
            first = start_new("schema-line", folder).read_text().splitlines()[0]
        finally:
            path.unlink(missing_ok=True)
        assert first.startswith("# yaml-language-server: $schema=")
        schema = folder / first.partition("$schema=")[2]
        assert schema.samefile(data_folder("assets") / "schema" / "scenario.schema.json")


def test_what_is_there_stays_as_it_is(moments: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("my work of three weeks")
    done = moments("new", "mine", "--folder", tmp_path)
    assert done.returncode == 2 and "is there already" in done.stderr
    assert path.read_text() == "my work of three weeks"


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("Late Cake", '"late-cake" would do'),
        ("../escape", '"escape" would do'),
        ("a/b", '"a-b" would do'),
        ("", "cannot be the id"),
        ("-x", '"x" would do'),
        ("campaign", "cannot be the id"),
        ("con", "cannot be the id"),
        ("über", '"ber" would do'),
    ],
)
def test_an_id_that_cannot_be_is_refused(tmp_path: Path, id: str, says: str) -> None:
    with pytest.raises(CannotStart, match="cannot be the id") as refused:
        start_new(id, tmp_path)
    assert says in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(moments: Run, tmp_path: Path) -> None:
    done = moments("new", "mine", "--folder", tmp_path / "none")
    assert done.returncode == 2 and "no such folder" in done.stderr


def test_a_numeric_id_gives_a_title_that_is_text(tmp_path: Path) -> None:
    loaded = load_scenario(start_new("2024", tmp_path))
    assert loaded.scenario is not None and loaded.scenario.title == "2024"
