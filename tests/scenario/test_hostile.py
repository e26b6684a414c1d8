"""Files that are broken, huge or meant to do harm: a clear finding each, never a traceback."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.diagnostics import render_all
from game.scenario import nodes
from game.scenario.codes import MAX_COMPARISONS, Findings, is_unreadable
from game.scenario.library import load_campaign, load_playbook, load_scenario
from game.scenario.load import Loaded, compile_text
from game.scenario.playbook import compile_playbook
from game.scenario.source import decode
from tests.scenario.helpers import ONE, SMALL_PLAYBOOK, TWO, edited

LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
)


def load_bytes(data: bytes) -> Loaded:
    """What loading a file of these bytes gives, without a file."""
    findings = Findings("example")
    text = decode(data, findings.add)
    if text is None:
        return Loaded(None, findings.items, None)
    return compile_text(text, name="example", playbook_text=SMALL_PLAYBOOK)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * (3 * 1024 * 1024), "M004"),
        (b"[" * 100_000, "M108"),
        (b"{a: " * 100_000, "M108"),
        (b"- " * 100_000, "M108"),
        (b"? " * 60_000, "M110"),
        (b"moments: " + b"[" * 100_000, "M108"),
        (LAUGHS.encode(), "M104"),
        (b"a: &x [*x]\n", "M104"),
        (b"!!python/object/apply:os.system ['echo']\n", "M105"),
        (b"%TAG ! tag:evil,2000:\n---\na: 1\n", "M105"),
        (b"a: {<<: {b: 1}}\n", "M106"),
        (b"a: 1\n---\nb: 2\n", "M107"),
        (b"a: \x00b\n", "M109"),
        (b"a: \x1b[31m\n", "M109"),
        ("a: \u202eb\n".encode(), "M109"),
        (b'a: "\\u2067b"\n', "M109"),
        (b'a: "\\0"\n', "M109"),
        (b"\xff\xfea\x00:\x00", "M005"),
        (b"a: caf\xe9\n", "M005"),
        (b"a:\n\tb: 1\n", "M102"),
        (b"a: 1\na: 2\n", "M103"),
        (b"a: 'never closed\n", "M121"),
        (b"", "M111"),
        (b"\xef\xbb\xbf", "M111"),
        (b"# comment\n", "M111"),
        (b"--- \n...\n", "M111"),
        (b"42", "M203"),
        (b"[1, 2]", "M203"),
        (b"{{a}}: b", "M110"),
    ],
    ids=lambda value: value[:16].decode("latin-1") if isinstance(value, bytes) else value,
)
def test_hostile_text_gets_a_clear_finding(data: bytes, code: str) -> None:
    loaded = load_bytes(data)
    assert loaded.scenario is None
    assert code in [finding.code for finding in loaded.findings]
    assert render_all(loaded.findings, {"example": data.decode("utf-8", "replace")})


def test_utf8_error_names_byte_and_place() -> None:
    found = load_bytes(b"\xef\xbb\xbftitle: ok\nname: \xc3\xa4\xff\n").findings
    assert [(f.code, f.span.line, f.span.column) for f in found] == [("M005", 2, 8)]
    assert "byte 21 (0xFF)" in found[0].message


def test_refused_character_names_its_place() -> None:
    found = load_bytes(b"title: ok\r\nname: a\x07b\r\n").findings
    assert [(f.span.line, f.span.column, f.message) for f in found] == [
        (2, 8, "the character U+0007 is refused")
    ]


@pytest.mark.parametrize("text", [ONE.replace("\n", "\r\n"), ONE.replace("\n", "\r"), "\ufeff" + ONE])
def test_line_ends_and_bom_simply_work(text: str) -> None:
    loaded = load_bytes(text.encode())
    assert loaded.findings == []
    assert loaded.scenario is not None


def test_positions_count_from_one_in_any_line_end() -> None:
    wrong = edited(ONE, ("then: thanks", "then: thnks"))
    for text in (wrong, wrong.replace("\n", "\r\n"), "\ufeff" + wrong):
        spans = [(f.span.line, f.span.column) for f in load_bytes(text.encode()).findings]
        assert spans == [(12, 15)]


def test_position_after_wide_characters_counts_characters() -> None:
    wrong = edited(ONE, ("{name: Maya, tension: 70", "{name: 'Mäya 🎂', tension: 700"))
    assert [(f.span.line, f.span.column) for f in load_bytes(wrong.encode()).findings] == [(5, 35)]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (3 * 1024 * 1024))
    for path, code in ((tmp_path / "none.yaml", "M001"), (tmp_path, "M002"), (large, "M004")):
        for findings in (
            load_scenario(path).findings,
            load_playbook(path).findings,
            load_campaign(path).findings,
        ):
            assert [f.code for f in findings] == [code]
            assert is_unreadable(findings)
            assert render_all(findings, {})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert [f.code for f in load_scenario(pipe).findings] == ["M003"]


def test_file_without_permission(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(ONE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = load_scenario(path).findings
    assert [(f.code, f.message) for f in found] == [("M003", "the file cannot be read: Permission denied")]


def test_nul_in_a_path_is_no_crash() -> None:
    assert [f.code for f in load_scenario(Path("a\0b.yaml")).findings] == ["M003"]


def test_too_many_choices() -> None:
    choices = "      - {say: a, then: thanks}\n" * 40_001
    found = load_bytes(
        edited(ONE, ("      - say: I'm on it.\n        then: thanks\n", choices)).encode()
    ).findings
    assert [(f.code, f.message) for f in found] == [
        ("M234", "40,001 choices and silences are more than 40,000")
    ]


def test_too_many_customers_are_not_all_compiled() -> None:
    customers = "".join(f"  c{i}: {{name: C, tension: 1, trust: 1, loyalty: 1}}\n" for i in range(5000))
    found = load_bytes(edited(ONE, ("start:", customers + "start:")).encode()).findings
    assert "M232" in [f.code for f in found]


def test_file_made_of_mistakes_is_not_compared_name_by_name() -> None:
    moments = "".join(f"  moment-{i}: {{says: x, otherwise: momemt-{i}}}\n" for i in range(10_000))
    loaded = load_bytes((ONE + moments).encode())
    assert len(loaded.findings) == 10_000
    helped = [finding for finding in loaded.findings if finding.help]
    assert 1 <= len(helped) <= MAX_COMPARISONS / 10_000


def test_too_many_moments() -> None:
    moments = "".join(f"  m{i}: {{says: x, ends: apathy}}\n" for i in range(20_000))
    found = load_bytes((ONE + moments).encode()).findings
    assert [f.code for f in found] == ["M225"]


def test_pure_parser_gives_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    def outline(node: nodes.Node | None) -> object:
        if isinstance(node, nodes.Mapping):
            return {(key, str(node.keys[key].span)): outline(item) for key, item in node.items.items()}
        if isinstance(node, nodes.Sequence):
            return [outline(item) for item in node.items]
        assert isinstance(node, nodes.Scalar)
        return node.text, str(node.span)

    text = TWO + "remembers: ['a b', \"c\\td\"]\n"
    fast = outline(nodes.parse_nodes(text, Findings("").add))
    monkeypatch.setattr(nodes, "Loader", yaml.Loader)
    assert outline(nodes.parse_nodes(text, Findings("").add)) == fast


def test_pure_parser_survives_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "Loader", yaml.Loader)
    assert "M108" in [f.code for f in load_bytes(b"[" * 5000).findings]


# --- fuzz: whatever the bytes, findings and no exception --------------------------------------------

SEEDS = [
    (ONE + "remembers: [a, b]\n").encode(),
    TWO.encode(),
    edited(
        TWO,
        (
            "    choices:",
            "    seconds: 5\n    silence: {then: [{when: a, to: thanks}, {to: x}]}\n    choices:",
        ),
    ).encode(),
]
PIECES = [
    b"{",
    b"}",
    b"[",
    b"]",
    b": ",
    b"- ",
    b"\n",
    b"\t",
    b"'",
    b'"',
    b"&a ",
    b"*a",
    b"!t ",
    b"|",
    b">",
    b"\r",
]
PIECES += [
    b"<<: ",
    b"---\n",
    b"\x00",
    b"\xff",
    b"\xe2\x80\xae",
    b"%",
    b"@",
    b"`",
    b"#",
    b"?",
    b"99999999999",
    b"~",
    b"()",
]


def mutated(seed: int) -> bytes:
    """A valid file with a few bytes cut, moved or put in; the same for the same seed."""
    dice = random.Random(seed)
    data = dice.choice(SEEDS)
    for _ in range(dice.randint(1, 6)):
        at, to = sorted((dice.randrange(len(data) + 1), dice.randrange(len(data) + 1)))
        match dice.randrange(5):
            case 0:
                data = data[:at] + dice.choice(PIECES) + data[at:]
            case 1:
                data = data[:at] + data[min(to, at + 12) :]
            case 2:
                data = data[:at]
            case 3:
                data = data[:at] + data[at:to] * 2 + data[to:]
            case _:
                lines = data.split(b"\n")
                dice.shuffle(lines)
                data = b"\n".join(lines)
        data = data or b"x"
    return data


def never_raises(data: bytes) -> None:
    loaded = load_bytes(data)
    assert (loaded.scenario is None) == any(f.severity == "error" for f in loaded.findings)
    render_all(loaded.findings, {"example": data.decode("utf-8", "replace")})
    text = data.decode("utf-8", "replace")
    compile_playbook(text, "playbook")


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_mutated_files_never_raise(seed: int) -> None:
    never_raises(mutated(seed))


@given(st.binary(max_size=200))
@example(b"\x85")
@settings(max_examples=100, deadline=None)
def test_any_bytes_never_raise(data: bytes) -> None:
    never_raises(data)


@pytest.mark.slow
@given(st.integers(0, 2**32))
@settings(max_examples=8000, deadline=None)
def test_many_mutated_files_never_raise(seed: int) -> None:
    never_raises(mutated(seed))
