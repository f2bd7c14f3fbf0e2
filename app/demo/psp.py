"""The invented PSP group of a demo office; nobody sees it before they are a PSP member."""

from __future__ import annotations

import tomllib
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.demo.chance import Chance
from app.referrals.psp.entering import tell
from app.referrals.psp.rules import Agency, CaseState, ConsentSought, GroupKind, MeetingState
from db.guarded import is_guarded
from db.people import Person
from db.psp import (
    PspAgenda,
    PspAttendance,
    PspCase,
    PspCriterion,
    PspFact,
    PspFactRecipient,
    PspGroup,
    PspMeeting,
    PspMember,
    PspTask,
)
from resources import read_text

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_AGO, _AHEAD = timedelta(days=14), timedelta(days=16)
_USED_FOR = timedelta(days=120)
_NINE = time(9)
_MOST_ROWS = 1_000


def add_demo_psp(act: Act, plan: DemoPlan) -> int:
    """Write a group with two cases, a fact past its last day, two meetings; answer how many cases.

    Its seat bears the name of whoever opened the demo: once they put themselves on the list of
    colleagues as a PSP member, the group is theirs. On a server only members write such rows.
    """
    if is_guarded(act.session.connection()):
        return 0
    told = tomllib.loads(read_text("demo", f"psp_{plan.country.language}.toml"))
    demo = _Demo(act, plan, told["basis"])
    group = demo.group(told)
    people = act.session.scalars(select(Person.id).order_by(Person.id).limit(len(told["case"])))
    cases = [
        demo.case(group, number, person, case)
        for number, (person, case) in enumerate(zip(people.all(), told["case"], strict=False), 1)
    ]
    demo.meetings(group, told, cases)
    tell(act)
    return len(cases)


class _Demo:
    """Writes rows past the rules, which ask for a list of colleagues that a demo has not."""

    def __init__(self, act: Act, plan: DemoPlan, basis: str) -> None:
        self._act, self._plan, self._basis = act, plan, basis
        self._chance = Chance(plan.seed, "psp")
        self._keys = 0

    def group(self, told: dict[str, Any]) -> UUID:
        today, key = self._plan.today, self._key()
        self._add(PspGroup(id=key, kind=GroupKind.PSP, **_part(told["group"], "name", "area")))
        who = self._act.who
        seats = [
            {"name": who, "agency": Agency.MUNICIPALITY, "member_name": who, "is_lead": True},
            *told["seat"],
        ]
        for seat in seats:
            self._add(PspMember(id=self._key(), group_id=key, from_on=today - _USED_FOR, **seat))
        return key

    def case(self, group: UUID, number: int, person: UUID, told: dict[str, Any]) -> PspCase:
        today = self._plan.today
        case = PspCase(
            id=self._key(),
            group_id=group,
            number=f"{today.year}-{number:03d}",
            person_id=person,
            raised_on=today - 2 * _AGO,
            raised_by=self._act.who,
            raised_agency=Agency.MUNICIPALITY,
            own_means_insufficient=told["means"],
            tried=told["tried"],
            informed=True,
            consent_sought=ConsentSought.NOT_ASKED,
            consent_reason=told["consent_reason"],
            lead_agency=told["lead"],
            state=CaseState.ACTIVE if told["decision"] else CaseState.ON_AGENDA,
            next_review=today + _AHEAD if told["decision"] else None,
        )
        self._add(case)
        for code in told["criteria"]:
            self._add(PspCriterion(id=self._key(), case_id=case.id, code=code))
        for fact in told["fact"]:
            self._fact(case.id, fact)
        return case

    def meetings(self, group: UUID, told: dict[str, Any], cases: list[PspCase]) -> None:
        days = (self._plan.today - _AGO, self._plan.today + _AHEAD)
        for day, state in zip(days, (MeetingState.HELD, MeetingState.PLANNED), strict=True):
            is_held = state is MeetingState.HELD
            meeting = PspMeeting(
                id=self._key(),
                group_id=group,
                starts_at=datetime.combine(day, _NINE),
                place=told["group"]["place"],
                state=state,
                minutes=told["group"]["minutes"] if is_held else "",
            )
            self._add(meeting)
            self._table(meeting, present=is_held)
            for position, case in enumerate(cases, 1):
                self._item(meeting, case, told["case"][position - 1], position)

    def _fact(self, case_id: UUID, told: dict[str, Any]) -> None:
        fact = PspFact(
            id=self._key(),
            case_id=case_id,
            text=told["text"],
            category=told["category"],
            from_agency=told["from"],
            necessity=told["why"],
            basis=self._basis,
            not_for_investigation=True,
            expires_on=self._last_day(told),
            noted_by=self._act.who,
            noted_at=self._act.now,
        )
        self._add(fact)
        for agency in told["to"]:
            self._add(PspFactRecipient(id=self._key(), fact_id=fact.id, agency=agency))

    def _last_day(self, told: dict[str, Any]) -> date:
        days = -timedelta(days=told["ago"]) if "ago" in told else _USED_FOR
        return self._plan.today + days

    def _table(self, meeting: PspMeeting, *, present: bool) -> None:
        seats = self._act.session.scalars(
            select(PspMember).where(PspMember.group_id == meeting.group_id)
        ).all()
        for seat in seats:
            here = present and seat.agency != Agency.PROBATION
            self._add(
                PspAttendance(
                    id=self._key(),
                    meeting_id=meeting.id,
                    member_id=seat.id,
                    agency=seat.agency,
                    present=here,
                )
            )

    def _item(
        self, meeting: PspMeeting, case: PspCase, told: dict[str, Any], position: int
    ) -> None:
        is_held = meeting.state == MeetingState.HELD
        if is_held and not told["decision"]:
            return
        item = PspAgenda(
            id=self._key(),
            meeting_id=meeting.id,
            case_id=case.id,
            position=position,
            summary=told["summary"] if is_held else "",
            decision=told["decision"] if is_held else "",
            next_review=case.next_review if is_held else None,
        )
        self._add(item)
        if is_held and told["task"]:
            agency, what = told["task"]
            due = self._plan.today + timedelta(days=7)
            task = PspTask(id=self._key(), agenda_id=item.id, agency=agency, what=what, due_on=due)
            self._add(task)

    def _add(self, row: object) -> None:
        self._act.session.add(row)
        self._act.session.flush()

    def _key(self) -> UUID:
        self._keys += 1
        return self._chance.key(self._keys / _MOST_ROWS)


def _part(told: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: told[name] for name in names}
