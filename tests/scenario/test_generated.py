"""What follows from the declared format is up to date, and says what the readers do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.scenario.codes import CODES
from game.scenario.diagnostics_page import diagnostics_page
from game.scenario.format import ChoiceDecl, ScenarioDecl
from game.scenario.generate import generated_files
from game.scenario.reference import reference_page, with_reference
from game.scenario.schema import FILES, schema_of
from tests.scenario.helpers import load

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("path", generated_files(ROOT), ids=lambda path: path.name)
def test_generated_file_is_up_to_date(path: Path) -> None:
    advice = f"{path.name} is out of date: run `python -m game.scenario.generate`"
    assert path.read_text(encoding="utf-8") == generated_files(ROOT)[path], advice


@pytest.mark.parametrize("name", FILES)
def test_every_reference_inside_a_schema_resolves(name: str) -> None:
    schema = schema_of(name)
    wanted = set(re.findall(r'"#/definitions/([^"]+)"', json.dumps(schema)))
    assert wanted <= schema["definitions"].keys()


def test_schema_requires_what_the_reader_requires() -> None:
    schema = schema_of("scenario")
    assert schema["required"] == ["format", "id", "title", "customers", "start", "moments"]
    assert schema["definitions"]["choice"]["required"] == ["say"]
    assert schema["definitions"]["choice"]["properties"].keys() == {
        field.key for field in ChoiceDecl.declared.values()
    }
    assert schema["additionalProperties"] is False


def test_reference_names_every_field() -> None:
    page = reference_page()
    for name in ScenarioDecl.declared:
        assert f"| `{name}` |" in page


def test_page_of_findings_has_every_code() -> None:
    page = diagnostics_page()
    assert [code for code in CODES if f"### {code}: " not in page] == []


def test_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="marker"):
        with_reference("# A page\n")


def test_scenario_of_the_guide_is_clean() -> None:
    guide = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    whole = next(block for block in blocks if block.startswith("format: 1"))
    loaded = load(whole.replace("take-ownership", "solve-problem"))
    assert loaded.findings == []
