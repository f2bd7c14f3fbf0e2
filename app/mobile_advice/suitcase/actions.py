"""What the office keeps of a suitcase: that it was packed, returned, or given up as lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import Uuid, bindparam, select

from app.access.actions import need_right
from app.access.rules import Right, Role
from app.errors import N_, Conflict, Problem, Refused
from app.exchange.writing.actions import note_exported
from app.mobile_advice.suitcase.contents import WHOLE
from app.mobile_advice.suitcase.limits import limits
from app.mobile_advice.suitcase.receipts import (
    COPIES,
    outcome_of,
    read_receipts,
    stored,
    with_copy,
    without_questions,
    write_receipts,
)
from app.mobile_advice.suitcase.rules import Loss, Outcome, SuitcaseState, check_reason
from app.office import CHANGED_MEANWHILE
from app.tasks.actions import open_task
from app.tasks.rules import TaskValues
from app.text_rules import NAME_LENGTH
from db.access import Member
from db.exchange import ExportLog
from db.suitcase import Suitcase, SuitcaseMerge, SuitcaseRow
from db.suitcase_base import STAYS
from db.suitcase_lines import row_key
from db.tables import metadata

if TYPE_CHECKING:
    from datetime import datetime

    from app.mobile_advice.suitcase.contents import Contents
    from app.office import Act
    from db.suitcase_base import Trail

LIST_NAME = "suitcase"
"""How packed suitcases stand in the log of what left the office."""


@dataclass(frozen=True, slots=True)
class Packing:
    """What is noted of a suitcase that is about to leave."""

    tour_day_id: UUID
    file_id: str
    tour: str
    """Name of the tour and its day, in plain words."""
    expires_at: datetime
    """Aware; from then on it does not open."""


def may_pack(act: Act) -> None:
    """Go on only if the person at work may take data along; raises `Refused`."""
    need_right(act, Right.TAKE_ALONG)


def pack_suitcase(act: Act, packing: Packing, contents: Contents, suitcase_id: UUID) -> UUID:
    """Note that a suitcase leaves: what is in it, with which versions, and whose cards.

    Written before the file is put in its place: nothing leaves that is not noted. Raises
    `Refused` without the right to take data along.
    """
    may_pack(act)
    act.session.add(
        Suitcase(
            id=suitcase_id,
            tour_day_id=packing.tour_day_id,
            file_id=packing.file_id,
            made_at=act.now,
            made_by=act.who,
            expires_at=packing.expires_at,
            state=SuitcaseState.PACKED,
            counts=json.dumps(contents.counts()),
        )
    )
    act.session.flush()
    act.session.add_all(_rows(suitcase_id, contents))
    _log(act, packing, contents)
    act.touch("suitcase", suitcase_id)
    return suitcase_id


def undo_packing(act: Act, suitcase_id: UUID) -> UUID:
    """Say that a suitcase which was noted never came to be."""
    suitcase = _found(act, suitcase_id)
    suitcase.state, suitcase.reason = SuitcaseState.GIVEN_UP, NEVER_THERE
    suitcase.ended_at, suitcase.ended_by = act.now, act.who
    act.session.flush()
    act.touch("suitcase", suitcase_id)
    return suitcase_id


def end_return(act: Act, suitcase_id: UUID, trail: Trail = ()) -> UUID:
    """Say that everything of a copy is back; a second time changes nothing.

    Of a suitcase whose other copy was begun and not ended it is not said that it is back.
    """
    suitcase = _found(act, suitcase_id)
    _close_questions(act, suitcase_id, trail)
    is_whole = note_copy(act, suitcase_id, trail, ended=True)
    if is_whole and suitcase.state != SuitcaseState.RETURNED:
        suitcase.state = SuitcaseState.RETURNED
        suitcase.ended_at, suitcase.ended_by = act.now, act.who
        act.session.flush()
        act.touch("suitcase", suitcase_id)
    return suitcase_id


def note_copy(act: Act, suitcase_id: UUID, trail: Trail, *, ended: bool = False) -> bool:
    """Note that the return of a copy began or ended; answer whether none is in the middle."""
    kept = stored(act.session, suitcase_id, COPIES, suitcase_id)
    before = read_receipts(kept.digest) if kept is not None else ()
    after = with_copy(before, trail, ended=ended) if trail else before
    if after != before:
        kept = kept or SuitcaseMerge(
            id=uuid4(), suitcase_id=suitcase_id, table_name=COPIES, row_id=suitcase_id
        )
        kept.digest, kept.outcome = write_receipts(after), outcome_of(after)
        kept.at, kept.who, kept.row_version = act.now, act.who, 0
        act.session.add(kept)
        act.session.flush()
        act.touch("suitcase", suitcase_id)
    return not after or outcome_of(after) is not Outcome.CONFLICT


def _close_questions(act: Act, suitcase_id: UUID, trail: Trail) -> None:
    """Let nothing wait of states that the copy has left behind: all that it holds is settled."""
    for kept in act.session.scalars(_OPEN, {"suitcase_id": suitcase_id}).all():
        receipts = without_questions(read_receipts(kept.digest), trail)
        if receipts:
            kept.digest, kept.outcome = write_receipts(receipts), outcome_of(receipts)
        else:
            act.session.delete(kept)
    act.session.flush()


def give_up_suitcase(act: Act, suitcase_id: UUID, version: int, loss: Loss) -> UUID:
    """Say that a suitcase is lost: it is not taken back, and whoever must know gets a task.

    Raises `Refused` for one that is back already or without a reason, `Conflict` when somebody
    else was faster.
    """
    if problems := check_reason(loss.reason):
        raise Refused(*problems)
    suitcase = _found(act, suitcase_id)
    if suitcase.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if suitcase.state != SuitcaseState.PACKED:
        raise Refused(Problem(NOT_AWAY))
    suitcase.state, suitcase.reason = SuitcaseState.GIVEN_UP, loss.reason.strip()
    suitcase.ended_at, suitcase.ended_by = act.now, act.who
    act.session.flush()
    act.touch("suitcase", suitcase_id)
    _tell_of_loss(act, suitcase, loss)
    return suitcase_id


def _tell_of_loss(act: Act, suitcase: Suitcase, loss: Loss) -> None:
    until = act.local_now + timedelta(hours=limits().report_hours)
    officer = act.session.scalar(_OFFICER) or act.who
    values = TaskValues(
        title=loss.title[:NAME_LENGTH],
        assignee=officer,
        note=f"{suitcase.reason}\n\n{loss.duty}".strip(),
        due_on=until.date(),
    )
    open_task(act, values, "suitcase", suitcase.id)


def _found(act: Act, suitcase_id: UUID) -> Suitcase:
    suitcase = act.session.get(Suitcase, suitcase_id)
    if suitcase is None:
        raise Refused(Problem(GONE))
    return suitcase


def _rows(suitcase_id: UUID, contents: Contents) -> list[SuitcaseRow]:
    """Answer what is noted of rows that may come back changed; of lists for everyone nothing."""
    return [
        SuitcaseRow(
            suitcase_id=suitcase_id,
            table_name=name,
            row_id=row_key(metadata.tables[name], row),
            row_version=row.get("version", 0),
        )
        for name, rows in contents.rows.items()
        if name not in STAYS and name not in WHOLE
        for row in rows
    ]


def _log(act: Act, packing: Packing, contents: Contents) -> None:
    people = contents.rows.get("person", [])
    line = ExportLog(
        id=uuid4(),
        at=act.now,
        who=act.who,
        list_name=LIST_NAME,
        reason=packing.tour,
        form=LIST_NAME,
        columns=json.dumps(sorted(contents.counts())),
        rows=len(people),
        with_protected=any(row["address_protected"] for row in people),
    )
    act.session.add(line)
    act.session.flush()
    act.touch("exchange", line.id)
    note_exported(act, line.id, contents.people)


_OFFICER = (
    select(Member.name)
    .where(Member.role == bindparam("role", Role.DPO.value), Member.is_active.is_(True))
    .order_by(Member.since)
    .limit(1)
)
_OPEN = select(SuitcaseMerge).where(
    SuitcaseMerge.suitcase_id == bindparam("suitcase_id", type_=Uuid()),
    SuitcaseMerge.table_name != COPIES,
    SuitcaseMerge.outcome == Outcome.CONFLICT,
)
GONE = N_("The office does not know this suitcase.")
NOT_AWAY = N_("This suitcase is not on the way any more.")
NEVER_THERE = N_("The file could not be put in its place; nothing left the office.")
