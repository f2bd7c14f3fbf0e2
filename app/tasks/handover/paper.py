"""The handover list as pages: per person what is open now, only what the reader may know."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.clients.rules import full_name, show_phone
from app.tasks.handover import statements as ask
from forms.tasks import handover_list
from forms.tasks.handover_list import (
    HandedPerson,
    HandoverList,
    NextVisit,
    OpenFollowUp,
    OpenTask,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

VISITS_AHEAD = timedelta(days=28)
"""How far ahead planned visits are printed."""


def handover_pdf(
    connection: Connection, handover_id: UUID, language: str, *, who: str, when: datetime
) -> bytes | None:
    """Answer the list of a handover as a PDF in "de", "da" or "en"; None when it is gone.

    `who` looks at it, at the local wall-clock time `when`.
    """
    row = connection.execute(ask.HANDOVER, {"handover_id": handover_id}).first()
    if row is None:
        return None
    values = {
        "handover_id": handover_id,
        "to_who": row.to_who,
        "now": when,
        "until": when + VISITS_AHEAD,
    }
    tasks = _tasks(connection, values)
    return handover_list.render(
        HandoverList(
            language=language,
            from_who=row.from_who,
            to_who=row.to_who,
            handed_at=row.at.astimezone().replace(tzinfo=None),
            printed_at=when,
            who=who,
            reason=row.reason,
            people=_people(connection, values, tasks),
            others=tuple(tasks[None]),
        )
    )


def _people(
    connection: Connection, values: dict[str, Any], tasks: dict[UUID | None, list[OpenTask]]
) -> tuple[HandedPerson, ...]:
    follow_ups, visits = _follow_ups(connection, values), _visits(connection, values)
    return tuple(
        HandedPerson(
            name=full_name(row.given_name, row.family_name),
            phone=show_phone(row.phone or row.mobile, row.country),
            hint=row.hint,
            address_protected=row.address_protected,
            tasks=tuple(tasks[row.id]),
            follow_ups=tuple(follow_ups[row.id]),
            visits=tuple(visits[row.id]),
        )
        for row in connection.execute(ask.PAPER_PEOPLE, values)
    )


def _tasks(
    connection: Connection, values: dict[str, Any]
) -> defaultdict[UUID | None, list[OpenTask]]:
    found: defaultdict[UUID | None, list[OpenTask]] = defaultdict(list)
    for row in connection.execute(ask.PAPER_TASKS, values):
        is_review = row.reviewer == values["to_who"] != row.assignee
        review_on = row.review_on if is_review else None
        found[row.person_id].append(OpenTask(row.title, row.due_on, review_on))
    return found


def _follow_ups(
    connection: Connection, values: dict[str, Any]
) -> defaultdict[UUID, list[OpenFollowUp]]:
    found: defaultdict[UUID, list[OpenFollowUp]] = defaultdict(list)
    for row in connection.execute(ask.PAPER_FOLLOW_UPS, values):
        noted_on = row.happened_at.astimezone().date()
        found[row.person_id].append(OpenFollowUp(noted_on, row.follow_up_due))
    return found


def _visits(connection: Connection, values: dict[str, Any]) -> defaultdict[UUID, list[NextVisit]]:
    found: defaultdict[UUID, list[NextVisit]] = defaultdict(list)
    for row in connection.execute(ask.PAPER_VISITS, values):
        found[row.client_id].append(NextVisit(row.planned_start, row.visitor))
    return found
