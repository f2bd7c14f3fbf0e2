"""Fault 8: the folder or the file is write-protected."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from app.admin.actions import save_office_card
from app.admin.offices import back_up, check_office, create_office
from app.admin.queries import office_card
from app.errors import Unavailable
from db.folder import OfficeFolder
from tests.factories.offices import office_values, opened
from tests.faults.acts import numbers, save_numbered
from tests.faults.conftest import protect

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice
    from tests.faults.conftest import Disk


@pytest.fixture
def protected(made: CreatedOffice, disk: Disk) -> CreatedOffice:
    """A closed office on a disk that is write-protected."""
    root = disk("8m")
    shutil.copytree(made.folder, root / "office")
    protect(root)
    return replace(made, folder=root / "office")


def test_a_write_protected_office_opens_for_reading(protected: CreatedOffice) -> None:
    before = sorted(protected.folder.iterdir())
    office = opened(protected)
    assert office.is_read_only
    card = office.ask(office_card)
    assert card is not None
    with pytest.raises(Unavailable, match="can only be read, so nothing can be saved"):
        office.act(save_office_card, card.values, card.version)
    assert office.back_up_if_due() is None
    office.close()
    assert sorted(protected.folder.iterdir()) == before


def test_a_write_protected_office_can_be_checked_and_backed_up_elsewhere(
    protected: CreatedOffice, tmp_path: Path
) -> None:
    assert check_office(protected.folder, protected.key).ok
    assert back_up(protected.folder, protected.key, tmp_path).counts["office"] == 1


def test_a_backup_into_a_write_protected_folder_is_a_plain_message(
    protected: CreatedOffice,
) -> None:
    with pytest.raises(Unavailable, match="write-protected"):
        back_up(protected.folder, protected.key)


def test_a_new_office_in_a_write_protected_folder_is_a_plain_message(disk: Disk) -> None:
    root = disk("1m")
    protect(root)
    with pytest.raises(Unavailable, match="write-protected"):
        create_office(root / "new", office_values(), passphrase=None, use_keyring=False)


def test_a_protected_office_that_was_not_closed_opens_or_says_plainly_why_not(
    made: CreatedOffice, disk: Disk
) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    root = disk("8m")
    shutil.copytree(made.folder, root / "office")
    office.close()
    protect(root)
    try:
        protected = opened(replace(made, folder=root / "office"))
    except Unavailable as trouble:
        assert trouble.remedy.message  # noqa: PT017 - either is right
    else:
        assert protected.ask(numbers) == {1}
        protected.close()


def test_protection_is_seen_without_root_as_well(made: CreatedOffice) -> None:
    with patch.object(OfficeFolder, "is_writable", property(lambda _self: False)):
        office = opened(made)
        assert office.is_read_only
        office.close()
