"""What cannot be is refused beside the field, with the nearest thing that can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.mobile_advice.tours.actions import save_stop, save_tour
from app.mobile_advice.tours.day_actions import add_tour_day, change_day, confirm_day, move_day
from app.mobile_advice.tours.queries import day_card, permits_running_out
from app.mobile_advice.tours.rules import Hours, StopDetails, TourDetails
from app.volunteers.rules.details import AbsenceDetails
from resources.text import say
from tests.factories.booking import ELEVEN, add_mediator, request_mediator
from tests.factories.clients import add_client
from tests.factories.letters import visit
from tests.factories.tours import TUESDAY, at, days, mate, stop, tour, vehicle, weekly
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from app.mobile_advice.tours.rows import DayRow
    from app.office import Office

WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)


def refused(office: Office, details: TourDetails) -> dict[str, str]:
    """Answer the sentences of a refusal by field."""
    with pytest.raises(Refused) as error:
        office.act(save_tour, uuid4(), 0, details)
    return {problem.field: say(problem) for problem in error.value.problems}


def test_a_stop_is_reached_no_sooner_than_the_way_there_allows(office: Office) -> None:
    stops = (at(stop(office)), at(stop(office, "Benrath"), "11:35", "13:00"))
    wish = TourDetails("Süden", stops=stops, rhythms=(weekly(),))
    assert refused(office, wish) == {
        "stops.1.start": "The vehicle stands at Garath, Bürgerhaus until 11:30 and needs 10 "
        "minutes to come here. It can be here from 11:40 on."
    }


def test_outside_its_hours_a_site_names_the_nearest_time(office: Office) -> None:
    site = stop(office, "Praxis", kind="site", opens=(Hours(2, 480, 600), Hours(4, 840, 1080)))
    wish = TourDetails("Sprechstunde", stops=(at(site, "09:30", "10:30"),), rhythms=(weekly(),))
    assert "09:00 to 10:00" in refused(office, wish)["stops.0.start"]
    wish = replace(wish, rhythms=(weekly(3),))
    assert "Thursday, 14:00" in refused(office, wish)["stops.0.start"]


def test_without_a_permit_the_nearest_stop_that_has_one_is_named(office: Office) -> None:
    place = {"latitude": 51.14, "longitude": 6.9, "needs_permit": True}
    until = {"permit_number": "66/4", "permit_until": date(2027, 3, 31)}
    without = stop(office, "Garath", **place)
    stop(office, "Hassels", **(place | until | {"latitude": 51.18}))
    stop(office, "Hellerhof", **(place | until | {"latitude": 51.13}))
    wish = TourDetails("Süden", vehicle(office), stops=(at(without),), rhythms=(weekly(),))
    sentence = refused(office, wish)["stops.0.stop_id"]
    assert "no permit" in sentence
    assert "Hellerhof, 1110 m" in sentence
    closed = stop(office, "Urdenbach", is_active=False)
    assert (
        "no longer in use" in refused(office, replace(wish, stops=(at(closed),)))["stops.0.stop_id"]
    )


def test_a_day_after_the_end_of_a_permit_cannot_be_confirmed(office: Office) -> None:
    place = stop(office, needs_permit=True, permit_number="66/4", permit_until=date(2026, 12, 5))
    tour(office, at(place), vehicle_id=vehicle(office))
    first, second, third = days(office, TUESDAY, date(2026, 12, 8))
    office.act(confirm_day, first.id, first.version)
    office.act(confirm_day, second.id, second.version)
    with pytest.raises(Refused) as error:
        office.act(confirm_day, third.id, third.version)
    assert "ended on 05.12.2026" in say(error.value.problems[0])
    assert [row.name for row in office.ask(permits_running_out, TUESDAY)] == ["Garath, Bürgerhaus"]


def test_nobody_is_on_two_tours_at_once(office: Office) -> None:
    tour(office, crew=(mate("Karin Vogt"),))
    tour(office, at(stop(office, "Praxis"), "14:00", "16:00"), name="Nachmittag",
         crew=(mate("Lena Wolf"),))  # fmt: skip
    both = at(stop(office, "Benrath"), "11:00", "12:30")
    wish = TourDetails("Zweite", stops=(both,), rhythms=(weekly(),), crew=(mate(" karin  VOGT"),))
    sentence = refused(office, wish)["crew.0.name"]
    assert "“Süden” from 09:30 to 11:30" in sentence
    assert "Lena Wolf is free then" in sentence
    alone = replace(wish, crew=(mate("Karin Vogt", "driver"),))
    assert "free from 11:30 on" in refused(office, alone)["crew.0.name"]


def test_a_vehicle_is_on_one_tour_at_a_time(office: Office) -> None:
    bus, late = vehicle(office), at(stop(office, "Benrath"), "11:00", "12:00")
    tour(office, vehicle_id=bus)
    wish = TourDetails("Zweite", bus, stops=(late,), rhythms=(weekly(),))
    assert "free from 11:30 on" in refused(office, wish)["vehicle_id"]
    vehicle(office, "Kleiner Bus")
    assert "Kleiner Bus is free then" in refused(office, wish)["vehicle_id"]
    other = tour(office, late, name="Zweite", rhythms=(weekly(3),), vehicle_id=bus)
    row = next(row for row in days(office, TUESDAY, date(2026, 11, 25)) if row.tour_id == other)
    with pytest.raises(Refused) as error:
        office.act(move_day, row.id, row.version, TUESDAY)
    (problem,) = error.value.problems
    assert problem.field == "day"
    assert "Kleiner Bus is free then" in say(problem)


def test_a_further_day_is_refused_where_vehicle_crew_or_stop_cannot(office: Office) -> None:
    bus, samira = vehicle(office), add_mediator(office)
    vehicle(office, "Kleiner Bus")
    tour(office, vehicle_id=bus)
    hours = tuple(Hours(weekday, 480, 720) for weekday in (1, 2, 4))
    place = stop(office, "Praxis", kind="site", opens=hours)
    crew = (mate("Samira Haddad", "mediator", samira),)
    late = at(place, "11:00", "12:00")
    other = tour(
        office, late, name="Zweite", rhythms=(weekly(4, until=THURSDAY),), vehicle_id=bus, crew=crew
    )
    asked = THURSDAY + timedelta(days=7)
    request_mediator(
        office, day=asked, mediator_id=samira, from_time=ELEVEN + 30, until_time=ELEVEN + 60
    )
    for day, word in (
        (TUESDAY, "Kleiner Bus is free then. On 30.11.2026 everything can be there."),
        (WEDNESDAY, "Thursday, 08:00. On 30.11.2026 everything can be there."),
        (asked, "free then. On 07.12.2026 everything can be there."),
    ):
        with pytest.raises(Refused) as error:
            office.act(add_tour_day, other, day)
        (problem,) = error.value.problems
        assert problem.field == "day"
        assert word in say(problem)
    assert {row.day for row in days(office, TUESDAY, asked) if row.tour_id == other} == {THURSDAY}
    office.act(add_tour_day, other, date(2026, 12, 7))


def test_a_mate_who_visits_or_is_away_cannot_come_along(office: Office) -> None:
    away = AbsenceDetails(uuid4(), date(2026, 12, 8), date(2026, 12, 8))
    lena = add_volunteer(office, "Lena Wolf", is_mediator=True, absences=(away,))
    tour(office, crew=(mate("Lena Wolf", "volunteer", lena),))
    visit(office, add_client(office), datetime(2026, 11, 24, 10), visitor_id=lena)  # noqa: DTZ001 - local time
    found = [against(office, row) for row in days(office, TUESDAY, date(2026, 12, 15))]
    assert found == [
        ["Lena Wolf is expected elsewhere from 10:00 to 11:00. Lena Wolf is free from 11:00 on."],
        [],
        ["Lena Wolf is away on this day. Nobody else of the crews is free then."],
        [],
    ]


@pytest.mark.parametrize("has_card", [True, False])
def test_who_mediates_elsewhere_is_not_put_on_board(office: Office, *, has_card: bool) -> None:
    samira = add_mediator(office)
    crew = (mate("Samira Haddad", "mediator", samira if has_card else None),)
    request_mediator(office, day=date(2026, 12, 1), mediator_id=samira)
    expected = "Samira Haddad is expected elsewhere from 10:00 to 11:00."
    later = "Samira Haddad is free from 11:00 on."
    wish = TourDetails("Süden", stops=(at(stop(office)),), rhythms=(weekly(),), crew=crew)
    assert refused(office, wish) == {"crew.0.name": f"01.12.2026: {expected} {later}"}

    tour(office)
    row = days(office, date(2026, 12, 1), date(2026, 12, 1))[0]
    card = office.ask(day_card, row.id)
    assert card is not None
    with pytest.raises(Refused) as error:
        office.act(change_day, row.id, row.version, replace(card.as_details(), crew=crew))
    (problem,) = error.value.problems
    assert (problem.field, say(problem)) == ("crew.0.name", f"{expected} {later}")


def against(office: Office, row: DayRow) -> list[str]:
    """Answer what stands against a day."""
    card = office.ask(day_card, row.id)
    assert card is not None
    return [say(problem) for problem in card.problems]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "Bus\x00"}, "name"),
        ({"street": ""}, "street"),
        ({"latitude": 51.2}, "longitude"),
        ({"latitude": 95.0, "longitude": 6.8}, "latitude"),
        ({"permit_number": "66/4"}, "permit_until"),
        ({"counters": 0}, "counters"),
        ({"kind": "tram"}, "kind"),
    ],
)
def test_a_stop_says_beside_the_field_what_is_missing(
    office: Office, wrong: dict[str, object], field: str
) -> None:
    details = replace(StopDetails("Garath", street="Markt"), **wrong)  # type: ignore[arg-type]  # as the parameters say
    with pytest.raises(Refused) as error:
        office.act(save_stop, uuid4(), 0, details)
    assert [problem.field for problem in error.value.problems] == [field]


def test_a_tour_says_beside_the_field_what_is_missing(office: Office) -> None:
    place = stop(office)
    backwards = replace(at(place), end=time(8))
    wish = TourDetails(
        "", stops=(backwards, at(place, "12:00", "13:00")), slot_minutes=1,
        rhythms=(weekly(0), replace(weekly(), rhythm="monthly"), replace(weekly(), rhythm="dates")),
        crew=(mate(""), mate("A"), mate("a", "driver")),
    )  # fmt: skip
    assert set(refused(office, wish)) == {
        "name", "slot_minutes", "stops.0.end", "rhythms.0.weekday", "rhythms.1.nth",
        "rhythms.2.dates", "crew.0.name", "crew.2.name",
    }  # fmt: skip
