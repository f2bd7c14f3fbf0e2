"""The restore drill: a backup is opened as an office of its own, looked through and thrown away.

Only a backup that was once restored is known to be one. Nothing of the live office is touched;
the copy lies in a private folder of the system and is gone when the drill is over.
"""

from __future__ import annotations

import tempfile
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.admin.office_settings import Setting, office_setting, save_office_setting
from app.admin.queries import office_card
from app.admin.ways_in import key_from_recovery
from app.errors import N_, Unavailable
from db.audit_chain import check_local_chain
from db.journal import Note
from db.letters import Letter
from db.people import Person
from db.restore import unpack, verify
from db.schema import migrate, need_known_schema
from db.session import open_engine
from db.trouble import plain_trouble
from db.visiting import Visit

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Act

EVERY_DAYS = 180
"""After so many days the window asks for the next drill."""
LAST_DRILL: Setting[dict[str, Any]] = Setting("last_drill", default={})
"""When a restore was last tried, by whom, and what the backup held: see `Drill`."""

NO_OFFICE = N_("The backup opens, but there is no office in it.")
TRY_ANOTHER = N_("Try an older backup, and make a new one.")
_COUNTS = tuple(select(func.count()).select_from(model) for model in (Person, Visit, Note, Letter))


@dataclass(frozen=True, slots=True)
class Drill:
    """What a drill found."""

    at: datetime
    """When it was tried (aware)."""
    backup_at: datetime
    """When the backup was made (aware)."""
    office: str
    people: int
    visits: int
    notes: int
    letters: int
    chain_is_whole: bool
    """Whether the audit lines in it fit one after the other."""
    with_recovery_key: bool
    """Whether it was opened with the recovery key from paper, not the key of the open office."""
    who: str = ""


def try_restore(file: Path, key: bytes, recovery_key: str, now: datetime) -> Drill:
    """Restore a backup into a private folder, open it, count, and throw it away.

    With a recovery key it is opened as on a new computer: by that key alone. Raises `Refused`
    for a wrong key, `Damaged` or `Unavailable`.
    """
    typed = recovery_key.strip()
    with plain_trouble(), tempfile.TemporaryDirectory(prefix="nahbar-") as folder:
        fresh = unpack(file, Path(folder))
        used = key_from_recovery(Path(folder), typed) if typed else key
        facts = verify(file, fresh, used)
        engine = open_engine(fresh.database, used)
        try:
            if need_known_schema(facts.schema):
                migrate(engine)
            with engine.connect() as connection:
                found = counted(connection, now, facts.at)
                chain = check_local_chain(connection)
            return replace(
                found, chain_is_whole=chain.broken is None, with_recovery_key=bool(typed)
            )
        finally:
            engine.dispose()


def record_drill(act: Act, drill: Drill) -> Drill:
    """Keep when a restore was last tried and by whom; answers it."""
    kept = asdict(drill) | {
        "who": act.who,
        "at": drill.at.isoformat(),
        "backup_at": drill.backup_at.isoformat(),
    }
    save_office_setting(act, LAST_DRILL, kept)
    return Drill(**(asdict(drill) | {"who": act.who}))


def last_drill(connection: Connection) -> Drill | None:
    """Answer the last drill; None before the first."""
    kept = office_setting(connection, LAST_DRILL)
    try:
        moments = {name: datetime.fromisoformat(kept[name]) for name in ("at", "backup_at")}
        return Drill(**(kept | moments))
    except (KeyError, TypeError, ValueError):
        return None


def is_drill_due(drill: Drill | None, now: datetime) -> bool:
    """Answer whether the last drill is too long ago."""
    return drill is None or (now - drill.at).days >= EVERY_DAYS


def counted(connection: Connection, now: datetime, backup_at: datetime) -> Drill:
    """Answer what an office that was restored holds; raises `Unavailable` where there is none."""
    card = office_card(connection)
    if card is None:
        raise Unavailable(NO_OFFICE, TRY_ANOTHER)
    people, visits, notes, letters = (
        connection.execute(statement).scalar_one() for statement in _COUNTS
    )
    return Drill(
        at=now.astimezone(UTC),
        backup_at=backup_at,
        office=card.values.name,
        chain_is_whole=True,
        with_recovery_key=False,
        people=people,
        visits=visits,
        notes=notes,
        letters=letters,
    )
