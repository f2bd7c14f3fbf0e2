"""Faults 32 and the bad input of opening: TLS, passwords and servers that are not what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from app.errors import Refused, Unavailable
from app.server.rules.profile import Profile
from db import shared
from db.certificate_look import EXPIRED, WRONG_CA
from db.schema import NEWER
from db.server_trouble import (
    ACCESS_ENDED,
    NO_DATABASE,
    NO_SERVER,
    NO_SUCH_SERVER,
    NO_TLS,
    NOT_LET_IN,
    NOT_TRUSTED,
    TOO_MANY,
    WRONG_HOST,
    WRONG_PASSWORD,
)
from db.shared import NO_RIGHT_HERE, NOT_SET_UP, OLDER, open_shared, shared_engine
from db.tables import SCHEMA_HEAD
from tests.server.conftest import show_certificate
from tests.server.tls import Authority

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.server.cluster import Cluster

PASSWORD = "correct horse battery"


def _as_owner(
    cluster: Cluster, *statements: str, database: str = "postgres", **values: str
) -> None:
    engine = create_engine(cluster.url(database), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement), values)
    engine.dispose()


@pytest.fixture(scope="module")
def server(tls_server: Cluster) -> Cluster:
    """A server with two databases: one with a schema's version, one bare."""
    _as_owner(
        tls_server,
        *("CREATE DATABASE office", "CREATE DATABASE bare"),
        f"CREATE ROLE petra LOGIN PASSWORD '{PASSWORD}'",
        f"CREATE ROLE gone NOLOGIN PASSWORD '{PASSWORD}'",
        f"CREATE ROLE one LOGIN CONNECTION LIMIT 1 PASSWORD '{PASSWORD}'",
        f"CREATE ROLE stranger LOGIN PASSWORD '{PASSWORD}'",
        "REVOKE CONNECT ON DATABASE bare FROM PUBLIC",
        "GRANT CONNECT ON DATABASE bare TO petra",
    )
    _as_owner(
        tls_server,
        "CREATE TABLE alembic_version (version_num text)",
        "INSERT INTO alembic_version VALUES (:version)",
        "GRANT SELECT ON alembic_version TO petra, one",
        database="office",
        version=SCHEMA_HEAD,
    )
    return tls_server


@pytest.fixture
def profile(server: Cluster, authority: Authority, tmp_path: Path) -> Profile:
    """The right profile: everything is checked although the server is on this computer."""
    return Profile(
        "Office",
        "localhost",
        "office",
        port=server.port,
        login="petra",
        ca=authority.pem,
        ca_file=_written(tmp_path / "ca.pem", authority),
        sslmode="verify-full",
    )


@pytest.fixture
def other_certificate(
    server: Cluster, authority: Authority, tmp_path: Path
) -> Iterator[tuple[Cluster, Path]]:
    """A server whose certificate a test exchanges; the right one comes back afterwards."""
    yield server, tmp_path
    show_certificate(server, authority.server(tmp_path / "right", "localhost"))
    server.restart()


def _written(file: Path, authority: Authority) -> Path:
    file.write_text(authority.pem, encoding="ascii")
    return file


def _trouble(profile: Profile, password: str = PASSWORD) -> str:
    with pytest.raises((Unavailable, Refused)) as trouble:
        open_shared(profile, password)
    said: BaseException = trouble.value
    if isinstance(said, Unavailable):
        assert said.remedy.message
        return said.problem.message
    assert isinstance(said, Refused)
    return said.problems[0].message


def test_the_password_is_used_in_a_way_that_proves_the_server(profile: Profile) -> None:
    engine = open_shared(profile, PASSWORD)
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        ).one()
    engine.dispose()

    assert found[0] is True
    assert found[1] in {"TLSv1.2", "TLSv1.3"}
    options = shared.connection_options(profile)
    assert (options["channel_binding"], options["require_auth"]) == ("require", "scram-sha-256")


