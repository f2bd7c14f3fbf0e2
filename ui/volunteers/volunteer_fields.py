"""The fields of a volunteer's file, in parts that open and close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.volunteers.rules import (
    ACTIVITIES,
    ANIMALS,
    GENDER_LABELS,
    INTERESTS,
    LEAVE_LABELS,
    PAID_LABELS,
    SKILLS,
    TraitKind,
    VolunteerDetails,
)
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.picking.client_picker import ClientPicker
from ui.volunteers.part_rows import absences_field, trainings_field
from ui.volunteers.week_grid import WeekGrid
from ui.volunteers.words import options
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.number_field import NumberField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from app.volunteers.queries import VolunteerToEdit
    from ui.desk import Desk

_CODES = {
    TraitKind.ACTIVITY: ACTIVITIES,
    TraitKind.INTEREST: INTERESTS,
    TraitKind.SKILL: SKILLS,
    TraitKind.BRINGS: ANIMALS,
    TraitKind.ALLERGY: ANIMALS,
}
_NUMBERS = ("max_people", "reach_km")


class VolunteerFields(PartsForm):
    """Names, addresses and languages stand on the person's card and are not asked again."""

    def __init__(self, desk: Desk, editing: VolunteerToEdit) -> None:
        """Show a file; whose it is is asked only where nobody is chosen yet."""
        super().__init__()
        self.picker: ClientPicker | None = None
        if editing.person_id is None:
            self.picker = ClientPicker(desk)
            hint = _("Name, address and languages are kept on the person's card.")
            self.add("person_id", _("Who volunteers"), self.picker, hint=hint)
        self._add_service(editing)
        self._add_matching()
        self._add_times()
        self._add_rest()
        self.inputs["left_on"].changed.connect(self._on_left_on_changed)
        self.fill(editing)

    def value(self) -> VolunteerDetails:
        """Answer what the fields say."""
        known = {
            name: field.number() if name in _NUMBERS else field.value()
            for name, field in self.inputs.items()
            if name not in set(TraitKind)
        }
        traits = frozenset(
            (kind.value, code) for kind in _CODES for code in self.inputs[kind].value()
        )
        return VolunteerDetails(**known, traits=traits)

    def fill(self, editing: VolunteerToEdit) -> None:
        """Show another file."""
        details = editing.details
        for name, field in self.inputs.items():
            if name in set(TraitKind):
                field.set_value(code for kind, code in details.traits if kind == name)
            elif name in _NUMBERS:
                field.set_number(getattr(details, name))
            else:
                field.set_value(getattr(details, name))
        self._on_left_on_changed()
        self.keep()

    def _add_service(self, editing: VolunteerToEdit) -> None:
        self.begin_part(_("Service"), is_open=True)
        self.begin_row()
        self.put("applied_on", _("Applied on"), DateField())
        self.put("active_from", _("First day of visits"), DateField())
        self.end_row()
        self.begin_row()
        self.put("max_people", _("Visits at most so many people"), NumberField())
        self.put("reach_km", _("Travels at most (km)"), NumberField())
        self.end_row()
        areas = [(None, _("Where the volunteer lives")), *editing.areas]
        self.put("area_id", _("District of the visits"), ChoiceField(areas))
        self._put_codes(TraitKind.ACTIVITY, _("Offers"))
        self.put("by_phone_only", "", CheckField(_("Only by telephone")))
        self.end_section()

    def _add_matching(self) -> None:
        self.begin_part(_("Who suits"), is_open=True)
        self._put_codes(TraitKind.INTEREST, _("Interests"))
        self._put_codes(TraitKind.SKILL, _("Skills"))
        hint = _("As the volunteer says; only asked where somebody wishes for it.")
        self.put("gender", _("Gender"), ChoiceField(options(GENDER_LABELS)), hint)
        self._put_codes(TraitKind.BRINGS, _("Brings along"))
        self._put_codes(TraitKind.ALLERGY, _("Cannot be with, by allergy or fear"))
        for name, words in (
            ("smoker", _("Smokes")),
            ("accepts_smoking", _("Goes into flats where people smoke")),
            ("climbs_stairs", _("Can climb stairs")),
            ("dementia_experience", _("Has experience with dementia")),
            ("is_mediator", _("Mediates between languages and cultures")),
            ("is_pupil", _("Goes to school or studies")),
        ):
            self.put(name, "", CheckField(words))
        hint = _("Such as the Eritrean community; leave empty if none.")
        self.put("community", _("Key person of a community"), TextField(), hint)
        self.end_section()

    def _add_times(self) -> None:
        self.begin_part(_("Times of the week"), is_open=True)
        hint = _(
            "Move with the arrow keys and mark with Space, or draw with the mouse. Nothing "
            "marked means: any time."
        )
        self.put("hours", _("Has time"), WeekGrid(), hint)
        self.put("absences", _("Away"), absences_field())
        self.end_section()

    def _add_rest(self) -> None:
        self.begin_part(_("Training, insurance, expenses"), is_open=True)
        self.put("trainings", _("Trainings"), trainings_field())
        self.begin_row()
        self.put("insured_until", _("Insured until"), DateField())
        self.put("paid_kind", _("Expenses are paid as"), ChoiceField(options(PAID_LABELS)))
        self.end_row()
        self.put("emergency_note", _("Whom to call in an emergency"), TextField())
        self.end_section()
        self.begin_part(_("Notes and end"), is_open=True)
        self.put("about", _("Notes"), ShortTextField(3))
        self.begin_row()
        self.put("left_on", _("Last day as a volunteer"), DateField())
        reasons = options(LEAVE_LABELS, ("", _("Choose a reason")))
        self.put("left_reason", _("Why"), ChoiceField(reasons))
        self.end_row()
        self.end_section()

    def _put_codes(self, kind: TraitKind, label: str) -> None:
        self.put(kind, label, CodesField(options(_CODES[kind])))

    def _on_left_on_changed(self) -> None:
        self.field("left_reason").setVisible(bool(self.inputs["left_on"].text_value()))
