"""Requirements of the audit: found by who, day, part and person, and only by those who may."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import text

from app.access.rules import Role
from app.admin.office_settings import KEEPS_CPR, save_office_setting
from app.audit.actions import chain_paper, check_audit
from app.audit.queries import audit_page
from app.audit.rules import AuditQuery
from app.errors import Refused
from tests.conftest import NOW
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned
from tests.forms.reading import seen as printed

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.office import Office

TODAY = NOW.date()


def test_lines_are_found_by_who_part_and_day(office: Office) -> None:
    add_client(office, given_name="Erna")
    office.work_as("Bodil Jensen")
    office.act(save_office_setting, KEEPS_CPR, value=True)

    def found(query: AuditQuery) -> list[str]:
        return [row.action for row in office.ask(audit_page, query).rows]

    assert found(AuditQuery()) == ["save_office_setting", "add_client"]
    assert found(AuditQuery(who="Bodil Jensen")) == ["save_office_setting"]
    assert found(AuditQuery(feature="clients")) == ["add_client"]
    assert found(AuditQuery(since=TODAY, until=TODAY)) == ["save_office_setting", "add_client"]
    assert found(AuditQuery(since=TODAY + timedelta(days=1))) == []
    assert found(AuditQuery(until=date(2026, 11, 22))) == []
    assert office.ask(audit_page, AuditQuery(), 1).has_more
    assert office.ask(audit_page, AuditQuery()).who == ("Anna Beispiel", "Bodil Jensen")


def test_the_lines_of_a_person_are_those_of_her_visits_too(office: Office) -> None:
    erna, ali = add_client(office, given_name="Erna"), add_client(office, given_name="Ali")
    planned = visit_planned(office, erna)

    page = office.ask(audit_page, AuditQuery(person_id=erna))

    assert [row.action for row in page.rows] == ["plan_visit", "add_client"]
    assert all(row.names == ("Erna Krüger",) for row in page.rows)
    only = office.ask(audit_page, AuditQuery(record=planned))
    assert [row.action for row in only.rows] == ["plan_visit"]
    assert len(office.ask(audit_page, AuditQuery(person_id=ali)).rows) == 1
    assert office.ask(audit_page, AuditQuery(person_id=uuid4())).rows == ()


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.COORDINATOR, Role.CASEWORKER])
def test_only_administrators_and_protection_officers_read_it(office: Office, role: Role) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", role)
    office.work_as("Zoe Amt")

    with pytest.raises(Refused):
        office.ask(audit_page, AuditQuery())
    with pytest.raises(Refused):
        office.act(check_audit)


def test_whoever_is_not_named_reads_no_name_of_a_restricted_person(office: Office) -> None:
    erna = add_client(office, given_name="Erna")
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Dora Schutz", Role.DPO)
    restricted(office, erna)
    office.work_as("Dora Schutz")

    page = office.ask(audit_page, AuditQuery(feature="clients"))

    assert [row.action for row in page.rows] == ["restrict_person", "add_client"]
    assert not any(row.names or row.people for row in page.rows)
    assert office.ask(audit_page, AuditQuery(person_id=erna)).rows == ()


def test_a_check_leaves_a_line_and_its_end_goes_onto_paper(office: Office) -> None:
    add_client(office, given_name="Erna")
    facts = office.act(check_audit).value
    pdf = office.act(chain_paper, facts, "en").value
    add_client(office, given_name="Ali")

    again = office.act(check_audit, facts.end_hash[:16]).value

    assert (facts.lines, facts.is_whole) == (1, True)
    assert (again.lines, again.met, again.is_whole) == (3, 1, True)
    said = " ".join(piece.text for piece in printed(pdf))
    assert facts.end_hash[:8] in said
    with pytest.raises(Refused):
        office.act(check_audit, "no end")


def test_a_chain_made_anew_does_not_meet_the_paper(office: Office, engine: Engine) -> None:
    add_client(office, given_name="Erna")
    end = office.act(check_audit).value.end_hash
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM audit_line"))

    facts = office.act(check_audit, end).value

    assert facts.met == 0
    assert not facts.is_whole
