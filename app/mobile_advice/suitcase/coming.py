"""Reading a suitcase that came back: which of its rows are new or changed, nothing written yet."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import func, select

from app.admin.opening import open_office
from app.mobile_advice.suitcase.opening import SuitcaseOffice
from app.mobile_advice.suitcase.places import (
    aside_of,
    folder_of,
    key_of,
    left_open,
    proved_label,
    unpack,
)
from app.mobile_advice.suitcase.receipts import trail_of
from db.drafts import Draft
from db.suitcase import Suitcase
from db.suitcase_base import changes
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy import Connection

    from db.suitcase_base import Change, Trail
    from db.suitcase_file import Label


@dataclass(frozen=True, slots=True)
class Coming:
    """A suitcase that lies on the table: what it says of itself, and what is new in it."""

    file: Path
    suitcase_id: UUID
    file_id: str
    tour: str
    day: str
    packed_by: str
    changes: tuple[Change, ...]
    unfinished: int = 0
    """Forms that were begun on the way and not saved: they do not come along."""
    trail: Trail = ()
    """What was done in this copy: by it a return is told apart from that of another copy."""


def read_coming(
    file: Path, passphrase: str, *, clock: Callable[[], datetime] | None = None
) -> Coming:
    """Read a suitcase, also one that has expired; it stays as it is.

    What a killed program left beside the file counts as well. Raises `Refused` for a wrong
    passphrase, `Damaged` when it was altered, `Unavailable` when it cannot be read.
    """
    now = clock or _now
    with plain_trouble(file.parent):
        key = key_of(file, passphrase)
        label = proved_label(file, key)
        if left_open(file, label) is not None:
            return _read(file, key, label, folder_of(file), now)
        with tempfile.TemporaryDirectory(prefix=aside_of(label.file_id)) as aside:
            # Encrypted with its own key as it came; the file itself is not touched.
            folder = Path(aside) / "office"
            unpack(file, label, folder)
            return _read(file, key, label, folder, now)


def _read(
    file: Path, key: bytes, label: Label, folder: Path, clock: Callable[[], datetime]
) -> Coming:
    office = cast(
        "SuitcaseOffice", open_office(folder, key, who="", clock=clock, kind=SuitcaseOffice)
    )
    try:
        suitcase_id, who = office.ask(_own)
        trail = office.ask(trail_of)
        found = tuple(change._replace(trail=trail) for change in office.ask(_changes))
        unfinished = office.ask(_unfinished)
    finally:
        office.close()
    told = (label.file_id, label.tour, label.day, who)
    return Coming(file, suitcase_id, *told, found, unfinished, trail)


def _own(connection: Connection) -> tuple[UUID, str]:
    row = connection.execute(select(Suitcase.id, Suitcase.made_by)).one()
    return row.id, row.made_by


def _changes(connection: Connection) -> tuple[Change, ...]:
    return tuple(changes(connection))


def _unfinished(connection: Connection) -> int:
    return connection.execute(_DRAFTS).scalar_one()


_DRAFTS = select(func.count()).select_from(Draft)


def _now() -> datetime:
    return datetime.now(UTC)
