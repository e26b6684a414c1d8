"""The shipped typeface covers what the game writes; the shipped pictures use only what is drawn."""

import itertools
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

ASSETS = Path(__file__).resolve().parents[1] / "assets"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
ALPHABETS = {
    "latin-1": "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))),
    "polish": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "portuguese": "ãõçâêôáéíóúàÃÕÇÂÊÔÁÉÍÓÚÀ",
    "punctuation": "–—‘’“”‚„…•‹›«»−×€",
}
MOODS = ("calm", "happy", "delighted", "worried", "upset", "angry")
PEOPLE = ("maya", "iris", "tomasz", "ines", "samir", "lena", "neutral")
PLACES = ("bakery", "returns-desk", "shoe-shop", "garage", "neutral")
SHIPPED = sorted(ASSETS.rglob("*.svg"))
LIMIT_BYTES = 40 * 1024

SVG = "{http://www.w3.org/2000/svg}"
PAINT = {
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
}
ALLOWED = {
    "svg": {"width", "height", "viewBox"},
    "g": {"transform"},
    "path": {"d", *PAINT},
    "ellipse": {"cx", "cy", "rx", "ry", *PAINT},
    "rect": {"x", "y", "width", "height", "rx", *PAINT},
    "linearGradient": {"id", "gradientUnits", "x1", "y1", "x2", "y2"},
    "radialGradient": {"id"},
    "stop": {"offset", "stop-color", "stop-opacity"},
}
COLOUR = re.compile(r"none|#[0-9a-f]{6}|url\(#([a-z]+)\)")


def undrawn(text: str) -> list[str]:
    """What an SVG asks for that the picture reader ignores or gets wrong."""
    root = ET.fromstring(text)
    named = {element.get("id") for element in root.iter() if element.get("id")}
    findings = []
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        if name not in ALLOWED or not element.tag.startswith(SVG):
            findings.append(f"element {name}")
            continue
        findings += [f"{name} {key}" for key in element.attrib if key not in ALLOWED[name]]
        for key in ("fill", "stroke", "stop-color"):
            value = element.get(key)
            found = COLOUR.fullmatch(value) if value is not None else None
            if value is not None and (found is None or (found[1] and found[1] not in named)):
                findings.append(f"{name} {key}={value}")
        if element.get("fill", "").startswith("url") and "fill-opacity" in element.attrib:
            findings.append(f"{name} fill-opacity beside a gradient")
    return findings


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize("face", FACES)
def test_every_face_has_a_glyph_for_the_alphabet(face: str, alphabet: str) -> None:
    font = TTFont(ASSETS / "fonts" / f"AtkinsonHyperlegible-{face}.ttf")
    covered = font.getBestCmap()
    assert [letter for letter in ALPHABETS[alphabet] if ord(letter) not in covered] == []


def test_the_licence_stands_beside_the_typeface() -> None:
    assert "SIL OPEN FONT LICENSE" in (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("shape", "finding"),
    [
        ('<use href="#a"/>', "element use"),
        ("<text>hello</text>", "element text"),
        ("<style>path{fill:red}</style>", "element style"),
        ('<path d="M0 0" clip-path="url(#a)"/>', "path clip-path"),
        ('<path d="M0 0" fill="currentColor"/>', "path fill=currentColor"),
        ('<path d="M0 0" fill="rgba(1,2,3,0.5)"/>', "path fill=rgba(1,2,3,0.5)"),
        ('<path d="M0 0" fill="url(#nowhere)"/>', "path fill=url(#nowhere)"),
        (
            '<radialGradient id="a"/><path d="M0 0" fill="url(#a)" fill-opacity="0.5"/>',
            "path fill-opacity beside a gradient",
        ),
    ],
    ids=["use", "text", "style", "clip", "current-colour", "rgba", "dangling", "faded-gradient"],
)
def test_the_lint_sees_what_is_not_drawn(shape: str, finding: str) -> None:
    assert undrawn(f'<svg xmlns="http://www.w3.org/2000/svg">{shape}</svg>') == [finding]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_a_shipped_picture_is_small_and_wholly_drawn(path: Path) -> None:
    assert path.stat().st_size < LIMIT_BYTES
    assert undrawn(path.read_text(encoding="utf-8")) == []


def test_everyone_has_six_moods_and_every_place_is_there() -> None:
    portraits = {path.relative_to(ASSETS).as_posix() for path in (ASSETS / "portraits").rglob("*.svg")}
    places = {path.stem for path in (ASSETS / "places").glob("*.svg")}
    assert portraits == {f"portraits/{name}/{mood}.svg" for name in PEOPLE for mood in MOODS}
    assert places == set(PLACES)
    assert (ASSETS / "title.svg").is_file()


@pytest.mark.parametrize(
    ("script", "below"),
    [("draw_portraits.py", "portraits"), ("draw_places.py", "")],
    ids=["portraits", "places"],
)
def test_the_scripts_draw_the_shipped_files_byte_for_byte(script: str, below: str, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-B", ASSETS / "art" / script, tmp_path], check=True, timeout=60)
    drawn = sorted(tmp_path.rglob("*.svg"))
    shipped = {ASSETS / below / path.relative_to(tmp_path): path.read_bytes() for path in drawn}
    assert shipped
    assert [path for path, data in shipped.items() if not path.is_file() or path.read_bytes() != data] == []


def rendered(path: Path, width: int, height: int) -> bytes:
    """A picture over mid grey as RGB bytes."""
    import pygame

    ground = pygame.Surface((width, height), depth=24)
    ground.fill((128, 128, 128))
    ground.blit(pygame.image.load_sized_svg(str(path), (width, height)), (0, 0))
    return pygame.image.tobytes(ground, "RGB")


def mean_difference(one: bytes, other: bytes) -> float:
    """Mean difference of two pictures' channels, 0–255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.parametrize("name", PEOPLE)
def test_moods_differ_at_a_glance_even_as_thumbnails(name: str) -> None:
    width, height = 80, 96
    pictures = {mood: rendered(ASSETS / "portraits" / name / f"{mood}.svg", width, height) for mood in MOODS}
    # The face alone is compared too: a gesture must not be all that tells two moods apart.
    face = slice(3 * width * 22, 3 * width * 56)
    for one, other in itertools.combinations(MOODS, 2):
        assert mean_difference(pictures[one], pictures[other]) > 2, (one, other)
        assert mean_difference(pictures[one][face], pictures[other][face]) > 4, (one, other)


@pytest.mark.parametrize("name", PEOPLE)
def test_moods_swap_without_a_jump(name: str) -> None:
    import pygame

    tops, columns = [], []
    for mood in MOODS:
        path = ASSETS / "portraits" / name / f"{mood}.svg"
        picture = pygame.image.load_sized_svg(str(path), (400, 480))
        assert picture.get_at((0, 0)).a == 0
        assert picture.get_at((200, 479)).a == 255
        head = picture.subsurface((0, 0, 400, 200)).get_bounding_rect(min_alpha=128)
        tops.append(head.top)
        columns.append(head.centerx)
    assert max(tops) - min(tops) <= 24
    assert max(columns) - min(columns) <= 48
    assert min(tops) > 0


@pytest.mark.parametrize("path", ["title.svg", *(f"places/{name}.svg" for name in PLACES)])
def test_a_place_covers_its_whole_frame(path: str) -> None:
    import pygame

    picture = pygame.image.load_sized_svg(str(ASSETS / path), (320, 180))
    assert {picture.get_at(corner).a for corner in ((0, 0), (319, 0), (0, 179), (319, 179))} == {255}
