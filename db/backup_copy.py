"""Copying a finished backup to a second place, such as a network drive or a USB stick."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from app.admin.rules import Damaged
from db.backup_file import BROKEN, BROKEN_REMEDY, sha256_of
from db.files import flush_file, move_into_place, remove_if_there
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from pathlib import Path


def copy_backup(file: Path, folder: Path) -> Path:
    """Copy a backup and compare the copy; answer where it is.

    Raises `Unavailable` when the folder is not there, full or write-protected.
    """
    target = folder / file.name
    part = folder / f".{file.name}.part"
    with plain_trouble():
        try:
            shutil.copyfile(file, part)
            flush_file(part)
            if sha256_of(part) != sha256_of(file):
                raise Damaged(BROKEN, BROKEN_REMEDY)
            move_into_place(part, target)
        finally:
            remove_if_there(part)
    return target
