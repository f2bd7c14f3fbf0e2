"""The first tab of a client's card: contact, address, living, and what to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.rules import SALUTATION_LABELS, Salutation, address_lines, show_phone
from resources.text import _
from ui.clients.fact_grid import FactGrid
from ui.clients.words import area_words, letter_language_words, living_words
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import Label, quiet
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.clients.queries import ClientCard


class ClientOverview(QWidget):
    """Shows one card after another without being built anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self.contact = FactGrid(
            [_("Phone"), _("Mobile phone"), _("E-mail"), _("Address"), _("Floor"),
             _("District or town")]
        )  # fmt: skip
        self.no_contact = quiet(_("Neither phone number nor address is known yet."))
        self.living = FactGrid([_("Living situation"), _("Salutation"), _("Language of letters")])
        self.about = Label().selectable()
        self._about_card = _card(_("About the person"), self.about)
        body = ScrollBody()
        body.body.setContentsMargins(0, spacing(12), 0, 0)
        body.body.setSpacing(spacing(12))
        body.add(_card(_("Contact"), self.contact, self.no_contact))
        body.add(self._about_card)
        body.add(_card(_("Living and letters"), self.living))
        body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(body)

    def show_card(self, card: ClientCard) -> None:
        """Show a client."""
        country = card.address.country
        known = [
            show_phone(card.phone, country),
            show_phone(card.mobile, country),
            card.email,
            "\n".join(address_lines(card.address)),
            card.address.floor if country == "DE" else "",
            area_words(card.area_name, card.area_code),
        ]
        self.contact.show_facts(known)
        self.contact.setVisible(any(known))
        self.no_contact.setVisible(not any(known))
        self.about.setText(card.about)
        self._about_card.setVisible(bool(card.about.strip()))
        salutation = _(SALUTATION_LABELS[Salutation(card.salutation)])
        letters = letter_language_words(card.letter_language)
        self.living.show_facts([living_words(card.lives_alone), salutation, letters])


def _card(title: str, *parts: QWidget) -> Card:
    card = Card(title)
    for part in parts:
        card.add(part)
    return card
