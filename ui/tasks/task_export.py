"""Tasks as they leave the office: one row each, as the list is narrowed down."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from resources.text import _
from ui.tasks.task_columns import USUAL, task_columns
from ui.widgets.export_offer import ExportOffer, given_rows, no_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.tasks.rows import TaskRow


def tasks_offer(
    rows: Sequence[TaskRow], selection: str, chosen: Sequence[str] = USUAL
) -> ExportOffer[TaskRow]:
    """Answer the offer of tasks in the order listed; what is noted in them stays in the office.

    `chosen` are the columns shown.
    """
    columns = task_columns(lambda: date.min)  # a file has days as they are, not "Today"
    return ExportOffer(
        list_name="tasks",
        title=_("Tasks"),
        count=len(rows),
        columns=columns.for_files(),
        chosen=columns.chosen_for_files(chosen),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=no_address,
        selection=selection,
    )


def _person_id(row: TaskRow) -> UUID | None:
    return row.person_id
