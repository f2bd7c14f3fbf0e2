"""One client's card and the notes on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select

from app.clients.queries.hits import as_birth
from app.clients.rules import Address, Birth, full_name
from db.areas import Area
from db.clients import Client, ClientLanguage, ClientNote

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ClientCard:
    """All that is known of a client, with the version to edit it from."""

    id: UUID
    version: int
    given_name: str
    family_name: str
    salutation: str
    birth: Birth | None
    phone: str
    mobile: str
    email: str
    address: Address
    area_id: UUID | None
    area_name: str
    area_code: str
    """The number of a district that has no name."""
    lives_alone: bool | None
    letter_language: str
    address_protected: bool
    hint: str
    about: str
    languages: tuple[str, ...]
    """BCP 47 tags, best spoken first."""

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)


class ClientNoteRow(NamedTuple):
    """One dated note; a tuple, because a client has hundreds."""

    id: UUID
    written_at: datetime
    """Aware, UTC."""
    author: str
    text: str


_CARD = (
    select(
        Client.version,
        Client.given_name,
        Client.family_name,
        Client.salutation,
        Client.birth_date,
        Client.birth_precision,
        Client.phone,
        Client.mobile,
        Client.email,
        Client.country,
        Client.care_of,
        Client.street,
        Client.house_number,
        Client.floor,
        Client.door,
        Client.postal_code,
        Client.city,
        Client.area_id,
        func.coalesce(Area.name, "").label("area_name"),
        func.coalesce(Area.code, "").label("area_code"),
        Client.lives_alone,
        Client.letter_language,
        Client.address_protected,
        Client.hint,
        Client.about,
    )
    .outerjoin(Area, Area.id == Client.area_id)
    .where(Client.id == bindparam("client_id"))
)
_LANGUAGES = (
    select(ClientLanguage.tag)
    .where(ClientLanguage.client_id == bindparam("client_id"))
    .order_by(ClientLanguage.position)
)
_NOTES = (
    select(ClientNote.id, ClientNote.written_at, ClientNote.author, ClientNote.text)
    .where(ClientNote.client_id == bindparam("client_id"))
    .order_by(ClientNote.written_at.desc(), ClientNote.id)
    .limit(bindparam("rows"))
)
_NOTE_COUNT = (
    select(func.count())
    .select_from(ClientNote)
    .where(ClientNote.client_id == bindparam("client_id"))
)


def client_card(connection: Connection, client_id: UUID) -> ClientCard | None:
    """Answer a client's card; None when there is no such client."""
    row = connection.execute(_CARD, {"client_id": client_id}).one_or_none()
    if row is None:
        return None
    languages = connection.execute(_LANGUAGES, {"client_id": client_id}).scalars()
    return ClientCard(
        id=client_id,
        version=row.version,
        given_name=row.given_name,
        family_name=row.family_name,
        salutation=row.salutation,
        birth=as_birth(row.birth_date, row.birth_precision),
        phone=row.phone,
        mobile=row.mobile,
        email=row.email,
        address=Address(
            country=row.country,
            care_of=row.care_of,
            street=row.street,
            house_number=row.house_number,
            floor=row.floor,
            door=row.door,
            postal_code=row.postal_code,
            city=row.city,
        ),
        area_id=row.area_id,
        area_name=row.area_name,
        area_code=row.area_code,
        lives_alone=row.lives_alone,
        letter_language=row.letter_language,
        address_protected=row.address_protected,
        hint=row.hint,
        about=row.about,
        languages=tuple(languages),
    )


def client_notes(
    connection: Connection, client_id: UUID, limit: int = 500
) -> tuple[ClientNoteRow, ...]:
    """Answer the newest notes about a client, newest first."""
    rows = connection.execute(_NOTES, {"client_id": client_id, "rows": limit}).all()
    return tuple(map(ClientNoteRow._make, rows))


def client_with_notes(
    connection: Connection, client_id: UUID, limit: int = 500
) -> tuple[ClientCard | None, tuple[ClientNoteRow, ...]]:
    """Answer a client's card and the newest notes in one go, as they are shown together."""
    return client_card(connection, client_id), client_notes(connection, client_id, limit)


def count_client_notes(connection: Connection, client_id: UUID) -> int:
    """Answer how many notes there are about a client."""
    return int(connection.execute(_NOTE_COUNT, {"client_id": client_id}).scalar_one())
