"""The fields of an institution's form; the address follows the country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.institutions.rules import InstitutionDetails
from app.institutions.rules.lists import KINDS
from resources.text import _
from ui.clients.languages_field import LanguagesField
from ui.clients.phone_hint import PhoneHint
from ui.clients.words import area_words
from ui.codes.code_choice import CodeChoice
from ui.institutions.institution_picker import InstitutionPicker
from ui.widgets.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import heading
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.areas.queries import AreaGroup
    from app.institutions.queries import InstitutionToEdit
    from ui.desk import Desk


class InstitutionFields(Form):
    """Everything that is asked about an institution; only a name is needed."""

    def __init__(
        self, desk: Desk, editing: InstitutionToEdit, parent: QWidget | None = None
    ) -> None:
        """Show the fields as they stand in `editing`."""
        super().__init__(parent)
        self.inputs: dict[str, Any] = {}
        self.parent_picker = InstitutionPicker(desk)
        self._add_name()
        self._add_reach()
        self._add_address(editing.areas)
        self._add_working_together()
        PhoneHint(desk, self.field("phone"), self.inputs["phone"], self.inputs["country"])
        self.inputs["country"].changed.connect(self._on_country_changed)
        self.fill(editing)

    def value(self) -> InstitutionDetails:
        """Answer what the fields say."""
        known = {name: field.value() for name, field in self.inputs.items()}
        return InstitutionDetails(**known, parent_id=self.parent_picker.value())

    def fill(self, editing: InstitutionToEdit) -> None:
        """Show other details."""
        for name, field in self.inputs.items():
            field.set_value(getattr(editing.details, name))
        self.parent_picker.set_record(editing.details.parent_id, editing.parent_name)
        self._on_country_changed()
        self.keep()

    def _put(self, name: str, label: str, field: Any, hint: str = "", stretch: int = 1) -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, hint=hint, stretch=stretch)

    def _add_name(self) -> None:
        self._put("name", _("Name"), TextField())
        self._put("kind", _("Kind"), CodeChoice(KINDS))
        hint = _("For a department of a housing association: the association it belongs to.")
        self.add("parent_id", _("Department of"), self.parent_picker, hint=hint, optional=True)

    def _add_reach(self) -> None:
        self.add_widget(heading(_("How to reach it")))
        self.begin_row()
        self._put("phone", _("Phone"), TextField())
        self._put("email", _("E-mail"), TextField())
        self.end_row()
        self._put("website", _("Website"), TextField())
        hours = _("As it is written at the door, such as Mon–Thu 9–15, Fri 9–12.")
        self._put("opening_hours", _("Opening hours"), ShortTextField(2), hours)
        self._put("languages", _("Languages spoken there"), LanguagesField())

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
        self._put("area_id", _("District or town"), ChoiceField(area_options(areas)), stretch=3)
        self.end_row()
        self.field("area_id").setVisible(bool(areas))

    def _add_working_together(self) -> None:
        self.add_widget(heading(_("Working together")))
        told = _("What was agreed, who does what, what helps. Nothing about single people.")
        self._put("cooperation", _("Notes on working together"), LongTextField(6), told)
        self._put("is_active", _("In use"), CheckField(_("We work with this institution")))

    def _on_country_changed(self) -> None:
        """Ask for a door only where addresses have one; what was typed stays."""
        self.field("door").setVisible(self.inputs["country"].value() == "DK")


def area_options(areas: tuple[AreaGroup, ...]) -> list[tuple[UUID | None, str]]:
    """Answer the areas that can be chosen, each with its district."""
    options: list[tuple[UUID | None, str]] = [(None, _("Not known"))]
    for group in areas:
        district = group.district
        within = f" · {area_words(district.name, district.code)}" if district else ""
        if district and district.in_use:
            options.append((district.id, area_words(district.name, district.code)))
        options += [(area.id, f"{area.name}{within}") for area in group.areas]
    return options
