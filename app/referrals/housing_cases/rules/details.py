"""What the forms of a housing case say, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clients.rules import Address, check_address, tidy_address
from app.errors import N_, Problem
from app.referrals.housing_cases.rules.words import CaseKind, Stage
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

NO_HOME = N_("Please say whom it is about: a card, a name, or an address.")
NO_DAY = N_("Please enter the day, for example 24.11.2026.")
IN_THE_FUTURE = N_("This day lies in the future.")
BEFORE_CASE = N_("The case began later. Please check the day.")
NOT_SAID = N_("Please say whether the home was kept.")


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """The form of a case."""

    person_id: UUID | None = None
    enquiry_id: UUID | None = None
    institution_id: UUID | None = None
    about_name: str = ""
    country: str = "DE"
    street: str = ""
    house_number: str = ""
    floor: str = ""
    door: str = ""
    postal_code: str = ""
    city: str = ""
    kind: CaseKind = CaseKind.HOUSE_RULES
    has_threats: bool = False
    stage: Stage = Stage.COMPLAINT
    opened_on: date | None = None
    goal: str = ""
    partners: tuple[UUID, ...] = ()
    note: str = ""
    responsible: str = ""

    @property
    def address(self) -> Address:
        """The home, as it is stored."""
        return tidy_address(
            Address(
                country=self.country,
                street=self.street,
                house_number=self.house_number,
                floor=self.floor,
                door=self.door,
                postal_code=self.postal_code,
                city=self.city,
            )
        )


@dataclass(frozen=True, slots=True)
class StepDetails:
    """The form of a stage that a case came to."""

    stage: Stage = Stage.REPRIMAND
    taken_on: date | None = None
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseClosing:
    """The form that closes a case."""

    prevented: bool | None = None
    closed_on: date | None = None
    note: str = ""


def check_case(details: CaseDetails, today: date) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a case."""
    problems = list(check_address(details.address))
    is_known = details.person_id is not None or not is_blank(details.about_name)
    if not is_known and not (details.address.street and details.address.house_number):
        problems.append(Problem(NO_HOME, "about_name"))
    problems += _check_day(details.opened_on, "opened_on", today)
    for name in ("about_name", "responsible"):
        problems += check_text(getattr(details, name), name, longest=NAME_LENGTH)
    for name in ("goal", "note"):
        problems += check_text(getattr(details, name), name, longest=NOTE_LENGTH, lines=True)
    return tuple(problems)


def check_step(step: StepDetails, opened_on: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a step; an eviction may be appointed for a day to come."""
    if step.taken_on is None:
        return (Problem(NO_DAY, "taken_on"),)
    if step.taken_on < opened_on:
        return (Problem(BEFORE_CASE, "taken_on"),)
    return check_text(step.note, "note", longest=NOTE_LENGTH, lines=True)


def check_closing(closing: CaseClosing, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with the form that closes a case."""
    missing = (Problem(NOT_SAID, "prevented"),) if closing.prevented is None else ()
    wrong = _check_day(closing.closed_on, "closed_on", today)
    return (*missing, *wrong, *check_text(closing.note, "note", longest=NOTE_LENGTH, lines=True))


def _check_day(day: date | None, field: str, today: date) -> tuple[Problem, ...]:
    if day is None:
        return (Problem(NO_DAY, field),)
    return (Problem(IN_THE_FUTURE, field),) if day > today else ()
