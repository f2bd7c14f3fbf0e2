"""Requirements of logins that an administrator manages from a desk of a shared office."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from app.access.actions import save_member
from app.access.queries import members
from app.access.rules import MemberDetails, Role
from app.audit.actions import check_audit
from app.errors import Refused
from app.server.logins import give_login, has_logins, reset_password, welcome_member

if TYPE_CHECKING:
    from tests.server.shared import SharedOffice


def _role(shared: SharedOffice, login: str, password: str) -> str | None:
    engine = create_engine(
        shared.url.set(username=login, password=password), poolclass=NullPool, hide_parameters=True
    )
    with engine.connect() as connection:
        role: str | None = connection.execute(text("SELECT sec.role()")).scalar()
        return role


def test_a_colleague_is_welcomed_changed_reset_and_ended(debian: SharedOffice) -> None:
    office, login, key = debian.office(), f"petra_{debian.number}", uuid4()
    details = MemberDetails("Petra Weber", Role.CASEWORKER)
    given = office.act(welcome_member, key, details, login).value
    assert (given.name, given.login) == ("Petra Weber", login)
    assert _role(debian, login, given.password) == "caseworker"

    again = office.act(reset_password, key).value
    assert again.password != given.password
    assert _role(debian, login, again.password) == "caseworker"

    row = next(row for row in office.ask(members) if row.id == key)
    office.act(save_member, key, row.version, MemberDetails("Petra Weber", Role.COORDINATOR))
    assert _role(debian, login, again.password) == "coordinator"

    row = next(row for row in office.ask(members) if row.id == key)
    office.act(
        save_member,
        key,
        row.version,
        MemberDetails("Petra Weber", Role.COORDINATOR, is_active=False),
    )
    with pytest.raises(OperationalError):
        _role(debian, login, again.password)
    with pytest.raises(Refused):
        office.act(reset_password, key)


def test_nobody_gets_the_login_of_somebody_else(debian: SharedOffice) -> None:
    office, key = debian.office(), uuid4()
    with pytest.raises(Refused) as refused:
        office.act(
            welcome_member,
            key,
            MemberDetails("Omar Haddad", Role.CASEWORKER),
            debian.login("Zoe Amt"),
        )

    assert refused.value.problems[0].field == "login"
    assert key not in {row.id for row in office.ask(members)}


def test_only_an_administrator_gives_logins(debian: SharedOffice) -> None:
    zoe = next(row for row in debian.office().ask(members) if row.name == "Zoe Amt")
    with pytest.raises(Refused):
        debian.office("Zoe Amt").act(give_login, zoe.id, "zoe_again")


def test_the_chain_of_the_server_is_checked_from_a_desk(debian: SharedOffice) -> None:
    office = debian.office("Dora Schutz")

    facts = office.act(check_audit).value

    assert facts.is_on_server
    assert facts.is_whole
    assert office.ask(has_logins)
