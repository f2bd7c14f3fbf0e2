"""Moving an office from a folder to a server: resumed after a kill, compared at the end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.admin.offices import open_office
from app.errors import Problem, Refused, Unavailable
from app.moving.rules import (
    ALREADY,
    BUSY,
    BUSY_REMEDY,
    DIFFERENT,
    LOST_KEYS,
    NOT_EMPTY,
    OTHER_OFFICE,
    OTHER_SCHEMA,
    OTHER_SCHEMA_REMEDY,
    STRANGE,
    Moved,
    Progress,
    Step,
)
from db.folder import OfficeFolder
from db.lines import Sums
from db.moved_mark import MovedMark, write_mark
from db.owner import need_superuser_of
from db.schema import SCHEMA_HEAD
from db.server import moved
from db.server.colleagues import bring_members
from db.server.copying import Source, Strange, Target, copied_tables, lost_keys
from db.session import connect
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Table

    from db.lines import Raw

WHO = "nahbar move"
"""Under whose name the server's audit keeps what came."""
_CARD = "SELECT id FROM office"
_NAME = "SELECT name FROM office"
_KEPT = "id <> ALL ((SELECT kept_lines FROM sec.moved WHERE office = '{office}')::uuid[])"
_LINE = (
    "INSERT INTO public.audit_line (id, at, who, action, feature, touched)"
    " VALUES (%s, now(), %s, 'move_office', 'admin', %s)"
)


def move_to_server(
    folder: Path,
    key: bytes,
    driver: Raw,
    told: Callable[[Progress], None],
    who: str = WHO,
) -> Moved:
    """Bring an office to the database that `driver`, a superuser's raw connection, leads to.

    `told` hears how far it is and may raise to stop: what came is kept, and the next call goes
    on from there. Raises `Refused` when the office came already or another one is there,
    `Unavailable` when one of both cannot be had.
    """
    place = OfficeFolder.of(folder)
    need_superuser_of(driver)
    if not moved.prepare(driver):
        raise Unavailable(BUSY, BUSY_REMEDY)
    office = open_office(place.path, key, who=who)
    try:
        if office.moved_to is not None:
            raise office.moved_to
        with plain_trouble(place.path):
            source = Source(connect(place.database, office.key, "ro"))
            try:
                done = _Move(source, driver, told).run(place)
            finally:
                source.close()
    finally:
        office.close()
    _mark(place, driver, who)
    return done


class _Move:
    """One run of a move."""

    def __init__(self, source: Source, driver: Raw, told: Callable[[Progress], None]) -> None:
        self._source, self._driver, self._told = source, driver, told
        self._office = str(UUID(source.value(_CARD)))
        self._name = str(source.value(_NAME))
        self._target = Target(driver, self._office)
        self._done = 0
        self._of_all = sum(int(source.value(_count(table))) for table in copied_tables())

    def run(self, place: OfficeFolder) -> Moved:
        """Bring everything that is not there yet, and compare it all."""
        self._begin(place)
        known = {table.name: self._target.known(table) for table in copied_tables()}
        if not all(self._is_same(table, known[table.name]) for table in copied_tables()):
            moved.start_anew(self._driver, self._office)
            known, self._done = {}, 0
        sent = {
            table.name: self._copy(table, known.get(table.name, [])) for table in copied_tables()
        }
        moved.set_indexes(self._driver, self._office, self._indexing)
        self._compare(sent)
        return self._end({name: sums.rows for name, sums in sent.items()})

    def _begin(self, place: OfficeFolder) -> None:
        (schema,) = self._driver.execute(
            "SELECT version_num FROM public.alembic_version"
        ).fetchone()
        if schema != SCHEMA_HEAD:
            raise Unavailable(OTHER_SCHEMA, OTHER_SCHEMA_REMEDY, schema=schema)
        known = {move.office: move for move in moved.moves(self._driver)}
        own = known.get(self._office)
        if own is not None and own.ended_at is not None:
            _mark(place, self._driver, WHO)
            raise Refused(Problem(ALREADY, values={"day": own.ended_at.date().isoformat()}))
        for other in known.values():
            if other is not own:
                raise Refused(Problem(OTHER_OFFICE, values={"name": other.name}))
        if own is not None:
            moved.shut_out(self._driver)
            return
        if there := moved.in_the_way(self._driver):
            raise Refused(Problem(NOT_EMPTY, values={"tables": ", ".join(there)}))
        moved.begin(self._driver, self._office, self._name)

    def _is_same(self, table: Table, parts: list[Any]) -> bool:
        """Answer whether what came in earlier runs still stands in the file as it did."""
        for part in parts:
            self._tell(Step.LOOKING, part.sums.rows)
            if self._source.sums(table, part) != part.sums:
                return False
        return True

    def _copy(self, table: Table, known: list[Any]) -> Sums:
        sums = Sums()
        for part in known:
            sums = sums.plus(part.sums)
        last = known[-1].last if known else -(2**62)
        try:
            for rows in self._source.parts(table, last):
                sums = sums.plus(self._target.bring(table, rows).sums)
                self._tell(Step.COPYING, len(rows))
        except Strange as error:
            values = {"table": error.table, "row": error.row}
            raise Refused(Problem(STRANGE, values=values)) from error
        return sums

    def _compare(self, sent: dict[str, Sums]) -> None:
        different, self._done = [], 0
        for table in copied_tables():
            where = _KEPT.format(office=self._office) if table.name == "audit_line" else "true"
            if self._target.sums(table, where) != sent[table.name]:
                different.append(table.name)
            self._tell(Step.COMPARING, sent[table.name].rows)
        if different:
            raise Refused(Problem(DIFFERENT, values={"tables": ", ".join(different)}))

    def _end(self, rows: dict[str, int]) -> Moved:
        with self._driver.transaction():
            without = bring_members(self._driver, self._source)
            if lost := lost_keys(self._driver):
                raise Refused(Problem(LOST_KEYS, values={"keys": ", ".join(lost)}))
            touched = f'[["admin", "{self._office}"]]'
            self._driver.execute(_LINE, (uuid4(), WHO, touched))
            moved.end(self._driver, self._office, WHO, rows)
        return Moved(self._name, rows, without)

    def _indexing(self, done: int, of_all: int) -> None:
        self._told(Progress(Step.INDEXING, done, of_all))

    def _tell(self, step: Step, rows: int) -> None:
        self._done += rows
        self._told(Progress(step, self._done, self._of_all))


def _count(table: Table) -> str:
    return f"SELECT count(*) FROM {table.name}"  # noqa: S608 - names of models


def _mark(place: OfficeFolder, driver: Raw, who: str) -> None:
    info = driver.info
    at = datetime.now(UTC).isoformat()
    # A socket is a folder of this computer, which others would not know.
    host = "" if info.host.startswith("/") else info.host
    write_mark(place, MovedMark(host, info.dbname, at, who))
