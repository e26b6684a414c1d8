"""What can be said of texts without playing: lengths, look, characters, how hard they are to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.diagnostics import Span
from game.scenario.codes import Findings
from game.scenario.format import ChoiceDecl, LineDecl, MomentDecl, Said, ScenarioDecl
from game.scenario.nodes import REFUSED, Mapping, Node, Scalar, first_line
from game.scenario.nodes import Sequence as ListNode
from game.scenario.readability import count_words, grade
from game.scenario.source_lines import text_keys
from game.scenario.typeface import NAME, first_missing

LONGEST_CHOICE = 140
"""Characters that a choice card shows in three lines at the usual size."""

LONGEST_SPEECH = 45
"""Words a customer says in one go; more is read past."""

HARDEST = 9
FEWEST_WORDS = 30
"""A grade of fewer words than these is chance."""

_EMPHASIS = re.compile(r"(?<![\w_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\w_])", re.DOTALL)
_LOOSE = re.compile(r"(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_])")
_OTHER_MARKS = re.compile(r"(\*{1,3})(?=\S)[^*\n]+(?<=\S)\1|</?[a-zA-Z]{1,6}>|\[[^\]\n]+\]\([^)\s]+\)")
_WHOLE_CURLY = re.compile(r"[“„«][^“”„«»]*[”“»]")
_POLITE = ("please", "sorry", "thank", "thanks", "afraid", "apologise", "apologies", "kindly", "welcome")
_WORDS = re.compile(r"[\w']+")


def texts_in(root: Node) -> Iterator[tuple[str, Scalar]]:
    """Every text for people with the key that it stands behind; in no order."""
    keys = text_keys()
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += node.items.items()
        elif isinstance(node, ListNode):
            waiting += [(key, item) for item in node.items]
        elif isinstance(node, Scalar) and key in keys:
            yield key, node


def check_look(root: Node, findings: Findings) -> None:
    """Emphasis, quotes and characters of every text."""
    for key, scalar in texts_in(root):
        text = scalar.text
        missing = first_missing(text)
        if missing is not None and REFUSED.match(text, missing) is None:
            found = text[missing]
            span = scalar.part(missing, missing + 1)
            findings.add("M707", span, found=_named(found), typeface=NAME)
        if "_" in text:
            _check_emphasis(scalar, findings)
        other = _OTHER_MARKS.search(text)
        if other:
            findings.add("M709", scalar.part(other.start(), other.end()), found=other.group())
        if key != "title" and text[:1] in "“„«" and _WHOLE_CURLY.fullmatch(text):
            findings.add("M702", first_line(scalar), found=text[0])


def _named(character: str) -> str:
    """A character with its number, as editors show it."""
    return f'"{character}" (U+{ord(character):04X})' if character.isprintable() else f"U+{ord(character):04X}"


def _check_emphasis(scalar: Scalar, findings: Findings) -> None:
    hidden = _EMPHASIS.sub(lambda found: "x" * len(found.group()), scalar.text)
    loose = _LOOSE.search(hidden)
    if loose:
        around = scalar.text[max(0, loose.start() - 12) : loose.start() + 20]
        findings.add("M706", scalar.part(loose.start(), loose.end()), found=around)


def check_conversation(scenario: ScenarioDecl, polite: Sequence[str], findings: Findings) -> None:
    """Lengths, likeness and difficulty, moment by moment; `polite` are the playbook's polite words."""
    courtesies = _courtesies(polite)
    for key, moment in scenario.moments:
        _check_lengths(moment, findings)
        _check_likeness(moment, courtesies, findings)
        texts = [*_read_in(moment)]
        reads_at, words = grade(texts)
        if words >= FEWEST_WORDS and reads_at > HARDEST:
            findings.add(
                "M708", key.span, _hardest(texts), found=key.text, grade=f"{reads_at:.1f}", limit=HARDEST
            )


def _hardest(texts: list[str]) -> str:
    worst = max(texts, key=lambda text: grade([text])[0])
    return f'the hardest part: "{worst[:60].strip()}{"…" if len(worst) > 60 else ""}"'


def _said(said: Said) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, LineDecl):
        yield said.says
    elif said is not None:
        for line in said:
            yield line.says


def _read_in(moment: MomentDecl) -> Iterator[str]:
    """What a player reads on coming to a moment."""
    if moment.narrates:
        yield moment.narrates
    yield from _said(moment.says)
    for confidence in moment.confides:
        yield from _said(confidence.says)
    for choice in moment.choices:
        yield choice.say


def _check_lengths(moment: MomentDecl, findings: Findings) -> None:
    for choice in moment.choices:
        if len(choice.say) > LONGEST_CHOICE:
            span = _short(choice.span_of("say"))
            findings.add("M703", span, count=len(choice.say), limit=LONGEST_CHOICE)
        _check_speech(choice.reply, choice.node.items.get("reply"), findings)
    _check_speech(moment.says, moment.node.items.get("says"), findings)
    for confidence in moment.confides:
        _check_speech(confidence.says, confidence.node.items.get("says"), findings)


def _check_speech(said: Said, node: Node | None, findings: Findings) -> None:
    if node is None:
        return
    lines = said if isinstance(said, tuple) else (said,)
    for line in lines:
        text = line.says if isinstance(line, LineDecl) else line
        if text and len(text) > 2 * LONGEST_SPEECH and (words := count_words(text)) > LONGEST_SPEECH:
            span = line.span_of("says") if isinstance(line, LineDecl) else node.span
            findings.add("M704", _short(span), count=words, limit=LONGEST_SPEECH)


def _short(span: Span) -> Span:
    return span if span.line == span.end_line else Span.point(span.line, span.column)


def _courtesies(polite: Sequence[str]) -> re.Pattern[str]:
    """What is left out where choices are compared: polite words and the small words around them."""
    words = sorted(
        {" ".join(_WORDS.findall(word.lower())) for word in (*_POLITE, *polite)} - {""}, key=len, reverse=True
    )
    small = ["so", "very", "much", "really", "truly", "oh", "well", "i'm", "i am", "we're", "we are", "you"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, [*words, *small])) + r")\b")


def _check_likeness(moment: MomentDecl, courtesies: re.Pattern[str], findings: Findings) -> None:
    """Two choices that can be on offer together and say the same but for politeness."""
    seen: dict[str, ChoiceDecl] = {}
    for choice in moment.choices:
        plain = " ".join(_WORDS.findall(choice.say.lower()))
        core = " ".join(courtesies.sub(" ", plain).split()) or plain
        first = seen.setdefault(core, choice)
        if first is choice or (choice.when is not None and first.when is not None):
            continue
        findings.add("M705", _short(choice.span_of("say")), line=first.span_of("say").line)
