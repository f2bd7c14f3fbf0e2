"""What of cases can be sought: all words, but no home that is protected."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.housing_cases.actions import open_case
from app.referrals.housing_cases.rules import CaseDetails
from app.referrals.seeking import HOUSING_CASES, cases_to_seek
from tests.factories.clients import add_client
from tests.factories.enquiries import TODAY, enquire

if TYPE_CHECKING:
    from app.office import Office


def test_a_protected_home_is_found_by_its_name_alone(office: Office) -> None:
    erna = add_client(office, address_protected=True)
    details = CaseDetails(person_id=erna, street="Banevej", opened_on=TODAY)
    office.act(open_case, uuid4(), details)
    enquire(office)
    enquiry, case = office.ask(cases_to_seek)
    assert enquiry.home.startswith("Hedevej 12")
    assert "hedevej" in enquiry.words
    assert (case.page, case.name, case.home) == (HOUSING_CASES, "Erna Krüger", "")
    assert "kruger" in case.words
    assert "banevej" not in case.words
