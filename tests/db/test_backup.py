"""Requirements of making backups; the faults they must bear are tested in tests/faults."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from app.admin.rules import BackupReason, Damaged, Keeping
from db import backup
from db.backup import Order, is_changed, list_backups, make_backup, newest_backup_at, thin_out
from db.folder import OfficeFolder
from db.keys import read_keys
from db.session import connect
from tests.conftest import NOW
from tests.factories.offices import an_office

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


@pytest.fixture
def place(made: CreatedOffice) -> OfficeFolder:
    """Its folder."""
    return OfficeFolder(made.folder)


def test_a_backup_holds_what_is_saved_at_that_moment(
    made: CreatedOffice, place: OfficeFolder
) -> None:
    with closing(connect(place.database, made.key)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM office")
        assert make_backup(place, made.key, Order(NOW)).counts["office"] == 1
        writer.execute("COMMIT")
    assert make_backup(place, made.key, Order(NOW)).counts["office"] == 0


def test_nothing_but_the_backup_stays_behind(made: CreatedOffice, place: OfficeFolder) -> None:
    facts = make_backup(place, made.key, Order(NOW, BackupReason.DELETION))
    assert list(place.backups.iterdir()) == [facts.file]
    assert facts.reason == BackupReason.DELETION


def test_a_backup_that_cannot_be_read_again_gets_no_name(
    made: CreatedOffice, place: OfficeFolder
) -> None:
    for step in ("need_sound", "need_whole"):
        with (
            patch.object(backup, step, side_effect=Damaged("damaged")),
            pytest.raises(Damaged),
        ):
            make_backup(place, made.key, Order(NOW))
        assert not list(place.backups.iterdir())


def test_an_office_is_changed_until_it_is_backed_up(
    made: CreatedOffice, place: OfficeFolder
) -> None:
    assert newest_backup_at(place) is None
    assert is_changed(place, made.key)
    make_backup(place, made.key, Order(NOW))
    assert newest_backup_at(place) == NOW
    assert not is_changed(place, made.key)


def test_thinning_removes_only_backups_of_this_office(
    made: CreatedOffice, place: OfficeFolder
) -> None:
    for number in range(3):
        make_backup(place, made.key, Order(NOW + timedelta(minutes=number)))
    other = place.backups / "nahbar-ffffffff-20200101T000000Z.nahbar-backup"
    other.touch()
    thin_out(place.backups, read_keys(place.keys).office, Keeping(recent=1, days=1))
    assert [facts.at for facts in list_backups(place)] == [NOW + timedelta(minutes=2)]
    assert other.exists()
