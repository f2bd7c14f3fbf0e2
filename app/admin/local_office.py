"""An open office on this computer: holds its lock, minds its backups, seals it at the end."""

from __future__ import annotations

import logging
import platform
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from app.admin.rules import BackupReason, Keeping
from app.errors import N_, Unavailable
from app.office import Act, Done, Office
from db.backup import Order, is_changed, list_backups, make_backup, newest_backup_at, thin_out
from db.keys import read_keys
from db.state import write_seal
from db.trouble import LOCKED, READ_ONLY_REMEDY, nearer_cause
from db.who_locks import locker_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from app.admin.rules import BackupFacts
    from db.folder import OfficeFolder
    from db.lock import OfficeLock
    from db.moved_mark import MovedMark

T = TypeVar("T")
P = ParamSpec("P")

_log = logging.getLogger(__name__)


class LocalOffice(Office):
    """An office in a folder of this computer."""

    def __init__(
        self,
        engine: Engine,
        place: OfficeFolder,
        key: bytes,
        *,
        who: str,
        clock: Callable[[], datetime],
        lock: OfficeLock | None,
        checked_at: datetime,
    ) -> None:
        """Stand on an opened engine; without a lock the office can only be read."""
        super().__init__(engine, who=who, clock=clock)
        self.folder = place.path
        self.is_read_only = lock is None
        self.is_demo = place.is_demo
        self.moved_to: Unavailable | None = None
        """Says where an office went that was moved to a server; it can only be read here."""
        self.second_backup_folder: Path | None = None
        """Where each backup is copied to as well; set from the settings."""
        self._place = place
        self._key = key
        self._lock = lock
        self._is_closed = False
        self._checked_at = checked_at
        self._keeping = Keeping()

    @property
    def key(self) -> bytes:
        """The data key, for what else is done with the files of an open office."""
        return self._key

    def ask(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question as `Office.ask` does, as long as the office is open."""
        self._need_open()
        return super().ask(query, *args, **kwargs)

    def act(
        self, action: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Carry out an action as `Office.act` does; refuse plainly when only reading is possible.

        When another program keeps the file locked, the sentence names that program.
        """
        self._need_open()
        if self.moved_to is not None:
            raise self.moved_to
        if self.is_read_only:
            raise Unavailable(ONLY_READING, READ_ONLY_REMEDY)
        try:
            return super().act(action, *args, **kwargs)
        except Unavailable as trouble:
            raise self._explained(trouble) from trouble

    def back_up(self, reason: BackupReason = BackupReason.ASKED) -> BackupFacts:
        """Make a backup now and thin out the older ones; raises `Unavailable` or `Damaged`."""
        order = Order(self._clock(), reason, second=self.second_backup_folder)
        facts = make_backup(self._place, self._key, order)
        self._checked_at = datetime.now(UTC)
        thin_out(self._place.backups, read_keys(self._place.keys).office, self._keeping)
        return facts

    def back_up_if_due(self, reason: BackupReason = BackupReason.SCHEDULE) -> BackupFacts | None:
        """Make a backup when something changed and, on schedule, the last is old enough."""
        if self.is_read_only or self.is_demo or not self._is_due(reason):
            return None
        return self.back_up(reason) if is_changed(self._place, self._key) else None

    def backups(self) -> tuple[BackupFacts, ...]:
        """Answer the backups beside the office, newest first."""
        return list_backups(self._place)

    def newest_backup(self) -> datetime | None:
        """Answer when the newest backup was made (aware), for the status bar."""
        return newest_backup_at(self._place)

    def close(self) -> None:
        """Back up what changed, close every connection, seal the file and free the lock.

        A backup that fails does not keep the office open: it is logged, and the age of the
        last backup goes on showing it.
        """
        if self._is_closed:
            return
        self._is_closed = True
        if self._lock is None:
            super().close()
            return
        try:
            self._back_up_at_close()
        finally:
            super().close()
            self._seal()
            self._lock.release()
            self._key = b""

    def _need_open(self) -> None:
        """Keep a late question from opening the file again, which nobody has locked now."""
        if self._is_closed:
            raise Unavailable(CLOSED)

    def _explained(self, trouble: Unavailable) -> Unavailable:
        """Say who keeps the file locked, or what is wrong with the disk, where that is known."""
        program = locker_of(self._place) if trouble.problem.message == LOCKED else ""
        if program:
            return Unavailable(LOCKED_BY, trouble.remedy.message, program=program)
        return nearer_cause(trouble, self.folder)

    def _is_due(self, reason: BackupReason) -> bool:
        newest = self.newest_backup()
        if reason is not BackupReason.SCHEDULE or newest is None:
            return True
        age: timedelta = self._clock() - newest
        return age.total_seconds() >= self._keeping.every_minutes * 60

    def _back_up_at_close(self) -> None:
        try:
            self.back_up_if_due(BackupReason.CLOSE)
        except Unavailable as trouble:
            _log.warning("No backup at close: %s", trouble)

    def _seal(self) -> None:
        try:
            write_seal(self._place, self._checked_at)
        except OSError as error:
            # Without a seal the next start reads the whole file: slower, never wrong.
            _log.warning("No seal at close: %s", error.strerror)


def was_moved(mark: MovedMark) -> Unavailable:
    """Answer the sentence about an office that was moved to a server."""
    host, day = mark.host or platform.node(), mark.at[:10]
    return Unavailable(MOVED, MOVED_REMEDY, host=host, database=mark.database, day=day)


MOVED = N_("This office was moved to the server {host} (database {database}) on {day}.")
MOVED_REMEDY = N_("Work there: join it with its connection profile. Here it can only be read.")
CLOSED = N_("The office is locked.")
ONLY_READING = N_("This office can only be read, so nothing can be saved.")
LOCKED_BY = N_("The program {program} is using the office file.")
