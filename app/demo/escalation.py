"""Records of the last visits in the demo office: what was noticed, notes to read, a closed door."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.demo.chance import Chance
from app.escalation.rules import Cause, Ending, StepResult
from app.visiting.observing import activity_list, observations
from app.visiting.rules import NotHeldReason, VisitStatus
from db.escalation import Escalation, EscalationStep
from db.people import Person
from db.visiting import Visit, VisitActivity, VisitFlag
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from app.demo.rules import DemoPlan
    from app.office import Act

_WEEKS = timedelta(days=21)
_MOST = 30
_NOTICED = 0.35
_UNREAD = 6
"""Notes that wait to be read."""
_FLAGS = ("fall", "weight_loss", "unpaid_bills", "low_mood", "wants_advice", "no_heating")
_STEPS = (
    ("ring", 2, StepResult.NOBODY, "", "rang"),
    ("neighbour", 14, StepResult.INFORMED, "neighbour", "neighbour_note"),
    ("contacts", 26, StepResult.KNOWS, "contact", ""),
)


def add_demo_escalations(act: Act, plan: DemoPlan) -> int:
    """Write records of the last weeks and two concerns; answer how many records."""
    words = tomllib.loads(read_text("demo", "escalation.toml"))[plan.country.language]
    visits = _last_visits(act, plan, VisitStatus.HELD)
    for number, visit in enumerate(visits):
        chance = Chance(plan.seed, plan.country, "record", number)
        _record(act, visit, chance, words, is_unread=number < _UNREAD)
    for number, visit in enumerate(_closed_doors(act, plan)):
        key = Chance(plan.seed, plan.country, "concern", number).key(number / 2)
        _add_concern(act, plan, visit, Escalation(id=key), words, is_open=number == 0)
    return len(visits)


def _closed_doors(act: Act, plan: DemoPlan) -> Sequence[Visit]:
    """Answer the last two visits on which nobody opened, however many others failed since."""
    nobody = Visit.not_held_reason == NotHeldReason.NO_ONE_OPENED.value
    return _last_visits(act, plan, VisitStatus.NOT_HELD, nobody, back=_WEEKS * 4)[:2]


def _last_visits(
    act: Act,
    plan: DemoPlan,
    status: VisitStatus,
    *more: ColumnElement[bool],
    back: timedelta = _WEEKS,
) -> Sequence[Visit]:
    midnight = datetime.combine(plan.today, time.min)
    found = (
        select(Visit)
        .join(Person, Person.id == Visit.client_id)
        .where(
            Visit.status == status.value,
            Visit.planned_start >= midnight - back,
            Visit.planned_start < midnight,
            Person.is_restricted.is_(False),
            *more,
        )
        .order_by(Visit.planned_start.desc(), Visit.id)
        .limit(_MOST)
    )
    return act.session.scalars(found).all()


def _record(
    act: Act, visit: Visit, chance: Chance, words: dict[str, Any], *, is_unread: bool
) -> None:
    for code in chance.sample(sorted(activity_list().delivered), 2):
        act.session.add(VisitActivity(visit_id=visit.id, code=code))
    if chance.often(_NOTICED):
        code, day = chance.pick(_FLAGS), visit.planned_start.date()
        severity = observations().severity_of(code, day).value
        act.session.add(VisitFlag(visit_id=visit.id, code=code, severity=severity))
    visit.kilometres = 5 * chance.randrange(2, 30)
    if chance.often(_NOTICED):
        visit.next_note = chance.pick(words["next_notes"])
    visit.recorded_by = visit.visitor
    visit.recorded_at = _instant(visit.planned_end + timedelta(hours=1))
    has_words = bool(visit.note or visit.next_note)
    visit.is_unread = is_unread and has_words and visit.visitor != act.who
    if has_words and not visit.is_unread:
        visit.read_by = act.who
        visit.read_at = _instant(visit.planned_end + timedelta(hours=20))


def _add_concern(
    act: Act,
    plan: DemoPlan,
    visit: Visit,
    row: Escalation,
    words: dict[str, str],
    *,
    is_open: bool,
) -> None:
    # The one that runs began this morning, whenever its visit was.
    began = datetime.combine(plan.today, time(8, 5)) if is_open else visit.planned_start
    row.person_id, row.visit_id = visit.client_id, visit.id
    row.code = row.chain_code = Cause.NO_ONE_OPENED.value
    row.opened_at, row.opened_by = _instant(began), visit.visitor
    if not is_open:
        row.closed_at, row.closed_by = _instant(began + timedelta(minutes=40)), act.who
        row.result, row.closing_note = Ending.AWAY.value, words["closing"]
    act.session.add(row)
    act.session.flush()
    for number, (code, minutes, result, called, note) in enumerate(_STEPS[: 2 if is_open else 3]):
        act.session.add(
            EscalationStep(
                escalation_id=row.id,
                number=number + 1,
                code=code,
                at=_instant(began + timedelta(minutes=minutes)),
                who=visit.visitor,
                called=words.get(called, ""),
                result=result.value,
                note=words.get(note, ""),
            )
        )


def _instant(local: datetime) -> datetime:
    return local.astimezone(UTC)
