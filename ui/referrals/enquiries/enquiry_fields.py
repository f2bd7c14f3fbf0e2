"""The fields of an enquiry: what is needed on the phone on top, the rest in a part that opens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.referrals.enquiries.queries import department
from app.referrals.enquiries.rules import (
    CHILD_CONCERN,
    CONCERNS,
    EnquiryDetails,
    Known,
    Urgency,
)
from resources.text import _
from ui.codes.code_chips import CodeChips
from ui.institutions.institution_picker import InstitutionPicker
from ui.picking.client_picker import ClientPicker
from ui.referrals.enquiries.contact_choice import ContactChoice
from ui.referrals.enquiries.home_hint import HomeHint
from ui.referrals.enquiries.more_fields import add_more, known_field
from ui.referrals.enquiries.words import urgency_words
from ui.widgets.banner import Banner
from ui.widgets.fields import CheckField, ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.clients.queries import ClientHit
    from app.referrals.enquiries.queries import Department, EnquiryToEdit
    from ui.desk import Desk

_HOME = ("street", "house_number", "floor", "door", "postal_code", "city")


class EnquiryFields(Form):
    """The department proposes who rings and the town; the address proposes who lives there."""

    def __init__(
        self, desk: Desk, editing: EnquiryToEdit, key: UUID, parent: QWidget | None = None
    ) -> None:
        """Show the fields as they stand in `editing`; `key` is the enquiry's own."""
        super().__init__(parent)
        self._desk = desk
        self._editing = editing
        self._is_filling = False
        self.inputs: dict[str, Any] = {}
        self.institution = InstitutionPicker(desk)
        self.contact = ContactChoice()
        self.person = ClientPicker(desk)
        self.hint = HomeHint(desk, key)
        self.naming = quiet("")
        self.deed = Banner("danger", "")
        self.child = Banner("attention", "")
        self._add_reporter()
        self._add_about()
        self._add_said()
        add_more(self, self._put, editing)
        self._connect()
        self.fill(editing)

    def value(self) -> EnquiryDetails:
        """Answer what the fields say."""
        known = {name: field.value() for name, field in self.inputs.items()}
        contact = self.contact.contact_id()
        if contact is not None:
            known["reporter_name"] = ""
        return replace(
            self._editing.details,
            institution_id=self.institution.value(),
            contact_id=contact,
            person_id=self.person.value(),
            **known,
        )

    def fill(self, editing: EnquiryToEdit) -> None:
        """Show another enquiry."""
        self._editing = editing
        self._is_filling = True
        details = editing.details
        for name, field in self.inputs.items():
            field.set_value(getattr(details, name))
        self.institution.set_record(details.institution_id, editing.institution)
        self.contact.set_contact(details.contact_id)
        self.person.set_record(details.person_id, editing.person)
        self._is_filling = False
        self._ask_department()
        self._show_parts()
        self._look_up()
        self.keep()

    def restore(self, texts: Any) -> None:  # noqa: ANN401 - as in Form
        """Put a draft back, and ask for what belongs to it."""
        super().restore(texts)
        self._ask_department()
        self._show_parts()
        self._look_up()

    def _put(self, name: str, label: str, field: Any, **more: Any) -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, **more)

    def _add_reporter(self) -> None:
        self.begin_row()
        self.add("institution_id", _("Department that rings"), self.institution, stretch=3)
        self.add("contact_id", _("Who is on the phone"), self.contact, stretch=3)
        self.end_row()
        self.begin_row()
        self._put("reporter_name", _("Name of the caller"), TextField(), stretch=3)
        self._put("reporter_phone", _("Phone to ring back"), TextField(), stretch=3)
        self.end_row()
        self._put("is_anonymous", _("Anonymous"), CheckField(_("The caller stays anonymous")))
        self.add_widget(self.naming)

    def _add_about(self) -> None:
        self.begin_row()
        self._put("about_name", _("Name of the resident"), TextField(), stretch=4)
        self._put("street", _("Street"), TextField(), stretch=4)
        self._put("house_number", _("Number"), TextField(), stretch=2)
        self.end_row()
        self.begin_row()
        for name, label, stretch in (
            ("floor", _("Floor"), 2), ("door", _("Door"), 2), ("postal_code", _("Postcode"), 2),
            ("city", _("Town"), 4),
        ):  # fmt: skip
            self._put(name, label, TextField(), stretch=stretch)
        self.end_row()
        self.add_widget(self.hint)
        self.add("person_id", _("Card of the resident"), self.person, optional=True)
        tick = CheckField(_("Make a new card with this name and home"))
        self._put("is_new", _("New card"), tick)

    def _add_said(self) -> None:
        self._put("observed", _("What was observed"), ShortTextField(3))
        self._put("concerns", _("Concerns"), CodeChips(CONCERNS))
        self.begin_row()
        offered = [(each, urgency_words(each)) for each in Urgency]
        self._put("urgency", _("Urgency"), ChoiceField(offered))
        self._put("children", _("Children in the home"), known_field())
        self.end_row()
        self.add_widget(self.child)
        self.add_widget(self.deed)
        numbers = self._editing.laws.emergency
        told = CheckField(_("I told the caller to ring {numbers}").format(numbers=numbers))
        self._put("told_emergency", _("Told"), told)

    def _connect(self) -> None:
        self.institution.chosen.connect(self._on_department_chosen)
        self.contact.changed.connect(self._show_parts)
        self.person.chosen.connect(self._on_person_chosen)
        self.hint.resident_chosen.connect(self._on_resident_chosen)
        for name in ("is_anonymous", "urgency", "concerns", "children", "acute"):
            self.inputs[name].changed.connect(self._show_parts)
        for name in _HOME:
            self.inputs[name].changed.connect(self._look_up)

    def _ask_department(self) -> None:
        key = self.institution.value()
        if key is not None:
            today = self._desk.local_now.date()
            self._desk.ask(department, key, today).then(self._on_department_known)

    def _on_department_chosen(self, key: UUID | None) -> None:
        if key is None:
            self.contact.offer((), choose_first=False)
        else:
            today = self._desk.local_now.date()
            self._desk.ask(department, key, today).then(self._on_department_new)

    def _on_department_known(self, found: Department | None) -> None:
        if found is not None and found.id == self.institution.value():
            was_clean = not self.is_dirty()
            self.contact.offer(found.contacts, choose_first=False)
            if was_clean:
                self.keep()

    def _on_department_new(self, found: Department | None) -> None:
        """Propose who rings and where, unless something was typed already."""
        if found is None or found.id != self.institution.value():
            return
        self.contact.offer(found.contacts, choose_first=not self.inputs["reporter_name"].value())
        for name in ("postal_code", "city"):
            if not self.inputs[name].value():
                self.inputs[name].set_value(getattr(found, name))

    def _on_person_chosen(self, _key: UUID | None) -> None:
        self._show_parts()

    def _on_resident_chosen(self, hit: ClientHit) -> None:
        self.person.set_record(hit.id, hit.name)
        if not self.inputs["about_name"].value():
            self.inputs["about_name"].set_value(hit.name)
        self._show_parts()
        self.inputs["observed"].setFocus()
        self.changed.emit()

    def _look_up(self) -> None:
        if not self._is_filling:
            self.hint.look_up(self.value().address)

    def _show_parts(self) -> None:
        """Ask only for what belongs to the answers so far; what was typed stays."""
        if self._is_filling:
            return
        laws, details = self._editing.laws, self.value()
        named = self.contact.contact_id() is not None
        self.field("reporter_name").setVisible(not named and not details.is_anonymous)
        self.field("reporter_phone").setVisible(not named)
        self.field("is_anonymous").setVisible(not named or details.is_anonymous)
        self.naming.setVisible(details.is_anonymous)
        self.naming.setText(
            _(
                "Once the name is given it must be noted, and the resident may see it when "
                "asking for the file ({law}). Say so to the caller."
            ).format(law=laws.naming_law)
        )
        self.field("door").setVisible(details.country == "DK")
        self.field("is_new").setVisible(self.person.value() is None)
        self._show_deed(details)
        self._show_child(details)

    def _show_deed(self, details: EnquiryDetails) -> None:
        acute = details.is_acute
        words = _("Danger now: tell the caller to ring {numbers} at once, before you write on.")
        self.deed.set_text(words.format(numbers=self._editing.laws.emergency))
        self.deed.setVisible(acute)
        self.field("told_emergency").setVisible(acute)

    def _show_child(self, details: EnquiryDetails) -> None:
        laws = self._editing.laws
        if CHILD_CONCERN in details.concerns:
            words = _(
                "A concern about a child goes to: {channel} ({law}). It is assessed within "
                "{hours} hours, and you note on the card that you told them."
            )
            channel = _(laws.child_channel)
            self.child.set_text(
                words.format(channel=channel, law=laws.child_law, hours=laws.child_hours)
            )
        else:
            self.child.set_text(
                _("Children live there. Is the caller worried about them? Then choose that, too.")
            )
        is_asked = CHILD_CONCERN in details.concerns or details.children is Known.YES
        self.child.setVisible(is_asked)
