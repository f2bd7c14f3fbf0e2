"""Contacts in lists, on a card, and as their form begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from app.areas.queries import area_choices
from app.clients.rules import fold, full_name
from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.rows import (
    ContactCard,
    ContactRow,
    ContactToEdit,
    ReferralRow,
    StopChoice,
)
from app.mobile_advice.advice.rules import (
    ContactDetails,
    ContactKind,
    band_of,
    topics_of,
)
from app.mobile_advice.advice.statements import (
    APPOINTMENT,
    COUNTED,
    HALTS_OF_DAY,
    LISTED,
    OF_PERSON,
    ONE,
    PERSON_FACTS,
    RECORDED,
    REFERRALS,
    STOPS,
    TASK_STATE,
)
from db.access import is_known_to_me, same_person
from db.people import Person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping

MOST = 1_000
"""Contacts that are listed; further ones are found in a shorter period."""

_CARDS = select(Person.id).where(
    same_person(bindparam("person_id", type_=Person.id.type)), is_known_to_me(Person.id)
)
_KINDS = {"booked": ContactKind.APPOINTMENT, "home_visit": ContactKind.HOME_VISIT}


def list_contacts(
    connection: Connection, first: date, last: date, *, topic: str = "", typed: str = ""
) -> tuple[ContactRow, ...]:
    """Answer the contacts of a period, the newest first; a topic or words narrow them down."""
    rows = connection.execute(LISTED, {"first": first, "last": last, "most": MOST}).mappings()
    words = fold(typed).split()
    found = (_row(row) for row in rows)
    return tuple(row for row in found if (not topic or topic in row.topics) and _says(row, words))


def count_contacts(connection: Connection, first: date, last: date) -> int:
    """Answer how many contacts a period has, listed or not."""
    return connection.execute(COUNTED, {"first": first, "last": last}).scalar_one()


def contacts_of(connection: Connection, person_id: UUID) -> tuple[ContactRow, ...]:
    """Answer the contacts of a person on whichever card, the newest first."""
    rows = connection.execute(OF_PERSON, {"cards": cards(connection, person_id)}).mappings()
    return tuple(_row(row) for row in rows)


def contact_card(connection: Connection, contact_id: UUID) -> ContactCard | None:
    """Answer one contact; None for one that may not be known here."""
    row = connection.execute(ONE, {"id": contact_id}).mappings().one_or_none()
    if row is None:
        return None
    referrals = tuple(
        ReferralRow(
            one.id, one.on, one.institution or one.target, one.institution_id,
            one.disclosure_id is not None,
        )
        for one in connection.execute(REFERRALS, {"id": contact_id})
    )  # fmt: skip
    state = connection.scalar(TASK_STATE, {"id": row["task_id"]}) if row["task_id"] else ""
    return ContactCard(_row(row), referrals, state or "")


def contact_to_edit(connection: Connection, contact_id: UUID) -> ContactToEdit | None:
    """Answer a contact as its form begins."""
    row = connection.execute(ONE, {"id": contact_id}).mappings().one_or_none()
    if row is None:
        return None
    found = _row(row)
    stops = stops_on(connection, found.day)
    areas = area_choices(connection, found.area_id)
    return ContactToEdit(found.id, found.version, found.as_details(), found.name, stops, areas)


def new_contact(
    connection: Connection, today: date, person_id: UUID | None = None, kind: str = ""
) -> ContactToEdit:
    """Answer how a new contact begins; of a person, with what is known of them."""
    stops = stops_on(connection, today)
    here = next((stop for stop in stops if stop.halt_id is not None), None)
    is_there = here is not None and kind in {"", ContactKind.WALK_IN}
    details = ContactDetails(
        today, kind or ContactKind.WALK_IN, stop_id=here.id if here and is_there else None
    )
    begun = ContactToEdit(None, 0, details, "", stops, area_choices(connection))
    return of_person(connection, begun, person_id)


def contact_of_appointment(connection: Connection, appointment_id: UUID) -> ContactToEdit | None:
    """Answer how the record of an appointment begins, or the one there is.

    None for an appointment that may not be known.
    """
    known = connection.scalar(RECORDED, {"id": appointment_id})
    if known is not None:
        return contact_to_edit(connection, known)
    row = connection.execute(APPOINTMENT, {"id": appointment_id}).one_or_none()
    if row is None:
        return None
    details = ContactDetails(
        row.day,
        _KINDS.get(row.kind, ContactKind.WALK_IN),
        tour_halt_id=row.tour_halt_id,
        stop_id=row.stop_id,
        appointment_id=appointment_id,
        interpreter_request_id=row.interpreter_request_id,
        topics=topics_of(row.topic) if row.topic.isidentifier() else (),
        language=row.language,
        interpreter=row.interpreter_request_id is not None,
        minutes=row.minutes or None,
    )
    stops = stops_on(connection, row.day)
    areas = area_choices(connection)
    begun = ContactToEdit(None, 0, details, "", stops, areas, appointment_id=appointment_id)
    return of_person(connection, begun, row.person_id)


def of_person(
    connection: Connection, begun: ContactToEdit, person_id: UUID | None
) -> ContactToEdit:
    """Answer a new contact with the age band and the district of a person."""
    facts = person_id and connection.execute(PERSON_FACTS, {"person_id": person_id}).one_or_none()
    if not facts:
        return begun
    day = begun.details.day
    band = band_of(facts.birth_date, day, age_bands()) if day is not None else ""
    details = replace(begun.details, person_id=person_id, age_band=band, area_id=facts.area_id)
    return replace(begun, details=details, name=full_name(facts.given_name, facts.family_name))


def stops_on(connection: Connection, day: date) -> tuple[StopChoice, ...]:
    """Answer the stops, those where the bus stands on a day first."""
    halts = {row.stop_id: row for row in connection.execute(HALTS_OF_DAY, {"day": day})}
    known = [(row.id, row.name) for row in connection.execute(STOPS)]
    found = [
        StopChoice(stop_id, name, halt.id, halt.from_time, halt.until_time)
        if (halt := halts.get(stop_id)) is not None
        else StopChoice(stop_id, name, None, None, None)
        for stop_id, name in known
    ]
    return tuple(sorted(found, key=_standing))


def cards(connection: Connection, person_id: UUID) -> list[UUID]:
    """Answer all cards of one human being."""
    return list(connection.scalars(_CARDS, {"person_id": person_id}))


def _standing(stop: StopChoice) -> tuple[bool, int]:
    return stop.halt_id is None, stop.from_time or 0


def _row(row: RowMapping) -> ContactRow:
    made: dict[str, Any] = {name: row[name] for name in ContactRow._fields if name in row}
    made["name"] = full_name(row["given_name"], row["family_name"])
    made["topics"] = topics_of(row["topics"])
    return ContactRow(**made)


def _says(row: ContactRow, words: list[str]) -> bool:
    told = fold(f"{row.name} {row.stop} {row.area} {row.note}")
    return all(word in told for word in words)
