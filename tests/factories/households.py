"""Makes households and relations through the actions that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.households import actions
from app.households.rules import RelationDetails
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office

AT_HOME = {
    "country": "DE",
    "street": "Ricarda-Huch-Straße",
    "house_number": "12",
    "postal_code": "40595",
    "city": "Düsseldorf",
}
"""An address in Garath."""


def resident(office: Office, given: str, family: str = "Krüger", **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Add somebody who lives in Garath, or where `fields` say."""
    return add_client(office, given_name=given, family_name=family, **(AT_HOME | fields))


def household(office: Office, *person_ids: UUID) -> UUID:
    """Let people live together and answer their household."""
    return office.act(actions.live_together, uuid4(), person_ids).value


def relation(office: Office, person_id: UUID, other_id: UUID | None = None, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Relate somebody to a person; without `other_id` a new contact is made."""
    details = RelationDetails(other_id=other_id, **fields)
    return office.act(actions.add_relation, uuid4(), person_id, details).value
