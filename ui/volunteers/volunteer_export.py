"""Volunteers as they leave the office: one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.volunteers.volunteer_columns import USUAL, volunteer_columns
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.volunteers.queries import VolunteerRow


def volunteers_offer(
    rows: Sequence[VolunteerRow], selection: str, chosen: Sequence[str] = USUAL
) -> ExportOffer[VolunteerRow]:
    """Answer the offer of volunteers in the order listed; `chosen` are the columns shown."""
    columns = volunteer_columns()
    return ExportOffer(
        list_name="volunteers",
        title=_("Volunteers"),
        count=len(rows),
        columns=columns.for_files(),
        chosen=columns.chosen_for_files(chosen),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=_is_protected,
        selection=selection,
    )


def _person_id(row: VolunteerRow) -> UUID:
    return row.id


def _is_protected(row: VolunteerRow) -> bool:
    return row.address_protected
