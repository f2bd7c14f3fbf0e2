"""Tasks as they leave the office: one row each, as the list is narrowed down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.tasks.words import repeat_words
from ui.widgets.export_offer import ExportOffer, given_rows, no_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.tasks.rows import TaskRow


def tasks_offer(rows: Sequence[TaskRow], selection: str) -> ExportOffer[TaskRow]:
    """Answer the offer of tasks in the order listed; what is noted in them stays in the office."""
    columns: tuple[ExportColumn[TaskRow], ...] = (
        ExportColumn("title", _("Task"), _title),
        ExportColumn("person", _("Person"), _person),
        ExportColumn("assignee", _("In charge"), _assignee),
        ExportColumn("due_on", _("Due"), _due_on),
        ExportColumn("state", _("Status"), _state),
        ExportColumn("closed_on", _("Closed on"), _closed_on),
        ExportColumn("reviewer", _("Looks at it again"), _reviewer),
        ExportColumn("review_on", _("Again on"), _review_on),
        ExportColumn("repeat", _("Repeats"), repeat_words),
    )
    return ExportOffer(
        list_name="tasks",
        title=_("Tasks"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=no_address,
        selection=selection,
    )


def _title(row: TaskRow) -> str:
    return row.title


def _person(row: TaskRow) -> str:
    return row.person_name


def _assignee(row: TaskRow) -> str:
    return row.assignee


def _due_on(row: TaskRow) -> date | None:
    return row.due_on


def _state(row: TaskRow) -> str:
    return _(row.state.label)


def _closed_on(row: TaskRow) -> date | None:
    return None if row.done_at is None else row.done_at.astimezone().date()


def _reviewer(row: TaskRow) -> str:
    return row.reviewer


def _review_on(row: TaskRow) -> date | None:
    return row.review_on


def _person_id(row: TaskRow) -> UUID | None:
    return row.person_id
