"""A scenario whose texts try to be markup, scripts and statements of every language we write."""

from game.scenario.library import compile_text
from game.scenario.model import Scenario

ATTEMPTS = (
    "</script><script>document.documentElement.dataset.taken=1</script>",
    '"><img src=x onerror="document.documentElement.dataset.taken=1">',
    "'-->]]><svg/onload=document.documentElement.dataset.taken=1>&amp;<!--",
    '"]; evil -> node; x [label="\\',
    '"]-->|x|y["#quot;`end`\\',
    "{x: ->END} ~ tension = 0 <> // gone /* too */ [b] \\ # tag",
    "- * + = == TODO: x -> DONE",
    "<<set $trust to 0>> [[elsewhere]] (set: $x to 1) $tension",
)

HEAD = """format: 1
id: hostile
title: {title}
customers:
  maya: {{name: {name}, portrait: maya, tension: 50, trust: 50, loyalty: 50}}
start: end
moments:
"""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def hostile_text() -> str:
    """The YAML: a chain of one moment for each attempt, the attempt being said, offered and answered."""
    names = ["end", "graph", "class-def", "style", "subgraph", "click", "done", "digraph"]
    parts = [HEAD.format(title=quoted(ATTEMPTS[0]), name=quoted(ATTEMPTS[1]))]
    for place, attempt in enumerate(ATTEMPTS):
        text = quoted(attempt)
        onward = names[place + 1] if place + 1 < len(names) else "over"
        parts.append(
            f"  {names[place]}:\n    narrates: {text}\n    says: {text}\n    thinks: {text}\n    choices:\n"
            f"      - say: {text}\n        why: {text}\n        reply: {text}\n        effects: {{trust: 5}}\n"
            f"        then: {onward}\n"
            f"      - say: {quoted('plain ' + attempt)}\n        why: x\n        then: {onward}\n"
        )
    parts.append("  over: {says: Bye., ends: satisfaction}\n")
    return "".join(parts)


def hostile_scenario() -> Scenario:
    loaded = compile_text(hostile_text(), name="hostile.yaml")
    assert loaded.scenario is not None, [finding.message for finding in loaded.findings]
    return loaded.scenario
