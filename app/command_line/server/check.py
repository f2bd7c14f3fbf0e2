"""`nahbar server check`: looks whether a shared office is set up as it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.exits import Exit
from app.command_line.server.passwords import owner_password
from app.errors import Problem
from app.server.actions import need_set_up
from db.owner import owner_connection
from db.server import check
from resources.text import _, say

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> Answer:
    """Check; the exit code says whether something must be done."""
    with owner_connection(arguments.db, owner_password) as connection:
        need_set_up(connection)
        findings = check(connection)
    told = [say(Problem(found.message, values={"what": found.what})) for found in findings]
    is_serious = any(found.is_serious for found in findings)
    facts = {"ok": not told, "serious": is_serious, "findings": told}
    if not told:
        return Answer(facts, (_("The server guards this office as it should."),))
    return Answer(facts, tuple(f"- {says}" for says in told), Exit.REFUSED)
