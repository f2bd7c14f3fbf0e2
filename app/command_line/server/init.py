"""`nahbar server init`: makes a shared office in a database, or completes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.rules import NewOffice
from app.command_line.answer import Answer
from app.command_line.server.passwords import owner_password
from app.server.actions import WHO, set_up
from app.server.queries import has_administrator
from db.owner import owner_connection
from resources.text import _, say

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> Answer:
    """Set up; raises `Refused` for a wrong name, `Unavailable` when the server says no."""
    new = NewOffice(arguments.name, arguments.country.upper(), who=WHO)
    with owner_connection(arguments.db, owner_password) as connection:
        done = [say(problem) for problem in set_up(connection, new)]
        if not has_administrator(connection):
            done.append(_("Let the first colleague in with: nahbar server add-person"))
    return Answer({"done": done}, tuple(done))
