"""What a person's form needs before it opens: the card, what is offered, the home country."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import CTE, func, select, true, union
from sqlalchemy.orm import aliased

from app.admin.office_settings import KEEPS_CPR, office_setting
from app.areas.queries import area_choices
from app.clients.queries.card import client_card
from app.clients.queries.home import home_country
from app.clients.queries.reaching import further_addresses, further_reaches
from app.clients.rules import ClientDetails, show_cpr, write_birth
from db.access import Member
from db.people import Person

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
    keeps_cpr: bool = False
    """Whether the office keeps CPR numbers."""
    colleagues: tuple[str, ...] = ()
    """Names that are offered for who is responsible."""


def _each_responsible() -> CTE:
    """Skip along the index from each name to the next, instead of reading all people."""
    first = select(func.min(Person.responsible).label("name")).where(Person.responsible > "")
    names = first.cte("each_responsible", recursive=True)
    later = aliased(Person)
    after = select(func.min(later.responsible)).where(later.responsible > names.c.name)
    return names.union_all(select(after.scalar_subquery()).where(names.c.name.is_not(None)))


_names = _each_responsible()
_COLLEAGUES = union(
    select(Member.name).where(Member.is_active == true()),
    select(_names.c.name).where(_names.c.name.is_not(None)),
)


def client_to_edit(connection: Connection, client_id: UUID | None) -> ClientToEdit | None:
    """Answer what a form shows; None when there is no such client."""
    if client_id is None:
        country = home_country(connection)
        details = ClientDetails(country=country)
        return _to_edit(connection, details, None, 0)
    card = client_card(connection, client_id)
    if card is None:
        return None
    details = replace(
        as_details(card),
        reaches=further_reaches(connection, client_id),
        addresses=further_addresses(connection, client_id),
    )
    return _to_edit(connection, details, client_id, card.version)


def _to_edit(
    connection: Connection, details: ClientDetails, client_id: UUID | None, version: int
) -> ClientToEdit:
    return ClientToEdit(
        details,
        client_id,
        version,
        area_choices(connection, details.area_id),
        office_setting(connection, KEEPS_CPR),
        tuple(connection.execute(_COLLEAGUES).scalars()),
    )


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
        levels=card.levels,
        roles=card.roles,
        cpr=show_cpr(card.cpr),
        needs_interpreter=card.needs_interpreter,
        letter_format=card.letter_format,
        status=card.standing.status,
        status_from=card.standing.since,
        status_until=card.standing.until,
        status_note=card.status_note,
        responsible=card.responsible,
    )
