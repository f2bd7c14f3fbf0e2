"""The connection to a shared office: where its server is, and whether the way there is safe."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TYPE_CHECKING

from app.access.rules.login import check_login
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from pathlib import Path

PORT = 5432
VERIFY_FULL = "verify-full"
"""The only mode that notices a listener and a fake server alike."""
_LOOPBACK_MODES = ("", "disable", "allow", "prefer", "require", "verify-ca", VERIFY_FULL)
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._:%-]{0,252})|::[A-Fa-f0-9.:]*|/[^\0,]{0,100}|")
_LAST_PORT = 65535
_LONGEST_DATABASE = 63

NO_HOST = N_("The profile does not name a server that could be called.")
NO_REPLICA = N_(
    "The profile names a server for big questions that cannot be called, or not in a safe way."
)
NO_PORT = N_("The profile names no port between 1 and 65535.")
NO_DATABASE = N_("The profile does not name a database.")
WEAK = N_(
    "The profile asks for a connection ({mode}) in which others could listen or play the server. "
    "Ask the administrator of the office for a profile with {wanted}."
)
NO_CA = N_(
    "The profile holds no certificate by which the server could be known. Ask the administrator "
    "of the office for a complete profile."
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Where a shared office is; nothing in it is secret."""

    name: str
    """What the office is called."""
    host: str
    """Name or address of the server; "" or a folder for a socket of this computer."""
    database: str
    port: int = PORT
    sslmode: str = ""
    """"" is as safe as it must be for the host."""
    ca: str = ""
    """The certificate authority of the server, as PEM text."""
    ca_file: Path | None = None
    """Where `ca` is kept on this computer, for the library that connects."""
    login: str = ""
    in_keyring: bool = False
    """Whether the password is remembered in the keyring of this computer."""
    replica: str = ""
    """Name or address of a server that follows this one and answers big questions, if any."""
    replica_port: int = 0
    """0 is the same as `port`."""

    @property
    def is_local(self) -> bool:
        """Whether nothing leaves this computer on the way to the server."""
        return is_loopback(self.host)

    @property
    def safe_mode(self) -> str:
        """How the way to the server is protected; off this computer there is no choice."""
        if not self.is_local:
            return VERIFY_FULL
        return self.sslmode or (VERIFY_FULL if self.ca or self.ca_file else "prefer")

    @property
    def of_replica(self) -> Profile | None:
        """The way to the server that follows this one, for the same login; None without one."""
        if not self.replica:
            return None
        port = self.replica_port or self.port
        return replace(self, host=self.replica, port=port, replica="", replica_port=0)


def is_loopback(host: str) -> bool:
    """Answer whether a host is this computer: a socket, localhost, or an address of its own."""
    if not host or host.startswith("/") or host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_profile(profile: Profile) -> tuple[Problem, ...]:
    """Answer everything that keeps a profile from being used."""
    problems = [*check_text(profile.name, "name", longest=NAME_LENGTH, required=True)]
    if not _HOST.fullmatch(profile.host):
        problems.append(Problem(NO_HOST, "host"))
    if not 0 < profile.port <= _LAST_PORT:
        problems.append(Problem(NO_PORT, "port"))
    wrong = check_text(profile.database, "database", longest=_LONGEST_DATABASE, required=True)
    if wrong or "=" in profile.database or ":" in profile.database:
        problems.append(Problem(NO_DATABASE, "database"))
    if profile.login:
        problems += check_login(profile.login)
    if (copy := profile.of_replica) and check_profile(copy):
        problems.append(Problem(NO_REPLICA, "replica"))
    return (*problems, *_check_safety(profile))


def _check_safety(profile: Profile) -> tuple[Problem, ...]:
    allowed = _LOOPBACK_MODES if profile.is_local else ("", VERIFY_FULL)
    if profile.sslmode not in allowed:
        values = {"mode": profile.sslmode, "wanted": VERIFY_FULL}
        return (Problem(WEAK, "sslmode", values),)
    if profile.safe_mode == VERIFY_FULL and not profile.ca and profile.ca_file is None:
        return (Problem(NO_CA, "ca"),)
    return ()
