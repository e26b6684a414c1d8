"""The library: the shipped levels, folders of one's own, the campaign, and links between levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.diagnostics import Severity
from game.scenario.campaign import compile_campaign
from game.scenario.data import data_folder
from game.scenario.library import Library, load_campaign, load_scenario
from game.scenario.load import compile_text
from game.scenario.model import Mood
from game.scenario.pictures import Pictures
from tests.scenario.helpers import ONE, SMALL_PLAYBOOK, edited, with_choice

SHIPPED = sorted(Library().paths())


@pytest.mark.parametrize("id", SHIPPED)
def test_shipped_level_loads_without_a_finding(id: str) -> None:
    loaded = Library().load(id)
    assert loaded.findings == []
    assert loaded.scenario is not None
    assert loaded.scenario.id == id


def test_heads_tell_what_the_files_say() -> None:
    library = Library()
    for entry in library.levels():
        scenario = library.load(entry.id).scenario
        assert scenario is not None
        told = (entry.title, entry.level, entry.contact, entry.place, entry.summary, entry.teaches)
        assert told == (
            scenario.title,
            scenario.level,
            scenario.contact,
            scenario.place,
            scenario.summary,
            scenario.teaches,
        )
        assert entry.portraits == tuple(customer.portrait for customer in scenario.customers)


def test_campaign_lists_every_shipped_level() -> None:
    loaded = load_campaign(data_folder("scenarios") / "campaign.yaml")
    assert loaded.findings == []
    assert loaded.campaign is not None
    assert sorted(level.id for level in loaded.campaign.levels()) == SHIPPED


def test_campaign_opens_levels_one_after_another() -> None:
    text = "format: 1\nid: c\ntitle: C\nchapters:\n  - id: one\n    title: One\n    levels: [{id: a}, {id: b, after: [a]}]\n"
    campaign = compile_campaign(text, name="campaign").campaign
    assert campaign is not None
    assert campaign.is_open("a", [])
    assert not campaign.is_open("b", [])
    assert campaign.is_open("b", ["a"])
    assert campaign.is_open("elsewhere", [])


def test_first_folder_counts_and_order_follows_the_levels(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, title, level in ((first, "Mine", 3), (second, "Theirs", 1)):
        folder.mkdir()
        (folder / "example.yaml").write_text(
            edited(ONE, ("title: Example", f"title: {title}\nlevel: {level}"))
        )
    (second / "other.yaml").write_text(edited(ONE, ("id: example", "id: other")))
    library = Library([first, second])
    assert [(entry.id, entry.title) for entry in library.levels()] == [
        ("other", "Example"),
        ("example", "Mine"),
    ]
    assert library.campaign() == (None, [])


def test_broken_level_is_listed_and_its_findings_kept(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("title: [\n")
    library = Library([tmp_path])
    assert [(entry.id, entry.title) for entry in library.levels()] == [("broken", "broken")]
    assert library.load("broken").scenario is None
    with pytest.raises(KeyError):
        library.load("none")


def test_changed_level_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(ONE)
    library = Library([tmp_path])
    first = library.load("example")
    assert library.load("example") is first
    path.write_text(edited(ONE, ("title: Example", "title: Another example")))
    assert library.levels()[0].title == "Another example"
    changed = library.load("example").scenario
    assert changed is not None and changed.title == "Another example"


def test_missing_pictures_are_warnings(tmp_path: Path) -> None:
    for picture in ("portraits/maya/calm.svg", "places/bakery.svg"):
        (tmp_path / picture).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / picture).touch()
    pictures = Pictures.in_folder(tmp_path)
    assert pictures.places == {"bakery"}
    loaded = compile_text(ONE, name="example", playbook_text=SMALL_PLAYBOOK, pictures=pictures)
    assert loaded.scenario is not None
    assert [f.code for f in loaded.findings] == ["M310"] * (len(Mood) - 1)
    assert {f.severity for f in loaded.findings} == {Severity.WARNING}


def test_links_to_other_levels(tmp_path: Path) -> None:
    (tmp_path / "first.yaml").write_text(
        edited(with_choice("sets: [kept_promise]"), ("id: example", "id: first"))
    )
    with (tmp_path / "first.yaml").open("a") as file:
        file.write("remembers: [kept_promise]\n")
    links = "recalls: {first: [kept_promise, kept_promises], frist: [told]}\nform_of: first\nstart:"
    (tmp_path / "second.yaml").write_text(edited(ONE, ("id: example", "id: second"), ("start:", links)))
    loaded = load_scenario(tmp_path / "second.yaml")
    assert loaded.scenario is not None
    assert [(f.code, f.help) for f in loaded.findings] == [
        ("M313", 'did you mean "kept_promise"?'),
        ("M312", 'did you mean "first"?'),
    ]


def test_data_is_found_in_a_checkout() -> None:
    assert (data_folder("scenarios") / "campaign.yaml").is_file()
    assert (data_folder("assets") / "schema").is_dir()
    with pytest.raises(FileNotFoundError):
        data_folder("nothing-of-this-name")


def test_level_behind_a_circle_stays_closed() -> None:
    levels = "{id: a}, {id: b, after: [c]}, {id: c, after: [b]}, {id: d, after: [a, c]}, {id: e, after: [a]}"
    text = f"format: 1\nid: c\ntitle: C\nchapters: [{{id: one, title: One, levels: [{levels}]}}]\n"
    loaded = compile_campaign(text, name="campaign")
    assert loaded.campaign is None
    assert [finding.message for finding in loaded.findings] == [
        f'the level "{id}" can never be opened' for id in "bcd"
    ]
