"""The confirmation before anything is deleted: typed, with a fresh backup, archived where due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from datetime import datetime

FRESH = timedelta(hours=1)
"""How old the backup may be that is made before a deletion."""

TYPE_THE_NUMBER = N_("Type {count} to confirm: that is how many entries go.")
NO_FRESH_BACKUP = N_("Make a backup first: the newest one is older than an hour.")
NO_ARCHIVE = N_("Choose a folder for the archive files: here nothing goes before it is archived.")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What somebody typed and did before a deletion."""

    typed: str
    count: int
    """How many entries go."""
    backup_at: datetime | None
    """When the newest backup was made and read back whole (aware)."""
    archive: str = ""
    """Folder of the archive files; "" for none."""


def check_confirmation(
    confirmation: Confirmation, now: datetime, *, archive_first: bool
) -> tuple[Problem, ...]:
    """Answer what is missing before anything may go."""
    problems = []
    if confirmation.typed.strip() != str(confirmation.count):
        problems.append(Problem(TYPE_THE_NUMBER, "typed", {"count": confirmation.count}))
    made = confirmation.backup_at
    if made is None or not timedelta(0) <= now - made <= FRESH:
        problems.append(Problem(NO_FRESH_BACKUP, "backup_at"))
    if archive_first and not confirmation.archive:
        problems.append(Problem(NO_ARCHIVE, "archive"))
    return tuple(problems)
