"""Servers for the tests of the shared office, and offices on them; a missing one is a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.db.conftest import postgres_server, swift_server  # fixtures
from tests.server.cluster import Cluster, debian_binaries
from tests.server.office import JointOffice, make_joint_office
from tests.server.shared import SharedOffice, make_pattern
from tests.server.tls import Authority

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import URL

__all__ = ["postgres_server", "swift_server"]

KINDS = ("debian", "newest")
"""Debian's PostgreSQL 15, and the newest one, which comes from PyPI."""


@pytest.fixture(scope="session")
def debian_server() -> Iterator[Cluster]:
    """Debian's PostgreSQL 15, started; `postgres` is trusted through its socket."""
    cluster = Cluster(debian_binaries())
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.remove()


@pytest.fixture(scope="session")
def authority() -> Authority:
    """The certificate authority of `tls_server`."""
    return Authority.new("Office CA")


@pytest.fixture(scope="session")
def tls_server(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """The same with TLS and a certificate for "localhost"; without TLS nobody gets in."""
    cluster = Cluster(debian_binaries(), {"ssl": "on"})
    try:
        show_certificate(cluster, authority.server(tmp_path_factory.mktemp("tls"), "localhost"))
        cluster.start()
        yield cluster
    finally:
        cluster.remove()


@pytest.fixture(scope="module")
def joint(tls_server: Cluster, authority: Authority) -> JointOffice:
    """An office to join on the server with TLS: Petra's, who administrates it, and Omar's."""
    return make_joint_office(tls_server, authority)


def show_certificate(cluster: Cluster, files: tuple[Path, Path]) -> None:
    """Let a server show another certificate from its next start or reload on."""
    certificate, key = (cluster.hand_over(file) for file in files)
    cluster.set({"ssl_cert_file": str(certificate), "ssl_key_file": str(key)})


@pytest.fixture(scope="session", params=KINDS)
def any_server(request: pytest.FixtureRequest) -> URL:
    """The way of whoever looks after each kind of server in turn."""
    if request.param == "debian":
        cluster: Cluster = request.getfixturevalue("debian_server")
        return cluster.url()
    request.getfixturevalue("swift_server")
    url: URL = request.getfixturevalue("postgres_server")
    return url


@pytest.fixture(scope="session")
def pattern(any_server: URL) -> str:
    """A guarded database on each kind of server, to be copied."""
    return make_pattern(any_server)


@pytest.fixture(scope="module")
def shared(any_server: URL, pattern: str) -> Iterator[SharedOffice]:
    """A shared office of one module of tests, on each kind of server."""
    office = SharedOffice(any_server, pattern)
    yield office
    office.close()


@pytest.fixture(scope="session")
def debian_pattern(debian_server: Cluster) -> str:
    """A guarded database on Debian's server alone, to be copied."""
    return make_pattern(debian_server.url())


@pytest.fixture(scope="module")
def debian(debian_server: Cluster, debian_pattern: str) -> Iterator[SharedOffice]:
    """A shared office of one module of tests, on Debian's server alone."""
    office = SharedOffice(debian_server.url(), debian_pattern)
    yield office
    office.close()
