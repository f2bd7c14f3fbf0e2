"""`nahbar restore`: puts a verified backup into a folder; what was there is kept aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.backup import facts_of
from app.command_line.keys import find_key_of
from app.command_line.person import who_works_here
from app.errors import N_, Unavailable
from db.folder import OfficeFolder
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

NO_BACKUP = N_("There is no backup file {file}.")


def run(arguments: Namespace) -> Answer:
    """Restore a backup; raises before anything is touched when it is not whole."""
    file: Path = arguments.file
    folder: Path = arguments.dir
    if not file.is_file():
        raise Unavailable(NO_BACKUP, file=str(file))

    def key_source(keys: Path) -> bytes:
        return find_key_of(keys, arguments.key_file, demo_key=_demo_key(file, folder))

    facts = offices.restore(file, folder, key_source, who=who_works_here())
    return Answer(
        {"office": str(folder), **facts_of(facts)},
        (
            _("The backup was read and the office stands in {folder}.").format(folder=folder),
            _("It holds {clients} clients and {visits} visits.").format(
                clients=facts.clients, visits=facts.visits
            ),
        ),
    )


def _demo_key(file: Path, folder: Path) -> Path:
    """Answer where the key of a demo backup lies: in the folder, or where the backup was made."""
    homes = (folder, file.absolute().parent, file.absolute().parent.parent)
    keys = [OfficeFolder.of(home).demo_key for home in homes]
    return next((key for key in keys if key.is_file()), keys[0])
