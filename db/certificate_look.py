"""Looks at the certificate of a server that could not be trusted, to say what is wrong with it."""

from __future__ import annotations

import socket
import ssl
import struct
from typing import TYPE_CHECKING

from app.errors import N_, Unavailable
from db.server_trouble import NOT_TRUSTED, NOT_TRUSTED_REMEDY, WRONG_HOST

if TYPE_CHECKING:
    from app.server.rules.profile import Profile

EXPIRED = N_("The certificate of the server has expired.")
EXPIRED_REMEDY = N_("Nothing was sent to it. Ask the administrator of the office to renew it.")
NOT_YET = N_("The certificate of the server is not valid yet.")
NOT_YET_REMEDY = N_("Check the date of this computer. Nothing was sent to the server.")
WRONG_CA = N_("The certificate of the server was not issued by the authority of your office.")

_PLEASE_TLS = struct.pack("!ii", 8, 80877103)
"""The message that asks a PostgreSQL server for TLS."""
_PATIENCE = 5.0
_FOUND = {
    9: (NOT_YET, NOT_YET_REMEDY),
    10: (EXPIRED, EXPIRED_REMEDY),
    18: (WRONG_CA, NOT_TRUSTED_REMEDY),
    19: (WRONG_CA, NOT_TRUSTED_REMEDY),
    20: (WRONG_CA, NOT_TRUSTED_REMEDY),
    21: (WRONG_CA, NOT_TRUSTED_REMEDY),
    62: (WRONG_HOST, NOT_TRUSTED_REMEDY),
    64: (WRONG_HOST, NOT_TRUSTED_REMEDY),
}
"""What OpenSSL calls these troubles."""


def why_not_trusted(profile: Profile) -> Unavailable:
    """Answer the sentence about a certificate that was refused; nothing is told to the server."""
    try:
        _greet(profile)
    except ssl.SSLCertVerificationError as error:
        return Unavailable(*_FOUND.get(error.verify_code, (NOT_TRUSTED, NOT_TRUSTED_REMEDY)))
    except OSError:
        pass
    return Unavailable(NOT_TRUSTED, NOT_TRUSTED_REMEDY)


def _greet(profile: Profile) -> None:
    context = ssl.create_default_context(cafile=profile.ca_file)
    # The library that connects does not ask for more than the standard, either.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    with socket.create_connection((profile.host, profile.port), _PATIENCE) as plain:
        plain.sendall(_PLEASE_TLS)
        if plain.recv(1) == b"S":
            context.wrap_socket(plain, server_hostname=profile.host).close()
