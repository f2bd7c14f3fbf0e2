"""Who is on board of a tour mediates there, and nowhere else at the same time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.errors import Refused
from app.mobile_advice.mediators.actions import save_mediator_request
from app.mobile_advice.mediators.queries import request_row, suggestions
from app.mobile_advice.mediators.queries.aboard import Aboard, Talk, aboard_on
from app.mobile_advice.mediators.rules import RequestDetails
from app.mobile_advice.tours.queries import day_card
from tests.factories.booking import (
    ELEVEN,
    NINE,
    TEN,
    MadeHalt,
    add_mediator,
    book,
    request_mediator,
    visit_home,
)
from tests.factories.clients import add_client
from tests.factories.tours import days, mate, tour, weekly

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

THURSDAY = date(2026, 11, 26)


def details_of(office: Office, key: UUID) -> RequestDetails:
    """Answer a request that is there as its form has it."""
    row = office.ask(request_row, key)
    assert row is not None
    return row.as_details()


@pytest.mark.parametrize("has_card", [True, False])
def test_who_is_on_board_of_a_tour_is_not_asked_elsewhere(
    office: Office, *, has_card: bool
) -> None:
    samira, leila = add_mediator(office), add_mediator(office, "Leila Nasser")
    crew = (mate("Samira Haddad", "mediator", samira if has_card else None),)
    tour(office, rhythms=(weekly(4),), crew=crew)

    with pytest.raises(Refused) as busy:
        request_mediator(office, mediator_id=samira)
    (problem,) = busy.value.problems
    assert problem.field == "mediator_id"
    assert [problem.values[name] for name in ("start", "end", "other")] == [
        "09:30", "11:30", "Leila Nasser",
    ]  # fmt: skip
    ranked = office.ask(
        suggestions, RequestDetails("ar", day=THURSDAY, from_time=TEN, until_time=ELEVEN)
    )
    assert [one.mediator.id for one in ranked if one.is_possible] == [leila]
    request_mediator(office, mediator_id=samira, from_time=ELEVEN + 30, until_time=ELEVEN + 60)


def test_who_is_on_board_mediates_at_the_stops_and_on_the_way_of_the_tour(office: Office) -> None:
    samira, person = add_mediator(office), add_client(office)
    tour(office, rhythms=(weekly(4),), crew=(mate("Samira Haddad", "mediator", samira),))
    (day,) = days(office, THURSDAY, THURSDAY)
    card = office.ask(day_card, day.id)
    assert card is not None
    made = MadeHalt(card.halts[0].id, card.halts[0].stop_id, day.id)
    booked = {
        NINE + 50: book(office, made.at(NINE + 50)),
        TEN + 40: visit_home(office, made, person, TEN + 40),
    }
    asked = [
        request_mediator(
            office,
            mediator_id=samira,
            from_time=start,
            until_time=start + 20,
            appointment_id=appointment,
        )
        for start, appointment in booked.items()
    ]
    assert office.ask(aboard_on, THURSDAY, Talk(asked[0])) == ()
    assert office.ask(aboard_on, THURSDAY) == (Aboard(samira, NINE + 30, ELEVEN + 30),)
    for key in asked:
        office.act(save_mediator_request, key, 1, details_of(office, key))
    card = office.ask(day_card, day.id)
    assert card is not None
    assert card.problems == ()
