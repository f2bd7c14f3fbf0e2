"""Requirements of the first steps: set up, come in with a login, write and read one person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import text

from app.access.queries import my_role
from app.clients.actions import add_client
from app.clients.rules import ClientDetails
from app.errors import Refused
from db.server import check, check_chain, install

if TYPE_CHECKING:
    from tests.server.shared import SharedOffice

_ALL = text("SELECT given_name FROM person ORDER BY given_name")


def test_a_login_writes_a_person_that_another_reads(shared: SharedOffice) -> None:
    zoe, karin = shared.office("Zoe Amt"), shared.office("Karin Vogt")

    zoe.act(add_client, uuid4(), ClientDetails(given_name="Erna"))

    assert karin.ask(lambda connection: connection.scalars(_ALL).all()) == ["Erna"]
    assert str(karin.ask(my_role)) == "coordinator"


def test_a_volunteer_sees_nobody_whom_they_do_not_visit_and_adds_nobody(
    shared: SharedOffice,
) -> None:
    bent = shared.office("Bent Holm")

    assert bent.ask(lambda connection: connection.scalars(_ALL).all()) == []
    with pytest.raises(Refused):
        bent.act(add_client, uuid4(), ClientDetails(given_name="Otto"))


def test_setting_up_again_changes_nothing_and_finds_nothing(shared: SharedOffice) -> None:
    with shared.owner.begin() as connection:
        first = install(connection)
    with shared.owner.begin() as connection:
        assert install(connection) == first
        assert {f.message for f in check(connection) if f.is_serious} == set()
        assert check_chain(connection).is_whole
