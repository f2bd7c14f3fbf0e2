"""Requirements of a server that grows: few connections, a pooler, another server that follows."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import text

from app.clients.actions import add_client
from app.clients.queries import count_clients
from app.clients.rules import ClientDetails, ClientFilter
from app.errors import Unavailable
from app.journal.actions import write_note
from app.journal.queries import search_notes
from app.server.joining import Credentials
from app.server.rules.profile import Profile, check_profile
from app.server.rules.profile_file import read_profile, write_profile
from app.server.shared_office import open_shared_office
from db.tables import metadata
from tests.factories.journal import note_entry
from tests.server.growing import following, pooler
from tests.server.shared import PASSWORD, SharedOffice

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.server.shared_office import SharedOffice as OpenOffice
    from tests.server.cluster import Cluster

_WHERE = text("SELECT pg_is_in_recovery()")
_SLEEPS = text("SELECT pg_sleep(0.3), pg_backend_pid()")
_CONNECTIONS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE usename = :login AND datname = current_database()"
)
_VERIFIER = text("SELECT rolpassword FROM pg_authid WHERE rolname = :login")
_LSN = text("SELECT pg_current_wal_lsn()::text")
_IS_THERE = text("SELECT pg_last_wal_replay_lsn() >= CAST(:lsn AS pg_lsn)")


def _profile(cluster: Cluster, office: SharedOffice) -> Profile:
    return Profile("Büro", "127.0.0.1", office.database, cluster.port)


def _open(profile: Profile, office: SharedOffice, place: Path) -> OpenOffice:
    credentials = Credentials(office.login("Anna Beispiel"), PASSWORD)
    return open_shared_office(place, profile, credentials)


def _is_copy(connection: Connection) -> bool:
    return bool(connection.scalar(_WHERE))


def _count(office: SharedOffice, login: dict[str, str]) -> int:
    """Count the connections of a login; a transaction would see the same count for ever."""
    with office.owner.connect() as connection:
        return int(connection.execute(_CONNECTIONS, login).scalar_one())


def test_a_desk_never_takes_more_than_three_connections(
    debian: SharedOffice, debian_server: Cluster, tmp_path: Path
) -> None:
    login = {"login": debian.login("Anna Beispiel")}
    # Other tests work under the same login; what they still hold is not this desk's.
    others = _count(debian, login)
    office = _open(_profile(debian_server, debian), debian, tmp_path)
    assert office.new_line is not None
    line = office.new_line()
    many = [
        threading.Thread(target=office.ask, args=(lambda c: c.execute(_SLEEPS).all(),))
        for _ in range(6)
    ]
    for asking in many:
        asking.start()
    found = []
    while any(asking.is_alive() for asking in many):
        found.append(_count(debian, login))
        many[-1].join(0.02)
        for asking in many:
            asking.join(0.01)
    line.close()
    office.close()

    assert max(found) - others in {2, 3}


def test_a_desk_works_through_a_pooler_of_sessions(
    debian: SharedOffice, debian_server: Cluster, tmp_path: Path
) -> None:
    login = debian.login("Anna Beispiel")
    with debian.owner.connect() as connection:
        kept = connection.execute(_VERIFIER, {"login": login}).scalar_one()
    with pooler(debian_server, debian.database, {login: kept}) as port:
        office = _open(replace(_profile(debian_server, debian), port=port), debian, tmp_path)
        person = office.act(add_client, uuid4(), ClientDetails(given_name="Erna")).value
        for _ in range(8):
            office.act(write_note, uuid4(), note_entry(person, text="Durch den Pooler."))

        assert len(office.ask(search_notes, "pooler").hits) == 8
        office.close()


def test_big_questions_go_to_the_server_that_follows(
    debian: SharedOffice, debian_server: Cluster, tmp_path: Path
) -> None:
    profile = _profile(debian_server, debian)
    with following(debian_server) as follower:
        profile = replace(profile, replica="127.0.0.1", replica_port=follower.port)
        office = _open(profile, debian, tmp_path)
        office.act(add_client, uuid4(), ClientDetails(given_name="Otto"))
        with debian.owner.connect() as connection:
            lsn = connection.execute(_LSN).scalar_one()
        while not office.ask_aside(lambda c: c.execute(_IS_THERE, {"lsn": lsn}).scalar_one()):
            threading.Event().wait(0.02)

        assert office.ask_aside(_is_copy)
        assert not office.ask(_is_copy)
        count = office.ask_aside(count_clients, ClientFilter.CLIENTS)
        assert count == office.ask(count_clients, ClientFilter.CLIENTS) >= 1
        follower.stop("immediate")
        assert not office.ask_aside(_is_copy)
        office.close()
        with pytest.raises(Unavailable):
            office.ask_aside(_is_copy)


def test_policies_hold_on_the_server_that_follows(
    debian: SharedOffice, debian_server: Cluster
) -> None:
    debian.office("Anna Beispiel").act(add_client, uuid4(), ClientDetails(given_name="Ida"))
    bent = Credentials(debian.login("Bent Holm"), PASSWORD)
    with following(debian_server) as follower:
        profile = _profile(debian_server, debian)
        there = open_shared_office(follower.folder, replace(profile, port=follower.port), bent)

        assert there.ask(count_clients, ClientFilter.CLIENTS) == 0
        assert there.is_read_only
        there.close()


def test_a_profile_names_the_server_that_follows_in_a_safe_way_only() -> None:
    profile = Profile("Büro", "127.0.0.1", "office", replica="10.1.2.3", replica_port=6000)

    assert [problem.field for problem in check_profile(profile)] == ["replica"]
    safe = replace(profile, ca="-----BEGIN CERTIFICATE-----")
    assert check_profile(safe) == ()
    again = read_profile(write_profile(safe)).of_replica
    assert again is not None
    assert (again.host, again.port, again.safe_mode) == ("10.1.2.3", 6000, "verify-full")


_CONSTANTS = {"home", "", "false", "true", "0", "1"}
"""What columns that came later begin with."""


def test_every_table_can_be_spread_by_its_key() -> None:
    for table in metadata.sorted_tables:
        keys = {column.name for column in table.primary_key}
        assert keys, table.name
        # A constant is the same everywhere; what a server counts or computes is not.
        numbered = [
            c.name
            for c in table.c
            if c.identity is not None
            or (
                c.server_default is not None
                and str(getattr(c.server_default, "arg", "")) not in _CONSTANTS
            )
        ]
        assert numbered == [], table.name
