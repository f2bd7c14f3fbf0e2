"""What the office was told about a person: enquiries and housing cases, on the person's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.enquiries.queries import enquiries_of_person
from app.referrals.housing_cases.queries import cases_of_person
from resources.text import _, say
from ui.referrals.enquiries.words import concern_words, due_words, local_day, state_words
from ui.referrals.handing_over.person_card import PersonHandings
from ui.referrals.housing_cases.words import day, kind_words, stage_words
from ui.referrals.housing_cases.words import due_words as case_due_words
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.errors import Unavailable
    from app.referrals.enquiries.queries import EnquiryRow
    from app.referrals.housing_cases.queries import CaseRow
    from ui.desk import Desk


class PersonReferralsTab(QWidget):
    """Each entry leads to its card; new ones begin here, about this person."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    features: ClassVar[frozenset[str]] = frozenset({"referrals"})

    def __init__(self, desk: Desk, client_id: UUID, parent: QWidget | None = None) -> None:
        """Build the tab of a person; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk, self._client_id = desk, client_id
        self.enquiries = _Entries(
            _("Enquiries"), _("Record an enquiry"), "phone", _("Nobody enquired about the person.")
        )
        self.cases = _Entries(
            _("Housing cases"), _("Open a case"), "home", _("There is no housing case.")
        )
        self.body = ScrollBody()
        self.body.body.setSpacing(spacing(12))
        self.handed = PersonHandings(desk, client_id)
        for card in (self.enquiries, self.cases, self.handed):
            self.body.add(card)
        self.body.end()
        self.states = StateStack(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.states)
        self.enquiries.acted.connect(self._on_enquiry_wanted)
        self.cases.acted.connect(self._on_case_wanted)
        self.enquiries.chosen.connect(self._on_enquiry_chosen)
        self.cases.chosen.connect(self._on_case_chosen)
        self.handed.place_wanted.connect(self.place_wanted)
        self.handed.said.connect(self.said)
        self.states.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for everything that is shown."""
        self.states.show_loading()
        asked = self._desk.ask(enquiries_of_person, self._client_id)
        asked.then(self._on_enquiries).if_unavailable(self._on_unavailable)
        self._desk.ask(cases_of_person, self._client_id).then(self._on_cases)
        self.handed.refresh()

    def _on_enquiries(self, rows: Sequence[EnquiryRow]) -> None:
        today = self._desk.local_now.date()
        self.enquiries.show_entries(
            [
                TimelineEntry(
                    when=local_day(row.received_at),
                    title=f"{concern_words(row.concerns)} · {state_words(row.state)}",
                    text=" · ".join(
                        filter(None, (row.number, row.institution, due_words(row, today)))
                    ),
                    icon="phone",
                    tone="danger" if row.is_overdue(today) else "",
                    action=_("Show"),
                    record=row.id,
                )
                for row in rows
            ]
        )
        self.states.show_content()

    def _on_cases(self, rows: Sequence[CaseRow]) -> None:
        today = self._desk.local_now.date()
        self.cases.show_entries(
            [
                TimelineEntry(
                    when=day(row.opened_on),
                    title=f"{kind_words(row.kind)} · {stage_words(row.stage)}",
                    text=" · ".join(filter(None, (row.institution, case_due_words(row, today)))),
                    icon="home",
                    tone="danger" if row.is_overdue(today) else "",
                    action=_("Show"),
                    record=row.id,
                )
                for row in rows
            ]
        )

    def _on_enquiry_wanted(self) -> None:
        self.place_wanted.emit(Place("enquiries", self._client_id, "new_for"))

    def _on_case_wanted(self) -> None:
        self.place_wanted.emit(Place("housing_cases", self._client_id, "new_for"))

    def _on_enquiry_chosen(self, record: UUID) -> None:
        self.place_wanted.emit(Place("enquiries", record))

    def _on_case_chosen(self, record: UUID) -> None:
        self.place_wanted.emit(Place("housing_cases", record))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


class _Entries(Card):
    """A card with one line for each record, or a sentence that there is none."""

    chosen = Signal(object)

    def __init__(self, title: str, action: str, icon: str, nothing: str) -> None:
        super().__init__(title, action, icon=icon)
        self._nothing = quiet(nothing)
        self.timeline = Timeline()
        self.timeline.acted.connect(self.chosen)
        self.add(self._nothing)
        self.add(self.timeline)

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other records."""
        self.timeline.set_entries(entries)
        self.timeline.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
