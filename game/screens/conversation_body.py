"""What stands below the header of a conversation: the stage, the meters, what is said and may be answered.

In two columns beside the stage, or, for small windows and large text, in one that scrolls.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.play.phases import Phase
from game.scenario.model import Action
from game.screens.choices import TimerBar, choice_cards
from game.screens.coaching_panel import coaching_panel
from game.screens.meters_panel import meters_panel, meters_strip, why_list
from game.screens.speech import aftermath, earlier_lines, newest_line, own_words
from game.screens.stage import Stage, head_and_shoulders
from game.screens.talk import Talk
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Em, Label, Row, Scroll, Widget
from game.screens.widgets_scroll import INSET

BESIDE_MOUTH, BESIDE_HEAD = 0.85, 0.3  # where a bubble's tail sits, 0 to 1 down its side
TAIL_ROOM = 22  # what a bubble's tail needs to the left of it, in design pixels
SIDE, EDGE, EDGE_SMALL = 26, 20, 8  # padding of the body in design pixels: at the sides, above and below


@dataclass(frozen=True, slots=True)
class Hands:
    """What the body's widgets call. `is_settled` says whether what is shown has stood long enough."""

    go_on: Callable[[], object]
    click: Callable[[], object]
    choose: Callable[[Action], object]
    is_settled: Callable[[], bool]


