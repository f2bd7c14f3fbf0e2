"""The visits of some days as they leave the office: one row each, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui import formats
from ui.visiting.agenda_table import AgendaRow
from ui.visiting.words import outcome_words, status_words
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from app.visiting.rows import VisitRow


def visits_offer(
    visits: Sequence[VisitRow], now: datetime, title: str, selection: str
) -> ExportOffer[AgendaRow]:
    """Answer the offer of the visits that the calendar shows now."""
    rows = [AgendaRow(visit, is_first=False, now=now) for visit in visits]
    columns: tuple[ExportColumn[AgendaRow], ...] = (
        ExportColumn("day", _("Day"), _day),
        ExportColumn("from", _("From"), _from),
        ExportColumn("until", _("Until"), _until),
        ExportColumn("person", _("Person"), _person),
        ExportColumn("visitor", _("Visitor"), _visitor),
        ExportColumn("place", _("Where"), _place),
        ExportColumn("status", _("Status"), _status),
        ExportColumn("reason", _("Why not held"), _reason),
    )
    return ExportOffer(
        list_name="visiting",
        title=title,
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=_is_protected,
        selection=selection,
    )


def _day(row: AgendaRow) -> date:
    return row.visit.start.date()


def _from(row: AgendaRow) -> str:
    return formats.show_time(row.visit.start)


def _until(row: AgendaRow) -> str:
    return formats.show_time(row.visit.end)


def _person(row: AgendaRow) -> str:
    return row.visit.client_name


def _visitor(row: AgendaRow) -> str:
    return row.visit.visitor


def _place(row: AgendaRow) -> str:
    return _(row.visit.place.label)


def _status(row: AgendaRow) -> str:
    return status_words(row.visit, row.now)


def _reason(row: AgendaRow) -> str:
    return outcome_words(row.visit)


def _person_id(row: AgendaRow) -> UUID:
    return row.visit.client_id


def _is_protected(_row: AgendaRow) -> bool:
    """No column of visits says where somebody lives."""
    return False
