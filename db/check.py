"""Looking through a whole office file: are all pages as they were written, and what is in it?"""

from __future__ import annotations

import re
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as cipher

from app.admin.rules import Damaged
from app.errors import N_
from db.session import Mode, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_NAMED = 5
_UNFOUND = (
    "SELECT count(*) FROM note LEFT JOIN note_words ON note_words.rowid = note.serial"
    " WHERE note_words.rowid IS NULL"
)


def damaged_pages(connection: Any) -> tuple[int, ...]:  # noqa: ANN401 - the driver has no types
    """Answer the numbers of the pages whose seal is broken (reads the whole file)."""
    # Pages torn by a power cut are whole in the log: only what is left after it counts.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    found = [re.search(r"page (\d+)", row[0]) for row in rows]
    return tuple(int(match[1]) if match else 0 for match in found)


def is_sound(connection: Any) -> bool:  # noqa: ANN401 - the driver has no types
    """Answer whether tables and indexes agree with each other."""
    try:
        rows = connection.execute("PRAGMA integrity_check(1)").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
    except cipher.DatabaseError:
        return False
    return [tuple(row) for row in rows] == [("ok",)] and orphans is None


def counts_of(connection: Any) -> dict[str, int]:  # noqa: ANN401 - the driver has no types
    """Answer how many rows each table has.

    Those of PSP groups are left out: a backup says its counts in plain words, to anybody.
    """
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\' AND name NOT LIKE 'psp\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - a name from the schema
        for (name,) in names
        if name != "alembic_version"
    }


def unfound_notes(connection: Any) -> int:  # noqa: ANN401 - the driver has no types
    """Answer how many notes the index of words lacks: a search would not find them."""
    row = connection.execute(_UNFOUND).fetchone()
    return int(row[0])


def schema_version(connection: Any) -> str:  # noqa: ANN401 - the driver has no types
    """Answer the schema's version, or "" when there is none."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except cipher.OperationalError:
        return ""
    return str(row[0]) if row else ""


def is_damage(error: BaseException | None) -> bool:
    """Answer whether an error of the driver says that pages are not as they were written."""
    return any(sign in str(error) for sign in ("not a database", "malformed"))


def need_whole_pages(file: Path, key: bytes, mode: Mode = "rw") -> None:
    """Read the whole file; raise `Damaged` that names the pages that are not as written."""
    with _opened(file, key, mode) as connection:
        _need_pages(connection)


def need_sound(file: Path, key: bytes, mode: Mode = "rw") -> None:
    """Raise `Damaged` unless all pages are as written and tables and indexes agree."""
    with _opened(file, key, mode) as connection:
        _need_pages(connection)
        if not is_sound(connection):
            raise Damaged(DAMAGED, RESTORE)


@contextmanager
def _opened(file: Path, key: bytes, mode: Mode) -> Iterator[Any]:
    try:
        connection = connect(file, key, mode)
    except cipher.DatabaseError as error:
        if not is_damage(error):
            raise
        raise Damaged(DAMAGED_PAGES, RESTORE, pages="1") from error
    with closing(connection):
        yield connection


def _need_pages(connection: Any) -> None:  # noqa: ANN401 - the driver has no types
    pages = damaged_pages(connection)
    if pages:
        raise Damaged(DAMAGED_PAGES, RESTORE, pages=_named(pages))


def _named(pages: tuple[int, ...]) -> str:
    more = " …" if len(pages) > _MOST_NAMED else ""
    return ", ".join(map(str, pages[:_MOST_NAMED])) + more


DAMAGED = N_("The office file is damaged.")
DAMAGED_PAGES = N_("The office file is damaged (page {pages}).")
RESTORE = N_("Restore the newest backup. The damaged file is kept.")
