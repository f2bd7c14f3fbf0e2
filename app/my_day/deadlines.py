"""Consents that end soon, or ended not long ago without being renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from app.clients.rules import full_name
from app.my_day.rows import ConsentDeadline
from app.my_day.rules import CONSENT_AHEAD, CONSENT_BEHIND
from db.access import is_known_to_me
from db.consent import Consent
from db.people import Person

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

SHOWN = 10

_newer = aliased(Consent)
_IS_RENEWED = exists().where(
    _newer.person_id == Consent.person_id,
    _newer.purpose == Consent.purpose,
    _newer.recipient == Consent.recipient,
    _newer.institution_id.is_not_distinct_from(Consent.institution_id),
    or_(_newer.expires_on.is_(None), _newer.expires_on > Consent.expires_on),
    _newer.said_on >= Consent.said_on,
    _newer.id != Consent.id,
)
ENDING = (
    select(
        Consent.id,
        Consent.person_id,
        Person.given_name,
        Person.family_name,
        Consent.purpose,
        Consent.expires_on,
    )
    .join_from(Consent, Person, Consent.person_id == Person.id)
    .where(
        Consent.expires_on >= bindparam("first", type_=Date()),
        Consent.expires_on <= bindparam("last", type_=Date()),
        Consent.state == "given",
        # Not `in`: the few consents that end are found first, then their people.
        Person.status.not_in(["moved", "deceased"]),
        ~_IS_RENEWED,
        is_known_to_me(Consent.person_id),
    )
    .order_by(Consent.expires_on, Consent.id)
    .limit(bindparam("limit"))
)


def ending_consents(
    connection: Connection, today: date, limit: int = SHOWN
) -> tuple[ConsentDeadline, ...]:
    """Answer which consents end within the next weeks, or ended within the last, in order."""
    values = {"first": today - CONSENT_BEHIND, "last": today + CONSENT_AHEAD, "limit": limit}
    rows = connection.execute(ENDING, values)
    return tuple(
        ConsentDeadline(
            row.id,
            row.person_id,
            full_name(row.given_name, row.family_name),
            row.purpose,
            row.expires_on,
        )
        for row in rows
        if row.expires_on is not None
    )
