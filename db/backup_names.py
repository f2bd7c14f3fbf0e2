"""Names of backup files: which office, and when, so that a folder can be read at a glance."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from db.folder import BACKUP_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TIME = "%Y%m%dT%H%M%SZ"
_A_DAY = 24 * 60 * 60
_NAME = re.compile(r"nahbar-(?P<office>[0-9a-f]{8})-(?P<time>\d{8}T\d{6}Z)(?:-\d+)?")


def backup_name(folder: Path, office: str, at: datetime) -> Path:
    """Answer a free file name for a backup of an office made at an instant."""
    stem = f"nahbar-{office[:8]}-{at.astimezone(UTC).strftime(_TIME)}"
    file = folder / f"{stem}{BACKUP_SUFFIX}"
    number = 2
    while file.exists():
        file = folder / f"{stem}-{number}{BACKUP_SUFFIX}"
        number += 1
    return file


def named_backups(folder: Path, office: str) -> Iterator[tuple[datetime, Path]]:
    """Answer the time and file of each backup of an office in a folder, read from the names."""
    for file in folder.glob(f"nahbar-*{BACKUP_SUFFIX}"):
        match = _NAME.fullmatch(file.name.removesuffix(BACKUP_SUFFIX))
        if match and match["office"] == office[:8]:
            at = datetime.strptime(match["time"], _TIME).replace(tzinfo=UTC)
            yield at, file


def unfinished(folder: Path, office: str) -> list[Path]:
    """Answer what backups of an office that were killed long ago left in a folder."""
    long_ago = time.time() - _A_DAY
    return [
        file
        for file in folder.glob(f".nahbar-{office[:8]}-*{BACKUP_SUFFIX}.*")
        if file.stat().st_mtime < long_ago
    ]
