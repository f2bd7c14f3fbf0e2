"""Requirements of backups, restoring and the check, as screens and command line use them."""

from __future__ import annotations

import json
import zipfile
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import (
    back_up,
    back_up_if_due,
    backups,
    check_office,
    create_office,
    key_from_passphrase,
    newest_backup,
    open_office,
    restore,
    verify_backup,
    ways_in,
)
from tests.conftest import NOW
from tests.factories.offices import PASSPHRASE, an_office, office_values, opened
from tests.faults.acts import numbers, save_numbered

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


def test_a_backup_is_one_file_that_tells_nothing_without_the_key(
    made: CreatedOffice, tmp_path: Path
) -> None:
    facts = back_up(made.folder, made.key, tmp_path / "mine.nahbar-backup", now=NOW)
    assert facts.file == tmp_path / "mine.nahbar-backup"
    assert (facts.at, facts.size) == (NOW, facts.file.stat().st_size)
    with zipfile.ZipFile(facts.file) as archive:
        assert archive.namelist() == ["manifest.json", "keys.json", "office.db"]
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read("keys.json") == (made.folder / "keys.json").read_bytes()
        assert json.loads(archive.read("manifest.json"))["counts"]["office"] == 1
        assert not archive.read("office.db").startswith(b"SQLite format")
    assert b"Garath" not in facts.file.read_bytes()
    assert made.key.hex().encode() not in facts.file.read_bytes()
    assert verify_backup(facts.file, made.key) == facts


def test_a_backup_goes_into_a_folder_under_a_name_of_its_own(
    made: CreatedOffice, tmp_path: Path
) -> None:
    first = back_up(made.folder, made.key, tmp_path, now=NOW)
    second = back_up(made.folder, made.key, tmp_path, now=NOW)
    assert first.file != second.file
    assert "20261123T090000Z" in first.file.name


def test_the_newest_backup_is_known_without_reading_any(made: CreatedOffice) -> None:
    assert newest_backup(made.folder) is None
    for days in (3, 0, 1):
        back_up(made.folder, made.key, now=NOW - timedelta(days=days))
    assert newest_backup(made.folder) == NOW
    assert [facts.at for facts in backups(made.folder)] == [
        NOW - timedelta(days=days) for days in (0, 1, 3)
    ]


def test_unreadable_and_foreign_files_are_not_listed(made: CreatedOffice) -> None:
    folder = made.folder / "backups"
    good = back_up(made.folder, made.key, now=NOW)
    (folder / "holiday.jpg").write_bytes(b"x")
    (folder / good.file.name.replace("20261123", "20261124")).write_bytes(b"cut off")
    (folder / "nahbar-00000000-20261123T090000Z.nahbar-backup").write_bytes(b"another office")
    assert [facts.file for facts in backups(made.folder)] == [good.file]


def test_a_backup_is_made_when_it_is_due(made: CreatedOffice) -> None:
    assert back_up_if_due(made.folder, made.key, NOW)
    assert back_up_if_due(made.folder, made.key, NOW + timedelta(hours=1)) is None
    office = opened(made, clock=lambda: NOW + timedelta(hours=1))
    office.act(save_numbered, 1)
    assert back_up_if_due(made.folder, made.key, NOW + timedelta(minutes=20)) is None
    assert back_up_if_due(made.folder, made.key, NOW + timedelta(hours=1))
    office.close()


def test_a_restored_office_opens_with_the_passphrase_of_its_backup(
    made: CreatedOffice, tmp_path: Path
) -> None:
    office = opened(made)
    office.act(save_numbered, 7)
    office.close()
    (facts,) = backups(made.folder)
    by_passphrase = partial(key_from_passphrase, text=PASSPHRASE)
    assert restore(facts.file, tmp_path / "new", by_passphrase) == facts
    key = key_from_passphrase(tmp_path / "new", PASSPHRASE)
    restored = open_office(tmp_path / "new", key, who="Anna")
    assert restored.ask(numbers) == {7}
    restored.close()
    assert (tmp_path / "new" / "office.db").stat().st_mode & 0o777 == 0o600


def test_restoring_backs_the_live_office_up_first(made: CreatedOffice) -> None:
    first = back_up(made.folder, made.key, now=NOW)
    office = opened(made, clock=lambda: NOW + timedelta(hours=1))
    office.act(save_numbered, 7)
    office._keeping = type(office._keeping)()
    office.close()
    restore(first.file, made.folder, made.key, now=NOW + timedelta(hours=2))
    newest = backups(made.folder)[0]
    assert (newest.reason, newest.counts["draft"]) == ("restore", 1)
    restore(newest.file, made.folder, made.key, now=NOW + timedelta(hours=3))
    again = opened(made)
    assert again.ask(numbers) == {7}
    again.close()
    assert len(list(made.folder.glob("replaced-*"))) == 2


def test_a_demo_office_stays_one_when_it_is_restored(tmp_path: Path) -> None:
    made = create_office(
        tmp_path / "demo", office_values(), passphrase=None, use_keyring=False, is_demo=True
    )
    facts = back_up(made.folder, made.key)
    restore(facts.file, tmp_path / "again", made.key)
    assert ways_in(tmp_path / "again").is_demo


def test_a_whole_office_is_reported_whole(made: CreatedOffice) -> None:
    before = (made.folder / "office.db").read_bytes()
    report = check_office(made.folder, made.key)
    assert report.ok
    assert report.counts["office"] == 1
    assert report.counts["audit_line"] == 1
    assert (made.folder / "office.db").read_bytes() == before
