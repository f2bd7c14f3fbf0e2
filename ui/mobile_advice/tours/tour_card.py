"""One tour: its stops in order, its timetable, its usual crew, and its next days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.tours.queries import tour_card
from app.mobile_advice.tours.rules import HOLIDAY_LABELS
from resources.text import _, ngettext, say
from ui.clients.fact_grid import FactGrid
from ui.mobile_advice.tours.days_card import DaysCard
from ui.mobile_advice.tours.words import languages_words, mate_words, rhythm_words, span_words
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.errors import Unavailable
    from app.mobile_advice.tours.rows import TourCard
    from ui.desk import Desk, Pending


class TourCardView(RecordCard):
    """A day outside the rhythm is added from here."""

    day_wanted = Signal(object)
    """The tour that is to go on a day of its own."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        super().__init__(desk)
        self._pending: Pending[Any] | None = None
        self.header = PageHeader("")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the tour (F2)"))
        self.day_button = plain_button(_("Add day"), "calendar")
        self.day_button.setToolTip(_("Let the tour go on a day outside its timetable"))
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.day_button.clicked.connect(self._on_day_clicked)
        for button in (self.edit_button, self.day_button):
            self.header.add_action(button)
        self.facts = FactGrid(
            [_("Vehicle"), _("Stops"), _("Usual crew"), _("Languages of advice"),
             _("An appointment"), _("Note")]
        )  # fmt: skip
        self.times = FactGrid([_("Days"), _("On public holidays")])
        self.days = DaysCard(_("No day is ahead. Add a rhythm, or a day."))
        self.days.place_wanted.connect(self.place_wanted)
        self._content = QWidget()
        self.state = StateStack(self._content)
        self.state.retried.connect(self.refresh)
        self._arrange()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        today = self.desk.local_now.date()
        self._pending = self.desk.ask(tour_card, self.record_id, today)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for title, facts in ((_("Tour"), self.facts), (_("Timetable"), self.times)):
            card = Card(title)
            card.add(facts)
            body.add(card)
        body.add(self.days)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.header)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _on_card(self, card: TourCard | None) -> None:
        self._pending = None
        if card is None:
            self.state.show_empty(
                EmptyState(_("This tour is no longer in the office."), icon="bus")
            )
            return
        self.header.set_title(card.row.name)
        self.header.set_subtitle("" if card.row.is_active else _("Not in use"))
        self.day_button.setEnabled(card.row.is_active)
        self.facts.show_facts(_facts(card))
        self.times.show_facts(_times(card))
        self.days.show_days(card.ahead, with_tour=False)
        self.state.show_content()

    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self.record_id)

    def _on_day_clicked(self) -> None:
        self.day_wanted.emit(self.record_id)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _facts(card: TourCard) -> list[str]:
    one = card.details
    stops = [
        f"{stop.start:%H:%M}–{stop.end:%H:%M}  {name}"
        for stop, name in zip(one.stops, card.row.stops, strict=True)
        if stop.start and stop.end
    ]
    minutes = one.slot_minutes or 0
    return [
        card.row.vehicle or _("None: consultation hours in a room"),
        "\n".join(stops),
        "\n".join(map(mate_words, one.crew)),
        languages_words(one.languages),
        ngettext("{count} minute", "{count} minutes", minutes),
        one.note,
    ]


def _times(card: TourCard) -> list[str]:
    days = (
        " · ".join(filter(None, (rhythm_words(one), span_words(one))))
        for one in card.details.rhythms
    )
    holidays = dict.fromkeys(_(HOLIDAY_LABELS[one.on_holidays]) for one in card.details.rhythms)
    return ["\n".join(days) or _("On days added by hand"), "\n".join(holidays)]
