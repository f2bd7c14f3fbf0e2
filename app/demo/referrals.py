"""Matters that the demo office handed over or was handed, and answers to its enquiries."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.demo.chance import Chance
from app.demo.rota import OWN_NAMES
from app.referrals.answers.actions import give_answer
from app.referrals.answers.carried import answer_texts
from app.referrals.answers.rules import (
    AnswerChannel,
    AnswerForm,
    DisclosureClass,
    first_blocks,
)
from app.referrals.handing_over.actions import answer_referral, hand_over, receive_referral
from app.referrals.handing_over.rules import Handing, HandingAnswer, HandingState, Received
from db.answers import Answer
from db.consent import Disclosure
from db.handing_over import Referral, ReferralEvent
from db.institutions import Institution
from db.people import Person, PersonRole
from db.referrals import Enquiry
from db.visiting import Visit
from resources import read_text

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_FIRST = 40
"""Clients that nothing is handed over about: other invented stories are told of them."""
_ANSWERED_AFTER = 4
"""Days after which the demo office has answered an enquiry."""
_COLLEAGUES = (
    select(Visit.visitor).where(Visit.visitor != "").group_by(Visit.visitor).order_by(Visit.visitor)
)


def add_demo_referrals(act: Act, plan: DemoPlan) -> int:
    """Hand matters over, keep what became of them, and take one in; answer how many."""
    wanted = tomllib.loads(read_text("demo", "referrals.toml"))[plan.country.language]
    people = _people(act, len(wanted))
    bodies = _bodies(act)
    made = 0
    for number, (person, told) in enumerate(zip(people, wanted, strict=False)):
        key = Chance(plan.seed, plan.country, "referral", number).key(number / len(wanted))
        way = _receive if "from" in told else _hand_over
        made += way(act, plan, key, person, told, bodies)
    return made


def add_demo_answers(act: Act, plan: DemoPlan) -> int:
    """Answer every enquiry that is some days old and has no answer; answer how many."""
    until = datetime.combine(plan.today - timedelta(days=_ANSWERED_AFTER), time.min, UTC)
    answered = select(Answer.id).where(Answer.enquiry_id == Enquiry.id).exists()
    found = select(Enquiry).where(~answered, Enquiry.received_at < until).order_by(Enquiry.id)
    rows = act.session.scalars(found).all()
    for number, enquiry in enumerate(rows):
        chance = Chance(plan.seed, plan.country, "answer", number)
        _answer(act, plan, chance, enquiry, number / len(rows))
    return len(rows)


def _people(act: Act, count: int) -> list[UUID]:
    """Answer clients of whom nothing else is told."""
    clients = select(PersonRole.person_id).where(PersonRole.role == "client")
    found = (
        select(Person.id)
        .where(Person.id.in_(clients), Person.linked_to.is_(None), ~Person.is_restricted)
        .order_by(Person.id)
        .offset(_FIRST)
        .limit(count)
    )
    return list(act.session.scalars(found))


def _bodies(act: Act) -> dict[str, UUID]:
    """Answer one institution of each kind."""
    found = select(Institution.kind, Institution.id).where(Institution.is_active)
    rows = act.session.execute(found.order_by(Institution.id.desc())).all()
    return {row.kind: row.id for row in rows}


def _hand_over(
    act: Act,
    plan: DemoPlan,
    key: UUID,
    person: UUID,
    told: dict[str, Any],
    bodies: dict[str, UUID],
) -> bool:
    leaves = told["way"] != "assign"
    colleague = "" if leaves else _colleague(act, plan)
    if (leaves and told["to"] not in bodies) or not (leaves or colleague):
        return False
    form = Handing(
        kind=told["way"],
        to_institution_id=bodies[told["to"]] if leaves else None,
        to_member=colleague,
        reason=told["reason"],
        facts=tuple(told["facts"]),
        basis=told["basis"],
    )
    hand_over(act, key, person, form)
    act.session.flush()
    _date_back(act, plan, key, told)
    state = HandingState(told["state"])
    if state is not HandingState.SENT:
        _reply(act, plan, key, state, told)
    return True


def _receive(
    act: Act,
    plan: DemoPlan,
    key: UUID,
    person: UUID,
    told: dict[str, Any],
    bodies: dict[str, UUID],
) -> bool:
    if told["from"] not in bodies:
        return False
    form = Received(
        kind=told["way"],
        from_institution_id=bodies[told["from"]],
        on=plan.today - timedelta(days=told["ago"]),
        reason=told["reason"],
        told=told["told"],
        due_on=plan.today + timedelta(days=told["due"]),
    )
    receive_referral(act, key, person, form)
    act.session.flush()
    _date_back(act, plan, key, told)
    return True


def _colleague(act: Act, plan: DemoPlan) -> str:
    others = (name for name in act.session.scalars(_COLLEAGUES) if name != OWN_NAMES[plan.country])
    return next(others, "")


def _date_back(act: Act, plan: DemoPlan, key: UUID, told: dict[str, Any]) -> None:
    row = act.session.get_one(Referral, key)
    row.sent_on = plan.today - timedelta(days=told["ago"])
    row.due_on = plan.today + timedelta(days=told["due"])
    at = datetime.combine(row.sent_on, time(9, 30), UTC)
    for event in act.session.scalars(select(ReferralEvent).where(ReferralEvent.referral_id == key)):
        event.at = at
    if row.disclosure_id is not None:
        act.session.get_one(Disclosure, row.disclosure_id).at = at
    act.session.flush()


def _reply(act: Act, plan: DemoPlan, key: UUID, state: HandingState, told: dict[str, Any]) -> None:
    row = act.session.get_one(Referral, key)
    day = plan.today - timedelta(days=told["ago"] // 2)
    words = {name: told.get(name, "") for name in ("answer", "answer_reason")}
    answer = HandingAnswer(state, day, words["answer"], words["answer_reason"])
    answer_referral(act, key, row.version, answer)
    act.session.flush()
    latest = select(ReferralEvent).where(
        ReferralEvent.referral_id == key, ReferralEvent.state == state.value
    )
    for event in act.session.scalars(latest):
        event.at = datetime.combine(day, time(14, 10), UTC)


def _answer(act: Act, plan: DemoPlan, chance: Chance, enquiry: Enquiry, place: float) -> None:
    told = chance.pick((DisclosureClass.RECEIPT, DisclosureClass.CONTACT_TAKEN))
    texts = answer_texts(plan.country.language)
    form = AnswerForm(
        disclosure_class=told,
        channel=chance.pick((AnswerChannel.PHONE, AnswerChannel.MAIL)),
        language=plan.country.language,
        blocks=first_blocks(texts, told),
    )
    key = chance.key(place)
    if not (enquiry.institution_id or enquiry.reporter_name):
        return  # nobody said who rang
    give_answer(act, key, enquiry.id, form)
    act.session.flush()
    at = enquiry.received_at + timedelta(days=1 + chance.randrange(_ANSWERED_AFTER - 1))
    act.session.get_one(Answer, key).at = at
    enquiry.answered_at = at
