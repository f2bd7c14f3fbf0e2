"""Requests as they leave the office, such as the waiting list: one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.intake.request_columns import USUAL, request_columns
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.intake.queries import RequestRow


def requests_offer(
    rows: Sequence[RequestRow], selection: str, today: date, chosen: Sequence[str] = USUAL
) -> ExportOffer[RequestRow]:
    """Answer the offer of requests in the order listed; `chosen` are the columns shown."""
    columns = request_columns(lambda: today)
    return ExportOffer(
        list_name="intake",
        title=_("Requests"),
        count=len(rows),
        columns=columns.for_files(),
        chosen=columns.chosen_for_files(chosen),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=_is_protected,
        selection=selection,
    )


def _person_id(row: RequestRow) -> UUID:
    return row.person_id


def _is_protected(row: RequestRow) -> bool:
    return row.address_protected
