"""`nahbar server profile`: writes the connection profile that colleagues open; no secret in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.letter import write_file
from app.command_line.server.passwords import owner_password
from app.errors import N_, Problem, Refused, Unavailable
from app.server.actions import need_set_up
from app.server.queries import office_name
from app.server.rules.profile import PORT, Profile, check_profile
from app.server.rules.profile_file import write_profile
from db.owner import owner_connection, owner_way
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

NO_CA_FILE = N_("The file {file} cannot be read.")
NOT_A_CA = N_("The file {file} holds no certificate in PEM form.")
HOLDS_A_KEY = N_("The file {file} holds a private key. Give the certificate alone.")


def run(arguments: Namespace) -> Answer:
    """Write a profile; raises `Refused` when others could not use it safely."""
    way = owner_way(arguments.db)
    with owner_connection(arguments.db, owner_password) as connection:
        need_set_up(connection)
        name = office_name(connection)
        database = connection.exec_driver_sql("SELECT current_database()").scalar_one()
    profile = Profile(
        name,
        arguments.host or way.get("host", ""),
        database,
        port=arguments.port or int(way.get("port", PORT)),
        ca=_certificate(arguments.ca) if arguments.ca else "",
        replica=arguments.replica,
        replica_port=arguments.replica_port,
    )
    if problems := check_profile(profile):
        raise Refused(*problems)
    write_file(arguments.out, write_profile(profile).encode())
    said = _("The profile of {name} stands in {file}. It holds no secret.")
    facts = {"file": str(arguments.out), "name": name, "host": profile.host}
    return Answer(facts, (said.format(name=name, file=arguments.out),))


def _certificate(file: Path) -> str:
    try:
        text = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable(NO_CA_FILE, file=str(file)) from error
    if "PRIVATE KEY" in text:
        raise Refused(Problem(HOLDS_A_KEY, "ca", {"file": str(file)}))
    if "BEGIN CERTIFICATE" not in text:
        raise Refused(Problem(NOT_A_CA, "ca", {"file": str(file)}))
    return text
