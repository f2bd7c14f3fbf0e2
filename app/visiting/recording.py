"""Writing what was said of a visit: what was done, what was noticed, and who has to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, select

from app.access.queries import my_role
from app.access.rules import Role
from app.codes.queries import own_codes
from app.errors import N_, Problem, Refused
from app.visiting.observing import activity_list, flag_list, observations
from app.visiting.rules import VisitStatus
from db.access import is_known_to_me
from db.matches import Match
from db.people import Person
from db.visiting import Visit, VisitActivity, VisitFlag

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy import Connection

    from app.codes.rules import CodeList
    from app.office import Act
    from app.visiting.rules import VisitRecord

UNKNOWN_WORD = N_("One of these words is no longer in the list. Please look at them again.")
VISIT_IS_GONE = N_("This visit no longer exists.")
NOTHING_TO_READ = N_("There is nothing about this visit that waits to be read.")
ONLY_OFFICE_READS = N_("Notes on visits are read by the coordinators.")

_OPEN = ("proposed", "introduced", "trial", "running", "paused")
_visit_id = bindparam("visit_id", type_=Uuid())
_BY_MATCH = (
    select(Match.coordinator)
    .join(Visit, Visit.match_id == Match.id)
    .where(Visit.id == _visit_id, is_known_to_me(Match.person_id))
)
_BY_PERSON = (
    select(Match.coordinator)
    .join(Visit, Visit.client_id == Match.person_id)
    .where(Visit.id == _visit_id, Match.stage.in_(_OPEN), is_known_to_me(Match.person_id))
    .order_by(Match.since.desc(), Match.id)
    .limit(1)
)
_IN_CHARGE = (
    select(Person.responsible)
    .join(Visit, Visit.client_id == Person.id)
    .where(Visit.id == _visit_id, is_known_to_me(Person.id))
)


def who_answers(connection: Connection, visit_id: UUID) -> str:
    """Answer the colleague who answers for a visit: of the match, or in charge of the person.

    "" where nobody is named.
    """
    ways = (_BY_MATCH, _BY_PERSON, _IN_CHARGE)
    found = (connection.scalar(way, {"visit_id": visit_id}) for way in ways)
    return next(filter(None, found), "")


def write_record(act: Act, visit: Visit, record: VisitRecord) -> None:
    """Write all of a checked record into a visit; raises `Refused` for an unknown word."""
    # First what asks the database: the visit itself is then saved once and counts one version.
    answers = who_answers(act.session.connection(), visit.id)
    _write_activities(act, visit, record.activities)
    _write_flags(act, visit, record.flags)
    _write_outcome(visit, record)
    visit.note, visit.next_note = record.note, record.next_note.strip()
    visit.kilometres = record.kilometres
    visit.recorded_by, visit.recorded_at = act.who, act.now
    visit.read_by, visit.read_at = "", None
    visit.is_unread = record.has_news and answers != act.who


def read_visit_note(act: Act, visit_id: UUID, *, is_read: bool = True) -> UUID:
    """Say that the note on a visit was read, or take it back; answer the visit.

    Raises `Refused` when nothing waits to be read, and for volunteers.
    """
    if my_role(act.session.connection()) is Role.VOLUNTEER:
        raise Refused(Problem(ONLY_OFFICE_READS))
    known = select(Visit).where(Visit.id == visit_id, is_known_to_me(Visit.client_id))
    visit = act.session.scalar(known)
    if visit is None:
        raise Refused(Problem(VISIT_IS_GONE))
    if visit.recorded_at is None or visit.is_unread is not is_read:
        raise Refused(Problem(NOTHING_TO_READ))
    visit.is_unread = not is_read
    visit.read_by, visit.read_at = (act.who, act.now) if is_read else ("", None)
    act.touch("visiting", visit_id)
    return visit_id


def _write_outcome(visit: Visit, record: VisitRecord) -> None:
    day = visit.planned_start.date()
    if record.held:
        visit.status, visit.not_held_reason = VisitStatus.HELD.value, ""
        visit.actual_start, visit.actual_end = record.starts_on(day), record.ends_on(day)
    else:
        visit.status, visit.not_held_reason = VisitStatus.NOT_HELD.value, str(record.reason)
        visit.actual_start = visit.actual_end = None


def _write_activities(act: Act, visit: Visit, wanted: Iterable[str]) -> None:
    rows = act.session.scalars(select(VisitActivity).where(VisitActivity.visit_id == visit.id))
    for code in _changed(act, rows.all(), wanted, activity_list(), "activities"):
        act.session.add(VisitActivity(visit_id=visit.id, code=code))


def _write_flags(act: Act, visit: Visit, wanted: Iterable[str]) -> None:
    rows = act.session.scalars(select(VisitFlag).where(VisitFlag.visit_id == visit.id))
    day = visit.planned_start.date()
    for code in _changed(act, rows.all(), wanted, flag_list(), "flags"):
        severity = observations().severity_of(code, day).value
        act.session.add(VisitFlag(visit_id=visit.id, code=code, severity=severity))


def _changed(
    act: Act, rows: Iterable[Any], wanted: Iterable[str], codes: CodeList, field: str
) -> list[str]:
    """Take away the rows that are not wanted; answer the codes that are missing."""
    kept, codes_wanted = {row.code: row for row in rows}, dict.fromkeys(wanted)
    known = codes.delivered.keys() | own_codes(act.session.connection(), codes.name) | kept.keys()
    if not codes_wanted.keys() <= known:
        raise Refused(Problem(UNKNOWN_WORD, field))
    for code, row in kept.items():
        if code not in codes_wanted:
            act.session.delete(row)
    return [code for code in codes_wanted if code not in kept]
