"""How findings are shown: position, line, caret, help; in order; safe to print."""

from __future__ import annotations

from game.diagnostics import Diagnostic, Severity, Span, in_order, render, render_all
from game.scenario.load import compile_text
from tests.scenario.helpers import ONE, SMALL_PLAYBOOK, edited


def test_finding_is_shown_with_line_caret_and_help() -> None:
    text = edited(ONE, ("then: thanks", "then: thnaks"))
    loaded = compile_text(text, name="scenarios/example.yaml", playbook_text=SMALL_PLAYBOOK)
    assert render_all(loaded.findings, loaded.sources) == (
        'scenarios/example.yaml:12:15: error M301: the choice leads to an unknown moment "thnaks"\n'
        "   12 |         then: thnaks\n"
        "                      ^^^^^^\n"
        'help: did you mean "thanks" (line 13)?'
    )


def test_findings_come_in_order_and_once() -> None:
    late = Diagnostic("a", Span.point(3, 1), Severity.ERROR, "M101", "late")
    early = Diagnostic("a", Span.point(2, 9), Severity.ERROR, "M301", "early")
    other = Diagnostic("A", Span.point(9, 9), Severity.NOTE, "M301", "other")
    assert in_order([late, early, late, other]) == [other, early, late]


def test_control_characters_do_not_reach_the_terminal() -> None:
    finding = Diagnostic("a", Span.point(1, 4), Severity.ERROR, "M109", "refused")
    assert render(finding, "a:\t\x1b[31mred").splitlines()[1] == "    1 | a: \ufffd[31mred"


def test_long_line_is_cut_around_the_caret() -> None:
    finding = Diagnostic("a", Span(1, 1001, 1, 1006), Severity.ERROR, "M109", "here")
    shown = render(finding, "x" * 1000 + "WRONG" + "y" * 1000).splitlines()
    assert len(shown[1]) == 168
    assert shown[1][shown[2].index("^") :].startswith("WRONG")


def test_place_beyond_the_text_is_no_crash() -> None:
    finding = Diagnostic("a", Span.point(99, 99), Severity.ERROR, "M101", "nowhere")
    assert render(finding, "short") == "a:99:99: error M101: nowhere"
