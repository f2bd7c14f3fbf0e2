"""What can be asked about housing cases: the list, one case, its form, those of a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, case, func, or_, select

from app.clients.queries import home_country
from app.clients.rules import Address, address_lines, full_name
from app.referrals.housing_cases.config import stage_here
from app.referrals.housing_cases.rules import CaseDetails, CaseKind, Stage, StageRule
from db.access import ME, cards_of, is_known_to_me
from db.base import Key
from db.enquiry_access import is_visible
from db.institutions import Institution
from db.people import Person
from db.referrals import Enquiry, HousingCase, HousingCasePartner, HousingCaseStep

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Select

MOST_LISTED = 2_000
"""Cases of one list; an office has some hundreds."""


class CaseList(StrEnum):
    """Which cases a list shows."""

    OPEN = "open"
    MINE = "mine"
    CLOSED = "closed"


class CaseRow(NamedTuple):
    """One case as a list shows it."""

    id: UUID
    version: int
    kind: str
    stage: str
    opened_on: date
    due_on: date | None
    prevented: bool | None
    closed_on: date | None
    responsible: str
    institution_id: UUID | None
    institution: str
    person_id: UUID | None
    about_name: str
    address_protected: bool
    enquiry_id: UUID | None
    country: str
    street: str
    house_number: str
    floor: str
    door: str
    postal_code: str
    city: str

    @property
    def home(self) -> str:
        """The home in one line."""
        parts = {name: getattr(self, name) for name in _HOME}
        return ", ".join(address_lines(Address(**parts)))

    def is_overdue(self, today: date) -> bool:
        """Answer whether a deadline passed."""
        return self.closed_on is None and self.due_on is not None and self.due_on < today


class CaseStepRow(NamedTuple):
    """A stage that a case came to."""

    id: UUID
    stage: str
    taken_on: date
    due_on: date | None
    note: str
    who: str


class PartnerRow(NamedTuple):
    """An institution that works on a case."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class CaseCard:
    """All that is known of a case."""

    row: CaseRow
    has_threats: bool
    goal: str
    note: str
    enquiry_number: str
    steps: tuple[CaseStepRow, ...]
    partners: tuple[PartnerRow, ...]
    rule: StageRule | None
    """What the stage means now."""

    @property
    def id(self) -> UUID:
        """The key of the case."""
        return self.row.id

    @property
    def was_warned(self) -> bool:
        """Whether a warning is noted."""
        return any(step.stage == Stage.WARNING for step in self.steps)


@dataclass(frozen=True, slots=True)
class CaseToEdit:
    """A form as it opens; without a case it is for a new one."""

    details: CaseDetails
    case_id: UUID | None
    version: int
    person: str
    institution: str
    partners: tuple[PartnerRow, ...]


_HOME = ("country", "street", "house_number", "floor", "door", "postal_code", "city")
_COLUMNS = (
    HousingCase.id,
    HousingCase.version,
    HousingCase.kind,
    HousingCase.stage,
    HousingCase.opened_on,
    HousingCase.due_on,
    HousingCase.prevented,
    HousingCase.closed_on,
    HousingCase.responsible,
    HousingCase.institution_id,
    func.coalesce(Institution.name, "").label("institution"),
    HousingCase.person_id,
    case(
        (Person.id.is_(None), HousingCase.about_name),
        else_=func.trim(Person.given_name + " " + Person.family_name),
    ).label("about_name"),
    func.coalesce(Person.address_protected, False).label("address_protected"),
    HousingCase.enquiry_id,
    *(getattr(HousingCase, name) for name in _HOME),
)
_ALL = (
    select(*_COLUMNS)
    .select_from(HousingCase)
    .outerjoin(Institution, Institution.id == HousingCase.institution_id)
    .outerjoin(Person, Person.id == HousingCase.person_id)
    .where(is_visible(HousingCase.person_id))
)
_BY_DUE = (HousingCase.due_on.is_(None), HousingCase.due_on, HousingCase.opened_on, HousingCase.id)
_LISTS: dict[CaseList, Select[*tuple[Any, ...]]] = {
    CaseList.OPEN: _ALL.where(HousingCase.closed_on.is_(None)).order_by(*_BY_DUE),
    CaseList.MINE: _ALL.where(
        HousingCase.closed_on.is_(None), HousingCase.responsible == ME
    ).order_by(*_BY_DUE),
    CaseList.CLOSED: _ALL.where(HousingCase.closed_on.is_not(None)).order_by(
        HousingCase.closed_on.desc(), HousingCase.id
    ),
}
_OF_KIND = or_(bindparam("kind") == "", HousingCase.kind == bindparam("kind"))
_LISTED = {which: asked.where(_OF_KIND).limit(bindparam("rows")) for which, asked in _LISTS.items()}
_OF_PERSON = _ALL.where(
    HousingCase.person_id.in_(cards_of(bindparam("person_id", type_=Key())))
).order_by(HousingCase.opened_on.desc(), HousingCase.id)
_ONE = (
    _ALL.add_columns(
        HousingCase.has_threats,
        HousingCase.goal,
        HousingCase.note,
        func.coalesce(Enquiry.number, "").label("enquiry_number"),
    )
    .outerjoin(Enquiry, and_(Enquiry.id == HousingCase.enquiry_id, is_visible(Enquiry.person_id)))
    .where(HousingCase.id == bindparam("id", type_=Key()))
)
_STEPS = (
    select(
        HousingCaseStep.id,
        HousingCaseStep.stage,
        HousingCaseStep.taken_on,
        HousingCaseStep.due_on,
        HousingCaseStep.note,
        HousingCaseStep.who,
    )
    .where(HousingCaseStep.housing_case_id == bindparam("id", type_=Key()))
    .order_by(HousingCaseStep.number)
)
_PARTNERS = (
    select(Institution.id, Institution.name)
    .join(HousingCasePartner, HousingCasePartner.institution_id == Institution.id)
    .where(HousingCasePartner.housing_case_id == bindparam("id", type_=Key()))
    .order_by(Institution.sort_key_de, Institution.id)
)
_ENQUIRY = (
    select(
        Enquiry.person_id,
        Enquiry.about_name,
        Enquiry.institution_id,
        func.coalesce(Institution.name, "").label("institution"),
        *(getattr(Enquiry, name) for name in _HOME),
        func.coalesce(Person.given_name, "").label("given_name"),
        func.coalesce(Person.family_name, "").label("family_name"),
    )
    .select_from(Enquiry)
    .outerjoin(Institution, Institution.id == Enquiry.institution_id)
    .outerjoin(Person, Person.id == Enquiry.person_id)
    .where(Enquiry.id == bindparam("id", type_=Key()), is_visible(Enquiry.person_id))
)
_PERSON = select(
    Person.given_name, Person.family_name, *(getattr(Person, name) for name in _HOME)
).where(Person.id == bindparam("id", type_=Key()), is_known_to_me(Person.id))
_DUE = (
    _ALL.where(HousingCase.closed_on.is_(None), HousingCase.due_on <= bindparam("today"))
    .order_by(*_BY_DUE)
    .limit(bindparam("rows"))
)


