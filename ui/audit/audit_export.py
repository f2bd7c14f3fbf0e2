"""Audit lines as they leave the office: with a right, for a reason, and noted themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.audit.audit_words import what_words, where_words
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from app.audit.queries import AuditEntry


def audit_offer(rows: Sequence[AuditEntry], selection: str) -> ExportOffer[AuditEntry]:
    """Answer the offer of these lines, the latest first."""
    columns: tuple[ExportColumn[AuditEntry], ...] = (
        ExportColumn("at", _("When"), _when),
        ExportColumn("who", _("Who"), _who),
        ExportColumn("what", _("What"), what_words),
        ExportColumn("where", _("Part of the office"), where_words),
        ExportColumn("whom", _("About whom"), _whom),
        ExportColumn("number", _("Number in the chain"), _number),
    )
    return ExportOffer(
        list_name="audit",
        title=_("Audit"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=no_person,
        is_protected=no_address,
        selection=selection,
        others_of=_people,
    )


def _when(row: AuditEntry) -> datetime:
    return row.at.astimezone().replace(tzinfo=None, microsecond=0)


def _who(row: AuditEntry) -> str:
    return row.who


def _whom(row: AuditEntry) -> str:
    return ", ".join(row.names)


def _number(row: AuditEntry) -> int | None:
    return row.number


def _people(row: AuditEntry) -> tuple[UUID, ...]:
    return row.people
