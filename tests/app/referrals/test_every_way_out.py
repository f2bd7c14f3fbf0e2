"""PSP data leave by no way: as every role, every question of the program is asked for a canary.

A case stands about somebody whom everybody in the office knows, and a mark in every text of
every table of PSP groups. Each question is asked in that office and in one where no group ever
was: whoever is no member gets the same answers, to the last count.
"""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.rules import Role
from app.admin.offices import back_up, create_office, open_office
from app.admin.rules import NewOffice
from app.drafts.queries import all_drafts
from app.errors import Refused
from app.my_day.changes import changes_since
from app.privacy.answering import answer_request
from app.referrals.psp.cases import raise_case
from app.referrals.psp.entering import open_group
from app.referrals.psp.papers import held_paper
from app.referrals.psp.queries import may_see
from app.referrals.psp.reading import read_case
from db.admin import OfficeCard
from db.server.psp import PREFIX
from db.tables import metadata
from tests.app.access.test_canary import QUESTIONS, _answer, _argument, _open
from tests.conftest import NOW
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.every_table import fill_every_table
from tests.factories.psp import (
    ADMINISTRATOR,
    LEAD,
    case_details,
    mark_every_text,
    psp_case,
    psp_fact,
    psp_group,
    psp_meeting,
    psp_office,
)
from tests.house.sources import program

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from inspect import Parameter
    from pathlib import Path
    from uuid import UUID

    from app.office import Act, Office

MARK = "Zaunkönig"
"""Stands in PSP tables alone."""
OTHERS = {
    "Bent Holm": Role.VOLUNTEER,
    "Zoe Amt": Role.CASEWORKER,
    "Karin Vogt": Role.COORDINATOR,
    ADMINISTRATOR: Role.ADMINISTRATOR,
    "Dora Schutz": Role.DPO,
    "Per Dahl": Role.PSP_MEMBER,
}
"""One colleague of each role; Per Dahl has the role, and a seat in no group."""
TABLES = tuple(table for table in metadata.sorted_tables if table.name.startswith(PREFIX))
KEYS = {"group_id": "psp_group", "case_id": "psp_case", "meeting_id": "psp_meeting"}
"""Arguments by which PSP questions are asked for what is there."""
INSIDE = ("app.referrals.psp.",)
FOR_MEMBERS = frozenset({"app.referrals.register.queries.register"})
"""Questions of other parts that tell members what left their group, see `may_leave_in_a_list`."""
ALLOWED = (
    "app/referrals/psp/",
    "app/access/rules/tables.py",
    "app/journal/apart.py",
    "app/demo/psp.py",
    "db/",
)
"""Files that may know of the tables at all."""


@dataclass(frozen=True)
class Offices:
    """The same office with a PSP group and without one."""

    there: Office
    never: Office
    rows: Mapping[str, Any]


@dataclass(frozen=True)
class Pattern:
    """The files of both offices, closed, to be copied."""

    there: Path
    never: Path
    rows: Mapping[str, Any]

    def copied(self, folder: Path) -> Offices:
        """Open copies of both in a folder of their own."""
        return Offices(
            _open(self.there, folder / "there.db"),
            _open(self.never, folder / "never.db"),
            self.rows,
        )


