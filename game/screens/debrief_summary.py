"""The head of a debrief: how it ended, whom it left how, the score, its band and where that stands."""

from __future__ import annotations

from dataclasses import dataclass

from game.learning.debrief import Debrief
from game.play.session import Session
from game.rules.scoring import Band
from game.scenario.model import Bands, Customer, Mood, Outcome
from game.screens.debrief_words import (
    BAND_LOOKS,
    OUTCOME_LOOKS,
    VOID_WORDS,
    Look,
    decimal,
    next_band,
    outcome_words,
)
from game.screens.icons import IconName
from game.screens.pygame_import import pygame
from game.screens.scenes import place_path, portrait_path, scene
from game.screens.ui import Ui
from game.screens.widgets import Column, Em, Label, Picture, Row, Widget

_FULL = Em(36)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Where the attempt stands, in words."""

    words: str
    icon: IconName


def closing_person(session: Session) -> tuple[Customer, Mood]:
    """Give the customer to show at the end, and their mood."""
    customers = session.scenario.customers
    spoke = next((one for one in customers if one.id == session.speaker), None)
    left = session.outcome is Outcome.DEPARTURE and not session.attempt.visits()
    if left:  # no moment of their own to leave by: the last moment's mood is from before
        return spoke or customers[0], Mood.ANGRY
    return spoke or customers[0], session.mood if spoke else Mood.CALM


def names_of(session: Session) -> str:
    """Name the customers in one phrase."""
    *others, last = (customer.name for customer in session.scenario.customers)
    return f"{', '.join(others)} and {last}" if others else last


def is_short(ui: Ui) -> bool:
    """Whether the window is too low for everything at a glance to stand at its full size."""
    return ui.area.h < ui.length(_FULL)


def summary(ui: Ui, session: Session, result: Debrief, ranking: Ranking | None) -> Widget:
    """Make the head of the debrief."""
    customer, mood = closing_person(session)
    place = session.telling.place
    portrait = scene(
        place_path(place),
        portrait_path(customer.portrait, mood.value),
        alt=f"{customer.name}, {mood.value}",
        ratio=0.86,
        height=Em(7) if ui.compact or is_short(ui) else Em(9.2),
    )
    told = Column([*_ending(session, result), _mark(result, session.scenario.playbook.bands)], gap=8, flex=1)
    return Column(
        [
            Row([portrait, told], gap=18, cross="start"),
            score_bar(result, session.scenario.playbook.bands) if result.score is not None else None,
            Label(ranking.words, "small", colour="ink_soft", icon=ranking.icon, rich=False)
            if ranking is not None
            else None,
        ],
        gap=10,
    )


def _ending(session: Session, result: Debrief) -> list[Widget]:
    if result.outcome is None:
        return [Label("A dead end", "heading", icon="info"), Label(VOID_WORDS, "small")]
    look = OUTCOME_LOOKS[result.outcome]
    return [
        Label(look.word, "heading", colour=look.colour, icon=look.icon),
        Label(outcome_words(result.outcome, names_of(session)), "small", rich=False),
    ]


def _mark(result: Debrief, bands: Bands) -> Widget | None:
    """The score itself, with its band."""
    if result.score is None or result.band is None:
        if result.outcome is None:
            return None
        words = "No score: this scenario is too large to be solved."
        return Label(words, "small", colour="ink_soft", icon="info")
    band = BAND_LOOKS[result.band]
    ahead = next_band(result.score, bands)
    return Column(
        [
            Row(
                [
                    Label(decimal(result.score), "display", key="score"),
                    Label("of 100", "small", colour="ink_soft"),
                ],
                gap=8,
            ),
            Row(
                [
                    Label(band.word, "small", colour=band.colour, icon=band.icon, pill=True),
                    Label(ahead, "small", colour="ink_soft") if ahead else None,
                    None
                    if result.exact
                    else Label("Bound, not exact", "small", colour="warn", icon="info", pill=True),
                ],
                wrap=True,
                gap=8,
            ),
        ],
        gap=4,
    )


def score_bar(result: Debrief, bands: Bands) -> Picture:
    """Make the scale from 0 to 100 with the bands on it and the score as its filled part."""
    score = float(result.score or 0)
    goals = tuple(
        (float(least), BAND_LOOKS[band])
        for band, least in (
            (Band.PASS, bands.passing),
            (Band.SILVER, bands.silver),
            (Band.GOLD, bands.gold),
        )
    )

    def draw(ui: Ui, surface: pygame.Surface, rect: pygame.Rect) -> None:
        _draw_bar(ui, surface, rect, score, goals)

    names = ", ".join(f"{look.word.lower()} from {least:g}" for least, look in goals)
    return Picture(draw=draw, alt=f"{score:.1f} of 100; {names}", height=Em(1.9), key="score bar")


def _draw_bar(
    ui: Ui,
    surface: pygame.Surface,
    rect: pygame.Rect,
    score: float,
    goals: tuple[tuple[float, Look], ...],
) -> None:
    paint, theme = ui.paint, ui.theme
    size = ui.text_px("caption")
    line = paint.line_height(size, 1.3)
    high = ui.px(10)
    track = pygame.Rect(rect.x, rect.y + line + ui.px(4), rect.w, high)
    paint.rounded(surface, track, high // 2, theme.sunken)
    if theme.name == "contrast":
        paint.panel(surface, track, high // 2, theme.sunken, theme.edge, ui.border)
    filled = pygame.Rect(track.x, track.y, max(high, round(track.w * score / 100)), high)
    passed = bool(goals) and score >= goals[0][0]
    paint.rounded(surface, filled, high // 2, theme.good if passed else theme.warn)
    for least, look in goals:
        x = track.x + round(track.w * least / 100)
        reached = score >= least
        colour = theme.good if reached else theme.ink_soft
        surface.fill(theme.ink, (x - 1, track.y - ui.px(3), max(2, ui.px(2)), high + ui.px(6)))
        side = round(size * 0.95)
        text = f"{least:g}"
        wide = side + ui.px(4) + paint.text_width(text, size)
        left = min(x - wide // 2, rect.right - wide)
        paint.icon(surface, look.icon, (left, rect.y + (line - side) // 2), side, colour)
        paint.text(surface, text, (left + side + ui.px(4), rect.y), size, theme.ink_soft)
