"""The page of all findings, as Markdown, from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.codes import CODES, Code

FAMILIES = {
    "0": "Reading the file",
    "1": "Slips of the pen and YAML",
    "2": "The format",
    "3": "Names that refer to something",
    "4": "The flow of the conversation",
    "5": "The score",
    "6": "Fairness",
    "7": "Texts",
    "8": "The playbook",
    "9": "The campaign",
}
"""The second character of a code, and what its family is about."""

_HEAD = """\
# What `check` finds

<!-- generated from game/scenario/catalogue; `python -m game.scenario.generate` writes it anew -->

Errors stop play. Warnings do not: the level can be played, but something in it is probably not as it was
meant. Notes are worth knowing. `python main.py explain M112` prints the same for one code.
"""


def diagnostics_page() -> str:
    """All codes by family: what is wrong, why it matters, how to mend it, lines before and after."""
    lines = [_HEAD]
    for family, title in FAMILIES.items():
        lines += [f"## {title}", ""]
        for code in sorted(code for code in CODES if code[1] == family):
            lines += _section(CODES[code])
    return "\n".join(lines).rstrip() + "\n"


def _section(entry: Code) -> Iterator[str]:
    yield from (f"### {entry.code}: {entry.title}", "", f"*{entry.severity.value}* — {entry.explanation}", "")
    if entry.why:
        yield from (f"**Why it matters.** {entry.why}", "")
    if entry.mend:
        yield from (f"**How to mend it.** {entry.mend}", "")
    if entry.failing:
        yield from ("```yaml", "# fails", *entry.failing.split("\n"), "```", "")
    if entry.mended:
        yield from ("```yaml", "# mended", *entry.mended.split("\n"), "```", "")
