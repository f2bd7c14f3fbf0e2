"""Where a person can be spoken to on behalf of an institution, for the person's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from db.access import cards_of, is_known_to_me
from db.base import Key
from db.institutions import Institution, InstitutionContact

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


class ContactPlace(NamedTuple):
    """One institution at which a person is a contact."""

    institution_id: UUID
    name: str
    parent_name: str
    function: str
    phone: str
    country: str
    valid_from: date | None
    valid_until: date | None


_PERSON = bindparam("person_id", type_=Key())
_Parent = aliased(Institution)
_PLACES = (
    select(
        Institution.id,
        Institution.name,
        func.coalesce(_Parent.name, ""),
        InstitutionContact.function,
        InstitutionContact.phone,
        Institution.country,
        InstitutionContact.valid_from,
        InstitutionContact.valid_until,
    )
    .join(Institution, Institution.id == InstitutionContact.institution_id)
    .outerjoin(_Parent, _Parent.id == Institution.parent_id)
    .where(
        InstitutionContact.person_id.in_(cards_of(_PERSON)),
        is_known_to_me(InstitutionContact.person_id),
    )
    .order_by(Institution.sort_key_de, InstitutionContact.id)
)


def contact_places(connection: Connection, person_id: UUID) -> tuple[ContactPlace, ...]:
    """Answer the institutions at which a person, on whichever card, is a contact."""
    rows = connection.execute(_PLACES, {"person_id": person_id})
    return tuple(map(ContactPlace._make, rows))
