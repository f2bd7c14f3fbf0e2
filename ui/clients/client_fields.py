"""The fields of a client's form; the address follows the country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.rules import SALUTATION_LABELS, ClientDetails, Salutation
from app.clients.rules.details import LETTER_LANGUAGES
from resources.text import _
from ui.clients.languages_field import LanguagesField
from ui.clients.phone_hint import PhoneHint
from ui.clients.words import area_words, letter_language_words
from ui.widgets.fields import CheckField, ChoiceField, LongTextField, TextField, TriStateField
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.areas.queries import AreaGroup
    from app.clients.queries import ClientToEdit
    from ui.desk import Desk


class ClientFields(Form):
    """Everything that is asked about a client; only a name is needed."""

    def __init__(self, editing: ClientToEdit, parent: QWidget | None = None) -> None:
        """Show the fields as they stand in `editing`."""
        super().__init__(parent)
        self.inputs: dict[str, Any] = {}
        self._add_person()
        self._add_contact()
        self._add_address(editing.areas)
        self._add_living()
        self.inputs["country"].changed.connect(self._on_country_changed)
        self.fill(editing.details)

    def value(self) -> ClientDetails:
        """Answer what the fields say."""
        return ClientDetails(**{name: field.value() for name, field in self.inputs.items()})

    def fill(self, details: ClientDetails) -> None:
        """Show other details."""
        for name, field in self.inputs.items():
            field.set_value(getattr(details, name))
        self._on_country_changed()
        self.keep()

    def watch_phones(self, desk: Desk) -> None:
        """Say below a number when it is kept as typed."""
        for name in ("phone", "mobile"):
            PhoneHint(desk, self.field(name), self.inputs[name], self.inputs["country"])

    def _put(self, name: str, label: str, field: Any, hint: str = "", stretch: int = 1) -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, hint=hint, stretch=stretch)

    def _add_person(self) -> None:
        self.add_widget(quiet(_("Only a name is needed. What you do not know yet can wait.")))
        self.begin_row()
        self._put("given_name", _("Given name"), TextField())
        self._put("family_name", _("Family name"), TextField())
        self.end_row()
        self.begin_row()
        born = _("Such as 24.11.1938, or only 11.1938 or 1938.")
        self._put("birth", _("Date of birth"), TextField(), born)
        salutations = [(kind.value, _(SALUTATION_LABELS[kind])) for kind in Salutation]
        chosen = _("As the person wishes to be addressed in letters.")
        self._put("salutation", _("Salutation"), ChoiceField(salutations), chosen)
        self.end_row()
        self._put("languages", _("Languages spoken"), LanguagesField())
        noted = _("Shown at the top of the card, such as “Always call the niece first”.")
        self._put("hint", _("Hint for everybody"), TextField(), noted)

    def _add_contact(self) -> None:
        self.add_widget(heading(_("Contact")))
        self.begin_row()
        self._put("phone", _("Phone"), TextField())
        self._put("mobile", _("Mobile phone"), TextField())
        self.end_row()
        self._put("email", _("E-mail"), TextField())

    def _add_address(self, areas: tuple[AreaGroup, ...]) -> None:
        self.add_widget(heading(_("Address")))
        self.begin_row()
        self._put("street", _("Street"), TextField(), stretch=3)
        self._put("house_number", _("Number"), TextField(), stretch=1)
        self.end_row()
        self.begin_row()
        self._put("floor", _("Floor"), TextField())
        self._put("door", _("Door"), TextField(), _("tv, mf, th or a number."))
        self._put("care_of", _("c/o"), TextField(), stretch=2)
        self.end_row()
        self.begin_row()
        self._put("postal_code", _("Postcode"), TextField(), stretch=1)
        self._put("city", _("Town"), TextField(), stretch=2)
        self.end_row()
        self.begin_row()
        countries = [("DE", _("Germany")), ("DK", _("Denmark"))]
        self._put("country", _("Country"), ChoiceField(countries), stretch=2)
        self._put("area_id", _("District or town"), ChoiceField(_area_options(areas)), stretch=3)
        self.end_row()
        self.field("area_id").setVisible(bool(areas))
        protected = CheckField(_("The address is protected: it is told to nobody"))
        self._put("address_protected", _("Address protection"), protected)

    def _add_living(self) -> None:
        self.add_widget(heading(_("Living and letters")))
        self._put("lives_alone", _("Lives alone"), TriStateField())
        letters = [(tag, letter_language_words(tag)) for tag in LETTER_LANGUAGES]
        self._put("letter_language", _("Language of letters"), ChoiceField(letters))
        told = _("What helps others: what the person likes, hears, sees, needs. No diagnoses.")
        self._put("about", _("About the person"), LongTextField(5), told)

    def _on_country_changed(self) -> None:
        """Ask for a door only where addresses have one; what was typed stays."""
        self.field("door").setVisible(self.inputs["country"].value() == "DK")


def _area_options(areas: tuple[AreaGroup, ...]) -> list[tuple[UUID | None, str]]:
    options: list[tuple[UUID | None, str]] = [(None, _("Not known"))]
    for group in areas:
        district = group.district
        within = f" · {area_words(district.name, district.code)}" if district else ""
        if district and district.in_use:
            options.append((district.id, area_words(district.name, district.code)))
        options += [(area.id, f"{area.name}{within}") for area in group.areas]
    return options