@pytest.fixture(scope="module")
def pattern(empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Pattern:
    """Both offices, alike to the last key but for what the group wrote."""
    folder = tmp_path_factory.mktemp("pattern")
    never = _open(empty_office, folder / "never.db")
    rows = _fill(never)
    never.close()
    there = _open(folder / "never.db", folder / "there.db")
    rows |= there.act(mark_every_text, rows["person"]["id"], MARK).value
    there.close()
    return Pattern(folder / "there.db", folder / "never.db", rows)


@pytest.fixture(scope="module")
def offices(pattern: Pattern, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Both offices for tests that only ask, or open the group: all share them, in any order."""
    yield from _until_closed(pattern.copied(tmp_path_factory.mktemp("asked")))


@pytest.fixture
def offices_to_write_in(pattern: Pattern, tmp_path: Path) -> Iterator[Offices]:
    """Both offices for one test, which does something in both: each gives it keys of its own."""
    yield from _until_closed(pattern.copied(tmp_path))


def _until_closed(offices: Offices) -> Iterator[Offices]:
    yield offices
    for office in (offices.there, offices.never):
        office.close()


def _fill(office: Office) -> dict[str, Any]:
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    other = add_client(office, given_name="Ali", family_name="Demir")
    rows: dict[str, Any] = office.act(_fill_file, erna, other).value
    for name in (ADMINISTRATOR, *(name for name in OTHERS if name != ADMINISTRATOR), LEAD):
        member(office, name, OTHERS.get(name, Role.PSP_MEMBER))
    return rows


def _fill_file(act: Act, erna: UUID, other: UUID) -> dict[str, Any]:
    act.session.add(OfficeCard(name="Ballerup", country="DK", created_at=act.now))
    act.session.flush()
    but = frozenset({"member", "person_link", "note_version"})
    return fill_every_table(act, erna, other, "Says", but=but)


def given(name: str, question: Any, rows: Mapping[str, Any]) -> dict[str, Any] | None:  # noqa: ANN401 - any question
    """Answer the arguments of a question; None where `tests.app.access` does not know them yet."""
    import inspect  # noqa: PLC0415 - for this alone

    _first, *others = inspect.signature(question).parameters.values()
    try:
        return {
            one.name: _one(name, question, one, rows)
            for one in others
            if one.default is one.empty or one.name == "typed"
        }
    except (AssertionError, ImportError):
        return None


def _one(name: str, question: Any, one: Parameter, rows: Mapping[str, Any]) -> object:  # noqa: ANN401 - as above
    if name.startswith(INSIDE) and one.name in KEYS:
        return rows[KEYS[one.name]]["id"]
    return _argument(question, one, rows)


def told_by(office: Office, question: Any, arguments: dict[str, Any]) -> str:  # noqa: ANN401 - as above
    """Answer what a question tells, its troubles among it: `tests.app.access` says which are."""
    try:
        return _answer(office, question, arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must tell nothing
        return repr(error)


@pytest.mark.parametrize("who", OTHERS)
def test_no_question_tells_anybody_else_that_a_case_is_there(offices: Offices, who: str) -> None:
    for office in (offices.there, offices.never):
        office.work_as(who)
    told: list[str] = []
    for name, question in sorted(QUESTIONS.items()):
        arguments = given(name, question, offices.rows)
        if arguments is None:
            continue
        there = told_by(offices.there, question, arguments)
        if MARK in there or there != told_by(offices.never, question, arguments):
            told.append(name)
    assert told == []


def test_a_member_reads_the_mark_once_the_group_is_open(offices: Offices) -> None:
    offices.there.work_as(LEAD)
    case = offices.rows["psp_case"]["id"]
    offices.there.act(open_group, offices.rows["psp_group"]["id"])
    assert MARK in repr(_told(offices.there, case))
    offices.there.work_as("Zoe Amt")
    assert offices.there.ask(may_see) is False


def test_not_even_for_a_member_leave_facts_by_another_part_of_the_program(
    offices: Offices,
) -> None:
    """Search, My day, lists, letters, suitcases: a member as well reads of a group inside it."""
    office = offices.there
    office.work_as(LEAD)
    office.act(open_group, offices.rows["psp_group"]["id"])
    assert saying(office, offices.rows, but=FOR_MEMBERS) == []


def saying(office: Office, rows: Mapping[str, Any], but: Collection[str] = ()) -> list[str]:
    """Answer the questions of all other parts whose answer bears the mark."""
    told = []
    for name, question in sorted(QUESTIONS.items()):
        is_asked = name not in but and not name.startswith(INSIDE)
        arguments = given(name, question, rows) if is_asked else None
        if arguments is not None:
            said = told_by(office, question, arguments)
            told += [name] if MARK in said.replace(repr(arguments.get("typed")), "") else []
    return told


def _told(office: Office, case_id: UUID) -> object:
    with pytest.raises((ValueError, Refused)):
        # Codes that no rule lets through stand in the row: it was written past them.
        office.act(held_paper, case_id, "en")
    return office.ask(_texts)


def _texts(connection: Any) -> list[str]:  # noqa: ANN401 - a connection
    return list(connection.execute(text("SELECT text FROM psp_fact")).scalars())


def test_what_is_held_on_a_person_for_the_data_protection_officer_leaves_the_group_out(
    offices_to_write_in: Offices,
) -> None:
    offices = offices_to_write_in
    for office in (offices.there, offices.never):
        office.work_as("Dora Schutz")
    person = offices.rows["person"]["id"]
    there, never = (
        office.act(answer_request, person, "en", with_files=True).value
        for office in (offices.there, offices.never)
    )
    assert MARK.encode() not in there.packed()
    assert [name for name, _content in there.everything()] == [
        name for name, _content in never.everything()
    ]
    assert all(MARK.encode() not in content for _name, content in there.everything())


def test_my_day_and_drafts_tell_nobody_of_what_the_group_did(office: Office) -> None:
    """Real acts, with their audit lines."""
    group = psp_office(office)
    psp_fact(office, psp_case(office, group, tried=MARK), text=MARK)
    psp_meeting(office, group)
    office.work_as(ADMINISTRATOR)

    told = office.ask(changes_since, NOW.replace(year=2025), ADMINISTRATOR)
    assert "psp" not in repr(told)
    assert MARK not in repr(told)
    assert office.ask(all_drafts, ADMINISTRATOR) == ()
    touched = office.ask(_lines)
    assert touched == {("work_apart", "psp", '[["psp", null]]')}


def _lines(connection: Any) -> set[tuple[str, ...]]:  # noqa: ANN401 - a connection
    found = connection.execute(
        text("SELECT action, feature, touched FROM audit_line WHERE feature = 'psp'")
    )
    return {tuple(row) for row in found}


def test_neither_logs_nor_a_crash_report_name_what_was_written(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    group = psp_office(office)
    person = add_client(office, given_name=MARK)
    case = psp_case(office, group, person, own_means_insufficient=MARK, tried=MARK)
    psp_fact(office, case, text=MARK, necessity=MARK)
    with pytest.raises(DBAPIError) as crash:
        office.act(_break, case)
    report = "".join(traceback.format_exception(crash.value))
    with pytest.raises(Refused) as refused:
        office.act(raise_case, group, uuid4(), case_details(person, tried=MARK))

    assert MARK not in report
    assert MARK not in repr(refused.value.problems)
    assert MARK not in caplog.text


def _break(act: Act, case_id: UUID) -> None:
    read_case(act, case_id)
    act.session.execute(
        text("INSERT INTO psp_fact (id, text) VALUES (:id, :text)"), {"id": "1", "text": MARK}
    )


def test_a_backup_bears_nothing_to_be_read_without_the_key(tmp_path: Path) -> None:
    """Whoever opens it with the office's key is a colleague again, to whom the same is told."""
    made = create_office(
        tmp_path / "office", NewOffice("Ballerup", "DK", who=ADMINISTRATOR),
        passphrase=None, use_keyring=False,
    )  # fmt: skip
    office = open_office(made.folder, made.key, who=ADMINISTRATOR, clock=lambda: NOW)
    try:
        member(office, ADMINISTRATOR, Role.ADMINISTRATOR)
        member(office, LEAD, Role.PSP_MEMBER)
        office.work_as(LEAD)
        psp_case(office, psp_group(office), tried=MARK)
        office.work_as(ADMINISTRATOR)
        backup = back_up(made.folder, made.key)
    finally:
        office.close()
    files = [file for file in backup.file.parent.iterdir() if file.is_file()]
    assert files
    for file in files:
        # What a backup says of itself in plain words tells not even how many cases there are.
        assert MARK.encode() not in file.read_bytes()
        assert b'"psp_' not in file.read_bytes()


def test_nothing_outside_the_part_knows_of_its_tables() -> None:
    known = {
        str(source.path)
        for source in program()
        if "db.psp" in source.text or f'"{PREFIX}' in source.text or " psp_" in source.text
    }
    strangers = {path for path in known if not path.startswith(ALLOWED)}
    # Forms and screens name roles and papers of the part, never its tables.
    assert {path for path in strangers if "db.psp" in path} == set()
    assert {path for path in strangers if not path.startswith(("ui/referrals/", "forms/"))} == {
        "app/access/rules/rights.py"
    }
    typed = [source for source in program() if str(source.path).startswith("ui/referrals/psp/")]
    assert typed
    assert not any("DraftKeeper" in source.text for source in typed)
