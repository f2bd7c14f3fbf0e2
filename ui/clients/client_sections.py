"""The parts of a person's form, from top to bottom; each adds its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import (
    FORMAT_LABELS,
    SALUTATION_LABELS,
    STATUS_LABELS,
    LetterFormat,
    PersonStatus,
    Salutation,
)
from app.clients.rules.details import LETTER_LANGUAGES
from resources.text import _
from ui.clients.address_row import AddressesField
from ui.clients.languages_field import LanguagesField
from ui.clients.reach_row import reaches_field
from ui.clients.role_row import roles_field
from ui.clients.words import area_words, letter_language_words
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    SuggestField,
    TextField,
    TriStateField,
)
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.areas.queries import AreaGroup
    from app.clients.queries import ClientToEdit
    from ui.clients.parts_form import PartsForm


def add_person(form: PartsForm, _editing: ClientToEdit) -> None:
    """Ask who somebody is, and what to the office."""
    form.add_widget(quiet(_("Only a name is needed. What you do not know yet can wait.")))
    form.begin_row()
    form.put("given_name", _("Given name"), TextField())
    form.put("family_name", _("Family name"), TextField())
    form.end_row()
    form.begin_row()
    born = _("Such as 24.11.1938, or only 11.1938 or 1938.")
    form.put("birth", _("Date of birth"), TextField(), born)
    salutations = [(kind.value, _(SALUTATION_LABELS[kind])) for kind in Salutation]
    chosen = _("As the person wishes to be addressed in letters.")
    form.put("salutation", _("Salutation"), ChoiceField(salutations), chosen)
    form.end_row()
    kept = _("Kept because the office may: ten digits, such as 010190-1234.")
    form.put("cpr", _("CPR number"), TextField(), kept)
    form.put("roles", _("Roles in the office"), roles_field())
    noted = _("Shown at the top of the card, such as “Always call the niece first”.")
    form.put("hint", _("Hint for everybody"), TextField(), noted)


def add_contact(form: PartsForm, _editing: ClientToEdit) -> None:
    """Ask how somebody is reached."""
    form.begin_part(_("Contact"), is_open=True)
    form.begin_row()
    form.put("phone", _("Phone"), TextField())
    form.put("mobile", _("Mobile phone"), TextField())
    form.end_row()
    form.put("email", _("E-mail"), TextField())
    form.put("reaches", _("Further phones and e-mails"), reaches_field())


def add_address(form: PartsForm, editing: ClientToEdit) -> None:
    """Ask where somebody lives, and where letters go."""
    form.begin_part(_("Address"), is_open=True)
    form.begin_row()
    form.put("street", _("Street"), TextField(), stretch=3)
    form.put("house_number", _("Number"), TextField(), stretch=1)
    form.end_row()
    form.begin_row()
    form.put("floor", _("Floor"), TextField())
    form.put("door", _("Door"), TextField(), _("tv, mf, th or a number."))
    form.put("care_of", _("c/o"), TextField(), stretch=2)
    form.end_row()
    form.begin_row()
    form.put("postal_code", _("Postcode"), TextField(), stretch=1)
    form.put("city", _("Town"), TextField(), stretch=2)
    form.end_row()
    form.begin_row()
    countries = [("DE", _("Germany")), ("DK", _("Denmark"))]
    form.put("country", _("Country"), ChoiceField(countries), stretch=2)
    areas = ChoiceField(_area_options(editing.areas))
    form.put("area_id", _("District or town"), areas, stretch=3)
    form.end_row()
    form.field("area_id").setVisible(bool(editing.areas))
    moved = _("First day at the new address; the one before is kept. Leave empty to correct only.")
    form.put("moved_on", _("Moved on"), DateField(), moved)
    protected = CheckField(_("The address is protected: it is told to nobody"))
    form.put("address_protected", _("Address protection"), protected)
    form.put("addresses", _("Further addresses"), AddressesField())


def add_languages(form: PartsForm, _editing: ClientToEdit) -> None:
    """Ask what somebody speaks and how letters are read."""
    form.begin_part(_("Languages and letters"), is_open=False)
    form.put("languages", _("Languages spoken"), LanguagesField(asks_levels=True))
    needs = CheckField(_("An interpreter is needed"))
    form.put("needs_interpreter", _("Interpreter"), needs)
    form.begin_row()
    letters = [(tag, letter_language_words(tag)) for tag in LETTER_LANGUAGES]
    form.put("letter_language", _("Language of letters"), ChoiceField(letters))
    formats = [(kind.value, _(FORMAT_LABELS[kind])) for kind in LetterFormat]
    form.put("letter_format", _("Form of letters"), ChoiceField(formats))
    form.end_row()


def add_living(form: PartsForm, _editing: ClientToEdit) -> None:
    """Ask how somebody lives and what helps."""
    form.begin_part(_("Living and what to know"), is_open=False)
    form.put("lives_alone", _("Lives alone"), TriStateField())
    told = _("What helps others: what the person likes, hears, sees, needs. No diagnoses.")
    form.put("about", _("About the person"), LongTextField(5), told)


def add_status(form: PartsForm, editing: ClientToEdit) -> None:
    """Ask whether somebody is there, and who is responsible."""
    form.begin_part(_("Status and responsibility"), is_open=False)
    responsible = SuggestField()
    responsible.set_suggestions(editing.colleagues)
    form.put("responsible", _("Responsible colleague"), responsible)
    form.begin_row()
    statuses = [(status.value, _(STATUS_LABELS[status])) for status in PersonStatus]
    form.put("status", _("Status"), ChoiceField(statuses))
    form.put("status_from", _("First day"), DateField())
    form.put("status_until", _("Last day"), DateField())
    form.end_row()
    form.put("status_note", _("Note on the status"), TextField())
    form.add_widget(form.ruled_out)
    cancels = CheckField(_("Cancel all of this when saving"))
    form.put("cancels_visits", _("What is planned"), cancels)


ALL: tuple[Callable[[PartsForm, ClientToEdit], None], ...] = (
    add_person, add_contact, add_address, add_languages, add_living, add_status,
)  # fmt: skip
"""The parts in their order."""


def _area_options(areas: tuple[AreaGroup, ...]) -> list[tuple[UUID | None, str]]:
    options: list[tuple[UUID | None, str]] = [(None, _("Not known"))]
    for group in areas:
        district = group.district
        within = f" · {area_words(district.name, district.code)}" if district else ""
        if district and district.in_use:
            options.append((district.id, area_words(district.name, district.code)))
        options += [(area.id, f"{area.name}{within}") for area in group.areas]
    return options
