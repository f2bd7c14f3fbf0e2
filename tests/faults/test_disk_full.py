"""Faults 3, 4 and 5: the disk is full when saving, backing up or exchanging keys."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import back_up, backups, check_office, rotate_key
from app.errors import Unavailable
from tests.factories.offices import PASSPHRASE, opened
from tests.faults.acts import numbers, save_numbered
from tests.faults.conftest import fill

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.local_office import LocalOffice
    from app.admin.rules import CreatedOffice
    from tests.faults.conftest import Disk


@pytest.fixture
def cramped(made: CreatedOffice, disk: Disk) -> CreatedOffice:
    """An office with a few rows and a backup on a small disk."""
    folder = disk("16m") / "office"
    shutil.copytree(made.folder, folder)
    moved = replace(made, folder=folder)
    office = opened(moved)
    office.act(save_numbered, 1)
    office.back_up()
    office.close()
    return moved


def save_until_it_fails(office: LocalOffice) -> None:
    """Save rows; some still fit into pages that were there before."""
    for number in range(2, 1000):
        office.act(save_numbered, number)


def test_saving_on_a_full_disk_says_so_and_damages_nothing(cramped: CreatedOffice) -> None:
    office = opened(cramped)
    fill(cramped.folder)
    with pytest.raises(Unavailable, match=r"The disk is full\. Nothing was saved\."):
        save_until_it_fails(office)
    there = office.ask(numbers)
    (cramped.folder / "filling").unlink()
    office.act(save_numbered, 5000)
    assert office.ask(numbers) == there | {5000}
    assert check_office(cramped.folder, cramped.key).ok
    office.close()


def test_a_backup_on_a_full_disk_leaves_nothing_but_the_older_backups(
    cramped: CreatedOffice,
) -> None:
    older = sorted((cramped.folder / "backups").iterdir())
    fill(cramped.folder, leave=100_000)
    with pytest.raises(Unavailable, match="The disk is full"):
        back_up(cramped.folder, cramped.key)
    assert sorted((cramped.folder / "backups").iterdir()) == older
    assert len(backups(cramped.folder)) == 1


@pytest.mark.parametrize("room", [0, 50_000, 150_000, 250_000])
def test_a_backup_never_half_succeeds_however_full_the_disk_is(
    cramped: CreatedOffice, room: int, tmp_path: Path
) -> None:
    fill(cramped.folder, leave=room)
    with pytest.raises(Unavailable, match="The disk is full"):
        back_up(cramped.folder, cramped.key, cramped.folder / "mine.nahbar-backup")
    names = {file.name for file in cramped.folder.iterdir()}
    assert not [name for name in names if "mine" in name]


def test_closing_on_a_full_disk_keeps_what_was_saved(
    cramped: CreatedOffice, caplog: pytest.LogCaptureFixture
) -> None:
    office = opened(cramped)
    office.act(save_numbered, 2)
    fill(cramped.folder)
    office.close()
    assert "No backup at close: The disk is full" in caplog.text
    caplog.clear()
    (cramped.folder / "filling").unlink()
    reopened = opened(cramped)
    assert reopened.ask(numbers) == {1, 2}
    reopened.close()


@pytest.mark.parametrize("room", [10_000, 150_000, 330_000])
def test_keys_are_not_exchanged_on_a_full_disk(cramped: CreatedOffice, room: int) -> None:
    fill(cramped.folder, leave=room)
    with pytest.raises(Unavailable, match="The disk is full"):
        rotate_key(
            cramped.folder, cramped.key, passphrase=PASSPHRASE, use_keyring=False, who="Anna"
        )
    assert not (cramped.folder / "office.db.new").exists()
    (cramped.folder / "filling").unlink()
    office = opened(cramped)
    assert office.ask(numbers) == {1}
    office.close()
