"""The fields of a stop or site; what is asked follows whether a vehicle stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.tours.rules import ACCESS_LABELS, KIND_LABELS, Hours, StopDetails, StopKind
from app.volunteers.rules import Stretch
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.institutions.institution_fields import area_options
from ui.institutions.institution_picker import InstitutionPicker
from ui.mobile_advice.tours.words import options
from ui.volunteers.week_grid import WeekGrid
from ui.widgets.decimal_field import DecimalField
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    TriStateField,
)
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from app.areas.queries import AreaGroup
    from app.mobile_advice.tours.rows import StopCard
    from ui.desk import Desk

_DEGREES = 6
"""Digits behind the comma of a coordinate: a tenth of a metre."""
_OF_VEHICLES = ("needs_permit", "permit_number", "permit_until", "has_power", "bad_weather")


class StopFields(PartsForm):
    """Only a name and a place are needed."""

    def __init__(
        self, desk: Desk, card: StopCard | None, areas: tuple[AreaGroup, ...], country: str
    ) -> None:
        """Show a stop, or begin one in the office's own country."""
        super().__init__()
        self.institution = InstitutionPicker(desk)
        self._add_place(areas)
        self._add_standing()
        self._add_people()
        self._add_rest()
        self.fill(card, country)
        self.inputs["kind"].changed.connect(self._on_kind_changed)
        self.inputs["needs_permit"].changed.connect(self._on_kind_changed)
        self._on_kind_changed()

    def value(self) -> StopDetails:
        """Answer what the fields say."""
        known = {name: field.value() for name, field in self.inputs.items() if name not in _READ}
        for name in ("latitude", "longitude"):
            parts = self.inputs[name].parts()
            known[name] = None if parts is None else parts / 10**_DEGREES
        known["counters"] = self.inputs["counters"].number()
        known["opens"] = tuple(Hours(*one) for one in self.inputs["opens"].value())
        if known["kind"] == StopKind.SITE:
            known |= {"needs_permit": False, "permit_number": "", "permit_until": None}
        return StopDetails(**known, institution_id=self.institution.value())

    def fill(self, card: StopCard | None, country: str) -> None:
        """Show a stop."""
        details = card.details if card is not None else StopDetails("", country=country)
        for name, field in self.inputs.items():
            if name not in _READ:
                field.set_value(getattr(details, name))
        for name in ("latitude", "longitude"):
            degrees = getattr(details, name)
            parts = None if degrees is None else round(degrees * 10**_DEGREES)
            self.inputs[name].set_parts(parts)
        self.inputs["counters"].set_number(details.counters)
        self.inputs["opens"].set_value(tuple(Stretch(*one) for one in details.opens))
        self.institution.set_record(details.institution_id, card.institution if card else "")
        self.keep()

    def _add_place(self, areas: tuple[AreaGroup, ...]) -> None:
        self.begin_row()
        self.put("name", _("Name"), TextField(), _("As the poster says it."), stretch=3)
        self.put("kind", _("Kind"), ChoiceField(options(KIND_LABELS)), stretch=2)
        self.end_row()
        hint = _("For a practice, a pharmacy or a centre that is on the list of institutions.")
        self.add("institution_id", _("Institution"), self.institution, hint=hint, optional=True)
        self.begin_row()
        self.put("street", _("Street"), TextField(), stretch=3)
        self.put("house_number", _("Number"), TextField(), stretch=1)
        self.end_row()
        self.begin_row()
        self.put("postal_code", _("Postcode"), TextField(), stretch=1)
        self.put("city", _("Town"), TextField(), stretch=2)
        self.end_row()
        hint = _("What people look for, such as: beside the market hall.")
        self.put("meeting_point", _("Meeting point"), TextField(), hint)
        self.begin_row()
        countries = [("DE", _("Germany")), ("DK", _("Denmark"))]
        self.put("country", _("Country"), ChoiceField(countries), stretch=2)
        self.put("area_id", _("District or town"), ChoiceField(area_options(areas)), stretch=3)
        self.end_row()
        self.field("area_id").setVisible(bool(areas))

    def _add_standing(self) -> None:
        self.begin_row()
        access = options(ACCESS_LABELS, ("", _("Not known")))
        self.put("access", _("Access with a wheelchair"), ChoiceField(access))
        self.put("has_power", _("Power supply"), TriStateField())
        self.end_row()
        self.put("toilet", _("Toilet nearby"), TextField())
        self.put("needs_permit", "", CheckField(_("A permit is needed to stand here")))
        self.begin_row()
        self.put("permit_number", _("Number of the permit"), TextField())
        self.put("permit_until", _("Permit valid until"), DateField())
        self.end_row()
        self.put("bad_weather", _("In bad weather"), TextField(), _("Where people find you then."))

    def _add_people(self) -> None:
        self.begin_row()
        self.put("contact_name", _("Contact on site"), TextField())
        self.put("contact_phone", _("Phone"), TextField())
        self.end_row()
        hint = _("How many people can be advised at a time.")
        self.put("counters", _("Counters"), NumberField(), hint)

    def _add_rest(self) -> None:
        self.begin_part(_("Opening hours, coordinates, note"), is_open=False)
        hint = _("When the place can be used. Nothing marked means at any time.")
        self.put("opens", _("Opening hours"), WeekGrid(), hint)
        self.begin_row()
        hint = _("For the order of stops and for the map. Nothing leaves the office.")
        self.put("latitude", _("Latitude"), DecimalField(_DEGREES), hint)
        self.put("longitude", _("Longitude"), DecimalField(_DEGREES))
        self.end_row()
        self.put("note", _("Note"), LongTextField(3))
        self.put("is_active", _("In use"), CheckField(_("Tours come to this stop")))
        self.end_section()

    def _on_kind_changed(self) -> None:
        is_site = self.inputs["kind"].value() == StopKind.SITE
        for name in _OF_VEHICLES:
            self.field(name).setVisible(not is_site)
        self.field("institution_id").setVisible(is_site)
        needs = self.inputs["needs_permit"].value() and not is_site
        for name in ("permit_number", "permit_until"):
            self.field(name).setVisible(needs)


_READ = frozenset({"latitude", "longitude", "counters", "opens"})
"""Inputs whose value is read in another way."""
