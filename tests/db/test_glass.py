"""Requirements of break-glass in one file: all cards, for an hour, and only where one is hidden."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select

from db.access import PersonAccess
from db.glass import open_for_me
from tests.conftest import NOW
from tests.factories.access import restricted
from tests.factories.clients import add_client
from tests.factories.linking import link

if TYPE_CHECKING:
    from app.office import Act, Office

REASON = "She called and spoke of ending her life"


def _open(act: Act, person_id: UUID) -> UUID | None:
    return open_for_me(act.session, person_id, REASON, "Zoe Amt", act.now)


def _accesses(act: Act) -> list[tuple[UUID, bool]]:
    rows = act.session.scalars(select(PersonAccess).where(PersonAccess.who == "Zoe Amt"))
    return [(row.person_id, row.valid_until == NOW + timedelta(hours=1)) for row in rows]


def test_all_cards_of_a_human_being_are_opened_for_an_hour(office: Office) -> None:
    erna, other = add_client(office), add_client(office)
    link(office, erna, other)
    restricted(office, erna)

    assert office.act(_open, other).value is not None

    assert sorted(office.act(_accesses).value) == sorted([(erna, True), (other, True)])


def test_where_nothing_is_hidden_nothing_is_opened(office: Office) -> None:
    assert office.act(_open, add_client(office)).value is None
    assert office.act(_open, uuid4()).value is None
    assert office.act(_accesses).value == []
