"""Requirements of the certificates that Nahbar makes for a server without an authority."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from cryptography import x509

from app.errors import Refused, Unavailable
from app.server.certificates import make_certificates

if TYPE_CHECKING:
    from pathlib import Path


def _read(file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


def test_a_certificate_names_every_host_and_is_signed_by_the_authority(tmp_path: Path) -> None:
    made = make_certificates(tmp_path / "new", ["db.example.org", "192.0.2.7"], 30)

    certificate, authority = _read(made.certificate), _read(made.authority)
    certificate.verify_directly_issued_by(authority)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["db.example.org"]
    assert [str(ip) for ip in names.get_values_for_type(x509.IPAddress)] == ["192.0.2.7"]
    assert certificate.not_valid_after_utc == made.until


def test_the_keys_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    made = make_certificates(tmp_path, ["db.example.org"], 30)

    for key in (made.key, made.authority_key):
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_renewed_certificate_comes_from_the_same_authority(tmp_path: Path) -> None:
    first = make_certificates(tmp_path, ["db.example.org"], 30)
    authority, certificate = _read(first.authority), _read(first.certificate)
    second = make_certificates(tmp_path, ["db.example.org"], 60)

    assert (first.is_new, second.is_new) == (True, False)
    assert _read(second.authority) == authority
    assert _read(second.certificate) != certificate
    _read(second.certificate).verify_directly_issued_by(authority)


@pytest.mark.parametrize("host", ["", "a b", "db.example.org,evil.org", "a/b", "jörg.de"])
def test_a_host_that_is_none_is_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(Refused):
        make_certificates(tmp_path, [host], 30)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("days", [0, -1, 100_000])
def test_a_certificate_holds_for_a_time_that_makes_sense(tmp_path: Path, days: int) -> None:
    with pytest.raises(Refused):
        make_certificates(tmp_path, ["db.example.org"], days)


def test_a_broken_authority_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ca.key").write_text("nonsense", encoding="ascii")
    (tmp_path / "ca.crt").write_text("nonsense", encoding="ascii")
    with pytest.raises(Unavailable):
        make_certificates(tmp_path, ["db.example.org"], 30)
    assert (tmp_path / "ca.key").read_text(encoding="ascii") == "nonsense"
