"""People not reached for long leave the office with the days since, or none at all."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from app.my_day.rows import ForgottenPerson
from tests.factories.visits import MONDAY
from ui.my_day.forgotten_export import forgotten_offer

LONG_AGO = ForgottenPerson(uuid4(), "Erna Krüger", MONDAY - timedelta(days=40), "Karin Vogt")
NEVER = ForgottenPerson(uuid4(), "Bo Lund", None, "")


def test_days_are_counted_until_today_and_nobody_reached_has_none() -> None:
    offer = forgotten_offer((LONG_AGO, NEVER), "Mine", MONDAY)

    rows = [[column.cell(row) for column in offer.columns] for row in (LONG_AGO, NEVER)]

    assert rows == [
        ["Erna Krüger", LONG_AGO.last_contact, 40, "Karin Vogt"],
        ["Bo Lund", None, None, ""],
    ]


def test_the_offer_says_who_stands_in_it_and_how_it_was_chosen() -> None:
    offer = forgotten_offer((LONG_AGO, NEVER), "Mine", MONDAY)

    assert (offer.count, offer.selection) == (2, "Mine")
    assert offer.person_of(NEVER) == NEVER.id
    assert offer.chosen == tuple(column.key for column in offer.columns)
