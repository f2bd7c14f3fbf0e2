"""Nothing leaves the office without a right, a reason and a line in the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.access.rules import NO_RIGHT, Role
from app.errors import Refused
from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.queries import latest_exports, may_export
from app.exchange.writing.rules import ExportFormat, ExportWish
from db.access import Member
from db.admin import AuditLine
from db.exchange import ExportedPerson
from tests.conftest import NOW
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Act, Office

WISH = ExportWish("clients", ExportFormat.XLSX, ("name", "age"), " Christmas post ", rows=3)


def _join(act: Act, role: Role) -> None:
    act.session.add(Member(name=act.who, role=role, is_active=True, since=act.now))


def test_a_list_that_leaves_is_logged_with_its_reason(office: Office) -> None:
    log_id = office.act(export_list, replace(WISH, with_protected=True)).value

    (line,) = office.ask(latest_exports)
    assert (line.id, line.who, line.at) == (log_id, "Anna Beispiel", NOW)
    assert (line.list_name, line.reason, line.form) == ("clients", "Christmas post", "xlsx")
    assert (line.columns, line.rows, line.with_protected) == (("name", "age"), 3, True)


def test_it_stands_in_the_audit_too(office: Office) -> None:
    office.act(export_list, WISH)

    actions = office.ask(lambda connection: connection.scalars(select(AuditLine.action)).all())
    assert actions == ["export_list"]


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.CASEWORKER, Role.PSP_MEMBER])
def test_without_the_right_nothing_leaves(office: Office, role: Role) -> None:
    office.act(_join, role)

    with pytest.raises(Refused) as refused:
        office.act(export_list, WISH)

    assert refused.value.problems[0].message == NO_RIGHT
    assert not office.ask(may_export)
    assert office.ask(latest_exports) == ()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR, Role.DPO])
def test_who_has_the_right_may(office: Office, role: Role) -> None:
    office.act(_join, role)
    office.act(export_list, WISH)

    assert office.ask(may_export)
    assert len(office.ask(latest_exports)) == 1


def test_without_a_reason_nothing_leaves(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        office.act(export_list, replace(WISH, reason="  "))

    assert [problem.field for problem in refused.value.problems] == ["reason"]
    assert office.ask(latest_exports) == ()


def test_everyone_in_the_list_is_noted_once(office: Office) -> None:
    people = [add_client(office), add_client(office, given_name="Karl")]
    log_id = office.act(export_list, WISH).value

    office.act(note_exported, log_id, [*people, people[0]])
    office.act(note_exported, log_id, [])

    count = select(func.count()).select_from(ExportedPerson)
    assert office.ask(lambda connection: connection.scalar(count)) == 2
