"""Twine's stories in and out: nothing is lost without being told where."""

import re
from pathlib import Path

import pytest

from game.authoring.measure import plain
from game.authoring.twee_in import NothingToBring, bring
from game.authoring.twee_out import twee
from game.authoring.twee_passages import read_story
from game.rules.advance import advance, begin
from game.rules.standing import available
from game.scenario.library import Library, compile_text
from game.scenario.model import Scenario
from tests.authoring.hostile import hostile_scenario
from tests.cli.conftest import Run, moments

__all__ = ["moments"]

SUGARCUBE = """:: StoryTitle
The Wrong Soup

:: StoryData
{"ifid": "0", "format": "SugarCube", "start": "Table four"}

:: StoryInit
<<set $calm to 3>>

:: Unused [script]
window.alert(1);

:: Table four {"position":"100,100"}
"This is ''cold''," she says. It //is// cold, $guest.
[[Say sorry|The apology]]
[[The kitchen]]
[[Shrug->Left alone][$calm to 0]]
<<link "Offer a new one" "The kitchen">><<set $calm += 1>><</link>>
<<if $calm gt 2>>She waits.<</if>>

:: The apology
She nods.
[[Go on<-Back]]
[[Table four]]

:: The kitchen
<<goto "Left alone">>

:: Left alone
The chair is empty.
"""

HARLOWE = """:: StoryData
{"format": "Harlowe", "start": "Begin"}

:: Begin
(set: $x to 1)Good (text-style: "bold")[evening], all.
(link-goto: "Greet", "Hall")
(link: "Wait")[(go-to: "Hall")]
(link-goto: "Hall")
[[Leave->Gone]]

:: Hall
(if: $x is 1)[A door [[Gone]] stands open.]

:: Gone
You are outside.
"""


def compiled(source: str) -> Scenario:
    brought = bring(source)
    loaded = compile_text(brought.text, name=f"{brought.id}.yaml")
    assert loaded.scenario is not None, [finding.message for finding in loaded.findings]
    return loaded.scenario


def ways(scenario: Scenario, moment: str) -> list[tuple[str, str]]:
    found = scenario.moments[scenario.moment_index[moment]]
    return [(choice.say, scenario.moments[choice.then[0].to].id) for choice in found.choices]


def told(source: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.what) for one in bring(source).dropped]


def test_sugarcube_links_become_choices() -> None:
    scenario = compiled(SUGARCUBE)
    assert scenario.title == "The Wrong Soup" and scenario.id == "the-wrong-soup"
    assert scenario.moments[scenario.start].id == "table-four"
    assert ways(scenario, "table-four") == [
        ("Say sorry", "the-apology"),
        ("The kitchen", "the-kitchen"),
        ("Shrug", "left-alone"),
        ("Offer a new one", "the-kitchen"),
    ]
    first = scenario.moments[scenario.start]
    assert first.narrates == '"This is cold," she says. It _is_ cold, $guest. She waits.'
    kitchen = scenario.moments[scenario.moment_index["the-kitchen"]]
    assert [branch.to for branch in kitchen.otherwise] == [scenario.moment_index["left-alone"]]


def test_harlowe_links_become_choices() -> None:
    scenario = compiled(HARLOWE)
    assert ways(scenario, "begin") == [
        ("Greet", "hall"),
        ("Wait", "hall"),
        ("Hall", "hall"),
        ("Leave", "gone"),
    ]
    assert scenario.moments[scenario.start].narrates == "Good evening, all."
    assert ways(scenario, "hall") == [("Gone", "gone")]
    assert scenario.moments[scenario.moment_index["hall"]].narrates == "A door stands open."


