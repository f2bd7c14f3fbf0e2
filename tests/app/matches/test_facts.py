"""Requirements of facts: the engine is told of volunteers what their files say, no more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from app.matches.queries.facts import NO_END, read_volunteers
from app.matches.queries.people import read_waiting
from app.visiting.matching.wishes import Level
from app.volunteers.rules import AbsenceDetails, Stretch
from tests.factories.clients import add_client
from tests.factories.matches import TODAY, active_volunteer, propose
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from app.office import Office


def test_the_engine_is_told_what_the_file_says(office: Office) -> None:
    traits = frozenset({("interest", "music"), ("brings", "dog"), ("allergy", "cat")})
    anja = active_volunteer(
        office, max_people=2, reach_km=4, gender="female", smoker=True, accepts_smoking=False,
        dementia_experience=True, traits=traits, hours=(Stretch(1, 0, 60),),
    )  # fmt: skip
    propose(office, add_client(office), anja)
    (told,) = office.ask(read_volunteers, TODAY)
    assert (told.id, told.capacity, told.approved) == (anja.hex, 1, True)
    assert (told.reach, told.gender, told.smoker, told.accepts_smoking) == (
        4,
        "female",
        True,
        False,
    )
    assert told.brings == {"dog"}
    assert told.allergies == {"cat"}
    assert told.interests == {"music"}
    assert (told.hours, told.dementia_experience) == (0b11, True)


def test_who_left_is_not_told_and_who_applied_is_not_approved(office: Office) -> None:
    add_volunteer(office, "Weg Da", left_on=date(2026, 11, 1), left_reason="moved")
    add_volunteer(office, "Neu Hier")
    assert [one.approved for one in office.ask(read_volunteers, TODAY)] == [False]


def test_a_level_that_nobody_asked_for_is_enough_to_talk(office: Office) -> None:
    person = add_client(office, languages=("de", "tr"), levels=("", "some"))
    known = office.ask(read_waiting, [person])
    assert known[person.hex].languages == {"de": Level.B1, "tr": Level.A2}


def test_who_is_away_longer_than_a_match_waits_is_told_apart(office: Office) -> None:
    def away(until: date | None) -> tuple[AbsenceDetails, ...]:
        return (AbsenceDetails(uuid4(), date(2026, 11, 20), until),)

    active_volunteer(office, "Ada Kurz", absences=away(date(2026, 12, 1)))
    active_volunteer(office, "Bea Lang", absences=away(date(2027, 1, 15)))
    active_volunteer(office, "Cem Offen", absences=away(None))
    active_volunteer(office, "Dan Später", absences=(
        AbsenceDetails(uuid4(), date(2026, 12, 20), date(2027, 3, 1)),
    ))  # fmt: skip
    told = office.ask(read_volunteers, TODAY)
    assert [one.away_until for one in told] == [date(2026, 12, 1), date(2027, 1, 15), NO_END, None]
    assert [one.is_away_long for one in told] == [False, True, True, False]
