"""Draw every portrait: `python draw_portraits.py [FOLDER]`.

Writes FOLDER/NAME/MOOD.svg, by default below the portraits of the game.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import clothes
import faces
import hair
import poses
from moods import MOODS, Mood
from parts import document, glow, group, number

WIDTH, HEIGHT = 400, 480


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be met: a face, what they wear, their hair."""

    name: str
    face: faces.Face
    sleeves: poses.Sleeves
    wears: Callable[[faces.Face], list[str]]
    hair: Callable[[Mood], hair.Layers]
    neck: float = 30


PEOPLE = (
    Person(
        "maya",
        faces.Face(
            "#8f5c40",
            "#754731",
            "#a4564b",
            "#c2563c",
            "#2a1b17",
            "#2a1813",
            "#3a2218",
            lashes=True,
            cheek=63,
            jaw=46,
        ),
        poses.Sleeves("#c58b4e", "#a26c37", "#b47a40", 120),
        clothes.coat_and_blouse,
        lambda mood: hair.natural_curls(),
        28,
    ),
    Person(
        "iris",
        faces.Face(
            "#f0c8aa",
            "#dca88a",
            "#c9705f",
            "#e58670",
            "#7a4b36",
            "#5a352b",
            "#5d7a6a",
            lashes=True,
            lines=True,
            jaw=49,
        ),
        poses.Sleeves("#8fa9b5", "#6f8b99", "#a8bec8", 122, bare=True),
        clothes.apron,
        lambda mood: hair.top_knot(),
        29,
    ),
    Person(
        "tomasz",
        faces.Face(
            "#ecc3a4",
            "#d5a081",
            "#bd6f5f",
            "#e08068",
            "#948c82",
            "#594339",
            "#5f7f96",
            brow_weight=4.8,
            lines=True,
            jaw=51,
            chin=260,
        ),
        poses.Sleeves("#7d8a63", "#626f4b", "#626f4b", 132, 56),
        clothes.cardigan,
        hair.flat_cap,
        34,
    ),
    Person(
        "ines",
        faces.Face(
            "#dba982",
            "#c18c67",
            "#b9655a",
            "#d9745c",
            "#33241f",
            "#33221d",
            "#5b4030",
            lashes=True,
            tired=True,
            cheek=62,
            jaw=45,
            chin=257,
        ),
        poses.Sleeves("#b9a3ab", "#998290", "#a48d98", 116),
        clothes.hoodie,
        lambda mood: hair.high_bun(),
        27,
    ),
    Person(
        "samir",
        faces.Face(
            "#c48e66",
            "#a3704b",
            "#a8604f",
            "#c8694a",
            "#241d1b",
            "#241815",
            "#3d2a1f",
            brow_weight=4.6,
            jaw=51,
            chin=262,
        ),
        poses.Sleeves("#3f5673", "#2f4159", "#e59a4f", 138, 58),
        clothes.work_jacket,
        lambda mood: hair.short_and_beard(),
        36,
    ),
    Person(
        "lena",
        faces.Face(
            "#e9bd94",
            "#d09e74",
            "#bf6d5e",
            "#dd7a60",
            "#2a2a30",
            "#2a2428",
            "#46352c",
            lashes=True,
            cheek=63,
            jaw=47,
        ),
        poses.Sleeves("#c9774f", "#a85d3b", "#a85d3b", 120, bare=True),
        clothes.overalls,
        lambda mood: hair.short_crop(),
        28,
    ),
    Person(
        "neutral",
        faces.Face(
            "#d3c3b0",
            "#bfae9a",
            "#a8927f",
            "#c0a994",
            "#85776a",
            "#6b5f54",
            "#75695d",
            inside="#75655a",
            tongue="#b09a88",
        ),
        poses.Sleeves("#a99c8c", "#958877", "#958877", 124),
        clothes.plain,
        lambda mood: hair.plain_cap(),
    ),
)


def portrait(person: Person, mood: Mood) -> str:
    """One person in one mood as SVG text."""
    face = person.face
    behind, front = person.hair(mood)
    head = f"rotate({number(mood.tilt)} 200 276) translate(-28 {number(mood.head_dy - 22.7)}) scale(1.14)"
    body = f"translate(0 {number(mood.shoulders_dy + 8)})"
    parts = [
        glow("blush", face.blush, mood.blush),
        group(behind, head),
        group([*clothes.neck(face, person.neck), *person.wears(face)], body),
        group(
            [
                *faces.skull(face),
                *faces.cheeks(),
                *faces.eyes(face, mood),
                *faces.nose(face),
                *front,
                *faces.mouth(face, mood),
                *faces.brows(face, mood),
            ],
            head,
        ),
    ]
    arms = poses.gesture(mood.name, face, person.sleeves)
    if arms:
        parts.append(group(arms, body))
    return document(WIDTH, HEIGHT, parts)


def main(folder: Path) -> None:
    """Write all portraits below `folder`."""
    for person in PEOPLE:
        place = folder / person.name
        place.mkdir(parents=True, exist_ok=True)
        for mood in MOODS:
            (place / f"{mood.name}.svg").write_text(portrait(person, mood), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "portraits")
