"""`nahbar server end-person`: ends a colleague's access to a shared office at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.server.passwords import owner_password
from app.server.actions import end_person
from db.owner import owner_connection
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> Answer:
    """End a colleague's access; raises `Refused` when nobody has the login."""
    with owner_connection(arguments.db, owner_password) as connection:
        name = end_person(connection, arguments.login)
    said = _("{name} has no access any more; open windows were shut. What was written stays.")
    return Answer({"login": arguments.login, "name": name}, (said.format(name=name),))
