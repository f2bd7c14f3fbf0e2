"""The list of 10,000 enquiries: an urgency chosen with a key, until its rows stand painted."""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import insert, select

from app.referrals.enquiries.queries import EnquiryList, EnquiryWish, enquiry_window
from app.referrals.enquiries.rules import CONCERNS
from db.institutions import Institution
from db.people import Person
from db.referrals import Enquiry, EnquiryCategory
from tests.benchmarks.offices import BENCH, TODAY, bring_up_to_date, office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from tests.conftest import NOW
from ui.referrals.enquiries.enquiries_page import EnquiriesPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Act

CLIENTS = 700
ENQUIRIES = 10_000
TIMES = 40
FIRST = 6
"""Keys before the first that counts: names are measured once."""
_STREETS = ("hedeweg", "falkenstieg", "gartenstr")
_STATES = ("new", "assessed", "in_work", "answered")


def enquiries_list() -> Measured:
    """Measure choosing an urgency and all of them in turn; the baseline is the list's own SQL."""
    folder = _folder()
    keys = _keys(folder)
    queries, driver = _queries(folder)
    return measured(
        keys,
        driver,
        Goal(p95_ms=16),
        "List of 10,000 enquiries, an urgency chosen to painted; ratio: query to raw driver",
        compared=queries,
    )


def _keys(folder: Path) -> list[float]:
    window = Window(opened(folder))
    window.go_to(Place("enquiries", None, EnquiryList.ALL))
    page = window.part(EnquiriesPage)
    field = page.list.further.urgency
    field.setFocus()
    window.rest()
    times: list[float] = []
    for number in range(FIRST + TIMES):
        key = Qt.Key.Key_Up if number % 2 else Qt.Key.Key_Down
        press = partial(QTest.keyClick, field, key)
        viewport = page.list.table.viewport()
        times.append(window.time_to_painted(press, viewport, partial(_is_listed, page)))
        window.rest()
    window.close()
    return times[FIRST:]


def _is_listed(page: EnquiriesPage) -> bool:
    return page.list.pending is None


def _queries(folder: Path) -> tuple[list[float], list[float]]:
    """Time the question through the office, and its SQL in the raw driver, in turn."""
    office, connection = opened(folder), raw_connection(folder)
    wish = EnquiryWish()
    ask = partial(office.ask, enquiry_window, wish, TODAY)
    statements = Recorder(office).of(enquiry_window, wish, TODAY)
    queries, driver = [], []
    for _time in range(FIRST + TIMES):
        driver.append(timed(raw, connection, statements))
        queries.append(timed(ask))
    connection.close()
    office.close()
    return queries[FIRST:], driver[FIRST:]


def _folder() -> Path:
    """Answer the folder of the office, making it when it is not there yet."""
    folder = BENCH / f"enquiries-{ENQUIRIES}"
    made = folder / "made"
    if made.exists():
        bring_up_to_date(folder)
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(office_folder(CLIENTS), folder)
    made.unlink()
    office = opened(folder)
    office.act(_fill)
    office.close()
    made.touch()
    return folder


def _fill(act: Act) -> None:
    """Write enquiries of three years, every fourth of them open."""
    chance = Random(7)  # noqa: S311 - a measurement, no secret
    people = list(act.session.scalars(select(Person.id).order_by(Person.id)))
    departments = list(act.session.scalars(select(Institution.id).order_by(Institution.id)))
    rows = [_row(chance, number, people, departments) for number in range(ENQUIRIES)]
    act.session.execute(insert(Enquiry), rows)
    codes = list(CONCERNS.delivered)
    concerns = [{"enquiry_id": row["id"], "code": chance.choice(codes)} for row in rows]
    act.session.execute(insert(EnquiryCategory), concerns)
    act.touch("referrals")


def _row(
    chance: Random, number: int, people: list[UUID], departments: list[UUID]
) -> dict[str, Any]:
    is_open = number % 4 == 0
    street = chance.choice(_STREETS)
    received = NOW - timedelta(hours=chance.randrange(26_000))
    return {
        "id": UUID(int=chance.getrandbits(128)),
        "number": f"{received:%y%m%d}-{number}",
        "received_at": received,
        "received_by": "Anna Beispiel",
        "channel": "phone",
        "institution_id": chance.choice(departments),
        "person_id": chance.choice(people) if number % 3 else None,
        "about_name": "Ruth Berg",
        "country": "DE",
        "street": street,
        "house_number": str(number % 90),
        "urgency": f"u{1 + number % 4}",
        "state": chance.choice(_STATES) if is_open else "closed",
        "next_due": TODAY + timedelta(days=chance.randrange(-5, 9)) if is_open else None,
        "responsible": "Anna Beispiel",
        "words": f" {received:%y%m%d}-{number} ruth berg {street} {number % 90}",
    }
