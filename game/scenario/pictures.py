"""Which pictures there are, and which a scenario asks for in vain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.diagnostics import Span
from game.scenario.codes import Findings
from game.scenario.format import ScenarioDecl
from game.scenario.model import Mood


@dataclass(frozen=True, slots=True)
class Pictures:
    """The moods drawn of each portrait, and the places."""

    portraits: Mapping[str, frozenset[str]]
    places: frozenset[str]

    @classmethod
    def in_folder(cls, assets: Path) -> Pictures:
        """The pictures under `assets`: portraits/NAME/MOOD.svg and places/NAME.svg."""
        portraits: dict[str, set[str]] = {}
        for picture in (assets / "portraits").glob("*/*.svg"):
            portraits.setdefault(picture.parent.name, set()).add(picture.stem)
        places = frozenset(picture.stem for picture in (assets / "places").glob("*.svg"))
        return cls({name: frozenset(moods) for name, moods in portraits.items()}, places)


def check_pictures(declared: ScenarioDecl, pictures: Pictures, findings: Findings) -> None:
    """Warns of each portrait, mood and place that is named and not drawn."""
    if declared.place:
        _place(declared.place, declared.span_of("place"), pictures, findings)
    for key, person in (*declared.customers, *declared.cast):
        name = person.portrait or key.text
        span = person.span_of("portrait") if person.has("portrait") else key.span
        drawn = pictures.portraits.get(name)
        if drawn is None:
            advice = findings.meant(name, pictures.portraits)
            findings.add("M310", span, advice, what="the portrait", found=name)
        else:
            for mood in Mood:
                if mood.value not in drawn:
                    findings.add("M310", span, what="the portrait", found=f"{name}, {mood.value}")
    for _, moment in declared.moments:
        if moment.place:
            _place(moment.place, moment.span_of("place"), pictures, findings)


def _place(name: str, span: Span, pictures: Pictures, findings: Findings) -> None:
    if name not in pictures.places:
        advice = findings.meant(name, pictures.places)
        findings.add("M310", span, advice, what="the place", found=name)