def test_a_server_that_asks_for_the_password_itself_is_not_told_it(
    server: Cluster, profile: Profile
) -> None:
    lines = (server.data / "pg_hba.conf").read_text(encoding="utf-8")
    server.allow("host all petra 127.0.0.1/32 password", "host all petra ::1/128 password")
    server.restart()
    try:
        assert _trouble(profile) == NOT_TRUSTED
    finally:
        (server.data / "pg_hba.conf").write_text(lines, encoding="utf-8")
        server.restart()


def test_a_certificate_of_another_authority_is_refused(profile: Profile, tmp_path: Path) -> None:
    other = _written(tmp_path / "other.pem", Authority.new("Other"))
    assert _trouble(replace(profile, ca_file=other)) == WRONG_CA


def test_an_expired_certificate_is_refused(
    other_certificate: tuple[Cluster, Path], authority: Authority, profile: Profile
) -> None:
    server, folder = other_certificate
    show_certificate(server, authority.server(folder / "old", "localhost", ended=True))
    server.restart()

    assert _trouble(profile) == EXPIRED


def test_a_certificate_for_another_name_is_refused(profile: Profile) -> None:
    assert _trouble(replace(profile, host="127.0.0.1")) == WRONG_HOST


def test_a_server_without_tls_is_told_nothing(debian_server: Cluster, profile: Profile) -> None:
    assert _trouble(replace(profile, port=debian_server.port)) == NO_TLS


def test_a_profile_off_this_computer_cannot_ask_for_less(profile: Profile) -> None:
    with pytest.raises(Refused) as refused:
        open_shared(replace(profile, host="192.0.2.1", sslmode="require"), PASSWORD)
    assert refused.value.problems[0].field == "sslmode"


@pytest.mark.parametrize("wrong", ["", "wrong", "a\\'b c"])
def test_a_wrong_password_is_said_at_the_field(profile: Profile, wrong: str) -> None:
    with pytest.raises(Refused) as refused:
        open_shared(profile, wrong)
    (problem,) = refused.value.problems
    assert (problem.message, problem.field) == (WRONG_PASSWORD, "password")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"login": "nobody_here"}, WRONG_PASSWORD),
        ({"login": "gone"}, ACCESS_ENDED),
        ({"login": "stranger"}, NO_RIGHT_HERE),
        ({"login": "stranger", "database": "bare"}, NOT_LET_IN),
        ({"database": "nowhere"}, NO_DATABASE),
        ({"database": "bare"}, NOT_SET_UP),
        ({"port": 1}, NO_SERVER),
        ({"host": "server.invalid"}, NO_SUCH_SERVER),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    profile: Profile, changed: dict[str, object], sentence: str
) -> None:
    assert _trouble(replace(profile, **changed)) == sentence  # type: ignore[arg-type]  # by name


def test_too_many_connections_are_said(profile: Profile) -> None:
    only = replace(profile, login="one")
    engine = open_shared(only, PASSWORD)
    assert _trouble(only) == TOO_MANY
    engine.dispose()


@pytest.mark.parametrize(("version", "sentence"), [("0001", OLDER), ("9999", NEWER)])
def test_another_schema_is_named_and_left_alone(
    server: Cluster, profile: Profile, version: str, sentence: str
) -> None:
    change = "UPDATE alembic_version SET version_num = :version"
    _as_owner(server, change, database="office", version=version)
    try:
        assert _trouble(profile) == sentence
    finally:
        _as_owner(server, change, database="office", version=SCHEMA_HEAD)


def test_a_question_cannot_write_and_sees_one_state(profile: Profile) -> None:
    engine = shared_engine(profile, PASSWORD)
    how = text(
        "SELECT current_setting('transaction_read_only'), current_setting('transaction_isolation')"
    )
    with engine.execution_options(reads_only=True).connect() as connection:
        assert tuple(connection.execute(how).one()) == ("on", "repeatable read")
    with engine.connect() as connection:
        assert tuple(connection.execute(how).one()) == ("off", "read committed")
    engine.dispose()


def test_a_window_holds_two_connections_at_most(profile: Profile) -> None:
    engine = open_shared(profile, PASSWORD)
    for _round in range(3):
        with engine.connect(), engine.connect() as connection:
            count = text("SELECT count(*) FROM pg_stat_activity WHERE usename = 'petra'")
            assert connection.execute(count).scalar_one() == 2
    engine.dispose()
