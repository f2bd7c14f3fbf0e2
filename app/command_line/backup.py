"""`nahbar backup`: makes one verified backup file; works while the office is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.keys import find_key
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace

    from app.admin.offices import BackupFacts


def run(arguments: Namespace) -> Answer:
    """Back up an office; raises `Unavailable` when the disk is full, `Refused` for a wrong key."""
    key = find_key(arguments.office, arguments.key_file)
    facts = offices.back_up(arguments.office, key, arguments.file)
    said = _("The backup {file} was written and read back.").format(file=facts.file)
    return Answer(facts_of(facts), (said,))


def facts_of(backup: BackupFacts) -> dict[str, object]:
    """Answer what programs are told of a backup."""
    return {
        "file": str(backup.file),
        "at": backup.at.isoformat(),
        "bytes": backup.size,
        "schema": backup.schema,
        "counts": dict(backup.counts),
    }
