"""The questions about letters in SQL, each built once; nobody sees those of hidden people."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, exists, select

from app.visiting.rules import VisitStatus
from db.access import cards_of, is_known_to_me
from db.admin import OfficeCard
from db.letters import Letter, LetterTemplate
from db.people import Person, PersonLanguage, PersonNameKey
from db.visiting import Visit

if TYPE_CHECKING:
    from sqlalchemy import Select

AFTER_EVERY_WORD = "\U0010ffff"
"""Stands behind a folded beginning, above everything that begins with it."""

_LETTERS = (
    select(
        Letter.id,
        Letter.client_id,
        Person.given_name,
        Person.family_name,
        Letter.template,
        Letter.language,
        Letter.subject,
        Letter.written_at,
        Letter.author,
        Letter.second_language,
        Letter.posted_on,
        Letter.channel,
        LetterTemplate.title.label("own_title"),
    )
    .join_from(Letter, Person, Letter.client_id == Person.id)
    .outerjoin(LetterTemplate, LetterTemplate.code == Letter.template)
    .where(is_known_to_me(Letter.client_id))
)

OF_CLIENT = _LETTERS.where(
    Letter.client_id.in_(cards_of(bindparam("client_id", type_=Uuid())))
).order_by(Letter.written_at.desc())
"""To all cards of one human being."""

PAGES = _LETTERS.add_columns(Letter.pdf).where(Letter.id == bindparam("letter_id"))

OFFICE = select(
    OfficeCard.name,
    OfficeCard.country,
    OfficeCard.sender,
    OfficeCard.street,
    OfficeCard.postal_code,
    OfficeCard.city,
    OfficeCard.phone,
    OfficeCard.email,
    OfficeCard.contact_name,
).limit(1)

OCCASION = (
    select(
        Visit.id,
        Visit.client_id,
        Visit.visitor,
        Visit.planned_start,
        Visit.planned_end,
        Visit.place,
        Visit.place_note,
        Visit.status,
        Person.given_name,
        Person.family_name,
        Person.salutation,
        Person.letter_language,
        Person.address_protected,
        Person.phone,
        Person.mobile,
        Person.hint,
        Person.country,
        Person.care_of,
        Person.street,
        Person.house_number,
        Person.floor,
        Person.door,
        Person.postal_code,
        Person.city,
        Person.status.label("person_status"),
        Person.status_from,
        Person.status_until,
    )
    .join_from(Visit, Person, Visit.client_id == Person.id)
    .where(Visit.id == bindparam("visit_id"), is_known_to_me(Visit.client_id))
)

NEXT_VISIT = (
    select(Visit.id)
    .where(
        Visit.client_id == bindparam("client_id"),
        is_known_to_me(Visit.client_id),
        Visit.status == VisitStatus.PLANNED.value,
        Visit.planned_start >= bindparam("after"),
    )
    .order_by(Visit.planned_start)
    .limit(1)
)

LAST_VISIT = (
    select(Visit.id)
    .where(
        Visit.client_id == bindparam("client_id"),
        is_known_to_me(Visit.client_id),
        Visit.status != VisitStatus.CANCELLED.value,
        Visit.planned_start < bindparam("before"),
    )
    .order_by(Visit.planned_start.desc())
    .limit(1)
)
"""The latest visit that was due before an instant, whether somebody was met or not."""

SPOKEN = (
    select(PersonLanguage.tag)
    .where(PersonLanguage.person_id == bindparam("client_id"))
    .order_by(PersonLanguage.position)
)


@cache
def recent(words: int) -> Select[*tuple[Any, ...]]:
    """Answer the question for the latest letters to people whose names begin so.

    Binds `limit`, and `word_0`, `end_0` and so on for each word.
    """
    statement = _LETTERS
    for place in range(words):
        statement = statement.where(
            exists().where(
                PersonNameKey.person_id == Letter.client_id,
                PersonNameKey.word >= bindparam(f"word_{place}"),
                PersonNameKey.word < bindparam(f"end_{place}"),
            )
        )
    return statement.order_by(Letter.written_at.desc(), Letter.id).limit(bindparam("limit"))
