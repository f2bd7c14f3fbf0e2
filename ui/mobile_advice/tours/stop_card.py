"""One stop or site: where it is, what is there, its permit, and when the next tours come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.tours.queries import stop_card
from app.mobile_advice.tours.rules import KIND_LABELS
from resources.text import _, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.mobile_advice.tours.days_card import DaysCard
from ui.mobile_advice.tours.words import access_words, hours_words, permit_words
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from datetime import date

    from app.errors import Unavailable
    from app.mobile_advice.tours.rows import StopCard
    from ui.desk import Desk, Pending


class StopCardView(RecordCard):
    """A permit that ends soon, or is missing, is said above everything."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        super().__init__(desk)
        self._pending: Pending[Any] | None = None
        self.header = PageHeader("")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the stop (F2)"))
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.book_button = quiet_button(_("Appointments"), "calendar")
        self.book_button.setToolTip(_("Show the next day of this stop with free times"))
        self.book_button.clicked.connect(self._on_book_clicked)
        self.header.add_action(self.book_button)
        self.header.add_action(self.edit_button)
        self.permit = Banner("attention", "")
        self.place = FactGrid(
            [_("Kind"), _("Address"), _("Meeting point"), _("District"), _("Institution"),
             _("Coordinates"), _("Contact on site"), _("Tours")]
        )  # fmt: skip
        self.there = FactGrid(
            [_("Access"), _("Power supply"), _("Toilet nearby"), _("In bad weather"),
             _("Counters"), _("Opening hours"), _("Permit"), _("Valid until"), _("Note")]
        )  # fmt: skip
        self.days = DaysCard(_("No tour comes here. Add the stop to a tour."))
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
        self._pending = self.desk.ask(stop_card, self.record_id, today)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for title, facts in ((_("Where it is"), self.place), (_("What is there"), self.there)):
            card = Card(title)
            card.add(facts)
            body.add(card)
        body.add(self.days)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        for part in (self.header, self.permit):
            inner.addWidget(part)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _on_card(self, card: StopCard | None) -> None:
        self._pending = None
        if card is None:
            sentence = _("This stop is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="bus"))
            return
        self.header.set_title(card.row.name)
        self.header.set_subtitle("" if card.row.is_active else _("Not in use"))
        warning = _permit_warning(card, self.desk.local_now.date())
        self.permit.set_text(warning)
        self.permit.setVisible(bool(warning))
        self.place.show_facts(_place_facts(card))
        self.there.show_facts(_there_facts(card))
        self.days.show_days(card.ahead, with_tour=True)
        self.state.show_content()

    def _on_book_clicked(self) -> None:
        if self.record_id is not None:
            self.place_wanted.emit(Place("appointments", self.record_id, "at_stop"))

    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self.record_id)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _permit_warning(card: StopCard, today: date) -> str:
    row = card.row
    if not row.needs_permit or not row.is_active:
        return ""
    if not row.permit_number or row.permit_until is None:
        return _("No permit is entered. Tours that stop here cannot be confirmed.")
    if row.permit_until < today:
        return _("The permit ended on {day}.").format(day=formats.show_date(row.permit_until))
    late = [one for one in card.ahead if one.day > row.permit_until]
    if late:
        day = formats.show_date(row.permit_until)
        return _("The permit ends on {day}; tours go on after that.").format(day=day)
    return ""


def _place_facts(card: StopCard) -> list[str]:
    one = card.details
    street = f"{one.street} {one.house_number}".strip()
    has_place = one.latitude is not None and one.longitude is not None
    return [
        _(KIND_LABELS[one.kind]),
        ", ".join(filter(None, (street, card.row.town))),
        one.meeting_point,
        card.row.area,
        card.institution,
        f"{one.latitude:.5f}, {one.longitude:.5f}" if has_place else "",
        " · ".join(filter(None, (one.contact_name, one.contact_phone))),
        card.row.tours,
    ]


def _there_facts(card: StopCard) -> list[str]:
    one = card.details
    power = {True: _("Yes"), False: _("No"), None: ""}[one.has_power]
    return [
        access_words(one.access),
        power,
        one.toilet,
        one.bad_weather,
        str(one.counters or 1),
        hours_words(one.opens),
        one.permit_number,
        permit_words(card.row) if one.needs_permit else "",
        one.note,
    ]
