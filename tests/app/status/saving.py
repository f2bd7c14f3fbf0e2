"""Saves a card in a test, by each way in which a status comes into the office."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.clients.queries import client_to_edit
from app.custom.actions import save_person
from app.status.actions import save_card

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from app.office import Office


def save(office: Office, person: UUID, *, own: bool = False, **changes: Any) -> None:  # noqa: ANN401 - fields
    """Save a card with other details, with or without own fields of the office."""
    editing = office.ask(client_to_edit, person)
    assert editing is not None
    details = replace(editing.details, **changes)
    if own:
        office.act(save_person, (person, editing.version), details, {}, {})
    else:
        office.act(save_card, person, editing.version, details)
