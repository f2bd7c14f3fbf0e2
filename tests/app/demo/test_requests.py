"""The demo office has requests at every stage and answers about consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.consent.queries import consent_of_person
from app.demo.partners import add_demo_partners
from app.demo.requests import add_demo_requests
from app.demo.rules import Country, DemoPlan
from app.demo.writing import add_demo_clients
from app.intake.queries import RequestList, list_requests
from tests.app.demo.test_rules import TODAY

if TYPE_CHECKING:
    from app.office import Office


@pytest.mark.parametrize("country", Country)
def test_every_list_of_requests_is_filled(office: Office, country: Country) -> None:
    plan = DemoPlan(TODAY, clients=60, country=country, visits_per_client=0, notes_per_client=0)
    office.act(add_demo_clients, plan, range(plan.clients), {})
    office.act(add_demo_partners, plan)
    assert office.act(add_demo_requests, plan).value > 40
    for which in RequestList:
        assert office.ask(list_requests, which)
    asked = office.ask(list_requests, RequestList.DECIDED)
    known = [office.ask(consent_of_person, row.person_id, TODAY) for row in asked]
    assert all(consent.answers for consent in known)
    assert any(consent.disclosures for consent in known) or len(known) < 60


def test_an_office_without_people_gets_no_requests(office: Office) -> None:
    assert office.act(add_demo_requests, DemoPlan(TODAY, clients=1)).value == 0
