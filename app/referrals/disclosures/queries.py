"""What can be asked about what left the office: of everybody, and of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.access.queries import my_rights
from app.access.rules import Right
from app.clients.rules import full_name
from app.escalation.chains import office_country
from app.referrals.answers.actions import LETTER_TEMPLATE
from app.referrals.bases import bases
from app.referrals.disclosures import statements as ask
from app.referrals.disclosures.rules import LeftBy, RegisterRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from app.referrals.disclosures.statements import AnySelect

MOST = 5_000
"""Lines of each kind that are shown; older ones stand in the answer to a request."""
_ALL = (ask.PASSED, ask.ANSWERS, ask.LETTERS, ask.EXPORTS)
_ONE = (ask.PASSED_OF, ask.ANSWERS_OF, ask.LETTERS_OF, ask.EXPORTS_OF)


def lines(connection: Connection, person_id: UUID | None = None) -> tuple[RegisterRow, ...]:
    """Answer everything that left the office, about everybody or one person, the latest first.

    Exported lists are told to those alone who answer requests about personal data.
    """
    passed, answers, letters, exports = _ALL if person_id is None else _ONE
    values = {"rows": MOST} | ({"person_id": person_id} if person_id else {})
    country = office_country(connection)
    laws = {basis.code: basis.law for basis in bases(country)}
    found = [
        *_passed(connection, passed, values, laws),
        *_told(connection, answers, values, laws, LeftBy.ANSWER),
        *_told(connection, letters, {**values, "but": LETTER_TEMPLATE}, laws, LeftBy.LETTER),
    ]
    if Right.PRIVACY in my_rights(connection):
        found += [_export(row) for row in connection.execute(exports, values)]
    return tuple(sorted(found, key=_when, reverse=True))


def name_of(connection: Connection, person_id: UUID) -> str | None:
    """Answer a person's name; None for somebody whom the reader may not know of."""
    row = connection.execute(ask.PERSON, {"person_id": person_id}).first()
    return None if row is None else full_name(row.given_name, row.family_name)


def _passed(
    connection: Connection, statement: AnySelect, values: Mapping[str, Any], laws: Mapping[str, str]
) -> Iterator[RegisterRow]:
    for row in connection.execute(statement, values):
        by = LeftBy.REFERRAL if row.was_referred else LeftBy.PASSED
        yield _row(row, LeftBy.ANSWER if row.what == "answer" else by, laws, row.override_reason)


def _told(
    connection: Connection,
    statement: AnySelect,
    values: Mapping[str, Any],
    laws: Mapping[str, str],
    by: LeftBy,
) -> Iterator[RegisterRow]:
    for row in connection.execute(statement, values):
        yield _row(row, by, laws)


def _row(row: Row[Any], by: LeftBy, laws: Mapping[str, str], reason: str = "") -> RegisterRow:
    return RegisterRow(
        id=row.id,
        at=row.at,
        by=by,
        person_id=row.person_id,
        name=full_name(row.given_name or "", row.family_name or ""),
        who=row.who,
        recipient=row.recipient,
        purpose=row.purpose,
        what=row.what,
        basis=row.basis,
        law=reason or laws.get(row.basis, ""),
    )


def _export(row: Row[Any]) -> RegisterRow:
    return RegisterRow(
        id=row.id,
        at=row.at,
        by=LeftBy.EXPORT,
        person_id=None,
        name="",
        who=row.who,
        recipient="",
        purpose=row.reason,
        what=row.list_name,
        basis="",
    )


def _when(row: RegisterRow) -> tuple[Any, UUID]:
    return row.at, row.id
