"""What is said where the YAML parser cannot go on: the slip behind it, or its problem in plain words."""

from __future__ import annotations

import yaml

from game.diagnostics import Span
from game.scenario.hints import hint_for
from game.scenario.nodes import Report


def report_syntax(error: yaml.MarkedYAMLError, text: str, report: Report) -> None:
    """What the parser could not read, said for people who do not read YAML's grammar."""
    hint = hint_for(error, text)
    if hint is not None:
        report(hint.code, hint.span, hint.help, **hint.parts)
        return
    problem = error.problem or "it cannot be read"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    help = _syntax_help(problem, error.context or "")
    report("M101", Span.point(line, column), help, problem=_in_plain_words(problem, text, line, column))


_PLAIN_WORDS = {
    "found character that cannot start any token": 'the character "{found}" means nothing here',
    "did not find expected ',' or '}'": "a comma or a closing brace is expected here",
    "did not find expected ',' or ']'": "a comma or a closing bracket is expected here",
    "did not find expected node content": '"{found}" is not expected here',
    "did not find expected key": "a key with a colon is expected here",
    "did not find expected '-' indicator": "a dash is expected here",
    "could not find expected ':'": "a colon is expected in this line",
    "mapping values are not allowed in this context": "a colon is not expected here",
    "block sequence entries are not allowed in this context": "a dash is not expected here",
    "found unknown escape character": "a backslash and this letter mean nothing in double quotes",
}


def _in_plain_words(problem: str, text: str, line: int, column: int) -> str:
    """The parser's problem without the words of a grammar, where it is one of the frequent ones."""
    lines = text.split("\n")
    found = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    return _PLAIN_WORDS.get(problem, problem).format(found=found)


def _syntax_help(problem: str, context: str) -> str | None:
    if "escape character" in problem:
        return "in double quotes a backslash is written twice"
    if "start any token" in problem:
        return "delete the character; a text that begins with it goes in quotes"
    if "block" in context or "simple key" in context:
        return "look at the indentation: keys of one thing begin in the same column"
    if "flow" in context:
        return "inside { } and [ ] entries are parted by commas; a text with , : [ ] { } in it goes in quotes"
    return None
