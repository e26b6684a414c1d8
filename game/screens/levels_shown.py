"""A level in words and pictures: its card in the campaign, its band, its people."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from game.screens.scenes import place_path, portrait_path, scene
from game.screens.widgets import Button, Column, Label, Picture, Row, Widget
from game.screens.widgets_base import Action

if TYPE_CHECKING:
    from game.app.levels import Level

OUTCOME_WORDS = {
    "partnership": "Partnership",
    "satisfaction": "Satisfaction",
    "apathy": "Apathy",
    "departure": "Departure",
}
_MOODS = {"partnership": "delighted", "satisfaction": "happy", "apathy": "upset", "departure": "angry"}


def band_of(level: Level) -> str:
    """Name the band of the player's best score by the level's playbook: gold, silver, pass, or ""."""
    scenario = level.scenario
    if level.best_score is None or scenario is None:
        return ""
    bands, score = scenario.playbook.bands, Fraction(round(level.best_score * 10), 10)
    named = (("gold", bands.gold), ("silver", bands.silver), ("pass", bands.passing))
    return next((name for name, least in named if score >= least), "")


def level_scene(
    level: Level, *, mood: str = "", corners: float = 10, ratio: float | None = None, flex: float = 0
) -> Picture:
    """Make the picture of a level: its place, with its first customer as the player left them."""
    person = level.portraits[0] if level.portraits else ""
    mood = mood or _MOODS.get(level.outcome or "", "calm")
    return scene(
        place_path(level.place),
        portrait_path(person, mood) if person else "",
        alt=f"{level.contact or level.title}",
        locked=not level.is_open,
        corners=corners,
        ratio=ratio,
        flex=flex,
    )


def capital(text: str) -> str:
    """Give `text` with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def is_broken(level: Level) -> bool:
    """Whether its file has errors, so that it cannot be played."""
    return level.scenario is None


def status(level: Level, *, is_next: bool) -> Label:
    """Say in a badge what the player has reached on a level, or why it is closed."""
    if is_broken(level):
        return Label("Its file has errors", "small", colour="bad", icon="warning", pill=True)
    if not level.is_open:
        return Label(locked_reason(level), "small", colour="ink_soft", icon="lock")
    if level.best_score is not None:
        band = band_of(level)
        colour = "good" if band in ("gold", "silver") else "accent" if band else "warn"
        words = f"Best {level.best_score:.1f}" + (f" · {band}" if band else " · below pass")
        return Label(words, "small", colour=colour, icon="star" if band else "undo", pill=True)  # type: ignore[arg-type]
    if is_next:
        return Label("Play this one next", "strong", colour="accent", icon="play")
    return Label("Not played yet", "small", pill=True)


def locked_reason(level: Level) -> str:
    """Say what opens a level that is closed."""
    return "Opens after " + " and ".join(level.opens_after)


def level_card(level: Level, action: Action, *, upright: bool, is_next: bool, ratio: float = 1.1) -> Widget:
    """Make the card of a level; `upright` puts the words below the picture instead of beside it.

    `ratio` is the width of an upright card's picture by its height.
    """
    badge = status(level, is_next=is_next)
    words = Column(
        [
            Label(capital(level.contact), "caption", colour="ink_soft", rich=False)
            if level.contact
            else None,
            Label(level.title, "heading", rich=False),
            Label(level.summary, "small") if upright and level.summary else None,
            Column(
                [Label(title, "small", colour="ink_soft", icon="flag") for title in level.teaches],
                gap=3,
            ),
            Column([], flex=1),
            Row([badge]),
        ],
        gap=7,
        flex=1,
    )
    if upright:
        picture = level_scene(level, ratio=ratio)
        inner: Widget = Column([picture, words], gap=12)
    else:
        picture = level_scene(level, flex=0.62)
        inner = Row([picture, words], gap=16, cross="stretch")
    return Button(
        f"{level.title}, {badge.name()}",
        action,
        content=inner,
        selected=is_next,
        autofocus=is_next,
        key=f"level {level.id}",
        flex=1,
    )
