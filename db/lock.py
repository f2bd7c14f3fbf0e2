"""One program at a time: the lock that a running program holds on its office."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from app.errors import N_, Unavailable
from db.state import Holder, read_state, write_holder

if TYPE_CHECKING:
    from datetime import datetime

    from db.folder import OfficeFolder


class OfficeLock:
    """A held lock; the operating system frees it even when the program is killed."""

    def __init__(self, handle: int) -> None:
        """Keep the open file on which the lock stands."""
        self._handle: int | None = handle

    def release(self) -> None:
        """Let the next program in; a second call does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def hold(office: OfficeFolder, who: str, now: datetime) -> OfficeLock:
    """Take the lock of an office at once, or raise `Unavailable` that says who has it."""
    handle = os.open(office.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        raise _in_use(read_state(office.state).holder) from error
    write_holder(office.state, Holder.here(who, now))
    return OfficeLock(handle)


def _in_use(holder: Holder | None) -> Unavailable:
    if holder is None:
        return Unavailable(IN_USE, IN_USE_REMEDY)
    return Unavailable(IN_USE_BY, IN_USE_REMEDY, who=holder.who, computer=holder.computer)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


IN_USE = N_("This office is already open in another window of Nahbar.")
IN_USE_BY = N_("{who} has this office open on {computer}.")
IN_USE_REMEDY = N_("Close it there first, or go on working in that window.")
