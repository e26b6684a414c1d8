"""Pictures and diagrams of a conversation: complete, readable, and never taken over by its texts."""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from game.analysis.figures import figures_of
from game.authoring.diagrams import dot, mermaid
from game.authoring.draw import svg
from game.authoring.draw_page import page
from game.authoring.faces import face_of
from game.authoring.graph import Graph, graph_of
from game.authoring.layout import lay_out
from game.scenario.library import Library, compile_text
from game.scenario.model import Scenario
from tests.authoring.hostile import ATTEMPTS, hostile_scenario
from tests.benchmarks.chains import chain_yaml
from tests.cli.conftest import Run, moments

__all__ = ["moments"]
LEVELS = ("late-cake", "against-policy", "better-fit", "wrong-bill")
SVG = "{http://www.w3.org/2000/svg}"


def shipped(id: str) -> Scenario:
    scenario = Library().load(id).scenario
    assert scenario is not None
    return scenario


def graph(scenario: Scenario) -> Graph:
    return graph_of(scenario, figures_of(scenario, limit=200_000))


def compiled(text: str) -> Scenario:
    loaded = compile_text(text, name="chain.yaml")
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


# --- what is drawn ----------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_every_way_of_a_level_is_in_its_graph(level: str) -> None:
    scenario = shipped(level)
    drawn = {(link.source, link.target) for link in graph(scenario).links}
    written = {(a.moment, branch.to) for a in scenario.actions for branch in a.then}
    written |= {(m.index, branch.to) for m in scenario.moments for branch in m.otherwise}
    assert drawn == written


def test_costs_are_those_of_the_proof_in_points_of_the_score() -> None:
    scenario = shipped("late-cake")
    figures = figures_of(scenario)
    row = next(row for row in graph(scenario).cards[0].rows if row.id == "saturdays")
    spent = figures["choices"]["arrives/saturdays"]
    assert row.cost is not None and spent["max_cost"] > 0
    assert row.cost.most == pytest.approx(100 * spent["max_cost"] / (figures["best"] - figures["worst"]))


def test_a_moment_that_is_never_reached_is_told() -> None:
    text = chain_yaml(2) + "  nowhere: {says: Hello., ends: apathy}\n"
    cards = {card.id: card for card in graph(compiled(text)).cards}
    assert cards["nowhere"].is_reached is False and cards["m1"].is_reached is True
    drawn = svg(graph(compiled(text)))
    nowhere = drawn[drawn.rindex('<g class="card') :]
    assert nowhere.startswith('<g class="card faint"') and "never reached" in nowhere


def test_a_way_back_is_marked_and_nothing_else() -> None:
    links = graph(compiled(chain_yaml(12, loops=True))).links
    assert [(link.source, link.target) for link in links if link.is_back] == [(9, 8)]


def test_without_a_proof_it_is_drawn_and_says_that_costs_are_missing() -> None:
    scenario = shipped("late-cake")
    drawn = svg(graph_of(scenario, figures_of(scenario, limit=10)))
    assert "is not known" in drawn and "arrives" in drawn


@pytest.mark.parametrize(
    "text", [*LEVELS, pytest.param(None, id="100-moments")], ids=lambda v: v if isinstance(v, str) else ""
)
def test_no_card_lies_on_another(text: str | None) -> None:
    scenario = shipped(text) if text else compiled(chain_yaml(100))
    whole = graph(scenario)
    sizes = [face_of(whole, card).size for card in whole.cards]
    layout = lay_out(whole, sizes)
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(layout.corners, sizes, strict=True)]
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert all(x >= 0 and y >= 0 and r <= layout.width and b <= layout.height for x, y, r, b in boxes)


def test_a_hundred_moments_in_a_row_are_folded_into_a_page() -> None:
    whole = graph(compiled(chain_yaml(100)))
    layout = lay_out(whole, [face_of(whole, card).size for card in whole.cards])
    assert 0.3 < layout.width / layout.height < 3


def test_the_same_scenario_gives_the_same_picture() -> None:
    assert svg(graph(shipped("wrong-bill"))) == svg(graph(shipped("wrong-bill")))


# --- hostile texts ----------------------------------------------------------------------------------


class Elements(HTMLParser):
    """The elements of a page and its inline scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.handlers: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script":
            self.scripts[-1] += data


def test_texts_stay_text_in_svg() -> None:
    root = ET.fromstring(svg(graph(hostile_scenario())))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "style", "defs", "marker", "path", "rect", "g", "text"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert root.findtext(f"{SVG}title") == ATTEMPTS[0]


def test_texts_stay_text_in_html() -> None:
    told = Elements()
    told.feed(page(graph(hostile_scenario())))
    assert len(told.scripts) == 2 and told.handlers == []
    assert not {"img", "iframe", "object", "a", "link"} & set(told.seen)
    held = json.loads(told.scripts[0])
    assert [card["told"][0]["text"] for card in held["cards"][:-1]] == list(ATTEMPTS)


def test_texts_stay_text_in_dot() -> None:
    drawn = dot(graph(hostile_scenario()))
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', "S", drawn)
    assert '"' not in outside and "evil" not in outside
    lines = [line.strip() for line in outside.splitlines()]
    assert sum(bool(re.fullmatch(r"m\d+ \[.*\];", line)) for line in lines) == 9
    assert sum(bool(re.fullmatch(r"m\d+ -> m\d+ \[label=S\];", line)) for line in lines) == 8


def test_texts_stay_text_in_mermaid() -> None:
    drawn = mermaid(graph(hostile_scenario())).splitlines()
    nodes = [line for line in drawn if re.match(r"  m\d+[\[(]", line)]
    assert len(nodes) == 9
    for line in nodes:
        label = re.fullmatch(r"""  m\d+(?:\[|\(\[)"(.*)"(?:\]|\]\)):::\w+""", line)
        assert label is not None, line
        assert not re.search(r"[\"\[\]{}|`\\]|<(?!br/>)|(?<!br/)>", label[1]), line


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")
def test_a_browser_runs_our_script_and_none_of_theirs(tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page(graph(hostile_scenario())), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "<h2>end</h2>" in done.stdout, "the first moment is not open to be read"
    opening = re.search(r"<html[^>]*>", done.stdout)
    assert opening is not None and "data-taken" not in opening[0]


# --- the command ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.svg", "<?xml"), ("a.html", "<!doctype html>"), ("a.mmd", "---"), ("a.dot", 'digraph "late-cake"')],
)
def test_the_ending_of_the_name_says_what_to_draw(
    moments: Run, tmp_path: Path, name: str, begins: str
) -> None:
    done = moments("graph", "late-cake", "-o", tmp_path / name)
    assert done.returncode == 0 and "18 moments" in done.stdout
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_an_unknown_ending_writes_nothing(moments: Run, tmp_path: Path) -> None:
    done = moments("graph", "late-cake", "-o", tmp_path / "a.png")
    assert done.returncode == 2 and ".svg" in done.stderr and not (tmp_path / "a.png").exists()


def test_a_page_fetches_nothing() -> None:
    drawn = page(graph(shipped("late-cake")))
    assert not re.search(
        r"""(?:src|href)\s*=|url\((?!#)|@import|https?://(?!www\.w3\.org/2000/svg")""", drawn
    )


def test_where_the_layout_is_missing_it_says_what_to_install(
    moments: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "graphlay", None)
    done = moments("graph", "late-cake", "-o", tmp_path / "a.svg")
    assert done.returncode == 2 and "pip install graphlay" in done.stderr
    assert not (tmp_path / "a.svg").exists()
    assert moments("graph", "late-cake", "-o", tmp_path / "a.mmd").returncode == 0
