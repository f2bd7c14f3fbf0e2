"""Taking a list out of the office: with a right, for a reason, and never unnoticed.

The log is written before the first line of the file, so nothing leaves that is not in it; a list
that was then stopped half way stands in the log although no file came of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import insert

from app.access.actions import need_right
from app.access.rules import Right
from app.errors import Refused
from app.exchange.writing.rules import ExportWish, check_export
from db.exchange import ExportedPerson, ExportLog

if TYPE_CHECKING:
    from app.office import Act


def export_list(act: Act, wish: ExportWish) -> UUID:
    """Note who takes which list out of the office and why; answer the id of the note.

    Raises `Refused` without the right, without a sensible reason, or when the list does not
    fit into a file of that kind.
    """
    need_right(act, Right.EXPORT)
    problems = check_export(wish)
    if problems:
        raise Refused(*problems)
    line = ExportLog(
        id=uuid4(),
        at=act.now,
        who=act.who,
        list_name=wish.list_name,
        reason=wish.reason.strip(),
        form=wish.form,
        columns=json.dumps(wish.columns),
        rows=wish.rows,
        with_protected=wish.with_protected,
    )
    act.session.add(line)
    act.touch("exchange", line.id)
    return line.id


def note_exported(act: Act, log_id: UUID, people: Iterable[UUID]) -> None:
    """Note who stands in a list that leaves, so that each of them can be told."""
    lines = [{"export_log_id": log_id, "person_id": person} for person in dict.fromkeys(people)]
    if lines:
        act.session.execute(insert(ExportedPerson), lines)