class Body:
    """Builds the body from a talk; `timer` is the bar of the clock, where there is one."""

    def __init__(self, ui: Ui, talk: Talk, do: Hands) -> None:
        """Build for the size, text scale and theme of `ui`."""
        self.ui, self.talk, self.do = ui, talk, do
        self.timer: TimerBar | None = None

    def build(self, high: int) -> Widget:
        """Give the body for a height of `high` pixels."""
        return self._compact(high) if self.ui.compact else self._wide(high)

    # --- two columns

    def _wide(self, high: int) -> Widget:
        ui, talk = self.ui, self.talk
        is_small = ui.area.h < 640
        margin = EDGE_SMALL if is_small else EDGE
        side, edge, gap = ui.space(SIDE), ui.space(margin), ui.space(18)
        left = ui.length(Em(12.5))
        right = min(round(ui.area.w * (0.48 if is_small else 0.46)), ui.length(Em(36)))
        room = side + left + gap, ui.area.w - side - right
        stage = Stage(talk.telling.place, talk.person, room, self.do.click)
        if talk.is_paused:
            return Row([], backdrop=stage, flex=1)
        items = self._words(right, high - 2 * edge - 2 * ui.px(INSET))
        return Row(
            [
                self._meters(left / ui.factor),
                Column([], flex=1),
                Scroll(items, width=right / ui.factor, key="talk"),
            ],
            backdrop=stage,
            padding=(SIDE, margin),
            gap=0,
            cross="stretch",
            flex=1,
        )

    def _meters(self, width: float) -> Widget:
        talk, scenario = self.talk, self.talk.session.scenario
        panel = meters_panel(
            scenario.customers, talk.meters, talk.changes, speaking=talk.person.id, gone=talk.gone
        )
        return Column(
            [Scroll(panel, key="meters")],
            frame="card",
            padding=(15, 8),
            width=width,
            align="start",
            key="meters-card",
        )

    def _words(self, width: int, high: int) -> Widget:
        """Give what is said and may be answered, as large as there is room for."""
        ui = self.ui
        inner = width - ui.px(TAIL_ROOM)
        for large, earlier, gap in (
            (True, True, 12),
            (True, False, 12),
            (False, False, 12),
            (False, False, 7),
        ):
            column = Column(
                [
                    Column([], flex=2),
                    *self._said(large=large, earlier=earlier),
                    Column([], flex=1),
                    *self._answers(),
                ],
                gap=gap,
                flex=1,
            )
            if column.content_height(ui, inner) <= high:
                break
        return Row([Column([], width=TAIL_ROOM), column], gap=0, cross="stretch")

    # --- one column

    def _compact(self, high: int) -> Widget:
        ui, talk = self.ui, self.talk
        stage = Stage(talk.telling.place, None, (0, ui.area.w), self.do.click)
        if talk.is_paused:
            return Row([], backdrop=stage, flex=1)
        for earlier in (True, False):
            column = self._column(earlier)
            if column.content_height(ui, ui.area.w) + 2 * ui.px(INSET) <= high:
                break
        return Row([Scroll(column, flex=1, key="talk")], backdrop=stage, cross="stretch", flex=1)

    def _column(self, earlier: bool) -> Widget:
        talk, customers = self.talk, self.talk.session.scenario.customers
        strip = meters_strip(customers, talk.meters, speaking=talk.person.id, gone=talk.gone)
        items = [
            Column([strip], frame="flat", padding=(16, 9)),
            *self._with_head(self._said(large=False, earlier=earlier)),
            why_list(customers, talk.changes),
            *self._answers(),
        ]
        return Column(items, padding=(SIDE, 6), gap=12)

    def _with_head(self, said: list[Widget | None]) -> list[Widget]:
        """Put the speaker's head beside the newest line; where nobody spoke, beside what comes first."""
        shown = [widget for widget in said if widget is not None]
        index = next((index for index, widget in enumerate(shown) if widget.key == "newest"), 0)
        head = head_and_shoulders(self.talk.telling.place, self.talk.person, 104, 124)
        if not shown:
            return [head]
        shown[index].flex = 1
        shown[index] = Row([head, shown[index]], gap=24, cross="centre")
        return shown

    # --- what is said and answered

    def _said(self, *, large: bool, earlier: bool) -> list[Widget | None]:
        talk = self.talk
        lines = talk.lines
        before = earlier_lines(lines[:-1]) if earlier or talk.phase is not Phase.CHOOSING else None
        tail_at = BESIDE_HEAD if self.ui.compact else BESIDE_MOUTH
        newest = newest_line(lines[-1], large=large, tail_at=tail_at) if lines else None
        if talk.phase is Phase.COACHING:
            reaction, coaching = self.talk.session.reaction, self.talk.session.coaching
            return [
                own_words(reaction) if reaction is not None else None,
                coaching_panel(coaching, roomy=large) if coaching is not None else None,
            ]
        if talk.phase is Phase.REACTING:
            reaction = self.talk.session.reaction
            assert reaction is not None
            after = None if talk.has_more else aftermath(reaction)
            return [own_words(reaction), before, newest, after]
        return [before, newest]

    def _answers(self) -> list[Widget | None]:
        talk, session = self.talk, self.talk.session
        if talk.phase is Phase.CHOOSING:
            timer: Widget | None = None
            if session.clock.limit_ms is not None:
                self.timer = TimerBar(session.clock)
                timer = self.timer.widget
            return [timer, *choice_cards(session.options, self.do.choose, self.do.is_settled)]
        if session.is_over:
            return [self._waiting()]
        return [self._go_on_row()]

    def _go_on_row(self) -> Widget:
        talk = self.talk
        ahead = talk.timer_ahead_s
        note = None
        if ahead is not None:
            note = Label(f"You will have {ahead} seconds", "small", icon="clock", colour="warn", pill=True)
        words = "Answer" if ahead is not None else "See how it went" if talk.is_last_word else "Go on"
        return Row(
            [
                note,
                Button(
                    words,
                    self.do.go_on,
                    kind="primary",
                    icon="right",
                    icon_after=True,
                    autofocus=True,
                    key="go-on",
                ),
            ],
            justify="end",
            wrap=True,
            gap=12,
        )

    def _waiting(self) -> Widget:
        return Row(
            [
                Label(
                    "Working out what every choice was worth …",
                    "body",
                    icon="clock",
                    colour="ink_soft",
                    flex=1,
                )
            ],
            frame="flat",
            padding=(18, 14),
            key="waiting",
        )
