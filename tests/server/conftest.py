"""Servers for the tests of the shared office: Debian's own, plain and with TLS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.server.cluster import Cluster, debian_binaries
from tests.server.tls import Authority

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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


def show_certificate(cluster: Cluster, files: tuple[Path, Path]) -> None:
    """Let a server show another certificate from its next start or reload on."""
    certificate, key = (cluster.hand_over(file) for file in files)
    cluster.set({"ssl_cert_file": str(certificate), "ssl_key_file": str(key)})
