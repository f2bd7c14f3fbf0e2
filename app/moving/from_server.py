"""A new office in a folder, made of one on a server and compared with it row by row."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.admin.offices import create_office, open_office
from app.admin.rules import NewOffice
from app.errors import Problem, Refused, Unavailable
from app.moving.rules import (
    DIFFERENT,
    HIDDEN,
    HIDDEN_REMEDY,
    NO_FOLDER,
    OTHER_SCHEMA,
    OTHER_SCHEMA_REMEDY,
    Moved,
    Progress,
    Step,
)
from db.audit_chain import seal_all
from db.folder import OfficeFolder
from db.schema import SCHEMA_HEAD
from db.server.fetching import Fetching, sees_all
from db.session import connect
from db.tables import metadata
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.admin.rules import CreatedOffice
    from app.office import Act
    from db.lines import Raw

_UNFINISHED = ".coming"


def move_to_folder(
    driver: Raw,
    folder: Path,
    told: Callable[[Progress], None],
    who: str,
) -> tuple[CreatedOffice, Moved]:
    """Make an encrypted office in a new folder of everything that `driver` reads.

    The office on the server stays as it is. The new office has a new key, which only its new
    recovery key opens. Nothing is left in the folder when this does not come to its end.
    Raises `Refused` for a folder in use, `Unavailable` for a login that does not see everything.
    """
    if not sees_all(driver):
        raise Unavailable(HIDDEN, HIDDEN_REMEDY)
    if folder.exists() and any(folder.iterdir()):
        raise Refused(Problem(NO_FOLDER, "folder", {"folder": str(folder)}))
    coming = folder.absolute().with_name(f".{folder.name}{_UNFINISHED}")
    shutil.rmtree(coming, ignore_errors=True)
    try:
        with plain_trouble(), driver.transaction():
            made, done = _filled(driver, coming, told, who)
        with plain_trouble():
            if folder.exists():
                folder.rmdir()
            coming.rename(folder)
    except BaseException:
        shutil.rmtree(coming, ignore_errors=True)
        raise
    return type(made)(folder.absolute(), made.key, made.recovery_key), done


def _filled(
    driver: Raw,
    coming: Path,
    told: Callable[[Progress], None],
    who: str,
) -> tuple[CreatedOffice, Moved]:
    fetching = Fetching(driver)
    if fetching.schema != SCHEMA_HEAD:
        raise Unavailable(OTHER_SCHEMA, OTHER_SCHEMA_REMEDY, schema=fetching.schema)
    new = NewOffice(fetching.name, fetching.country, who=who)
    made = create_office(coming, new, passphrase=None, use_keyring=False)
    file = connect(OfficeFolder.of(coming).database, made.key)
    try:
        rows = _fetch(fetching, file, told)
    finally:
        file.close()
    # Opening and closing it looks through the whole file, as every start does.
    office = open_office(coming, made.key, who=who, clock=lambda: datetime.now(UTC))
    try:
        office.act(_seal_lines)
    finally:
        office.close()
    return made, Moved(fetching.name, rows)


def _seal_lines(act: Act) -> None:
    """Chain the lines that the server sealed in a chain of its own."""
    seal_all(act.session.connection())


def _fetch(fetching: Fetching, file: Raw, told: Callable[[Progress], None]) -> dict[str, int]:
    done, of_all = 0, fetching.count()
    fetching.begin(file)
    for table in metadata.sorted_tables:
        for rows in fetching.bring(table, file):
            done += rows
            told(Progress(Step.COPYING, done, of_all))
    fetching.index(file)
    found, done = {}, 0
    for table in metadata.sorted_tables:
        sums, theirs = fetching.sums(table, file)
        if sums != theirs:
            raise Refused(Problem(DIFFERENT, values={"tables": table.name}))
        found[table.name] = sums.rows
        done += sums.rows
        told(Progress(Step.COMPARING, done, of_all))
    fetching.end(file)
    return found
