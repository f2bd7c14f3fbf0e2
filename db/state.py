"""What the last program to open an office left behind: who it was, and a seal at a clean close."""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from db.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from db.folder import OfficeFolder

RECHECK_AFTER = timedelta(days=7)
"""A disk can rot without anyone writing: after this time the whole file is read again."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has an office open, where and since when (aware, ISO 8601)."""

    who: str
    computer: str
    process: int
    since: str

    @classmethod
    def here(cls, who: str, now: datetime) -> Holder:
        """Answer this program as the holder."""
        return cls(who, platform.node(), os.getpid(), now.isoformat())


@dataclass(frozen=True, slots=True)
class Seal:
    """How the database file looked when it was closed, and when it was last read whole."""

    size: int
    changed_ns: int
    checked_at: str


@dataclass(frozen=True, slots=True)
class State:
    """The contents of the state file; both are None before the first use."""

    holder: Holder | None = None
    seal: Seal | None = None


def read_state(file: Path) -> State:
    """Read the state; a missing or damaged file is an unknown state, never an error."""
    try:
        values = json.loads(file.read_bytes())
        return State(_made(Holder, values["holder"]), _made(Seal, values["seal"]))
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def write_holder(file: Path, holder: Holder) -> None:
    """Note who has the office open; the seal of the last close stays readable."""
    _write(file, replace(read_state(file), holder=holder))


def write_seal(office: OfficeFolder, checked_at: datetime) -> None:
    """Note a clean close of a database whose pages were all read at `checked_at`."""
    facts = office.database.stat()
    _write(
        office.state, State(None, Seal(facts.st_size, facts.st_mtime_ns, checked_at.isoformat()))
    )


def last_check(office: OfficeFolder, state: State, now: datetime) -> datetime | None:
    """Answer when the file was read whole, if it is certain that nothing happened since."""
    seal = state.seal
    if state.holder is not None or seal is None or office.wal.exists():
        return None
    facts = office.database.stat()
    if (facts.st_size, facts.st_mtime_ns) != (seal.size, seal.changed_ns):
        return None
    with suppress(ValueError):
        checked = datetime.fromisoformat(seal.checked_at)
        if now - RECHECK_AFTER <= checked <= now:
            return checked
    return None


def _write(file: Path, state: State) -> None:
    write_whole(file, json.dumps(asdict(state)).encode("utf-8", "replace"))


def _made(kind: type[Any], values: dict[str, Any] | None) -> Any:  # noqa: ANN401 - one of two
    return None if values is None else kind(**values)
