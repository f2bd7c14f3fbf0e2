"""Makes clients and their notes through the actions that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.clients import actions
from app.clients.rules import ClientDetails
from tests.factories.journal import note_written

if TYPE_CHECKING:
    from app.office import Office


def client_details(**fields: Any) -> ClientDetails:  # noqa: ANN401 - any field of the form
    """Answer Erna Krüger's form; `fields` say what a test wants otherwise."""
    known: dict[str, Any] = {"given_name": "Erna", "family_name": "Krüger", "birth": "24.11.1938"}
    return ClientDetails(**(known | fields))


def add_client(office: Office, **fields: Any) -> UUID:  # noqa: ANN401 - any field of the form
    """Add a client to an office and answer the id; it begins with version 1."""
    return office.act(actions.add_client, uuid4(), client_details(**fields)).value


def add_note(office: Office, client_id: UUID, text: str = "Called, all is well.") -> UUID:
    """Write a note about a client and answer its id."""
    return note_written(office, client_id, text=text)
