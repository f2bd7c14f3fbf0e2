"""Enquiries of housing departments and housing cases of the demo office, at every stage."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.demo.chance import Chance
from app.office import Act
from app.referrals.answers.actions import give_answer
from app.referrals.answers.carried import answer_texts
from app.referrals.answers.rules import AnswerChannel, AnswerForm, DisclosureClass, first_blocks
from app.referrals.enquiries.actions import (
    assess_enquiry,
    close_enquiry,
    known_enquiry,
    record_enquiry,
)
from app.referrals.enquiries.following import follow_up
from app.referrals.enquiries.queries import enquiry_to_edit
from app.referrals.enquiries.rules import Closing, EnquiryDetails, FollowUp, StepKind, Urgency
from app.referrals.enquiries.rules.words import Known
from app.referrals.housing_cases.actions import close_case, open_case, take_case_step
from app.referrals.housing_cases.queries import case_to_edit
from app.referrals.housing_cases.rules import CaseClosing, CaseKind, Stage, StepDetails
from db.institutions import Institution, InstitutionContact
from db.people import Person, PersonRole
from db.referrals import HousingCase
from resources import read_text

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.rules import DemoPlan

_TEXTS = (
    "observed", "since_words", "how_often", "others_affected", "done_so_far", "best_time",
    "street", "house_number", "floor", "door", "postal_code",
)  # fmt: skip
_VISIT = time(10), time(11)


@lru_cache
def _told(language: str) -> dict[str, Any]:
    return tomllib.loads(read_text("demo", f"enquiries_{language}.toml"))


def add_demo_enquiries(act: Act, plan: DemoPlan) -> int:
    """Record the enquiries and cases of a plan; answer how many enquiries there are."""
    told = _told(plan.country.language)
    people = _clients(act)
    if not people:
        return 0
    for number, entry in enumerate(told["enquiries"]):
        chance = Chance(plan.seed, plan.country, "enquiry", number)
        _Told(act, plan, chance, entry, people).tell()
    for number, entry in enumerate(told["cases"]):
        chance = Chance(plan.seed, plan.country, "housing case", number)
        _open_case(act, plan, chance, entry, people)
    act.touch("referrals")
    return len(told["enquiries"])


class _Told:
    """One enquiry, told step by step on the days on which it happened."""

    def __init__(
        self,
        act: Act,
        plan: DemoPlan,
        chance: Chance,
        entry: dict[str, Any],
        people: list[UUID],
    ) -> None:
        self._act, self._plan, self._chance, self._entry = act, plan, chance, entry
        self._person = people[entry["person"] % len(people)] if "person" in entry else None
        self._key = chance.key(0.1)
        self._day = plan.today - timedelta(days=entry["days"])

    def tell(self) -> None:
        """Record it, and what happened then."""
        entry = self._entry
        record_enquiry(self._on(0), self._key, self._details())
        if "assessment" in entry:
            act = self._on(1)
            assess_enquiry(act, self._key, self._version(), entry["assessment"])
        if "answer" in entry:
            self._answer(entry["answer"])
        for number, kind in enumerate(entry.get("follow", ())):
            follow_up(self._on(2), self._chance.key(number / 9), self._key, self._follows(kind))
        if "case" in entry:
            self._open_case(CaseKind(entry["case"]))
        if "outcome" in entry:
            closing = Closing(entry["outcome"], entry["outcome_note"])
            close_enquiry(self._on(9), self._key, self._version(), closing)

    def _on(self, days: int) -> Act:
        """Answer an act of some days later, at the time of the call, never in the future."""
        at = time.fromisoformat(self._entry["time"])
        then = datetime.combine(self._day + timedelta(days=days), at).astimezone(UTC)
        return Act(self._act.session, min(then, self._act.now), self._act.who)

    def _version(self) -> int:
        self._act.session.flush()
        return known_enquiry(self._act, self._key).version

    def _details(self) -> EnquiryDetails:
        entry = self._entry
        asked = enquiry_to_edit(
            self._act.session.connection(), None, self._plan.today, self._person
        )
        home = asked.details if asked is not None else EnquiryDetails()
        known = {name: entry[name] for name in _TEXTS if name in entry}
        department = _institution(self._act, entry.get("department", ""))
        at = self._on(0).local_now
        return EnquiryDetails(
            institution_id=department,
            contact_id=_contact(self._act, department),
            is_anonymous=entry.get("anonymous", False),
            person_id=self._person,
            about_name=entry.get("name", ""),
            country=home.country,
            city=home.city or _city(entry),
            concerns=tuple(entry["concerns"]),
            urgency=Urgency(entry["urgency"]),
            received_on=at.date(),
            received_time=at.time().replace(second=0, microsecond=0),
            children=Known(entry.get("children", "unknown")),
            told_resident=Known(entry.get("told_resident", "unknown")),
            resident_knows=Known(entry.get("resident_knows", "unknown")),
            **_home_of(home) | known,
        )

    def _answer(self, disclosure_class: str) -> None:
        told, language = DisclosureClass(disclosure_class), self._plan.country.language
        form = AnswerForm(
            told, AnswerChannel.PHONE, language, first_blocks(answer_texts(language), told)
        )
        self._act.session.flush()
        give_answer(self._on(2), self._chance.key(0.5), self._key, form)

    def _follows(self, kind: str) -> FollowUp:
        start, end = _VISIT
        day = _workday(self._plan.today + timedelta(days=5))
        if kind == StepKind.VISIT:
            # Beside whatever else is planned by then.
            return FollowUp(StepKind.TASK, day, title=self._entry["assessment"][:80])
        return FollowUp(
            StepKind(kind), day, start, end, self._act.who, self._entry["observed"][:80]
        )

    def _open_case(self, kind: CaseKind) -> None:
        self._act.session.flush()
        connection, today = self._act.session.connection(), self._day
        asked = case_to_edit(connection, None, today, enquiry_id=self._key)
        if asked is not None:
            details = replace(asked.details, kind=kind, stage=Stage.WARNING)
            open_case(self._on(2), self._chance.key(0.7), details)


def _open_case(
    act: Act, plan: DemoPlan, chance: Chance, entry: dict[str, Any], people: list[UUID]
) -> None:
    person = people[entry["person"] % len(people)]
    began = plan.today - timedelta(days=entry["days"])
    asked = case_to_edit(act.session.connection(), None, began, person_id=person)
    if asked is None:
        return
    partners = (_institution(act, name) for name in entry.get("partners", ()))
    key, stages = chance.key(0.2), [Stage(one) for one in entry["stages"]]
    details = replace(
        asked.details,
        institution_id=_institution(act, entry["landlord"]),
        kind=CaseKind(entry["kind"]),
        stage=stages[0],
        goal=entry["goal"],
        partners=tuple(one for one in partners if one is not None),
    )
    open_case(act, key, details)
    for number, stage in enumerate(stages[1:], start=1):
        day = began + timedelta(days=number * entry["gap"])
        take_case_step(act, chance.key(number / 9), key, StepDetails(stage, day))
    act.session.flush()
    if entry.get("kept"):
        row = act.session.get(HousingCase, key)
        assert row is not None  # noqa: S101 - it was just opened
        close_case(act, key, row.version, CaseClosing(True, plan.today))  # noqa: FBT003 - kept


def _clients(act: Act) -> list[UUID]:
    """Answer clients who may be visited, in the order of their keys."""
    found = (
        select(Person.id)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(
            PersonRole.role == "client",
            PersonRole.until.is_(None),
            Person.status == "active",
            Person.address_protected.is_(False),
            func.length(Person.street) > 0,
        )
        .order_by(Person.id)
        .limit(40)
    )
    return list(act.session.scalars(found))


def _institution(act: Act, name: str) -> UUID | None:
    return act.session.scalar(select(Institution.id).where(Institution.name == name).limit(1))


def _contact(act: Act, institution: UUID | None) -> UUID | None:
    found = select(InstitutionContact.id).where(InstitutionContact.institution_id == institution)
    return act.session.scalar(found.limit(1)) if institution is not None else None


def _home_of(details: EnquiryDetails) -> dict[str, str]:
    names = ("street", "house_number", "floor", "door", "postal_code")
    return {name: getattr(details, name) for name in names}


def _city(entry: dict[str, Any]) -> str:
    cities = {"2740": "Skovlunde", "2750": "Ballerup"}
    return cities.get(entry.get("postal_code", ""), "Düsseldorf")


def _workday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)  # noqa: PLR2004 - Friday
