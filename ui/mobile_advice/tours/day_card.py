"""One day of a tour: its stops, its crew, what stands against it; confirm, move, cancel, close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.tours.queries import day_card
from app.mobile_advice.tours.rules import DayState
from resources.text import _, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.mobile_advice.suitcase.away_note import AwayNote
from ui.mobile_advice.tours.day_parts import AgainstCard, CrewCard, ToTellCard
from ui.mobile_advice.tours.day_words import moved_words, state_tone, state_words
from ui.mobile_advice.tours.halts_card import HaltsCard
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from app.errors import Unavailable
    from app.mobile_advice.tours.rows import DayCard
    from ui.desk import Desk, Pending

_OPEN = frozenset({DayState.PLANNED.value, DayState.CONFIRMED.value})


class DayCardView(RecordCard):
    """What is wanted is told; the panel beside the month does it."""

    confirm_wanted = Signal(object)
    move_wanted = Signal(object)
    close_wanted = Signal(object)
    """Each tells the `DayCard`."""
    cancel_wanted = Signal(object, object)
    """The `DayCard`, and a stop or None."""
    print_wanted = Signal(object)
    letters_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        super().__init__(desk)
        self.card: DayCard | None = None
        self._pending: Pending[Any] | None = None
        self.header = PageHeader("")
        self.tour_button = quiet_button(_("Show tour"), "bus")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change stops, times or crew of this day (F2)"))
        self.confirm_button = primary_button(_("Confirm day"), "check")
        self.move_button = plain_button(_("Move"), "calendar")
        self.close_button = plain_button(_("Was held"), "done")
        self.print_button = plain_button(_("Print notice"), "print")
        self.cancel_button = plain_button(_("Cancel day"), "close")
        self.status = StatusLabel("")
        self.away = AwayNote(desk)
        self.against = AgainstCard()
        self.to_tell = ToTellCard(writes=desk.offers("letters"))
        self.halts = HaltsCard()
        self.crew = CrewCard()
        self.facts = FactGrid([_("Vehicle"), _("Confirmed"), _("Cancelled because"),
                               _("Kilometres"), _("Note")])  # fmt: skip
        self._facts_card = Card(_("More"))
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
        self._pending = self.desk.ask(day_card, self.record_id)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        for button in (self.tour_button, self.edit_button):
            self.header.add_action(button)
        buttons = FlowLayout(gap=spacing(8))
        for button in (
            self.confirm_button, self.close_button, self.move_button, self.print_button,
            self.cancel_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        self._facts_card.add(self.facts)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        body.add(self.header)
        body.add(self.status)
        body.body.addLayout(buttons)
        for part in (
            self.away,
            self.against,
            self.to_tell,
            self.halts,
            self.crew,
            self._facts_card,
        ):
            body.add(part)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.tour_button.clicked.connect(self._on_tour_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        self.move_button.clicked.connect(self._on_move_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.halts.cancel_wanted.connect(self._on_halt_cancel_wanted)
        self.halts.place_wanted.connect(self.place_wanted)
        self.to_tell.acted.connect(self._on_letters_clicked)
        self.to_tell.place_wanted.connect(self.place_wanted)
        self.away.place_wanted.connect(self.place_wanted)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: DayCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This day of the tour is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="calendar"))
            return
        row = card.row
        self.header.set_title(row.tour)
        day = formats.show_long_date(row.day)
        self.header.set_subtitle(" · ".join(filter(None, (day, moved_words(row)))))
        self.status.set_status(state_words(row), state_tone(row.state))
        self._show_buttons(card)
        self.away.show_day(row.id)
        self.against.show_problems(card)
        self.to_tell.show_tasks(card)
        self.halts.show_halts(card)
        self.crew.show_crew(card)
        facts = _facts(card)
        self.facts.show_facts(facts)
        self._facts_card.setVisible(any(facts))
        self.state.show_content()

    def _show_buttons(self, card: DayCard) -> None:
        is_open = card.row.state in _OPEN
        is_past = card.row.day < self.desk.local_now.date()
        self.confirm_button.setVisible(card.row.state == DayState.PLANNED and not is_past)
        self.confirm_button.setEnabled(not card.problems)
        self.close_button.setVisible(is_open and card.row.day <= self.desk.local_now.date())
        self.move_button.setVisible(is_open and not is_past)
        self.cancel_button.setVisible(is_open and not is_past)
        self.edit_button.setVisible(is_open)

    def _on_tour_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("tours", self.card.row.tour_id))

    def _on_edit_clicked(self) -> None:
        if self.card is not None and self.card.row.state in _OPEN:
            self.edit_wanted.emit(self.card.row.id)

    def _on_confirm_clicked(self) -> None:
        self.confirm_wanted.emit(self.card)

    def _on_move_clicked(self) -> None:
        self.move_wanted.emit(self.card)

    def _on_close_clicked(self) -> None:
        self.close_wanted.emit(self.card)

    def _on_print_clicked(self) -> None:
        self.print_wanted.emit(self.card)

    def _on_cancel_clicked(self) -> None:
        self.cancel_wanted.emit(self.card, None)

    def _on_halt_cancel_wanted(self, halt_id: object) -> None:
        self.cancel_wanted.emit(self.card, halt_id)

    def _on_letters_clicked(self) -> None:
        self.letters_wanted.emit(self.card)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _facts(card: DayCard) -> list[str]:
    confirmed = ""
    if card.confirmed_on is not None:
        day = formats.show_date(card.confirmed_on)
        confirmed = _("on {day} by {who}").format(day=day, who=card.confirmed_by)
    driven = card.kilometres
    return [
        card.row.vehicle,
        confirmed,
        card.row.reason,
        formats.show_number(driven / 10, 1) if driven is not None else "",
        card.note,
    ]
