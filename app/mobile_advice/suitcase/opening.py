"""Opening a suitcase: the same office program, on what a tour took along."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from sqlalchemy import func, select

from app.admin.local_office import LocalOffice
from app.admin.opening import open_office
from app.admin.rules import BackupReason, Damaged, WaysIn
from app.errors import Unavailable
from app.mobile_advice.suitcase.limits import limits
from app.mobile_advice.suitcase.places import (
    folder_of,
    keep_label,
    key_of,
    left_open,
    proved_label,
    put_away,
    unpack,
)
from app.mobile_advice.suitcase.rules import (
    CLOCK_BACK,
    CLOCK_BACK_REMEDY,
    EXPIRED,
    EXPIRED_REMEDY,
    is_clock_back,
    is_over,
)
from db.admin import AuditLine
from db.keys import read_keys
from db.suitcase import Suitcase
from db.suitcase_base import count_changes
from db.suitcase_file import ALTERED, ALTERED_REMEDY, read_label, write_suitcase
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.admin.rules import BackupFacts
    from db.suitcase_file import Label

_log = logging.getLogger(__name__)


class Expired(Unavailable):
    """The last day of a suitcase is over: it is returned or wiped, not worked in."""


@dataclass(frozen=True, slots=True)
class SuitcaseFacts:
    """What the window says of an open suitcase."""

    id: UUID
    tour_day_id: UUID
    tour: str
    day: str
    """ISO date."""
    packed_by: str
    expires_at: datetime
    """Aware."""


class SuitcaseOffice(LocalOffice):
    """An open suitcase: an office that ends, and that is put back into its file when closed."""

    file: Path
    label: Label
    facts: SuitcaseFacts
    is_for_return = False

    def back_up_if_due(self, reason: BackupReason = BackupReason.SCHEDULE) -> BackupFacts | None:
        """Make none: a suitcase holds only what the tour needs, and once only."""
        del reason
        return None

    def _need_open(self) -> None:
        super()._need_open()
        if hasattr(self, "facts") and self._clock() >= self.facts.expires_at:
            raise Expired(EXPIRED, EXPIRED_REMEDY)

    def close(self) -> None:
        """Count what is to come back, then close as any office."""
        if not self._is_closed and hasattr(self, "label"):
            self.label = self._used()
        super().close()

    def _used(self) -> Label:
        with self._reader.connect() as connection:
            changes = count_changes(connection)
        seen = max(self._clock(), datetime.fromisoformat(self.label.seen_at)).isoformat()
        return replace(self.label, changes=changes, seen_at=seen, times=self.label.times + 1)

    def _seal(self) -> None:
        """Put the closed database back into the file while nobody else can open it."""
        super()._seal()
        if not hasattr(self, "label"):
            return
        try:
            self._put_back()
        except OSError as error:
            # The folder beside the file is newer now, and the next start goes on in it.
            _log.warning("The suitcase was not put back: %s", error.strerror)

    def _put_back(self) -> None:
        place = self._place
        if place.wal.exists() and place.wal.stat().st_size:
            return
        keys = read_keys(place.keys)
        write_suitcase(self.file, place.database, keys, self.label, self._key)
        put_away(place.path)


def open_suitcase(
    file: Path, passphrase: str, *, clock: Callable[[], datetime] | None = None
) -> SuitcaseOffice:
    """Open a suitcase for work on the way, as the person who packed it.

    Raises `Refused` for a wrong passphrase, `Expired` after its last day, `Damaged` when it was
    altered, `Unavailable` when the clock was set back or the file cannot be had.
    """
    now = clock or _now
    with plain_trouble(file.parent):
        need_time(read_label(file), now())
    return open_with_key(file, key_of(file, passphrase), clock=now)


def ways_into_suitcase(file: Path) -> WaysIn:
    """Answer how a suitcase is opened; raises `Expired` and others as `open_suitcase` does."""
    with plain_trouble(file.parent):
        need_time(read_label(file), _now())
    return WaysIn(keyring=False, passphrase=True, recovery=False, is_demo=False, is_suitcase=True)


def open_with_key(
    file: Path, key: bytes, *, clock: Callable[[], datetime] | None = None
) -> SuitcaseOffice:
    """Open a suitcase with its data key; raises as `open_suitcase` does."""
    now = clock or _now
    with plain_trouble(file.parent):
        label = proved_label(file, key)
        left = left_open(file, label)
        if left is None:
            unpack(file, label, folder_of(file))
        else:
            label = replace(label, times=left.times)
    return opened(file, key, label, folder_of(file), now)


def opened(
    file: Path, key: bytes, label: Label, folder: Path, clock: Callable[[], datetime]
) -> SuitcaseOffice:
    """Open the folder of a suitcase that was laid out; raises as `open_suitcase` does."""
    office = cast(
        "SuitcaseOffice", open_office(folder, key, who="", clock=clock, kind=SuitcaseOffice)
    )
    try:
        facts, seen = office.ask(_facts)
        seen = max(filter(None, (seen, datetime.fromisoformat(label.seen_at))))
        label = replace(label, seen_at=seen.isoformat())
        _need_same_end(facts, label)
        need_time(label, clock())
        with plain_trouble(folder):
            keep_label(folder, label)
    except BaseException:
        office.close()
        raise
    office.file, office.label = file, label
    office.facts = replace(facts, tour=label.tour, day=label.day)
    office.work_as(facts.packed_by)
    return office


def need_time(label: Label, now: datetime) -> None:
    """Raise `Expired` after the last day, `Unavailable` when the clock was set back."""
    expires, seen = (datetime.fromisoformat(text) for text in (label.expires_at, label.seen_at))
    if is_over(expires, now, seen):
        raise Expired(EXPIRED, EXPIRED_REMEDY)
    if is_clock_back(now, seen, limits().clock_minutes):
        raise Unavailable(CLOCK_BACK, CLOCK_BACK_REMEDY)


def _need_same_end(facts: SuitcaseFacts, label: Label) -> None:
    if facts.expires_at != datetime.fromisoformat(label.expires_at):
        raise Damaged(ALTERED, ALTERED_REMEDY)


def _facts(connection: Connection) -> tuple[SuitcaseFacts, datetime | None]:
    row = connection.execute(_OWN).one()
    seen = connection.scalar(_LATEST)
    facts = SuitcaseFacts(row.id, row.tour_day_id, "", "", row.made_by, row.expires_at)
    return facts, seen


def _now() -> datetime:
    return datetime.now(UTC)


_OWN = select(Suitcase.id, Suitcase.tour_day_id, Suitcase.made_by, Suitcase.expires_at)
_LATEST = select(func.max(AuditLine.at))
