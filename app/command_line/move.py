"""`nahbar move`: brings an office to a server, or from a server into a new folder."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.keys import find_key
from app.command_line.person import who_works_here
from app.command_line.server.passwords import owner_password
from app.moving.from_server import move_to_folder
from app.moving.places import address_of, is_profile
from app.moving.rules import suggested_login
from app.moving.to_server import move_to_server
from db.folder import OfficeFolder
from db.owner import owner_driver
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace

    from app.moving.rules import Moved, Progress

_EVERY_S = 0.2


def run(arguments: Namespace) -> Answer:
    """Move; raises `Refused` or `Unavailable` as the move does, and can be called again."""
    if _is_server(arguments.what):
        return _to_folder(arguments.what, Path(arguments.to))
    return _to_server(Path(arguments.what), arguments)


def _is_server(what: str) -> bool:
    return is_profile(what) or "=" in what or "://" in what


def _to_server(office: Path, arguments: Namespace) -> Answer:
    key = find_key(office, arguments.key_file)
    with address_of(arguments.to) as address, owner_driver(address, owner_password) as driver:
        done = move_to_server(office, key, driver, _Line().tell, who_works_here())
    lines = [
        *_counts(done),
        _("The office {name} is on the server now. Its folder {folder} can only be read.").format(
            name=done.name, folder=OfficeFolder.of(office).path
        ),
    ]
    for name, role in done.without_login:
        lines.append(_("{name} has no login yet; let them in with:").format(name=name))
        login = suggested_login(name)
        lines.append(f'  nahbar server add-person --login {login} --name "{name}" --role {role}')
    return Answer(
        {**_facts(done), "without_login": [n for n, _r in done.without_login]}, tuple(lines)
    )


def _to_folder(server: str, folder: Path) -> Answer:
    with address_of(server) as address, owner_driver(address, owner_password) as driver:
        made, done = move_to_folder(driver, folder, _Line().tell, who_works_here())
    lines = (
        *_counts(done),
        _("A copy of the office {name} is in {folder} now; the one on the server goes on.").format(
            name=done.name, folder=made.folder
        ),
        _("Recovery key, shown this once: {key}").format(key=made.recovery_key),
    )
    facts = {**_facts(done), "folder": str(made.folder), "recovery_key": made.recovery_key}
    return Answer(facts, lines)


def _counts(done: Moved) -> list[str]:
    said = _("{rows} rows of {tables} tables came and were compared row by row.")
    filled = sum(1 for rows in done.tables.values() if rows)
    return [said.format(rows=f"{done.rows:,}".replace(",", "\u202f"), tables=filled)]


def _facts(done: Moved) -> dict[str, object]:
    return {"office": done.name, "rows": done.rows, "tables": dict(done.tables)}


class _Line:
    """One line at the terminal that says how far it is; silent where nobody sees it."""

    def __init__(self) -> None:
        self._is_seen = sys.stderr.isatty()
        self._next = 0.0

    def tell(self, progress: Progress) -> None:
        """Say how far it is, a few times a second."""
        now = time.monotonic()
        is_last = progress.done >= progress.of_all
        if not self._is_seen or (now < self._next and not is_last):
            return
        self._next = now + _EVERY_S
        share = 100 * progress.done // max(progress.of_all, 1)
        end = "\n" if is_last else ""
        sys.stderr.write(f"\r{_(progress.step.value)}: {share} %   {end}")
        sys.stderr.flush()
