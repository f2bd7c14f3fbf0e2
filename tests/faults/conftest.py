"""Disks that are small or write-protected, for those who may mount them, and a ready office."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.factories.offices import an_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.admin.rules import CreatedOffice

Disk = Callable[[str], "Path"]


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Mount small disks, each of a size such as "2m"; they go away after the test."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    with ExitStack() as mounted:

        def mount(size: str) -> Path:
            folder = tmp_path / f"disk-{size}"
            folder.mkdir()
            options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
            if subprocess.run(["mount", *options], check=False).returncode:
                pytest.skip("this machine does not let its root mount a disk")
            mounted.callback(subprocess.run, ["umount", "-l", str(folder)], check=True)
            return folder

        yield mount


def protect(disk: Path) -> None:
    """Make a mounted disk write-protected, for root too."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


def fill(folder: Path, leave: int = 0) -> None:
    """Fill a small disk up to `leave` free bytes."""
    free = os.statvfs(folder)
    size = free.f_bavail * free.f_frsize - leave
    with (folder / "filling").open("wb") as filling:
        filling.write(bytes(max(size, 0)))
