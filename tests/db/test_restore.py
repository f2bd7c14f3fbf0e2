"""Requirements of restoring step by step; the whole way is tested in tests/faults."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from db import restore
from db.backup import Order, make_backup
from db.folder import OfficeFolder
from db.restore import restored, unpack, verify
from tests.conftest import NOW
from tests.factories.offices import an_office, opened

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


@pytest.fixture
def file(made: CreatedOffice) -> Path:
    """Its backup."""
    return make_backup(OfficeFolder(made.folder), made.key, Order(NOW)).file


def test_an_unpacked_backup_is_an_office_folder(
    made: CreatedOffice, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    fresh = unpack(file, tmp_path / "out")
    assert verify(file, fresh, made.key).at == NOW
    assert fresh.keys.read_bytes() == (made.folder / "keys.json").read_bytes()


@pytest.mark.parametrize("step", ["_settle_log", "_set_aside", "_move_in"])
def test_an_error_at_any_step_leaves_an_office_that_opens(
    made: CreatedOffice, file: Path, step: str
) -> None:
    with patch.object(restore, step, side_effect=RuntimeError), pytest.raises(RuntimeError):
        restored(file, OfficeFolder(made.folder), lambda _folder: made.key, NOW)
    opened(made).close()
    assert not (made.folder / ".restoring").exists()


def test_the_live_files_are_kept_aside_under_the_time(made: CreatedOffice, file: Path) -> None:
    place = OfficeFolder(made.folder)
    for _turn in range(2):
        restored(file, place, lambda _folder: made.key, NOW)
    names = sorted(folder.name for folder in made.folder.glob("replaced-*"))
    assert names == ["replaced-2026-11-23-100000", "replaced-2026-11-23-100000-2"]
    assert all((made.folder / name / "office.db").exists() for name in names)
