"""Enquiries leave by no way: a volunteer is asked every question of the program for a canary.

An enquiry stands about somebody whom everybody knows, and one about nobody yet, with a mark in
every text of every table of the contact scheme, of answers, of handing over and of the register.
Each question is asked in that office and in one where nobody ever enquired: whoever may not know
gets the same answers, to the last count. What colleagues are told of restricted people is asked
by `tests.app.access.test_canary`, in the same way and of the same tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Text, delete, insert, update

from app.access.rules import Role
from db.admin import OfficeCard
from db.tables import metadata
from tests.app.access.test_canary import QUESTIONS, _answer, _arguments, _open
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.every_table import fill_every_table, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from app.office import Act, Office

MARK = "Zaunkönig"
OURS = (
    "enquiry", "enquiry_category", "enquiry_step", "housing_case", "housing_case_step",
    "housing_case_partner", "disclosure", "answer", "referral", "referral_event",
    "access_request",
)  # fmt: skip
"""The tables, each after what it points at."""
_PASSED_ON = metadata.tables["advice_referral"]
COLLEAGUES = {
    "Anna Beispiel": Role.ADMINISTRATOR,
    "Zoe Amt": Role.CASEWORKER,
    "Bent Holm": Role.VOLUNTEER,
    "Dora Schutz": Role.DPO,
}
OF_THE_FILE = {
    "app.admin.queries.counts": "counts the rows of the file for backups, of nobody in particular",
    "app.mobile_advice.suitcase.contents.gather": "a time is taken on the way, whoever asks",
}
"""Questions that may answer differently; they may never say the mark."""


@dataclass(frozen=True)
class Offices:
    """The same office with enquiries and without one."""

    there: Office
    never: Office
    rows: Mapping[str, Any]


@pytest.fixture(scope="module")
def offices(empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Both offices; questions change nothing, so that all tests share them."""
    folder = tmp_path_factory.mktemp("enquiries_out")
    never = _open(empty_office, folder / "never.db")
    erna = add_client(never, given_name="Erna", family_name="Krüger")
    other = add_client(never, given_name="Ali", family_name="Demir")
    rows: dict[str, Any] = never.act(_fill, erna, other).value
    for name, role in COLLEAGUES.items():
        member(never, name, role)
    never.close()
    there = _open(folder / "never.db", folder / "there.db")
    rows |= there.act(_enquire, rows).value
    never = _open(folder / "never.db", folder / "never_open.db")
    yield Offices(there, never, rows)
    for office in (there, never):
        office.close()


def _fill(act: Act, erna: Any, other: Any) -> dict[str, Any]:  # noqa: ANN401 - keys
    act.session.add(OfficeCard(name="Ballerup", country="DK", created_at=act.now))
    act.session.flush()
    but = frozenset({"member", "person_link", "note_version", *OURS})
    rows = fill_every_table(act, erna, other, "Says", but=but)
    # What was written because others point at it goes again; they point at nothing then.
    act.session.execute(update(_PASSED_ON).values(disclosure_id=None))
    for name in reversed(OURS):
        act.session.execute(delete(metadata.tables[name]))
    return rows


def _enquire(act: Act, rows: Mapping[str, Any]) -> dict[str, Any]:
    """Write the mark into every text, about somebody and once more about nobody."""
    known = dict(rows)
    people = (rows["person"]["id"],) * 2
    for name in OURS:
        table = metadata.tables[name]
        row = {c.name: value_of(table, c, known, people, MARK, act) for c in table.c}
        for column in table.c:
            if isinstance(column.type, Text) and row[column.name] == MARK:
                row[column.name] = f"{MARK} {name}"
        act.session.execute(insert(table), [row])
        known[name] = row
    nobody = known["enquiry"] | {"id": _other(known["enquiry"]["id"]), "person_id": None}
    act.session.execute(insert(metadata.tables["enquiry"]), [nobody])
    return {name: known[name] for name in OURS}


def _other(key: Any) -> Any:  # noqa: ANN401 - a key
    return type(key)(int=key.int ^ 1)


def _told(office: Office, question: Callable[..., Any], arguments: dict[str, Any]) -> str:
    """Answer what a question tells; troubles of rows written past all rules tell as well."""
    try:
        return _answer(office, question, arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must tell nothing
        return repr(error)


def _leaks(offices: Offices) -> list[str]:
    told: list[str] = []
    for name, question in sorted(QUESTIONS.items()):
        try:
            arguments = _arguments(question, offices.rows)
        except (AssertionError, ImportError):
            continue  # the canary test says that its arguments are not known yet
        there = _told(offices.there, question, arguments)
        is_same = name in OF_THE_FILE or there == _told(offices.never, question, arguments)
        if MARK in there or not is_same:
            told.append(name)
    return told


def test_no_question_tells_a_volunteer_that_anybody_enquired(offices: Offices) -> None:
    for office in (offices.there, offices.never):
        office.work_as("Bent Holm")
    assert _leaks(offices) == []
