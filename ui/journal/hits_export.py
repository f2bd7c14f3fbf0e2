"""Found notes as they leave the office: only those that the reader may read in full."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.clients.rules import full_name
from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.journal.note_words import contact_words
from ui.widgets.export_offer import ExportOffer, given_rows, no_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from app.journal.queries.search import NoteHit


def hits_offer(
    hits: Sequence[NoteHit], others: Mapping[UUID, Sequence[UUID]], selection: str
) -> ExportOffer[NoteHit]:
    """Answer the offer of notes, newest first; whole texts only where somebody chooses them.

    `others` are the further people whom each note is about, by the note's id.
    """
    columns: tuple[ExportColumn[NoteHit], ...] = (
        ExportColumn("happened_at", _("When"), _when),
        ExportColumn("person", _("Person"), _person),
        ExportColumn("medium", _("Contact"), _contact),
        ExportColumn("author", _("Author"), _author),
        ExportColumn("excerpt", _("Excerpt"), _excerpt),
        ExportColumn("text", _("Whole text"), _text),
    )
    return ExportOffer(
        list_name="journal",
        title=_("Found notes"),
        count=len(hits),
        columns=columns,
        chosen=tuple(column.key for column in columns if column.key != "text"),
        fetch=given_rows(hits),
        person_of=_person_id,
        is_protected=no_address,
        selection=selection,
        others_of=partial(_others, others),
    )


def _when(hit: NoteHit) -> datetime:
    return hit.happened_at.astimezone().replace(tzinfo=None, microsecond=0)


def _person(hit: NoteHit) -> str:
    return full_name(hit.given_name, hit.family_name)


def _contact(hit: NoteHit) -> str:
    return contact_words(hit.medium, None, reached=None)


def _author(hit: NoteHit) -> str:
    return hit.author


def _excerpt(hit: NoteHit) -> str:
    return hit.excerpt.text


def _text(hit: NoteHit) -> str:
    return hit.text


def _person_id(hit: NoteHit) -> UUID:
    return hit.person_id


def _others(others: Mapping[UUID, Sequence[UUID]], hit: NoteHit) -> Sequence[UUID]:
    return others.get(hit.id, ())
