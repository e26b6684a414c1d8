"""Each code has at least one file that shows it: its first lines say where, and what is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.diagnostics import Diagnostic
from game.scenario.campaign import compile_campaign
from game.scenario.codes import CODES, Findings
from game.scenario.load import compile_text
from game.scenario.model import Mood
from game.scenario.pictures import Pictures
from game.scenario.playbook import compile_playbook
from game.scenario.source import decode
from tests.scenario.helpers import ONE, edited

EXAMPLES = Path(__file__).parent.parent / "examples"
SMALL_PLAYBOOK = (Path(__file__).parent / "small_playbook.yaml").read_text(encoding="utf-8")
BROKEN_PLAYBOOK = SMALL_PLAYBOOK.replace("helps: false", "helps: perhaps")
PICTURES = Pictures({"maya": frozenset(Mood), "priya": frozenset(Mood)}, frozenset({"bakery"}))
FAMILIES = "0123789"
PROVED = {"M701"}
SHOWN_ELSEWHERE = {
    "M001": "a file that is not there",
    "M002": "a folder",
    "M003": "a file that cannot be opened",
    "M004": "a file of three MiB",
    "M225": "20,001 moments",
    "M234": "40,001 choices",
    "M312": "needs other files beside it",
    "M313": "needs other files beside it",
}

FILES = sorted(
    path for path in EXAMPLES.glob("M*.yaml") if path.name[1] in FAMILIES and path.name[:4] not in PROVED
)


def findings_in(path: Path) -> list[Diagnostic]:
    """Everything that is wrong with an example; what kind of file it is shows in its keys."""
    findings = Findings("example")
    text = decode(path.read_bytes(), findings.add)
    if text is None:
        return findings.items
    name = path.name if path.name.startswith("M214") else "example"
    if re.search("^behaviours:", text, re.MULTILINE):
        return compile_playbook(text, name).findings
    if re.search("^chapters:", text, re.MULTILINE):
        return compile_campaign(text, name=name, levels=["late-cake", "wrong-bill", "late-cakes"]).findings
    playbook = {"M308": None, "M309": BROKEN_PLAYBOOK}.get(path.name[:4], SMALL_PLAYBOOK)
    return compile_text(text, name=name, playbook_text=playbook, pictures=PICTURES, texts=True).findings


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_example_is_found_where_it_says(path: Path) -> None:
    expect, says = path.read_bytes().decode("latin-1").splitlines()[:2]
    wanted = re.fullmatch(r"# expect: (M\d{3}) (\d+):(\d+)", expect)
    assert wanted is not None, expect
    code, line, column = wanted.group(1), int(wanted.group(2)), int(wanted.group(3))
    assert path.name.startswith(code)
    found = [(f.code, f.span.line, f.span.column) for f in findings_in(path)]
    assert (code, line, column) in found
    message = next(
        f.message for f in findings_in(path) if (f.code, f.span.line, f.span.column) == (code, line, column)
    )
    assert message.startswith(says.removeprefix("# says: "))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_mistake_gives_one_error(path: Path) -> None:
    # A playbook with errors brings them along; a list that is too long repeats itself in this example.
    brought_along = {"M309": {"M207"}, "M232": {"M233"}}
    code = path.name[:4]
    allowed = {code} | brought_along.get(code, set())
    assert {f.code for f in findings_in(path)} == allowed


def test_every_code_of_the_reader_is_shown() -> None:
    shown = {path.name[:4] for path in FILES} | SHOWN_ELSEWHERE.keys()
    assert {code for code in CODES if code[1] in FAMILIES} - PROVED <= shown


def with_lines(lines: str) -> str:
    """The small scenario with lines of an explanation in place of its own, found by how far they are indented."""
    indent = len(lines.replace("\u00a0", " ")) - len(lines.replace("\u00a0", " ").lstrip(" "))
    lines += "\n"
    match indent:
        case 0:
            keys = set(re.findall("^([a-z_]+):", lines, re.MULTILINE))
            kept = re.split("(?m)^(?=[a-z])", ONE)
            return "".join(part for part in kept if part.partition(":")[0] not in keys) + lines
        case 2 if lines.startswith("  thanks"):
            return edited(ONE, ("  thanks: {says: Thank you., ends: partnership}\n", lines))
        case 2:
            return edited(ONE, (ONE[ONE.index("  arrives:") : ONE.index("  thanks:")], lines))
        case 4:
            return edited(ONE, ("    says: Where is it?\n", lines))
        case _:
            return edited(ONE, ("      - say: I'm on it.\n        then: thanks\n", lines))


SHOWN = [code for code, entry in CODES.items() if entry.failing and code[1] in "01237" and code not in PROVED]


@pytest.mark.parametrize("code", SHOWN)
def test_the_lines_of_an_explanation_show_the_code_and_mend_it(code: str) -> None:
    def codes(lines: str) -> set[str]:
        path = EXAMPLES / "example.yaml"
        text = with_lines(lines)
        loaded = compile_text(
            text, name=path.stem, playbook_text=SMALL_PLAYBOOK, pictures=PICTURES, texts=True
        )
        return {finding.code for finding in loaded.findings}

    assert code in codes(CODES[code].failing)
    assert codes(CODES[code].mended) == set()


def test_every_code_explains_itself() -> None:
    for entry in CODES.values():
        assert entry.title and not entry.title.endswith(".")
        assert entry.explanation.endswith(".") and len(entry.explanation) > 30
        assert bool(entry.failing) == bool(entry.mended)
        if entry.code[1] in FAMILIES and entry.code not in PROVED:
            assert entry.why.endswith(".") and entry.mend.endswith(".")
