"""Requirements of making an office and of giving it a new data key."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from app.admin import creating
from app.admin.offices import (
    backups,
    create_office,
    key_from_file,
    key_from_passphrase,
    key_from_recovery,
    new_recovery_key,
    open_office,
    rotate_key,
    verify_backup,
    ways_in,
)
from app.admin.queries import office_card
from app.admin.rules import BackupReason
from app.errors import Refused
from tests.factories.offices import PASSPHRASE, an_office, office_values, opened

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_office_opens_with_its_card(tmp_path: Path) -> None:
    made = create_office(
        tmp_path / "Büro 1", office_values(), passphrase=PASSPHRASE, use_keyring=False
    )
    office = opened(made)
    card = office.ask(office_card)
    office.close()
    assert card is not None
    assert card.values.name == "Besuchsdienst Garath"
    assert key_from_recovery(made.folder, made.recovery_key) == made.key


def test_no_file_of_a_new_office_can_be_read_without_its_key(tmp_path: Path) -> None:
    made = create_office(tmp_path / "new", office_values(), passphrase=None, use_keyring=False)
    for file in made.folder.iterdir():
        content = file.read_bytes() if file.is_file() else b""
        assert b"SQLite format" not in content
        assert b"Garath" not in content
        assert made.key not in content
        assert made.key.hex().encode() not in content


def test_the_files_of_an_office_are_its_owners_alone(tmp_path: Path) -> None:
    made = an_office(tmp_path / "office")
    opened(made).close()
    modes = {file.name: file.stat().st_mode & 0o777 for file in made.folder.iterdir()}
    assert modes["office.db"] == modes["keys.json"] == 0o600


def test_the_printed_recovery_key_is_the_one_that_opens(tmp_path: Path) -> None:
    printed = new_recovery_key()
    made = create_office(
        tmp_path / "new",
        office_values(),
        passphrase=None,
        use_keyring=False,
        recovery=printed.lower(),
    )
    assert made.recovery_key == printed
    assert key_from_recovery(made.folder, printed) == made.key


def test_a_demo_office_opens_with_the_key_beside_it(tmp_path: Path) -> None:
    made = create_office(
        tmp_path / "demo", office_values(), passphrase=None, use_keyring=False, is_demo=True
    )
    assert ways_in(made.folder).is_demo
    assert (made.folder / "demo.key").stat().st_mode & 0o777 == 0o600
    office = open_office(made.folder, key_from_file(made.folder / "demo.key"), who="Gast")
    assert office.is_demo
    office.close()
    assert not backups(made.folder)


def test_a_folder_with_an_office_is_not_taken_again(tmp_path: Path) -> None:
    made = an_office(tmp_path / "office")
    before = (made.folder / "office.db").read_bytes()
    with pytest.raises(Refused) as refused:
        create_office(made.folder, office_values(), passphrase=None, use_keyring=False)
    assert refused.value.problems[0].field == "folder"
    assert (made.folder / "office.db").read_bytes() == before


def test_wrong_values_and_weak_passphrases_leave_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        create_office(tmp_path / "new", office_values(name=""), passphrase=None, use_keyring=False)
    with pytest.raises(Refused):
        create_office(tmp_path / "new", office_values(), passphrase="kurz", use_keyring=False)
    with pytest.raises(Refused):
        create_office(
            tmp_path / "new", office_values(), passphrase=None, use_keyring=False, recovery="AB"
        )
    assert not (tmp_path / "new").exists()


def test_an_office_that_could_not_be_made_can_be_made_the_next_time(tmp_path: Path) -> None:
    with patch.object(creating, "migrate", side_effect=RuntimeError), pytest.raises(RuntimeError):
        create_office(tmp_path / "new", office_values(), passphrase=None, use_keyring=False)
    assert not list((tmp_path / "new").iterdir())
    create_office(tmp_path / "new", office_values(), passphrase=None, use_keyring=False)


def test_a_new_data_key_shuts_the_old_one_out(tmp_path: Path) -> None:
    old = an_office(tmp_path / "office")
    before = (old.folder / "office.db").read_bytes()
    new = rotate_key(
        old.folder, old.key, passphrase="ganz andere Wörter", use_keyring=False, who="Anna"
    )
    assert new.key != old.key
    assert new.recovery_key != old.recovery_key
    assert (old.folder / "office.db").read_bytes()[:16] != before[:16]
    assert (old.folder / "office.db").stat().st_mode & 0o777 == 0o600
    assert key_from_passphrase(old.folder, "ganz andere Wörter") == new.key
    with pytest.raises(Refused):
        opened(old)
    with pytest.raises(Refused):
        key_from_recovery(old.folder, old.recovery_key)
    office = opened(new)
    assert office.ask(office_card)
    office.close()


def test_before_a_new_data_key_a_backup_is_made_that_the_old_key_opens(tmp_path: Path) -> None:
    old = an_office(tmp_path / "office")
    rotate_key(old.folder, old.key, passphrase=None, use_keyring=False, who="Anna")
    (backup,) = backups(old.folder)
    assert backup.reason == BackupReason.KEY_CHANGE
    assert verify_backup(backup.file, old.key).counts == backup.counts


def test_a_demo_office_keeps_its_new_key_beside_it(tmp_path: Path) -> None:
    made = create_office(
        tmp_path / "demo", office_values(), passphrase=None, use_keyring=False, is_demo=True
    )
    new = rotate_key(made.folder, made.key, passphrase=None, use_keyring=False, who="Anna")
    assert key_from_file(made.folder / "demo.key") == new.key


def test_only_the_right_key_gives_an_office_a_new_one(tmp_path: Path) -> None:
    made = an_office(tmp_path / "office")
    with pytest.raises(Refused, match="does not open the office"):
        rotate_key(made.folder, bytes(32), passphrase=None, use_keyring=False, who="Anna")
    assert not backups(made.folder)
