"""What followed from an enquiry, each with how it stands now and the way there."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _
from ui.referrals.enquiries.words import (
    about_words,
    concern_words,
    followed_words,
    local_day,
    state_words,
    step_words,
)
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.page import Place
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from uuid import UUID

    from app.referrals.enquiries.queries import EnquiryCard, FollowedRow

_PLACES = MappingProxyType(
    {
        "visit": "visiting",
        "intake": "intake",
        "task": "tasks",
        "appointment": "appointments",
        "interpreter_request": "mediators",
        "housing_case": "housing_cases",
        "referral": "handing_over",
    }
)
_ICONS = MappingProxyType(
    {
        "visit": "visiting",
        "visiting": "heart",
        "advice": "info",
        "mediator": "language",
        "housing_case": "home",
        "seniors_help": "forward",
        "spdi": "forward",
    }
)


class StepsCard(Card):
    """Each entry opens what was made."""

    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(_("What follows"), _("Begin help"), icon="add")
        self._places: dict[UUID, Place] = {}
        self._nothing = quiet(_("Nothing followed yet. The answer to the reporter waits apart."))
        self._timeline = Timeline()
        self._timeline.acted.connect(self._on_acted)
        self.case_button = quiet_button(_("Open a housing case"), "home")
        self.case_button.clicked.connect(self._on_case_clicked)
        self.book_button = quiet_button(_("Book appointment"), "calendar")
        self.book_button.clicked.connect(self._on_book_clicked)
        self._enquiry_id: UUID | None = None
        self._person_id: UUID | None = None
        self.add(self._nothing)
        self.add(self._timeline)
        further = FlowLayout(gap=spacing(4))
        for button in (self.case_button, self.book_button):
            further.addWidget(button)
        self.add(further)

    def show_enquiry(self, card: EnquiryCard) -> None:
        """Show what followed, the latest first."""
        steps, self._enquiry_id, self._person_id = card.steps, card.id, card.row.person_id
        self.book_button.setVisible(self._person_id is not None and not card.row.is_closed)
        self.case_button.setVisible(not card.row.is_closed)
        self.offer_action(on=not card.row.is_closed)
        self._places = {
            step.target_id: Place(_PLACES[step.target_table], step.target_id)
            for step in steps
            if step.target_id is not None and step.target_table in _PLACES and step.state
        }
        self._timeline.set_entries([self._entry(step) for step in reversed(steps)])
        self._timeline.setVisible(bool(steps))
        self._nothing.setVisible(not steps)

    def _entry(self, step: FollowedRow) -> TimelineEntry:
        return TimelineEntry(
            when=f"{local_day(step.at)} · {step.who}",
            title=f"{step_words(step.kind)}: {followed_words(step)}",
            text=step.note,
            icon=_ICONS.get(step.kind, "task"),
            action=_("Show") if step.target_id in self._places else "",
            record=step.target_id,
        )

    def _on_acted(self, record: UUID) -> None:
        self.place_wanted.emit(self._places[record])

    def _on_case_clicked(self) -> None:
        self.place_wanted.emit(Place("housing_cases", self._enquiry_id, "enquiry"))

    def _on_book_clicked(self) -> None:
        self.place_wanted.emit(Place("appointments", self._enquiry_id, "after"))


class EarlierCard(Card):
    """Other enquiries about the same home."""

    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(_("Also about this home"))
        self._timeline = Timeline()
        self._timeline.acted.connect(self._on_acted)
        self.add(self._timeline)

    def show_enquiry(self, card: EnquiryCard) -> None:
        """Show what else was said of the home."""
        self._timeline.set_entries(
            [
                TimelineEntry(
                    when=local_day(row.received_at),
                    title=f"{concern_words(row.concerns)} · {state_words(row.state)}",
                    text=f"{row.number} · {about_words(row)}",
                    icon="phone",
                    action=_("Show"),
                    record=row.id,
                )
                for row in card.earlier
            ]
        )
        self.setVisible(bool(card.earlier))

    def _on_acted(self, record: UUID) -> None:
        self.place_wanted.emit(Place("enquiries", record))
