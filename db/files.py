"""Files that must survive a power cut: written aside, flushed, then renamed into place."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OWNER_ONLY = 0o600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_whole(file: Path, content: bytes) -> None:
    """Write a small file so that it is afterwards either the old or the new one, never half.

    Only the owner may read it. Raises `OSError` when the disk is full or write-protected.
    """
    aside = file.with_name(f".{file.name}.part")
    try:
        handle = os.open(aside, _NEW, OWNER_ONLY)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            _flush(stream.fileno())
        move_into_place(aside, file)
    except BaseException:
        remove_if_there(aside)
        raise


def make_private(file: Path) -> None:
    """Make an empty file, or take an existing one, that only its owner may read and write."""
    file.touch(OWNER_ONLY)
    file.chmod(OWNER_ONLY)


def move_into_place(source: Path, target: Path) -> None:
    """Rename a flushed file over its target and make the rename itself durable."""
    source.replace(target)
    flush_folder(target.parent)


def flush_file(file: Path) -> None:
    """Have the disk write everything of a file now."""
    handle = os.open(file, os.O_RDWR)
    try:
        _flush(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Have the disk write a folder's entries now; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _flush(handle)
    finally:
        os.close(handle)


def remove_if_there(*files: Path) -> None:
    """Remove files; those that are missing or cannot be removed are left."""
    for file in files:
        with suppress(OSError):
            file.unlink()


if sys.platform == "darwin":
    import fcntl

    def _flush(handle: int) -> None:
        # On macOS an ordinary flush only reaches the drive, not what the drive keeps.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
else:

    def _flush(handle: int) -> None:
        os.fsync(handle)
