"""Certificates for the server of an office that has no authority of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.errors import N_, Problem, Refused, Unavailable
from db.files import write_whole
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,252}")
_AUTHORITY_DAYS = 3650
_LONGEST_DAYS = 3650
_CLOCKS_DIFFER = timedelta(days=1)

NO_NAME = N_("{host} is no name or address of a server.")
NO_DAYS = N_("A certificate holds for 1 to {most} days.")
BROKEN = N_("The authority in {folder} cannot be read. Choose an empty folder.")


class _Signer(NamedTuple):
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    is_new: bool


@dataclass(frozen=True, slots=True)
class Certificates:
    """Where the files are; the two keys are readable by whoever made them alone."""

    authority: Path
    authority_key: Path
    certificate: Path
    key: Path
    is_new: bool
    """Whether the authority was made with them."""
    until: datetime
    """When the certificate ends (aware, UTC)."""


def make_certificates(folder: Path, hosts: Sequence[str], days: int) -> Certificates:
    """Make a certificate for a server, signed by the authority in `folder`, made if missing.

    Raises `Refused` for a wrong host or number of days, `Unavailable` when the disk says no or
    the authority cannot be read.
    """
    names = x509.SubjectAlternativeName([_named(host) for host in hosts])
    if not 0 < days <= _LONGEST_DAYS:
        raise Refused(Problem(NO_DAYS, "days", {"most": _LONGEST_DAYS}))
    with plain_trouble(folder):
        folder.mkdir(parents=True, exist_ok=True)
        signer = _authority(folder)
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _server(names, hosts[0], key, signer, days)
        _write_key(folder / "server.key", key)
        _write(folder / "server.crt", certificate)
    return Certificates(
        folder / "ca.crt",
        folder / "ca.key",
        folder / "server.crt",
        folder / "server.key",
        signer.is_new,
        certificate.not_valid_after_utc,
    )


def _named(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        pass
    if not _HOST.fullmatch(host):
        raise Refused(Problem(NO_NAME, "host", {"host": host}))
    return x509.DNSName(host)


def _authority(folder: Path) -> _Signer:
    if (folder / "ca.key").exists():
        return _known_authority(folder)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _subject("Nahbar")
    built = _builder(subject, subject, key, _AUTHORITY_DAYS).add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    )
    built = built.add_extension(_usage(signs=True), critical=True)
    certificate = built.sign(key, hashes.SHA256())
    _write_key(folder / "ca.key", key)
    _write(folder / "ca.crt", certificate)
    return _Signer(key, certificate, is_new=True)


def _known_authority(folder: Path) -> _Signer:
    try:
        key = serialization.load_pem_private_key((folder / "ca.key").read_bytes(), None)
        certificate = x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes())
    except (ValueError, TypeError) as error:
        raise Unavailable(BROKEN, folder=str(folder)) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise Unavailable(BROKEN, folder=str(folder))
    return _Signer(key, certificate, is_new=False)


def _server(
    names: x509.SubjectAlternativeName,
    host: str,
    key: ec.EllipticCurvePrivateKey,
    signer: _Signer,
    days: int,
) -> x509.Certificate:
    built = _builder(_subject(host[:64]), signer.certificate.subject, key, days)
    for extension, is_critical in (
        (names, False),
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (_usage(signs=False), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.key.public_key()), False),
    ):
        built = built.add_extension(extension, critical=is_critical)
    return built.sign(signer.key, hashes.SHA256())


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, days: int
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCKS_DIFFER)
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _subject(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write(file: Path, certificate: x509.Certificate) -> None:
    write_whole(file, certificate.public_bytes(serialization.Encoding.PEM))
    file.chmod(0o644)


def _write_key(file: Path, key: ec.EllipticCurvePrivateKey) -> None:
    write_whole(
        file,
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )
