"""`nahbar server certificate`: makes the certificate of a server, for offices without their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.server.certificates import make_certificates
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> Answer:
    """Make certificates; raises `Refused` for a host that is none, `Unavailable` for the disk."""
    made = make_certificates(arguments.out, arguments.host, arguments.days)
    authority = (
        _("The authority {file} was made; keep its key {key} where nobody else comes.")
        if made.is_new
        else _("The authority {file} was there already and signed the certificate.")
    )
    lines = (
        authority.format(file=made.authority, key=made.authority_key),
        _("The certificate {file} with its key {key} belongs to the server.").format(
            file=made.certificate, key=made.key
        ),
        _("It holds until {day}.").format(day=made.until.date().isoformat()),
    )
    facts = {
        "authority": str(made.authority),
        "certificate": str(made.certificate),
        "key": str(made.key),
        "until": made.until.date().isoformat(),
    }
    return Answer(facts, lines)