def list_cases(connection: Connection, which: CaseList, kind: str = "") -> tuple[CaseRow, ...]:
    """Answer the cases of a list and a kind ("" for all): open ones by deadline."""
    values = {"kind": kind, "rows": MOST_LISTED}
    return _as_rows(connection.execute(_LISTED[which], values))


def cases_of_person(connection: Connection, person_id: UUID) -> tuple[CaseRow, ...]:
    """Answer all cases about a person, on whichever card, the latest first."""
    return _as_rows(connection.execute(_OF_PERSON, {"person_id": person_id}))


def due_cases(connection: Connection, today: date, most: int) -> tuple[CaseRow, ...]:
    """Answer the first `most` open cases whose deadline is today or passed."""
    return _as_rows(connection.execute(_DUE, {"today": today, "rows": most}))


def case_card(connection: Connection, case_id: UUID, today: date) -> CaseCard | None:
    """Answer a case; None where there is none that the reader may know of."""
    row = connection.execute(_ONE, {"id": case_id}).one_or_none()
    if row is None:
        return None
    listed = CaseRow._make(row[: len(_COLUMNS)])
    steps = connection.execute(_STEPS, {"id": case_id})
    return CaseCard(
        listed,
        row.has_threats,
        row.goal,
        row.note,
        row.enquiry_number,
        tuple(map(CaseStepRow._make, steps)),
        _partners(connection, case_id),
        stage_here(connection, Stage(listed.stage), today),
    )


def case_to_edit(
    connection: Connection,
    case_id: UUID | None,
    today: date,
    *,
    enquiry_id: UUID | None = None,
    person_id: UUID | None = None,
) -> CaseToEdit | None:
    """Answer the form of a case, or of a new one, from an enquiry or a person; None when gone."""
    if case_id is not None:
        return _known(connection, case_id, today)
    if enquiry_id is not None:
        return _from_enquiry(connection, enquiry_id, today)
    home: dict[str, Any] = {"country": home_country(connection)}
    name = ""
    if person_id is not None:
        row = connection.execute(_PERSON, {"id": person_id}).one_or_none()
        if row is None:
            return None
        name = full_name(row.given_name, row.family_name)
        home = {key: getattr(row, key) for key in _HOME}
    details = CaseDetails(person_id=person_id, opened_on=today, **home)
    return CaseToEdit(details, None, 0, name, "", ())


def _known(connection: Connection, case_id: UUID, today: date) -> CaseToEdit | None:
    card = case_card(connection, case_id, today)
    if card is None:
        return None
    row = card.row
    details = CaseDetails(
        person_id=row.person_id,
        enquiry_id=row.enquiry_id,
        institution_id=row.institution_id,
        about_name=row.about_name,
        kind=CaseKind(row.kind),
        has_threats=card.has_threats,
        stage=Stage(row.stage),
        opened_on=row.opened_on,
        goal=card.goal,
        partners=tuple(partner.id for partner in card.partners),
        note=card.note,
        responsible=row.responsible,
        **{name: getattr(row, name) for name in _HOME},
    )
    person = row.about_name if row.person_id is not None else ""
    return CaseToEdit(details, case_id, row.version, person, row.institution, card.partners)


def _from_enquiry(connection: Connection, enquiry_id: UUID, today: date) -> CaseToEdit | None:
    row = connection.execute(_ENQUIRY, {"id": enquiry_id}).one_or_none()
    if row is None:
        return None
    details = CaseDetails(
        person_id=row.person_id,
        enquiry_id=enquiry_id,
        institution_id=row.institution_id,
        about_name=row.about_name,
        opened_on=today,
        **{name: getattr(row, name) for name in _HOME},
    )
    person = full_name(row.given_name, row.family_name)
    return CaseToEdit(details, None, 0, person, row.institution, ())


def _partners(connection: Connection, case_id: UUID) -> tuple[PartnerRow, ...]:
    return tuple(map(PartnerRow._make, connection.execute(_PARTNERS, {"id": case_id})))


def _as_rows(rows: Iterable[Any]) -> tuple[CaseRow, ...]:
    return tuple(map(CaseRow._make, rows))
