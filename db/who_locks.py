"""Which other program keeps a database locked, where the operating system tells (Linux)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.folder import OfficeFolder

_LOCKS = Path("/proc/locks")


def locker_of(office: OfficeFolder) -> str:
    """Answer the name of another program that holds a lock on the database, or ""."""
    try:
        inodes = {str(file.stat().st_ino) for file in office.path.glob(f"{office.database.name}*")}
        for line in _LOCKS.read_text().splitlines():
            fields = line.replace("->", "").split()
            # A line reads: number, kind, ADVISORY, WRITE, process, major:minor:inode, range.
            process, inode = fields[4], fields[5].split(":")[-1]
            if fields[3] == "WRITE" and inode in inodes and process != str(os.getpid()):
                return Path(f"/proc/{process}/comm").read_text().strip()
    except (OSError, IndexError):
        return ""
    return ""
