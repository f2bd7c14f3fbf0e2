"""Held rows of imports as they leave the office: each beside whom it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from app.importing.queries import OpenRow, twin_name
from resources.text import _
from ui.importing.import_words import address_words, name_words, way_words
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


def held_offer(rows: Sequence[OpenRow]) -> ExportOffer[OpenRow]:
    """Answer the offer of the rows that wait for a decision."""
    columns: tuple[ExportColumn[OpenRow], ...] = (
        ExportColumn("file", _("File"), lambda row: row.file_name),
        ExportColumn("line", _("Line"), lambda row: row.line),
        ExportColumn("name", _("In the file"), lambda row: name_words(row.details)),
        ExportColumn("address", _("Address in the file"), _address, reveals_address=True),
        ExportColumn("ways", _("Phone and e-mail in the file"), _ways),
        ExportColumn("twin", _("Looks like"), twin_name),
        ExportColumn("twin_address", _("Address known"), _twin_address, reveals_address=True),
        ExportColumn("percent", _("Sure, in percent"), lambda row: int(row.score * 100)),
    )
    return ExportOffer(
        list_name="importing",
        title=_("Rows that wait for a decision"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=_is_protected,
    )


def _address(row: OpenRow) -> str:
    return address_words(row.details)


def _ways(row: OpenRow) -> str:
    return way_words(row.details)


def _twin_address(row: OpenRow) -> str:
    return address_words(row.twin)


def _person_id(row: OpenRow) -> UUID:
    return row.twin_id


def _is_protected(row: OpenRow) -> bool:
    """The row of a file may say the very address that the card protects."""
    return row.twin.address_protected or row.details.address_protected
