"""Closed enquiries about nobody go on a server as in a file: all parts, nothing of anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select, update

from app.privacy.actions import Entry, carry_out
from app.privacy.keeping import rehearse
from app.privacy.rules import Confirmation
from app.referrals.housing_cases.actions import open_case
from app.referrals.housing_cases.rules import CaseDetails
from db.answers import Answer
from db.referrals import Enquiry, HousingCase, HousingCaseStep
from tests.conftest import NOW
from tests.factories.access import restricted
from tests.factories.clients import add_client
from tests.factories.enquiries import close, enquire, told
from tests.factories.letters import office_card

if TYPE_CHECKING:
    from app.office import Office
    from tests.server.shared import SharedOffice


def _closed(office: Office, person_id: UUID | None = None) -> UUID:
    key = enquire(office, person_id=person_id)
    told(office, key)
    close(office, key)
    return key


def test_old_enquiries_about_nobody_go_with_their_answers(debian: SharedOffice) -> None:
    zoe, anna = debian.office("Zoe Amt"), debian.office()
    office_card(anna)
    restricted(zoe, add_client(zoe))
    nobodys = _closed(zoe)
    known = _closed(zoe, add_client(zoe))
    with debian.owner.begin() as connection:
        connection.execute(update(Enquiry).values(closed_at=NOW - timedelta(days=400)))

    found = [row for row in anna.ask(rehearse, NOW.date()).rows if row.period.table == "enquiry"]
    assert [row.count for row in found] == [1]
    sure = Confirmation("1", 1, NOW - timedelta(minutes=1))
    assert anna.act(carry_out, Entry("closed_enquiry"), sure).value == {"enquiry": 1}

    with debian.owner.connect() as connection:
        for column in (Enquiry.id, Answer.enquiry_id):
            left = set(connection.scalars(select(column)))
            assert known in left
            assert nobodys not in left


def test_old_housing_cases_go_unless_their_enquiry_is_about_somebody(debian: SharedOffice) -> None:
    anna = debian.office()
    office_card(anna)
    asked = enquire(anna, person_id=add_client(anna))
    details = CaseDetails(about_name="Ruth Berg", opened_on=NOW.date())
    anna.act(open_case, uuid4(), details)
    hers = anna.act(open_case, uuid4(), replace(details, enquiry_id=asked)).value
    with debian.owner.begin() as connection:
        closed = (NOW - timedelta(days=400)).date()
        connection.execute(update(HousingCase).values(closed_on=closed, person_id=None))

    sure = Confirmation("1", 1, NOW - timedelta(minutes=1))
    entry = Entry("closed_housing_case")
    assert anna.act(carry_out, entry, sure).value == {"housing_case": 1}
    with debian.owner.connect() as connection:
        assert connection.scalars(select(HousingCase.id)).all() == [hers]
        assert connection.scalars(select(HousingCaseStep.housing_case_id)).all() == [hers]
