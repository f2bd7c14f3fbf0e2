"""Copies the tables of an office in a file into a database of a server, part by part.

Each part is one transaction that also keeps, in `sec.moved_part`, which rows it held and what
their sums are: a part is there whole, once, or not at all. Foreign keys are not looked at row by
row: they are counted through at the end, table by table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from db.lines import BETWEEN, NOTHING, Sums, as_copied, local_line, real, server_sums, sums_of
from db.tables import metadata
from db.word_index import Worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Table

    from db.lines import Raw

ROWS = 20_000
"""Rows of one part, at most."""
CHARACTERS = 16_000_000
"""Characters after which a part ends with the row that they are in."""
_FORM = "(FORMAT text, DELIMITER E'\\x1f', NULL E'\\x1e')"
_KEEP = (
    "INSERT INTO sec.moved_part VALUES (%s, %s, (SELECT count(*) FROM sec.moved_part"
    " WHERE office = %s AND table_name = %s), %s, %s, %s, %s, %s)"
)
_PARTS = (
    "SELECT first_row, last_row, rows, left_sum, right_sum FROM sec.moved_part"
    " WHERE office = %s AND table_name = %s ORDER BY number"
)
_NOTE = ("serial", "text", "author", "medium", "topics")


class Part(NamedTuple):
    """Rows of a table that were brought together."""

    first: int
    last: int
    sums: Sums


class Strange(ValueError):  # noqa: N818 - it names a row, not a fault of the program
    """A row that holds a character that no form lets through; it cannot be written as a line."""

    def __init__(self, table: str, row: int) -> None:
        """Name the row by its table and its number in the file."""
        super().__init__(f"{table} {row}")
        self.table, self.row = table, row


class Source:
    """The tables of a file, as they stand at one moment; `driver` is its raw connection."""

    def __init__(self, driver: Raw) -> None:
        """Hold the moment fast until `close`."""
        self._driver = driver
        driver.create_function("nahbar_real", 1, real, deterministic=True)
        driver.execute("BEGIN")

    def close(self) -> None:
        """Let the moment go, and the connection."""
        self._driver.close()

    def value(self, question: str) -> Any:  # noqa: ANN401 - whatever the column holds
        """Answer the one value that a question has."""
        row = self._driver.execute(question).fetchone()
        return None if row is None else row[0]

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """Answer the rows of a question."""
        found: list[tuple[Any, ...]] = self._driver.execute(question).fetchall()
        return found

    def sums(self, table: Table, part: Part) -> Sums:
        """Answer the sums of what stands in the place of a part now."""
        return sums_of(line for _row, line, *_rest in self._lines(table, part.first, part.last))

    def parts(self, table: Table, after: int) -> Iterator[list[tuple[Any, ...]]]:
        """Answer the rows behind a row in parts: number in the file, line, and more of notes."""
        part: list[tuple[Any, ...]] = []
        size = 0
        for row in self._lines(table, after + 1, _LAST):
            part.append(row)
            size += len(row[1])
            if len(part) >= ROWS or size >= CHARACTERS:
                yield part
                part, size = [], 0
        if part:
            yield part

    def _lines(self, table: Table, first: int, last: int) -> Iterator[tuple[Any, ...]]:
        more = "".join(f', "{name}"' for name in _NOTE) if table.name == "note" else ""
        question = (
            f"SELECT rowid, {local_line(list(table.c))}{more} FROM {table.name}"
            " WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        )
        found: Iterator[tuple[Any, ...]] = self._driver.execute(question, (first, last))
        return found


_LAST = 2**63 - 1


class Target:
    """The database of a server, through the raw connection of who looks after it."""

    def __init__(self, driver: Raw, office: str) -> None:
        """Bring rows of the office with this key."""
        self._driver = driver
        self._office = office

    def known(self, table: Table) -> list[Part]:
        """Answer the parts of a table that are there already."""
        found = self._driver.execute(_PARTS, (self._office, table.name)).fetchall()
        return [Part(row[0], row[1], Sums(row[2], int(row[3]), int(row[4]))) for row in found]

    def bring(self, table: Table, rows: Sequence[tuple[Any, ...]]) -> Part:
        """Bring one part, whole or not at all; raises `Strange`."""
        lines = [row[1] for row in rows]
        part = Part(rows[0][0], rows[-1][0], sums_of(lines))
        _need_plain(table, rows)
        with self._driver.transaction(), self._driver.cursor() as cursor:
            # Lines of the audit and checks of each row would take longer than all the rest.
            cursor.execute("SET LOCAL session_replication_role = replica")
            named = ", ".join(f'"{column.name}"' for column in table.c)
            self._copy(cursor, f"{table.name} ({named})", map(as_copied, lines))
            if table.name == "note":
                self._copy(cursor, "note_words (serial, words)", map(_words, rows))
            of = (self._office, table.name)
            cursor.execute(_KEEP, (*of, *of, part.first, part.last, *part.sums))
        return part

    def sums(self, table: Table, where: str = "true") -> Sums:
        """Answer the sums of a table."""
        row = self._driver.execute(server_sums(table, where)).fetchone()
        return Sums(row[0], int(row[1]), int(row[2]))

    def _copy(self, cursor: Raw, into: str, lines: Iterator[str]) -> None:
        with cursor.copy(f"COPY public.{into} FROM STDIN WITH {_FORM}") as copy:
            copy.write("".join(f"{line}\n" for line in lines))


def copied_tables() -> tuple[Table, ...]:
    """Answer the tables that are brought row by row, in the order of their foreign keys.

    Colleagues are not: some are on the server already, with their logins.
    """
    return tuple(table for table in metadata.sorted_tables if table.name != "member")


def lost_keys(driver: Raw) -> list[str]:
    """Answer the foreign keys of the server that lead nowhere, as "table.column"."""
    lost = []
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            name, target = key.parent.name, key.column.table.name
            question = (
                f"SELECT EXISTS (SELECT FROM public.{table.name} t WHERE t.{name} IS NOT NULL"
                f" AND NOT EXISTS (SELECT FROM public.{target} o WHERE o.id = t.{name}))"
            )
            if driver.execute(question).fetchone()[0]:
                lost.append(f"{table.name}.{name}")
    return lost


def _need_plain(table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    wanted = len(table.c) - 1
    for row in rows:
        if row[1].count(BETWEEN) != wanted or "\0" in row[1]:
            raise Strange(table.name, row[0])


def _words(row: tuple[Any, ...]) -> str:
    """Answer the line of a note in the index of words."""
    words = Worded._make(row[2:]).words.split(" ")
    quoted = " ".join("'" + word.replace("'", "''").replace("\\", "\\\\") + "'" for word in words)
    return as_copied(f"{row[2]}{BETWEEN}{quoted if words != [''] else ''}")


__all__ = ["NOTHING", "Part", "Source", "Strange", "Target", "copied_tables", "lost_keys"]
