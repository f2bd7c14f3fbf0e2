"""The fields of a contact; who it was may stay unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.rules import (
    KIND_LABELS,
    OUTCOMES,
    SEX_LABELS,
    TOPICS,
    ContactDetails,
)
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.codes.code_chips import CodeChips
from ui.codes.code_choice import CodeChoice
from ui.institutions.institution_fields import area_options
from ui.institutions.institution_picker import InstitutionPicker
from ui.mobile_advice.advice.words import band_words, stop_words
from ui.mobile_advice.booking.words import languages
from ui.picking.client_picker import ClientPicker
from ui.widgets.check_field import TriStateField
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.number_field import NumberField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from app.mobile_advice.advice.rows import ContactToEdit
    from ui.desk import Desk

_NUMBERS = ("minutes", "present")
_PLAIN = (
    "day", "kind", "topics", "outcome", "age_band", "sex", "area_id", "interpreter",
    "was_here_before", "follow_up_on", "note",
)  # fmt: skip


class ContactFields(PartsForm):
    """Topic and outcome first: the rest is asked only as far as it is known."""

    def __init__(self, desk: Desk, editing: ContactToEdit) -> None:
        """Show a contact, or a new one."""
        super().__init__()
        self._editing = editing
        self.picker, self.institution = ClientPicker(desk), InstitutionPicker(desk)
        self.put("topics", _("Topics"), CodeChips(TOPICS))
        self._put_contact(editing)
        self._put_who(editing)
        self._put_referral()
        self.fill(editing)
        self.picker.chosen.connect(self._on_person_changed)
        self.picker.textChanged.connect(self._on_person_changed)
        self.inputs["target"].changed.connect(self._show_referral)
        self.institution.chosen.connect(self._show_referral)
        self.inputs["with_data"].changed.connect(self._show_referral)

    def fill(self, editing: ContactToEdit) -> None:
        """Show a contact."""
        self._editing, details = editing, editing.details
        self.picker.set_record(details.person_id, editing.name)
        for name in _PLAIN:
            self.inputs[name].set_value(getattr(details, name))
        self.inputs["stop_id"].restore_text(str(details.stop_id))
        self.inputs["language"].restore_text(details.language)
        for name in _NUMBERS:
            self.inputs[name].set_number(getattr(details, name))
        self._show_referral()
        self.keep()

    def value(self) -> ContactDetails:
        """Answer what the fields say."""
        details = self._editing.details
        known: dict[str, Any] = {name: self.inputs[name].value() for name in _PLAIN}
        known |= {name: self.inputs[name].number() for name in _NUMBERS}
        stop = self.inputs["stop_id"].value()
        is_same = (stop, known["day"]) == (details.stop_id, details.day)
        return ContactDetails(
            person_id=self.picker.value(),
            stop_id=stop,
            tour_halt_id=details.tour_halt_id if is_same else None,
            appointment_id=details.appointment_id,
            interpreter_request_id=details.interpreter_request_id,
            language=self.inputs["language"].value(),
            institution_id=self.institution.value(),
            target=self.inputs["target"].value(),
            with_data=self._passes_on() and self.inputs["with_data"].value(),
            override_reason=self.inputs["override_reason"].value(),
            **known,
        )

    def _put_contact(self, editing: ContactToEdit) -> None:
        self.put("outcome", _("Outcome (optional)"), CodeChoice(OUTCOMES, [("", _("Not said"))]))
        self.begin_row()
        self.put("day", _("Day"), DateField())
        kinds = [(kind.value, _(words)) for kind, words in KIND_LABELS.items()]
        self.put("kind", _("Way"), ChoiceField(kinds))
        self.end_row()
        stops: list[tuple[Any, str]] = [(None, _("At no stop"))]
        stops += [(stop.id, stop_words(stop)) for stop in editing.stops]
        self.put("stop_id", _("Stop"), ChoiceField(stops))
        self.put("note", _("Note (optional)"), ShortTextField(2))
        self.begin_row()
        self.put("minutes", _("Minutes (optional)"), NumberField())
        self.put("present", _("People present"), NumberField())
        self.put("follow_up_on", _("Follow up on (optional)"), DateField())
        self.end_row()

    def _put_who(self, editing: ContactToEdit) -> None:
        self.begin_part(_("Who it was"), is_open=True)
        hint = _("Leave this empty: a contact is about nobody in particular unless it must be.")
        self.add("person_id", _("Person (optional)"), self.picker, hint=hint)
        self.begin_row()
        bands = [("", _("Not said")), *((band.code, band_words(band.code)) for band in age_bands())]
        self.put("age_band", _("Age"), ChoiceField(bands))
        sexes = [("", _("Not said")), *((sex.value, _(words)) for sex, words in SEX_LABELS.items())]
        self.put("sex", _("Sex"), ChoiceField(sexes))
        self.end_row()
        self.begin_row()
        self.put("area_id", _("Lives in"), ChoiceField(area_options(editing.areas)))
        self.put("language", _("Language"), ChoiceField(languages(_("No other language"))))
        self.end_row()
        self.field("area_id").setVisible(bool(editing.areas))
        self.put("interpreter", "", CheckField(_("With an interpreter")))
        self.put("was_here_before", _("Was there before"), TriStateField())
        self.end_section()

    def _put_referral(self) -> None:
        self.begin_part(_("Sent on to"), is_open=False)
        self.add("institution_id", _("Institution (optional)"), self.institution)
        self.put("target", _("Or another place, in words (optional)"), TextField())
        words = _("Contact data of the named person were passed on")
        self.put("with_data", "", CheckField(words))
        hint = _("Only where no consent holds: the law that allows it. It is kept with the data.")
        self.put("override_reason", _("Basis without consent (optional)"), TextField(), hint=hint)
        self.end_section()

    def _passes_on(self) -> bool:
        """Answer whether there is anybody whose data could be passed on."""
        is_sent = self.institution.value() is not None or bool(self.inputs["target"].value())
        return is_sent and self.picker.value() is not None

    def _on_person_changed(self, *_what: object) -> None:
        self._show_referral()

    def _show_referral(self, *_what: object) -> None:
        passes = self._passes_on()
        self.field("with_data").setVisible(passes)
        self.field("override_reason").setVisible(passes and self.inputs["with_data"].value())
