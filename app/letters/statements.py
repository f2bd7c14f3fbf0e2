"""The questions about letters in SQL, each built once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, exists, select

from app.visiting.rules import VisitStatus
from db.admin import OfficeCard
from db.clients import Client, ClientLanguage, ClientNameKey
from db.letters import Letter
from db.visiting import Visit

if TYPE_CHECKING:
    from sqlalchemy import Select

AFTER_EVERY_WORD = "\U0010ffff"
"""Stands behind a folded beginning, above everything that begins with it."""

_LETTERS = select(
    Letter.id,
    Letter.client_id,
    Client.given_name,
    Client.family_name,
    Letter.template,
    Letter.language,
    Letter.subject,
    Letter.written_at,
    Letter.author,
).join_from(Letter, Client, Letter.client_id == Client.id)

OF_CLIENT = _LETTERS.where(Letter.client_id == bindparam("client_id")).order_by(
    Letter.written_at.desc()
)

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
        Client.given_name,
        Client.family_name,
        Client.salutation,
        Client.letter_language,
        Client.address_protected,
        Client.phone,
        Client.mobile,
        Client.hint,
        Client.country,
        Client.care_of,
        Client.street,
        Client.house_number,
        Client.floor,
        Client.door,
        Client.postal_code,
        Client.city,
    )
    .join_from(Visit, Client, Visit.client_id == Client.id)
    .where(Visit.id == bindparam("visit_id"))
)

NEXT_VISIT = (
    select(Visit.id)
    .where(
        Visit.client_id == bindparam("client_id"),
        Visit.status == VisitStatus.PLANNED.value,
        Visit.planned_start >= bindparam("after"),
    )
    .order_by(Visit.planned_start)
    .limit(1)
)

SPOKEN = (
    select(ClientLanguage.tag)
    .where(ClientLanguage.client_id == bindparam("client_id"))
    .order_by(ClientLanguage.position)
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
                ClientNameKey.client_id == Letter.client_id,
                ClientNameKey.word >= bindparam(f"word_{place}"),
                ClientNameKey.word < bindparam(f"end_{place}"),
            )
        )
    return statement.order_by(Letter.written_at.desc(), Letter.id).limit(bindparam("limit"))
