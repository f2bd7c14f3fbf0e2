"""Enquiries and housing cases stand in the search of the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.access.rules import Role
from app.referrals.housing_cases.actions import open_case
from app.referrals.housing_cases.rules import CaseDetails
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.factories.enquiries import TODAY, card_of, close, enquire, told
from tests.factories.preventive import danish
from tests.ui.test_quick_held import found
from ui.referrals.quick_cases import QuickCases
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_cases_are_found_by_number_name_and_home(qtbot: QtBot, desk: Desk, office: Office) -> None:
    danish(office)
    enquiry = enquire(office)
    told(office, enquiry)
    close(office, enquiry)
    details = CaseDetails(about_name="Åge Lund", country="DK", street="Banevej", opened_on=TODAY)
    case = office.act(open_case, uuid4(), details).value
    quick = QuickCases(desk)
    (by_home,) = found(qtbot, quick, "hedevej 12")
    assert by_home.title == "Ruth Berg"
    assert by_home.detail.endswith("Closed")
    number = card_of(office, enquiry).row.number
    places = [Place("enquiries", enquiry)]
    assert [one.place for one in found(qtbot, quick, number.lower())] == places
    assert [one.place for one in found(qtbot, quick, "lund age")] == [Place("housing_cases", case)]
    assert not found(qtbot, quick, " ")


def test_cases_of_people_whom_nobody_may_know_are_not_found(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    enquire(office, person_id=erna, about_name="")
    member(office, office.who, Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    member(office, "Vera Frei", Role.VOLUNTEER)
    enquire(office, about_name="Otto Offen")
    restricted(office, erna)
    for who, seen in (("Zoe Amt", ["Otto Offen"]), ("Vera Frei", [])):
        office.work_as(who)
        assert [one.title for one in found(qtbot, QuickCases(desk), "hedevej")] == seen
