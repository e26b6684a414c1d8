"""The shape of an entry of the catalogue."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One code. `message` names its parts in braces; `explanation` says what is wrong.

    `why` is what it does to a learner, `mend` what to do. `failing` and `mended` are the same lines of a
    scenario, as indented there, before and after; both empty where lines alone cannot show it.
    """

    code: str
    severity: str
    title: str
    message: str
    explanation: str
    why: str = ""
    mend: str = ""
    failing: str = ""
    mended: str = ""
