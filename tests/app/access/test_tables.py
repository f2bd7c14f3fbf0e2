"""Requirements of the table of rights: it knows each table, and acts keep to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.rules import TABLE_RIGHTS, Reads, Right, Role, Verb, may_write
from app.access.rules.rights import RIGHTS
from app.errors import Refused
from db.access import Member
from db.areas import Area
from db.drafts import Draft
from db.people import Person
from db.tables import metadata
from resources.text import say
from tests.factories.access import member
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office


def _write_area(act: Act) -> None:
    act.session.add(Area(code_list="x", code="1", level="quarter", name="X", position=1))


def _write_draft(act: Act) -> None:
    act.session.add(Draft(who=act.who, form="x", fields="{}", saved_at=act.now))


def _change(act: Act, person_id: UUID, column: str, value: object) -> None:
    setattr(act.session.get_one(Person, person_id), column, value)


def test_every_table_of_the_schema_has_its_rights() -> None:
    assert set(TABLE_RIGHTS) == set(metadata.tables)


def test_nobody_writes_a_table_without_someone_who_reads_it() -> None:
    for rights in TABLE_RIGHTS.values():
        for role in Role:
            reads = rights.reads(role)
            assert reads in set(Reads)
            assert rights.insert, "nobody fills it"
            if any(role in rights.writers(verb) for verb in (Verb.UPDATE, Verb.DELETE)):
                assert reads is not Reads.NOTHING or rights.strangers


@pytest.mark.parametrize(
    ("table", "right"),
    [
        ("member", Right.MANAGE_MEMBERS),
        ("person_access", Right.RESTRICT),
        ("person_link", Right.LINK_PEOPLE),
        ("duplicate_pair", Right.LINK_PEOPLE),
        ("import_run", Right.IMPORT),
        ("deletion", Right.DELETE),
        ("retention_rule", Right.DELETE),
    ],
)
def test_tables_behind_a_right_are_filled_by_those_who_have_it(table: str, right: Right) -> None:
    writers = {role for role in Role if may_write(table, role, Verb.INSERT)}

    assert writers == RIGHTS[right]


def test_a_volunteer_reads_only_whom_they_visit() -> None:
    for table in ("person", "note", "visit", "letter", "consent", "relation"):
        assert TABLE_RIGHTS[table].reads(Role.VOLUNTEER) is Reads.VISITED


def test_logs_are_written_by_everyone_and_changed_by_nobody() -> None:
    for table in ("audit_line", "export_log", "exported_person", "disclosure"):
        for role in Role:
            assert not may_write(table, role, Verb.UPDATE)
            assert not may_write(table, role, Verb.DELETE)
    assert may_write("audit_line", None, Verb.INSERT)


@pytest.mark.parametrize("role", Role)
def test_an_act_writes_what_the_role_may_write_and_nothing_else(office: Office, role: Role) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    if role is not Role.ADMINISTRATOR:
        member(office, "Zoe Amt", role)
        office.work_as("Zoe Amt")

    office.act(_write_draft)
    if may_write("area", role, Verb.INSERT):
        office.act(_write_area)
    else:
        with pytest.raises(Refused) as refused:
            office.act(_write_area)
        (problem,) = refused.value.problems
        assert "Districts and quarters" in say(problem)


def test_a_volunteer_changes_only_when_somebody_was_last_met(office: Office) -> None:
    erna = add_client(office)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Bent Vogt", Role.VOLUNTEER)
    office.work_as("Bent Vogt")

    office.act(_change, erna, "last_contact", office.local_now.date())
    with pytest.raises(Refused, match="change this"):
        office.act(_change, erna, "hint", "Ring twice")


def test_somebody_who_is_not_on_the_list_keeps_drafts_only(office: Office) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    office.work_as("Nobody Known")

    office.act(_write_draft)
    with pytest.raises(Refused, match="change this"):
        office.act(_write_area)


def _join(act: Act) -> None:
    act.session.add(Member(id=uuid4(), name="Me", role=Role.ADMINISTRATOR, since=act.now))


def test_nobody_makes_themselves_an_administrator(office: Office) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    office.work_as("Me")

    with pytest.raises(Refused, match="change this"):
        office.act(_join)
