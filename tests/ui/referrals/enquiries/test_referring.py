"""Help begun from an enquiry: a matter is referred, and an appointment is tied to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.enquiries.rules import StepKind
from tests.factories.booking import NINE, halt
from tests.factories.enquiries import card_of, enquire
from tests.factories.institutions import add_institution
from tests.factories.preventive import danish
from ui.mobile_advice.booking.appointments_page import AppointmentsPage
from ui.mobile_advice.booking.booking_form import BookingForm
from ui.referrals.enquiries.follow_form import FollowForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_a_matter_is_referred_only_with_what_is_ticked(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    danish(office)
    region = add_institution(office, kind="authority", name="Region", country="DK")
    key = enquire(office, is_new=True)
    form = FollowForm(desk, card_of(office, key))
    qtbot.addWidget(form)
    fields = form.content
    fields.inputs["kind"].set_value(StepKind.SENIORS_HELP)
    qtbot.waitUntil(lambda: len(fields.refer.basis.values()) > 1)
    fields.refer.institution.set_record(region, "Region")

    form.save()
    qtbot.waitUntil(lambda: bool(fields.field("basis").problem()))
    fields.inputs["basis"].set_value("other_authority")
    with qtbot.waitSignal(form.saved):
        form.save()

    (step,) = card_of(office, key).steps
    assert (step.kind, step.target_table, step.state) == ("seniors_help", "referral", "sent")


def test_what_is_booked_after_an_enquiry_stands_on_its_card(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    danish(office)
    free = halt(office).at(NINE)
    key = enquire(office, is_new=True)
    page = AppointmentsPage(desk)
    qtbot.addWidget(page)

    page.show_place(Place("appointments", key, "after"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, BookingForm))
    form = page.panel.form
    assert isinstance(form, BookingForm)
    qtbot.waitUntil(lambda: form.halt_id() == free.halt_id)
    form.save()

    qtbot.waitUntil(lambda: bool(card_of(office, key).steps))
    assert card_of(office, key).steps[0].state == "booked"
