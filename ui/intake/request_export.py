"""Requests as they leave the office, such as the waiting list: one row each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from app.intake.rules import waiting_days
from resources.text import _
from ui.intake.words import (
    own_words,
    reason_words,
    service_words,
    source_words,
    stage_words,
    step_words,
)
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.intake.queries import RequestRow


def requests_offer(
    rows: Sequence[RequestRow], selection: str, today: date
) -> ExportOffer[RequestRow]:
    """Answer the offer of requests in the order listed; ages are counted until `today`."""
    columns: tuple[ExportColumn[RequestRow], ...] = (
        ExportColumn("person", _("Person"), _person),
        ExportColumn("service", _("Service"), _service),
        ExportColumn("since", _("Since"), _since),
        ExportColumn("days", _("Days"), partial(_days, today)),
        ExportColumn("waits_for", _("Waits for"), _waits_for),
        ExportColumn("step", _("Next step"), step_words),
        ExportColumn("requested_on", _("Asked on"), _requested_on),
        ExportColumn("source", _("Who asked"), _source),
        ExportColumn("own_answer", _("What the person says"), _own_answer),
        ExportColumn("stage", _("Outcome"), _stage),
        ExportColumn("decided_on", _("Decided"), _decided_on),
        ExportColumn("reason", _("Reason"), _reason),
        ExportColumn("taken_by", _("Taken by"), _taken_by),
    )
    return ExportOffer(
        list_name="intake",
        title=_("Requests"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=_is_protected,
        selection=selection,
    )


def _person(row: RequestRow) -> str:
    return row.sorted_name


def _service(row: RequestRow) -> str:
    return service_words(row.service)


def _since(row: RequestRow) -> date:
    return row.since


def _days(today: date, row: RequestRow) -> int:
    return waiting_days(row.since, row.decided_on or today)


def _waits_for(row: RequestRow) -> str:
    return row.waiting_reason


def _requested_on(row: RequestRow) -> date:
    return row.requested_on


def _source(row: RequestRow) -> str:
    return source_words(row.source)


def _own_answer(row: RequestRow) -> str:
    return own_words(row.own_consent)


def _stage(row: RequestRow) -> str:
    return stage_words(row.stage)


def _decided_on(row: RequestRow) -> date | None:
    return row.decided_on


def _reason(row: RequestRow) -> str:
    return reason_words(row.reason)


def _taken_by(row: RequestRow) -> str:
    return row.taken_by


def _person_id(row: RequestRow) -> UUID:
    return row.person_id


def _is_protected(row: RequestRow) -> bool:
    return row.address_protected
