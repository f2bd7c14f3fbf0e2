"""One series: who, when, how often, what lies ahead, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.visiting.series.queries import series_card
from app.visiting.series.rules import HOLIDAY_LABELS, OnHolidays
from resources.text import _, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.visiting.series.ahead_card import AheadCard, HolidaysCard
from ui.visiting.series.series_deeds import SeriesDeeds
from ui.visiting.series.words import (
    hours_words,
    kind_words,
    pair_words,
    pause_words,
    rhythm_words,
    state_tone,
    state_words,
)
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Unavailable
    from app.visiting.series.rows import SeriesCard
    from ui.desk import Desk, Pending


class SeriesCardView(RecordCard):
    """Shows one series after another."""

    doing_wanted = Signal(str)
    """A form: "pause", "end" or "add"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: SeriesCard | None = None
        self._pending: Pending[SeriesCard | None] | None = None
        self.deeds = SeriesDeeds(desk, self)
        self.header = PageHeader("")
        self.person_button = quiet_button(_("Show person"), "person")
        self.status = StatusLabel("")
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons, spacing(8))
        self.edit_button = self._add("edit", _("Change series"))
        self.edit_button.setToolTip(_("Change the visits ahead (F2)"))
        self.add_button = self._add("add", _("Add a visit"))
        self.pause_button = self._add("pause", _("Pause"))
        self.resume_button = self._add("forward", _("Resume"))
        self.end_button = self._add("cancelled", _("End series"))
        self.facts = FactGrid(_fact_names())
        self.ahead, self.holidays = AheadCard(), HolidaysCard()
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self.desk.ask(series_card, self.record_id, self.desk.local_now)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _add(self, icon: str, words: str) -> QPushButton:
        button = plain_button(words, icon)
        self._row.addWidget(button)
        return button

    def _arrange(self) -> None:
        self.header.add_action(self.person_button)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        agreed = Card(_("What is agreed"))
        agreed.add(self.facts)
        for card in (self.holidays, agreed, self.ahead):
            body.add(card)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        for part in (self.header, self.status, self._buttons):
            inner.addWidget(part)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.person_button.clicked.connect(self._on_person_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.pause_button.clicked.connect(self._on_pause_clicked)
        self.resume_button.clicked.connect(self._on_resume_clicked)
        self.end_button.clicked.connect(self._on_end_clicked)
        self.ahead.visit_wanted.connect(self._on_visit_wanted)
        self.holidays.decided.connect(self._on_decided)
        self.deeds.said.connect(self.said)
        self.deeds.done.connect(self.refresh)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: SeriesCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            self.state.show_empty(EmptyState(_("This series no longer exists."), icon="refresh"))
            return
        today, row = self.desk.local_now.date(), card.row
        self.header.set_title(pair_words(row))
        self.status.set_status(state_words(row, today), state_tone(row, today))
        for button in (self.edit_button, self.add_button, self.end_button):
            button.setVisible(not row.is_over(today))
        has_pause = bool(pause_words(row, today))
        self.pause_button.setVisible(not row.is_over(today) and not has_pause)
        self.resume_button.setVisible(not row.is_over(today) and has_pause)
        self._show_facts(card, today)
        self.ahead.show_card(card)
        self.holidays.show_days(card.asked_holidays)
        self.state.show_content()

    def _show_facts(self, card: SeriesCard, today: date) -> None:
        plan = card.row.plan
        self.facts.show_facts(
            (
                rhythm_words(plan),
                hours_words(plan),
                kind_words(plan),
                plan.place_note,
                formats.show_date(card.since),
                formats.show_date(plan.until) if plan.until else "",
                pause_words(card.row, today),
                _(HOLIDAY_LABELS[OnHolidays(plan.on_holidays)]),
            )
        )

    def _on_person_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("clients", self.card.row.plan.person_id))

    def _on_edit_clicked(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.row.id)

    def _on_add_clicked(self) -> None:
        self.doing_wanted.emit("add")

    def _on_pause_clicked(self) -> None:
        self.doing_wanted.emit("pause")

    def _on_end_clicked(self) -> None:
        self.doing_wanted.emit("end")

    def _on_resume_clicked(self) -> None:
        if self.card is not None:
            self.deeds.resume(self.card.row)

    def _on_visit_wanted(self, visit_id: UUID) -> None:
        self.place_wanted.emit(Place("visiting", visit_id))

    def _on_decided(self, day: date, is_visit: bool) -> None:  # noqa: FBT001 - a slot
        if self.card is not None:
            self.deeds.decide(self.card.row, day, is_visit=is_visit)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _fact_names() -> tuple[str, ...]:
    return (
        _("How often"),
        _("Time"),
        _("Kind"),
        _("Meeting point"),
        _("Since"),
        _("Last day"),
        _("Paused"),
        _("Public holidays"),
    )
