"""Fetches the tables of an office on a server into a new file, in one moment of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.lines import Sums, local_line, local_value, real, server_sums, sums_of
from db.server.names import BACKUP
from db.tables import metadata
from db.word_index import Worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from db.lines import Raw

_AT_ONCE = 5_000
_SESSION = """
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL bytea_output = 'hex';
SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL search_path = pg_catalog;
SET LOCAL row_security = off;
"""
_SEES_ALL = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
_MAY_BACK_UP = f"""SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '{BACKUP}'
    AND pg_has_role(current_user, oid, 'MEMBER'))"""
_WORDS = "INSERT INTO note_words (rowid, words) VALUES (?, ?)"
_NOTES = "SELECT serial, text, author, medium, topics FROM note ORDER BY serial"


def sees_all(driver: Raw) -> bool:
    """Answer whether no policy hides anything from this login, or from what it may become.

    A member of the group of backups becomes that group: passing policies is not inherited.
    """
    if driver.execute(_SEES_ALL).fetchone()[0]:
        return True
    if not driver.execute(_MAY_BACK_UP).fetchone()[0]:
        return False
    driver.execute(f"SET ROLE {BACKUP}")
    return bool(driver.execute(_SEES_ALL).fetchone()[0])


class Fetching:
    """One moment of a server, in the transaction of its raw connection."""

    def __init__(self, driver: Raw) -> None:
        """Hold the moment fast; the transaction must be a new one."""
        self._driver = driver
        driver.execute(_SESSION)
        self.schema = str(self._value("SELECT version_num FROM public.alembic_version"))
        self.name = str(self._value("SELECT name FROM public.office"))
        self.country = str(self._value("SELECT country FROM public.office"))

    def count(self) -> int:
        """Answer how many rows all tables hold."""
        parts = (f"(SELECT count(*) FROM public.{table.name})" for table in metadata.sorted_tables)
        return int(self._value(f"SELECT {' + '.join(parts)}"))

    def begin(self, file: Raw) -> None:
        """Begin to fill a new file, which holds nothing but its own card yet."""
        file.create_function("nahbar_real", 1, real, deterministic=True)
        # Rows may point to later ones of the same table; all are looked at in the end.
        file.execute("PRAGMA foreign_keys = OFF")
        file.execute("BEGIN IMMEDIATE")
        for table in reversed(metadata.sorted_tables):
            file.execute(f"DELETE FROM {table.name}")

    def bring(self, table: Table, file: Raw) -> Iterator[int]:
        """Bring the rows of a table; answers how many, some thousands at a time."""
        columns = list(table.c)
        names = ", ".join(f'"{column.name}"' for column in columns)
        places = ", ".join("?" for _ in columns)
        insert = f"INSERT INTO {table.name} ({names}) VALUES ({places})"
        values = ", ".join(local_value(column) for column in columns)
        with self._driver.cursor(name=f"fetch_{table.name}") as cursor:
            order = ' ORDER BY "serial"' if "serial" in table.c else ""
            cursor.execute(f"SELECT {values} FROM public.{table.name}{order}")
            while rows := cursor.fetchmany(_many(table)):
                file.executemany(insert, rows)
                yield len(rows)

    def index(self, file: Raw) -> None:
        """Make the index of words of the notes."""
        found = file.execute(_NOTES)
        while rows := found.fetchmany(_AT_ONCE):
            file.executemany(_WORDS, [(row[0], Worded._make(row).words) for row in rows])

    def sums(self, table: Table, file: Raw) -> tuple[Sums, Sums]:
        """Answer the sums of a table in the file, and on the server."""
        line = local_line(list(table.c))
        ours = sums_of(row[0] for row in file.execute(f"SELECT {line} FROM {table.name}"))
        row = self._driver.execute(server_sums(table)).fetchone()
        return ours, Sums(row[0], int(row[1]), int(row[2]))

    def end(self, file: Raw) -> None:
        """Keep everything, if every key leads somewhere."""
        lost = file.execute("PRAGMA foreign_key_check").fetchall()
        if lost:
            message = f"keys that lead nowhere: {lost[:5]}"
            raise LookupError(message)
        file.execute("COMMIT")

    def _value(self, question: str) -> Any:  # noqa: ANN401 - whatever the column holds
        row = self._driver.execute(question).fetchone()
        return None if row is None else row[0]


def _many(table: Table) -> int:
    """Answer how many rows are held at once: few where one may be 10 MB."""
    has_files = any(column.type.python_type is bytes for column in table.c)
    return 10 if has_files else _AT_ONCE
