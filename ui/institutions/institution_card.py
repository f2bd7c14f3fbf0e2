"""An institution's card: how to reach it, whom to speak to, how the work together goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.languages import language_name
from app.clients.rules import address_lines, show_phone
from app.institutions.contacts import add_contact, remove_contact
from app.institutions.queries import institution_card
from app.institutions.rules import ContactDetails
from resources.text import _, language, say
from ui.clients.fact_grid import FactGrid
from ui.clients.words import area_words
from ui.institutions.contact_line import ContactLine
from ui.institutions.words import kind_words
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.institutions.queries import ContactRow, InstitutionCard
    from ui.desk import Desk, Pending


class InstitutionCardView(RecordCard):
    """Shows one institution after another without being built anew."""

    contact_wanted = Signal(object, object)
    """The form of a contact: the institution's id, and the contact's or None for a new one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: InstitutionCard | None = None
        self._pending: Pending[InstitutionCard | None] | None = None
        self._removed: ContactRow | None = None
        self.header = PageHeader("")
        self.header.title.selectable()
        self.edit_button = plain_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the institution (F2)"))
        self.header.add_action(self.edit_button)
        self.not_used = Banner("hint", _("We no longer work with this institution."))
        self.facts = FactGrid(
            [_("Phone"), _("E-mail"), _("Website"), _("Address"), _("District or town"),
             _("Opening hours"), _("Languages")]
        )  # fmt: skip
        self.no_facts = quiet(_("Neither phone number nor address is known yet."))
        self.cooperation = Label().selectable()
        self._reach = Card(_("How to reach it"))
        self.contacts = Card(_("Contact persons"), _("Add contact person"), icon="person_add")
        self._together = Card(_("Working together"))
        self._together.add(self.cooperation)
        self.departments = Card(_("Departments"))
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
        self._pending = self.desk.ask(institution_card, self.record_id)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        self._reach.add(self.facts)
        self._reach.add(self.no_facts)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for card in (self._reach, self.contacts, self._together, self.departments):
            body.add(card)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.header)
        inner.addWidget(self.not_used)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.contacts.acted.connect(self._on_add_contact)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: InstitutionCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This institution is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="office"))
            return
        self.header.set_title(card.name)
        self.header.set_subtitle(
            " · ".join(filter(None, (kind_words(card.kind), card.parent_name)))
        )
        self.not_used.setVisible(not card.is_active)
        self._show_facts(card)
        self.cooperation.setText(card.cooperation)
        self._together.setVisible(bool(card.cooperation.strip()))
        self._show_contacts(card)
        self._show_departments(card)
        self.state.show_content()

    def _show_facts(self, card: InstitutionCard) -> None:
        known = [
            show_phone(card.phone, card.address.country),
            card.email,
            card.website,
            "\n".join(address_lines(card.address)),
            area_words(card.area_name, card.area_code),
            card.opening_hours,
            ", ".join(language_name(tag, language()) for tag in card.languages),
        ]
        self.facts.show_facts(known)
        self.facts.setVisible(any(known))
        self.no_facts.setVisible(not any(known))

    def _show_contacts(self, card: InstitutionCard) -> None:
        self.contacts.clear()
        today = self.desk.local_now.date()
        for contact in card.contacts:
            line = ContactLine(contact, card.address.country, today)
            line.person_wanted.connect(self._on_person_wanted)
            line.edit_wanted.connect(self._on_contact_edited)
            line.remove_wanted.connect(self._on_contact_removed)
            self.contacts.add(line)
        if not card.contacts:
            self.contacts.add(quiet(_("Nobody is known here yet whom one could speak to.")))

    def _show_departments(self, card: InstitutionCard) -> None:
        self.departments.clear()
        self.departments.setVisible(bool(card.departments))
        for department in card.departments:
            button = quiet_button(department.name, "home")
            button.setProperty("record", department.id)
            button.clicked.connect(self._on_department_clicked)
            self.departments.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_edit_clicked(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.id)

    def _on_add_contact(self) -> None:
        if self.card is not None:
            self.contact_wanted.emit(self.card.id, None)

    def _on_contact_edited(self, contact_id: UUID) -> None:
        self.contact_wanted.emit(self.record_id, contact_id)

    def _on_person_wanted(self, person_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", person_id))

    def _on_department_clicked(self) -> None:
        self.place_wanted.emit(Place("institutions", self.sender().property("record")))

    def _on_contact_removed(self, contact: ContactRow) -> None:
        self._removed = contact
        pending = self.desk.act(remove_contact, contact.id)
        pending.then(self._on_removed).if_refused(self._on_refused)

    def _on_removed(self, _nothing: None) -> None:
        contact = self._removed
        if contact is None:
            return
        words = _("{name} is no longer a contact person here.").format(name=contact.name)
        self.said.emit(words, partial(self._put_back, contact))

    def _put_back(self, contact: ContactRow) -> None:
        details = ContactDetails(
            person_id=contact.person_id,
            function=contact.function,
            phone=contact.phone,
            email=contact.email,
            note=contact.note,
            valid_from=contact.valid_from,
            valid_until=contact.valid_until,
        )
        self.desk.act(add_contact, contact.id, contact.institution_id, details)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
