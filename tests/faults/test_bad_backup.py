"""Fault 13: a backup is cut off, altered or not a backup: refused before anything is touched."""

from __future__ import annotations

import json
import zipfile
from functools import partial
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import Damaged, back_up, key_from_recovery, restore, verify_backup
from app.errors import Refused, Unavailable
from tests.factories.offices import an_office, opened
from tests.faults.acts import numbers, save_numbered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.admin.rules import CreatedOffice


@pytest.fixture
def backup(made: CreatedOffice, tmp_path: Path) -> Path:
    """A good backup, made before a second row was saved."""
    office = opened(made)
    office.act(save_numbered, 1)
    file = back_up(made.folder, made.key, tmp_path / "good.nahbar-backup").file
    office.act(save_numbered, 2)
    office.close()
    return file


def refused(made: CreatedOffice, file: Path, kind: type[Exception] = Damaged) -> None:
    """Restore a file that must be refused; the live office must stay as it is."""
    before = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    names = {"office.lock", "office.state"}
    with pytest.raises(kind):
        restore(file, made.folder, made.key)
    after = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    assert {p: c for p, c in before.items() if p.name not in names} == {
        p: c for p, c in after.items() if p.name not in names
    }
    office = opened(made)
    assert office.ask(numbers) == {1, 2}
    office.close()


@pytest.mark.parametrize("part", [0.0, 0.001, 0.5, 0.99, 0.9999])
def test_a_cut_off_backup_is_refused(made: CreatedOffice, backup: Path, part: float) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: int(len(content) * part)])
    refused(made, backup)


@pytest.mark.parametrize("part", [0.01, 0.1, 0.5, 0.9])
def test_a_backup_with_one_changed_byte_is_refused(
    made: CreatedOffice, backup: Path, part: float
) -> None:
    content = bytearray(backup.read_bytes())
    content[int(len(content) * part)] ^= 1
    backup.write_bytes(content)
    refused(made, backup)


def test_a_file_that_is_no_backup_is_refused(made: CreatedOffice, tmp_path: Path) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    office.act(save_numbered, 2)
    office.close()
    for content in (b"", b"PK\x03\x04", b"<html>", (made.folder / "office.db").read_bytes()):
        file = tmp_path / "holiday.nahbar-backup"
        file.write_bytes(content)
        refused(made, file)


def test_a_missing_backup_is_a_plain_message(made: CreatedOffice, tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as trouble:
        restore(tmp_path / "gone.nahbar-backup", made.folder, made.key)
    assert trouble.value.remedy.message


def test_another_offices_backup_is_refused_with_this_offices_key(
    made: CreatedOffice, backup: Path
) -> None:
    with pytest.raises(Refused, match="does not open the backup"):
        verify_backup(backup, bytes(32))


def rewritten(backup: Path, change: Callable[[dict[str, object]], None]) -> Path:
    """Write a backup again with a manifest that someone has altered."""
    target = backup.with_name("altered.nahbar-backup")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                values = json.loads(content)
                change(values)
                content = json.dumps(values).encode()
            new.writestr(name, content)
    return target


def test_an_altered_manifest_is_refused(made: CreatedOffice, backup: Path) -> None:
    refused(made, rewritten(backup, lambda values: values.update(at="2026-01-01T00:00:00+00:00")))
    refused(made, rewritten(backup, lambda values: values.update(seal="00")))
    refused(made, rewritten(backup, lambda values: values.update(surplus=1)))
    refused(made, rewritten(backup, lambda values: values.update(format=99)))


def test_a_good_backup_is_restored_and_the_live_file_kept(
    made: CreatedOffice, backup: Path
) -> None:
    live = (made.folder / "office.db").read_bytes()
    by_paper = partial(key_from_recovery, text=made.recovery_key)
    assert restore(backup, made.folder, by_paper).counts["draft"] == 1
    (aside,) = made.folder.glob("replaced-*")
    assert (aside / "office.db").read_bytes() == live
    office = opened(made)
    assert office.ask(numbers) == {1}
    office.close()


def test_a_damaged_office_is_healed_by_its_backup(made: CreatedOffice, backup: Path) -> None:
    (made.folder / "office.db").write_bytes(b"x" * 100_000)
    (made.folder / "keys.json").unlink()
    restore(backup, made.folder, made.key)
    office = opened(made)
    assert office.ask(numbers) == {1}
    office.close()


def test_an_office_that_was_killed_is_replaced_without_its_old_log(
    made: CreatedOffice, backup: Path
) -> None:
    office = opened(made)
    office.act(save_numbered, 3)
    assert office._lock is not None
    office._lock.release()
    restore(backup, made.folder, made.key)
    office._engine.dispose()
    reopened = opened(made)
    assert reopened.ask(numbers) == {1}
    reopened.close()


def test_a_backup_moves_to_a_new_computer_with_the_recovery_key(
    made: CreatedOffice, backup: Path, tmp_path: Path
) -> None:
    elsewhere = type(made)(tmp_path / "new computer", made.key, made.recovery_key)
    restore(backup, elsewhere.folder, partial(key_from_recovery, text=made.recovery_key))
    office = opened(elsewhere)
    assert office.ask(numbers) == {1}
    office.close()


def test_a_backup_with_the_wrong_passphrase_touches_nothing(
    made: CreatedOffice, backup: Path, tmp_path: Path
) -> None:
    other = an_office(tmp_path / "other")
    before = (other.folder / "office.db").read_bytes()

    def wrong(_folder: Path) -> bytes:
        raise Refused

    with pytest.raises(Refused):
        restore(backup, other.folder, wrong)
    assert (other.folder / "office.db").read_bytes() == before
    assert not list(other.folder.glob("replaced-*"))
    assert not (other.folder / ".restoring").exists()
