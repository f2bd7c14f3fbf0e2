"""What is asked of the database about what left the office: selects over columns, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    exists,
    func,
    literal,
    select,
)

from db.access import cards_of, is_known_to_me
from db.answers import Answer
from db.base import Key
from db.consent import Disclosure
from db.enquiry_access import is_visible
from db.exchange import ExportedPerson, ExportLog
from db.handing_over import Referral
from db.institutions import Institution
from db.letters import Letter
from db.people import Person
from db.referrals import Enquiry

if TYPE_CHECKING:
    from sqlalchemy import Select

    AnySelect = Select[*tuple[Any, ...]]

_ROWS: BindParameter[int] = bindparam("rows")
_ONE = cards_of(bindparam("person_id", type_=Key()))


def _of_all(statement: AnySelect, at: Any) -> AnySelect:  # noqa: ANN401 - a column of any table
    return statement.order_by(at.desc()).limit(_ROWS)


def _of_one(statement: AnySelect, person: Any, at: Any) -> AnySelect:  # noqa: ANN401 - columns
    return _of_all(statement.where(person.in_(_ONE)), at)


_NAMES = (Person.given_name, Person.family_name)
_WAS_REFERRED: ColumnElement[bool] = exists().where(Referral.disclosure_id == Disclosure.id)
_PASSED = (
    select(
        Disclosure.id,
        Disclosure.at,
        Disclosure.person_id,
        *_NAMES,
        Disclosure.who,
        func.coalesce(Institution.name, Disclosure.recipient).label("recipient"),
        Disclosure.purpose,
        Disclosure.what,
        Disclosure.basis,
        Disclosure.override_reason,
        _WAS_REFERRED.label("was_referred"),
    )
    .join(Person, Person.id == Disclosure.person_id)
    .outerjoin(Institution, Institution.id == Disclosure.institution_id)
    .where(is_visible(Disclosure.person_id))
)
PASSED = _of_all(_PASSED, Disclosure.at)
PASSED_OF = _of_one(_PASSED, Disclosure.person_id, Disclosure.at)

# Answers that told nothing about anybody stand in no other list; the others are disclosures.
_ANSWERS = (
    select(
        Answer.id,
        Answer.at,
        Enquiry.person_id,
        *_NAMES,
        Answer.who,
        Answer.recipient,
        Enquiry.number.label("purpose"),
        literal("answer").label("what"),
        Answer.basis,
    )
    .select_from(Answer)
    .join(Enquiry, Enquiry.id == Answer.enquiry_id)
    .outerjoin(Person, and_(Person.id == Enquiry.person_id, is_known_to_me(Person.id)))
    .where(Answer.disclosure_id.is_(None), is_visible(Enquiry.person_id))
)
ANSWERS = _of_all(_ANSWERS, Answer.at)
ANSWERS_OF = _of_one(_ANSWERS, Enquiry.person_id, Answer.at)

_LETTERS = (
    select(
        Letter.id,
        Letter.written_at.label("at"),
        Letter.client_id.label("person_id"),
        *_NAMES,
        Letter.author.label("who"),
        literal("").label("recipient"),
        Letter.template.label("purpose"),
        literal("").label("what"),
        literal("").label("basis"),
    )
    .join(Person, Person.id == Letter.client_id)
    .where(is_visible(Letter.client_id), Letter.template != bindparam("but"))
)
LETTERS = _of_all(_LETTERS, Letter.written_at)
LETTERS_OF = _of_one(_LETTERS, Letter.client_id, Letter.written_at)

_LIST = (
    ExportLog.id,
    ExportLog.at,
    ExportLog.who,
    ExportLog.list_name,
    ExportLog.reason,
    ExportLog.form,
    ExportLog.rows,
)
EXPORTS = _of_all(select(*_LIST), ExportLog.at)
EXPORTS_OF = _of_one(
    select(*_LIST)
    .join(ExportedPerson, ExportedPerson.export_log_id == ExportLog.id)
    .where(is_known_to_me(ExportedPerson.person_id)),
    ExportedPerson.person_id,
    ExportLog.at,
)
PERSON = select(*_NAMES).where(Person.id == bindparam("person_id"), is_known_to_me(Person.id))
