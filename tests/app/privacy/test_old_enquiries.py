"""Closed enquiries about nobody go after their period, with all their parts, archived first."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.privacy.actions import Entry, carry_out
from app.privacy.answering import make_answer
from app.privacy.everything import everything_on
from app.privacy.keeping import rehearse
from app.privacy.rules import Confirmation
from app.referrals.housing_cases.actions import open_case
from app.referrals.housing_cases.rules import CaseDetails
from db.answers import Answer
from db.privacy import Deletion
from db.referrals import Enquiry, EnquiryCategory, HousingCase, HousingCaseStep
from tests.conftest import NOW
from tests.factories.access import restricted
from tests.factories.clients import add_client
from tests.factories.enquiries import close, enquire, told
from tests.factories.preventive import danish

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Act, Office

LATER = date(2031, 12, 1)


def _closed(office: Office, person_id: UUID | None = None) -> UUID:
    key = enquire(office, person_id=person_id)
    told(office, key)
    close(office, key)
    return key


def _open_case(act: Act, key: UUID) -> UUID:
    case = HousingCase(
        enquiry_id=key, country="DK", kind="arrears", stage="complaint", opened_on=NOW.date()
    )
    act.session.add(case)
    act.session.flush()
    return case.id


def _case(office: Office, **more: Any) -> UUID:  # noqa: ANN401 - fields of the form
    known: dict[str, Any] = {"about_name": "Ruth Berg", "country": "DK", "opened_on": NOW.date()}
    return office.act(open_case, uuid4(), CaseDetails(**(known | more))).value


def _cases(connection: Connection) -> list[set[UUID]]:
    asked = (HousingCase.id, HousingCaseStep.housing_case_id)
    return [set(connection.scalars(select(one))) for one in asked]


def _close_case(act: Act, key: UUID) -> None:
    act.session.get_one(HousingCase, key).closed_on = NOW.date()


def test_closed_housing_cases_about_nobody_go_with_their_steps(
    office: Office, tmp_path: Path
) -> None:
    danish(office)
    (archive := tmp_path / "archive").mkdir()
    erna = add_client(office, country="DK")
    nobody, open_one = _case(office), _case(office)
    hers = _case(office, person_id=erna)
    of_hers = _case(office, enquiry_id=enquire(office, person_id=erna))
    for key in (nobody, hers, of_hers):
        office.act(_close_case, key)
    office._clock = lambda: NOW + timedelta(days=1900)
    office.work_as(office.who)

    rows = [row for row in office.ask(rehearse, LATER).rows if row.period.table == "housing_case"]
    assert [row.count for row in rows] == [1]
    sure = Confirmation("1", 1, office._clock() - timedelta(minutes=1), str(archive))
    done = office.act(carry_out, Entry("closed_housing_case"), sure).value
    assert done == {"housing_case": 1}

    assert office.ask(_cases) == [{open_one, hers, of_hers}] * 2
    (file,) = archive.iterdir()
    assert json.loads(file.read_bytes())["housing_case_step"]


def _left(connection: Connection) -> list[set[UUID | None]]:
    asked = (Enquiry.id, Answer.enquiry_id, EnquiryCategory.enquiry_id, HousingCase.enquiry_id)
    return [set(connection.scalars(select(one))) for one in asked]


def test_closed_enquiries_about_nobody_are_rehearsed_archived_and_gone(
    office: Office, tmp_path: Path
) -> None:
    danish(office)
    (archive := tmp_path / "archive").mkdir()
    me = office.who
    office.work_as("Karin Vogt")
    restricted(office, add_client(office))
    office.work_as(me)
    old, known = _closed(office), _closed(office, add_client(office, country="DK"))
    still_open = enquire(office)
    office.act(_open_case, old)
    office._clock = lambda: NOW + timedelta(days=1900)
    office.work_as(office.who)

    rows = [row for row in office.ask(rehearse, LATER).rows if row.period.table == "enquiry"]
    assert [(row.count, bool(row.period.source)) for row in rows] == [(1, True)]
    sure = Confirmation("1", 1, office._clock() - timedelta(minutes=1), str(archive))
    assert office.act(carry_out, Entry("closed_enquiry"), sure).value == {"enquiry": 1}

    kept = {known, still_open}
    assert office.ask(_left) == [kept, {known}, kept, {None}]
    (file,) = archive.iterdir()
    archived = json.loads(file.read_bytes())
    assert [row["id"] for row in archived["enquiry"]] == [str(old)]
    assert archived["answer"][0]["shown_text"]
    assert office.ask(lambda connection: bool(connection.scalar(select(Deletion.archived))))


def test_what_is_about_somebody_is_said_to_go_with_the_file(office: Office) -> None:
    danish(office)
    erna = add_client(office, country="DK")
    _closed(office, erna)
    everything = office.ask(everything_on, erna)
    assert everything is not None
    answer = office.act(make_answer, everything, "en", with_files=False).value
    (told,) = (one for one in json.loads(answer.data)["tables"] if one["table"] == "enquiry")
    assert [item["deleted_on"] for item in told["items"]] == [None]
