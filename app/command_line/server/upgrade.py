"""`nahbar server upgrade`: brings a shared office to this version, after a backup."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.server.passwords import owner_password
from app.errors import N_, Problem, Refused
from app.server.actions import upgrade
from db.owner import owner_connection
from resources.text import _, say

if TYPE_CHECKING:
    from argparse import Namespace

NO_BACKUP = N_(
    "First make a backup of the database, such as with pg_dump, and look whether it can be read. "
    "Then say so with --backup-done. Nothing was changed."
)


def run(arguments: Namespace) -> Answer:
    """Upgrade; raises `Refused` without a backup, `Unavailable` when the server says no."""
    if not arguments.backup_done and not _says_yes():
        raise Refused(Problem(NO_BACKUP))
    with owner_connection(arguments.db, owner_password) as connection:
        done = [say(problem) for problem in upgrade(connection)]
    return Answer({"done": done}, tuple(done))


def _says_yes() -> bool:
    if not sys.stdin.isatty():
        return False
    word = _("yes")
    question = _("Is there a backup of this database that can be read? Type {yes}:")
    return input(question.format(yes=word) + " ").strip().casefold() in {word, "yes"}
