"""Who looked at a person, as it leaves the office: a row for each colleague and hour."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.privacy.look_words import look_words
from ui.widgets.export_offer import ExportOffer, given_rows, no_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from app.privacy.looking import LookRow


def looks_offer(rows: Sequence[LookRow], person_id: UUID) -> ExportOffer[LookRow]:
    """Answer the offer of the looks at a person, the latest first."""
    columns: tuple[ExportColumn[LookRow], ...] = (
        ExportColumn("who", _("Who"), _who),
        ExportColumn("what", _("What"), _what),
        ExportColumn("at", _("First"), _first),
        ExportColumn("last_at", _("Last"), _last),
        ExportColumn("times", _("Times"), _times),
    )
    return ExportOffer(
        list_name="privacy",
        title=_("Who looked at this person"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=partial(_person, person_id),
        is_protected=no_address,
    )


def _who(row: LookRow) -> str:
    return row.who


def _what(row: LookRow) -> str:
    return look_words(row.what)


def _first(row: LookRow) -> datetime:
    return _local(row.at)


def _last(row: LookRow) -> datetime:
    return _local(row.last_at)


def _local(moment: datetime) -> datetime:
    return moment.astimezone().replace(tzinfo=None, microsecond=0)


def _times(row: LookRow) -> int:
    return row.times


def _person(person_id: UUID, _row: LookRow) -> UUID:
    return person_id
