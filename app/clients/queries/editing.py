"""What a client's form needs before it opens: the card, the areas offered, the home country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.areas.queries import area_choices
from app.clients.queries.card import client_card
from app.clients.rules import ClientDetails, write_birth
from db.admin import OfficeCard

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.areas.queries import AreaGroup
    from app.clients.queries.card import ClientCard


@dataclass(frozen=True, slots=True)
class ClientToEdit:
    """A form as it opens; without a client it is for a new one."""

    details: ClientDetails
    client_id: UUID | None
    version: int
    areas: tuple[AreaGroup, ...]


_COUNTRY = select(OfficeCard.country).limit(1)


def client_to_edit(connection: Connection, client_id: UUID | None) -> ClientToEdit | None:
    """Answer what a form shows; None when there is no such client."""
    if client_id is None:
        country = home_country(connection)
        return ClientToEdit(ClientDetails(country=country), None, 0, area_choices(connection))
    card = client_card(connection, client_id)
    if card is None:
        return None
    return ClientToEdit(
        as_details(card), client_id, card.version, area_choices(connection, card.area_id)
    )


def home_country(connection: Connection) -> str:
    """Answer the country of the office ("DE", "DK"), where new clients most likely live."""
    return connection.execute(_COUNTRY).scalar_one_or_none() or "DE"


def as_details(card: ClientCard) -> ClientDetails:
    """Answer a card as its form would be typed."""
    address = card.address
    return ClientDetails(
        given_name=card.given_name,
        family_name=card.family_name,
        salutation=card.salutation,
        birth=write_birth(card.birth),
        phone=card.phone,
        mobile=card.mobile,
        email=card.email,
        country=address.country,
        care_of=address.care_of,
        street=address.street,
        house_number=address.house_number,
        floor=address.floor,
        door=address.door,
        postal_code=address.postal_code,
        city=address.city,
        area_id=card.area_id,
        lives_alone=card.lives_alone,
        letter_language=card.letter_language,
        address_protected=card.address_protected,
        hint=card.hint,
        about=card.about,
        languages=card.languages,
    )
