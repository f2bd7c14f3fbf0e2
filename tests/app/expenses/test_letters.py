"""What letters say of a period: figures of the data, in the language of the letter."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.expenses.actions import note_hours, reject_expense
from app.expenses.queries.letters import (
    CERTIFICATE,
    ENDS_BEFORE,
    NO_DAYS,
    NO_HOURS,
    NO_WAYS,
    VOUCHER,
    letter_of_period,
)
from app.expenses.queries.year import sums_of
from app.expenses.rules import HoursDetails, Spent
from app.visiting.actions import record_visit
from app.visiting.rules import VisitRecord
from tests.factories.clients import add_client
from tests.factories.expenses import SPENT_ON, submit
from tests.factories.letters import office_card
from tests.factories.visits import visit_planned
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

FIRST, LAST, TODAY = date(2026, 11, 9), date(2026, 11, 22), date(2026, 11, 23)


def _typed(office: Office, person: UUID, template: str) -> dict[str, str]:
    found = office.ask(letter_of_period, person, template, FIRST, LAST, TODAY)
    return dict(found.typed)


def test_a_certificate_says_hours_tasks_and_how_they_are_paid(office: Office) -> None:
    office_card(office)
    anja, erna = add_volunteer(office), add_client(office)
    visit = visit_planned(office, erna, SPENT_ON, time(10), visitor="Anja Kurz")
    office.act(record_visit, visit, 1, VisitRecord(held=True, start=time(10), end=time(12)))
    office.act(note_hours, uuid4(), HoursDetails(anja, SPENT_ON, 60, "Erfahrungsaustausch"))
    submit(office, anja)
    typed = _typed(office, anja, CERTIFICATE)

    assert (typed["hours"], typed["weekly_hours"]) == ("3,0", "1,5")
    assert typed["activity"].endswith(", Erfahrungsaustausch")
    assert typed["period"] == "9. November 2026 – 22. November 2026"
    assert office.ask(sums_of, anja, FIRST, LAST).minutes == 180
    paid = typed["allowance"]
    submit(office, anja, what=Spent.LUMP, amount=8000, allowance="ehrenamtspauschale")
    assert "80,00 €" in _typed(office, anja, CERTIFICATE)["allowance"] != paid


def test_a_voucher_says_each_way_and_what_it_comes_to(office: Office) -> None:
    office_card(office, country="DK")
    anja = add_volunteer(office)
    submit(office, anja, day=date(2026, 11, 12))
    submit(office, anja, kilometres=55)
    office.act(reject_expense, submit(office, anja, kilometres=900), 1, "Twice")
    typed = _typed(office, anja, VOUCHER)

    assert (typed["kilometres"], typed["amount"], typed["rate"]) == (
        "15,5",
        "61,07 kr.",
        "3,94 kr.",
    )
    assert typed["trip"].count("Garath – Benrath") == 2
    assert typed["trip"].index("12. ") < typed["trip"].index("20. ")


@pytest.mark.parametrize(
    ("template", "first", "last", "message"),
    [
        (CERTIFICATE, None, LAST, NO_DAYS),
        (CERTIFICATE, LAST, FIRST, ENDS_BEFORE),
        (CERTIFICATE, FIRST, LAST, NO_HOURS),
        (VOUCHER, FIRST, LAST, NO_WAYS),
    ],
)
def test_a_letter_without_anything_to_say_is_not_begun(
    office: Office, template: str, first: date | None, last: date | None, message: str
) -> None:
    office_card(office)
    anja = add_volunteer(office)

    with pytest.raises(Refused) as refused:
        office.ask(letter_of_period, anja, template, first, last, TODAY)
    assert refused.value.problems[0].message == message
