"""People not reached for long as they leave the office: one row each, the longest ago first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.widgets.export_offer import ExportOffer, given_rows, no_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.my_day.rows import ForgottenPerson


def forgotten_offer(
    rows: Sequence[ForgottenPerson], selection: str, today: date
) -> ExportOffer[ForgottenPerson]:
    """Answer the offer of people; days are counted until `today`."""
    columns: tuple[ExportColumn[ForgottenPerson], ...] = (
        ExportColumn("name", _("Name"), _name),
        ExportColumn("last_contact", _("Last reached"), _last_contact),
        ExportColumn("days", _("Days"), partial(_days, today)),
        ExportColumn("responsible", _("In charge"), _responsible),
    )
    return ExportOffer(
        list_name="my_day",
        title=_("Not reached for long"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=_id,
        is_protected=no_address,
        selection=selection,
    )


def _name(row: ForgottenPerson) -> str:
    return row.name


def _last_contact(row: ForgottenPerson) -> date | None:
    return row.last_contact


def _days(today: date, row: ForgottenPerson) -> int | None:
    return None if row.last_contact is None else (today - row.last_contact).days


def _responsible(row: ForgottenPerson) -> str:
    return row.responsible


def _id(row: ForgottenPerson) -> UUID:
    return row.id
