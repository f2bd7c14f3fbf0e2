"""What of mobile advice can be sought: what is to come, at stops and at home."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.mobile_advice.seeking import APPOINTMENTS, bus_to_seek
from tests.factories.booking import NINE, TEN, TODAY, TOMORROW, book, halt, visit_home
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office


def test_what_is_to_come_is_sought_by_whom_it_is_for(office: Office) -> None:
    made = halt(office)
    book(office, made.at(NINE), "Frau Muster")
    visit_home(office, made, add_client(office), TEN)
    hits = [hit for hit in office.ask(bus_to_seek, TODAY) if hit.page == APPOINTMENTS]
    assert [(hit.name, hit.where, hit.day, hit.starts_at) for hit in hits] == [
        ("Frau Muster", "Garath, Markt", TOMORROW, NINE),
        ("Erna Krüger", "", TOMORROW, TEN),
    ]
    later = office.ask(bus_to_seek, TOMORROW + timedelta(days=1))
    assert APPOINTMENTS not in {hit.page for hit in later}
