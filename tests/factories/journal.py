"""Makes notes through the actions that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.journal.actions import write_note
from app.journal.rules import NoteEntry

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

TEXT = "Called, all is well."


def note_entry(*people: UUID, **fields: Any) -> NoteEntry:  # noqa: ANN401 - any field of the form
    """Answer the form of a plain note about people; `fields` say what a test wants otherwise."""
    return NoteEntry(people, **({"text": TEXT} | fields))


def note_written(office: Office, *people: UUID, **fields: Any) -> UUID:  # noqa: ANN401 - as above
    """Write a note about people and answer its id; it begins with version 1."""
    return office.act(write_note, uuid4(), note_entry(*people, **fields)).value
