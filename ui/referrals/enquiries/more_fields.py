"""The further fields of an enquiry, in a part of the form that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.referrals.enquiries.rules import KNOWN_LABELS, Channel, Known
from resources.text import _
from ui.referrals.enquiries.words import channel_words
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField, TimeField
from ui.widgets.section import Section
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.referrals.enquiries.queries import EnquiryToEdit
    from ui.widgets.form import Form

    Put = Callable[..., None]


def known_field() -> ChoiceField[Known]:
    """Answer a choice of yes, no and not known."""
    return ChoiceField([(known, _(label)) for known, label in KNOWN_LABELS.items()])


def add_more(form: Form, put: Put, editing: EnquiryToEdit) -> None:
    """Add what can be asked later: it stands below what is needed on the phone."""
    form.begin_section(Section(_("More about the call"), is_open=editing.enquiry_id is not None))
    _add_call(form, put)
    form.begin_section(
        Section(_("More about what was observed"), is_open=editing.enquiry_id is not None)
    )
    _add_observed(form, put)
    form.begin_section(Section(_("Safety and who follows it"), is_open=False))
    _add_office(put, editing)
    form.end_section()


def _row(form: Form, put: Put, *fields: tuple[str, str, Any]) -> None:
    form.begin_row()
    for name, label, field in fields:
        put(name, label, field)
    form.end_row()


def _add_call(form: Form, put: Put) -> None:
    ways = [(way, channel_words(way)) for way in Channel]
    _row(
        form, put,
        ("received_on", _("Received on"), DateField()),
        ("received_time", _("At"), TimeField()),
        ("channel", _("How it came"), ChoiceField(ways)),
    )  # fmt: skip
    _row(
        form, put,
        ("reporter_role", _("Function of the caller"), TextField()),
        ("reporter_email", _("Mail of the caller"), TextField()),
        ("callback_time", _("When to ring back"), TextField()),
    )  # fmt: skip
    told = _("Has the caller spoken to the resident?")
    _row(
        form, put,
        ("told_resident", told, known_field()),
        ("resident_knows", _("Does the resident know of the enquiry?"), known_field()),
    )  # fmt: skip
    hint = _("Such as a talk, a warning, a complaint case, rent arrears.")
    put("done_so_far", _("What the landlord did so far"), ShortTextField(2), hint=hint)


def _add_observed(form: Form, put: Put) -> None:
    _row(
        form, put,
        ("since_words", _("Since when, in words"), TextField()),
        ("since", _("Since, if the day is known"), DateField()),
        ("how_often", _("How often"), TextField()),
    )  # fmt: skip
    put("others_affected", _("Who else is affected"), ShortTextField(2))
    put("acute", _("Danger"), CheckField(_("Somebody may be in danger now")))
    put("best_time", _("Best time and place to meet the resident"), TextField())


def _add_office(put: Put, editing: EnquiryToEdit) -> None:
    hint = _("For whoever goes there: dogs, weapons, quarrels, infection.")
    put("safety_note", _("Safety"), ShortTextField(2), hint=hint)
    put("responsible", _("Who follows the enquiry"), TextField())
    if editing.keeps_cpr:
        rule = _(
            "Only where nobody else can be meant otherwise. Authorities may use it to know who "
            "is meant; private bodies only by law or consent ({law})."
        ).format(law=editing.laws.cpr_law)
        put("cpr", _("CPR number"), TextField(), hint=rule)
