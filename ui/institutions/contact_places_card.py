"""A card of a person's overview: the institutions at which the person can be spoken to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.clients.rules import show_phone
from app.institutions.queries import ContactPlace, contact_places
from resources.text import _
from ui.institutions.words import validity_words, whole_name
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import small
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientCard
    from app.together import Question
    from ui.desk import Desk


class ContactPlacesCard(Card):
    """It is not there for people who are nobody's contact."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, _desk: Desk) -> None:
        """Begin with nobody."""
        super().__init__(_("Contact person at"))
        self._places: tuple[ContactPlace, ...] = ()
        self.hide()

    def question(self, person_id: UUID) -> Question:
        """Answer what is to be asked about somebody, together with the card."""
        return partial(contact_places, person_id=person_id)

    def show_answer(self, _card: ClientCard, places: tuple[ContactPlace, ...]) -> None:
        """Show the answer to `question`."""
        if places == self._places:
            return
        self._places = places
        self.clear()
        for place in places:
            button = quiet_button(whole_name(place.name, place.parent_name), "office")
            button.setProperty("record", place.institution_id)
            button.clicked.connect(self._on_place_clicked)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            phone = show_phone(place.phone, place.country)
            validity = validity_words(place.valid_from, place.valid_until)
            told = small(" · ".join(filter(None, (place.function, phone, validity))))
            told.setContentsMargins(spacing(32), 0, 0, 0)
            self.body.addWidget(told)
        self.setVisible(bool(places))

    def do(self, doing: str, record: UUID | None) -> None:
        """Begin nothing: contacts are changed at their institution."""

    def flush(self) -> None:
        """Keep nothing: nothing is typed here."""

    def _on_place_clicked(self) -> None:
        self.place_wanted.emit(Place("institutions", self.sender().property("record")))