@pytest.mark.parametrize(
    ("source", "line", "column", "what"),
    [
        (SUGARCUBE, 7, 1, 'the passage "StoryInit"'),
        (SUGARCUBE, 10, 1, 'the passage "Unused"'),
        (SUGARCUBE, 14, 47, "the value of $guest"),
        (SUGARCUBE, 17, 1, "what the link sets: $calm to 0"),
        (SUGARCUBE, 18, 1, "what the link does: <<set $calm += 1>>"),
        (SUGARCUBE, 19, 1, "the macro <<if>>"),
        (SUGARCUBE, 19, 28, "the macro <</if>>"),
        (SUGARCUBE, 23, 1, 'a link to "Go on", which is no passage'),
        (SUGARCUBE, 29, 1, 'how "Left alone" ends'),
        (HARLOWE, 5, 1, "the macro (set:)"),
        (HARLOWE, 5, 20, "the macro (text-style:)"),
        (HARLOWE, 12, 1, "the macro (if:)"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_left_out_is_told_by_position(source: str, line: int, column: int, what: str) -> None:
    assert [one for one in told(source) if one[:2] == (line, column) and what in one[2]], told(source)


def test_a_story_without_trickery_loses_nothing_but_its_endings() -> None:
    source = ":: Start\nHello.\n[[Bye|End]]\n\n:: End\nDone.\n"
    assert [what for _, _, what in told(source)] == ['how "End" ends: satisfaction was put in, change it']


def test_rounds_can_be_gone_round_again_as_in_twine() -> None:
    scenario = compiled(SUGARCUBE)
    standing = begin(scenario)[0]
    for _ in range(5):  # to the apology and back
        standing = advance(scenario, standing, available(scenario, standing)[0])[0]
        standing = advance(scenario, standing, available(scenario, standing)[1])[0]
    assert standing.ended is None and scenario.moments[standing.moment].id == "table-four"


@pytest.mark.parametrize(
    "source",
    ["", "no passage at all", ":: Start\nOnly this.\n", "\x00\x01"],
    ids=["empty", "no-passage", "one-ending", "bytes"],
)
def test_where_there_is_nothing_to_play_it_says_so(source: str) -> None:
    with pytest.raises(NothingToBring):
        bring(source)


def test_names_that_fall_together_stay_apart() -> None:
    source = (
        ":: A!\nx [[A?]] [[A]] [[Größe]]\n:: A?\ny [[A]]\n:: A\nz [[A!]]\n:: Größe\n[[A]]\n:: 日本\n[[A]]\n"
    )
    scenario = compiled(source)
    assert [moment.id for moment in scenario.moments] == ["a", "a-2", "a-3", "groe", "passage"]
    assert ways(scenario, "a") == [("A?", "a-2"), ("A", "a-3"), ("Größe", "groe")]


def test_texts_cannot_break_out_of_the_yaml() -> None:
    source = (
        ':: Start\n": {x: [1, 2]} # gone\n- *a &b !c | > % @ `\\ \u202e\x07\n[[\'": }|End]]\n:: End\n---\n'
    )
    scenario = compiled(source)
    assert scenario.moments[0].narrates == '": {x: [1, 2]} # gone - *a &b !c | > % @ `\\'
    assert scenario.moments[0].choices[0].say == "'\": }"


@pytest.mark.parametrize("cut", range(0, len(SUGARCUBE), 7))
def test_a_half_saved_story_never_raises(cut: int) -> None:
    for source in (SUGARCUBE[:cut], HARLOWE[:cut], SUGARCUBE[cut:]):
        try:
            brought = bring(source)
        except NothingToBring:
            continue
        assert compile_text(brought.text, name=f"{brought.id}.yaml").scenario is not None


# --- out --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["late-cake", "against-policy", "better-fit", "wrong-bill"])
def test_a_level_comes_back_with_its_moments_choices_and_ways(level: str) -> None:
    scenario = Library().load(level).scenario
    assert scenario is not None
    story = read_story(twee(scenario))
    assert (
        story.start == "opening" and story.passages["opening"].goes_to == scenario.moments[scenario.start].id
    )
    for action in scenario.actions:
        moment = scenario.moments[action.moment].id
        say = "(say nothing)" if action.is_silence else " ".join(action.say.replace("//", "_").split())
        assert (say, f"{moment} / {action.id}") in [(k.text, k.target) for k in story.passages[moment].links]
        onward = {link.target for link in story.passages[f"{moment} / {action.id}"].links}
        leaves = {scenario.moments[c.walkout].id for c in scenario.customers if c.walkout is not None}
        assert onward == {scenario.moments[branch.to].id for branch in action.then} | leaves
    assert all(link.target in story.passages for p in story.passages.values() for link in p.links)


def test_texts_stay_text_in_twee() -> None:
    scenario = hostile_scenario()
    story = read_story(twee(scenario))
    wanted = {moment.id for moment in scenario.moments} | {"opening", "ended in nothing"}
    assert {name for name in story.passages if " / " not in name and "ended in" not in name} == wanted - {
        "ended in nothing"
    }
    first = scenario.moments[0]
    assert first.narrates is not None
    assert plain(first.narrates) in story.passages[first.id].text
    macros = set(re.findall(r"<</?([a-z]+)", twee(scenario)))
    assert macros <= {"set", "if", "elseif", "else", "link", "goto", "silently"}


# --- the commands -----------------------------------------------------------------------------------


def test_import_writes_a_scenario_that_plays_and_lists_what_was_lost(moments: Run, tmp_path: Path) -> None:
    source = tmp_path / "soup.twee"
    source.write_text(SUGARCUBE, encoding="utf-8")
    done = moments("import", source, "-o", tmp_path / "soup.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{source}:17:1: not carried over: what the link sets: $calm to 0" in done.stdout
    play = ("play", "--text", tmp_path / "soup.yaml", "--player", "A", "--seed", 5)
    shrug = re.search(r"(\d)\. Shrug", moments(*play).stdout)
    assert shrug is not None
    assert "The chair is empty." in moments(*play, typed=f"{shrug[1]}\n").stdout
    again = moments("import", source, "-o", tmp_path / "soup.yaml")
    assert again.returncode == 2 and "is there already" in again.stderr


def test_import_of_what_is_no_story(moments: Run, tmp_path: Path) -> None:
    (tmp_path / "a.twee").write_bytes(b"\xff\xfe\x00")
    assert moments("import", tmp_path / "a.twee").returncode == 2
    assert moments("import", tmp_path / "none.twee").returncode == 2
    (tmp_path / "b.twee").write_text(HARLOWE)
    for name in ("My Story.yaml", "story.txt"):
        done = moments("import", tmp_path / "b.twee", "-o", tmp_path / name)
        assert done.returncode == 2 and not (tmp_path / name).exists(), name


@pytest.mark.parametrize(("to", "begins"), [("twee", ":: StoryTitle"), ("ink", "// late-cake")])
def test_convert_writes_and_tells_what_it_leaves_out(
    moments: Run, tmp_path: Path, to: str, begins: str
) -> None:
    path = tmp_path / f"cake.{to}"
    done = moments("convert", "late-cake", "--to", to, "-o", path)
    assert done.returncode == 0 and path.read_text(encoding="utf-8").startswith(begins)
    assert "not carried over" in done.stderr and "thoughts: 13" in done.stderr
    assert moments("convert", "late-cake", "--to", to, "-o", path).returncode == 2
