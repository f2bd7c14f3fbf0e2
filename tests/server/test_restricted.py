"""Requirements of the list of restricted people that policies ask: it says what the people say."""

from __future__ import annotations

from datetime import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.access.actions import lift_restriction
from app.access.rules import TABLE_RIGHTS, Reads, Role
from app.clients.queries import client_card
from app.visiting.queries import visits_of_client
from db.server import check, install
from db.server.checking import KEPT_WRONGLY
from db.server.paths import names_its_role
from db.tables import metadata
from tests.factories.access import restricted
from tests.factories.visits import visit_planned
from tests.server.direct import KARIN, ZOE, add, by_owner

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from tests.server.shared import SharedOffice

_KEPT = "SELECT array_agg(k::uuid ORDER BY k) FROM sec.restricted, jsonb_object_keys(people) k"
_TRUE = "SELECT array_agg(id ORDER BY id::text) FROM person WHERE is_restricted"


def _restrict(connection: Connection, person: UUID, *, yes: bool = True) -> None:
    said = {"yes": yes, "id": person}
    connection.execute(text("UPDATE person SET is_restricted = :yes WHERE id = :id"), said)


def test_it_follows_every_change_of_the_people(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    erna, otto, anna = (add(karin, given_name=name) for name in ("Erna", "Otto", "Anna"))
    restricted(karin, erna)
    with shared.owner.begin() as connection:
        # As an office is brought in, and as a server looked after without the program.
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        _restrict(connection, otto)
    with shared.owner.begin() as connection:
        _restrict(connection, anna)
    kept: list[UUID] = by_owner(shared, _KEPT)
    assert {erna, otto, anna} <= set(kept)
    assert kept == by_owner(shared, _TRUE)

    karin.act(lift_restriction, erna)
    with shared.owner.begin() as connection:
        _restrict(connection, otto, yes=False)
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.execute(text("DELETE FROM person WHERE id = :id"), {"id": anna})
    kept = by_owner(shared, _KEPT) or []
    assert not {erna, otto, anna} & set(kept)
    assert kept == (by_owner(shared, _TRUE) or [])


def test_what_is_taken_back_was_never_kept(shared: SharedOffice) -> None:
    erna = add(shared.office(KARIN))
    with shared.owner.connect() as connection:
        _restrict(connection, erna)
        connection.rollback()
    assert erna not in (by_owner(shared, _KEPT) or [])
    assert shared.office(ZOE).ask(client_card, erna) is not None


def test_two_who_restrict_at_once_lose_nobody(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    erna, otto = add(karin, given_name="Erna"), add(karin, given_name="Otto")

    def restrict_otto() -> None:
        with shared.owner.begin() as second:
            _restrict(second, otto)

    waiting = Thread(target=restrict_otto)
    with shared.owner.begin() as first:
        _restrict(first, erna)
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
    waiting.join(20)
    assert {erna, otto} <= set(by_owner(shared, _KEPT))
    assert shared.office(ZOE).ask(client_card, erna) is None
    assert shared.office(ZOE).ask(client_card, otto) is None


def test_without_it_nobody_is_known_rather_than_everybody(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    erna = add(karin)
    visit_planned(karin, erna, start=time(8))
    hidden = add(karin, given_name="Hidden")
    restricted(karin, hidden)
    with shared.owner.begin() as connection:
        connection.exec_driver_sql("DELETE FROM sec.restricted")
    try:
        assert karin.ask(client_card, hidden) is None
        assert not karin.ask(visits_of_client, erna)
        with shared.owner.connect() as connection:
            said = {finding.message for finding in check(connection)}
        assert KEPT_WRONGLY in said
    finally:
        with shared.owner.begin() as connection:
            install(connection)
    assert karin.ask(visits_of_client, erna)
    assert by_owner(shared, _KEPT) == by_owner(shared, _TRUE)


_ASKED = sorted(
    name
    for name, rights in TABLE_RIGHTS.items()
    if names_its_role(metadata.tables[name], rights.reads(Role.COORDINATOR))
    and rights.reads(Role.COORDINATOR) in {Reads.KNOWN, Reads.OWN}
)


@pytest.mark.parametrize(
    ("change", "start"), [("role = 'volunteer'", 10), ("is_active = false", 12)]
)
def test_whose_role_has_ended_reads_nothing_about_people_in_an_open_session(
    shared: SharedOffice, change: str, start: int
) -> None:
    """Also where no policy asks for the role itself, because the list is asked for it."""
    karin = shared.office(KARIN)
    visit_planned(karin, add(karin), start=time(start))
    everything = text("SELECT " + " + ".join(f"(SELECT count(*) FROM {name})" for name in _ASKED))
    assert {"visit", "person_role", "note", "task"} <= set(_ASKED)
    with shared.engine(KARIN).connect() as session:
        assert session.execute(everything).scalar_one() > 0
        session.rollback()
        _quietly(shared, f"UPDATE member SET {change} WHERE name = '{KARIN}'")
        try:
            assert session.execute(everything).scalar_one() == 0
        finally:
            session.rollback()
            _quietly(
                shared,
                f"UPDATE member SET role = 'coordinator', is_active = true WHERE name = '{KARIN}'",
            )


def _quietly(shared: SharedOffice, statement: str) -> None:
    """Change rows without what usually follows from it."""
    with shared.owner.begin() as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.execute(text(statement))
