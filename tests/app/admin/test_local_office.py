"""Requirements of an open office: its backups, and how it is closed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import BackupReason, backups
from app.errors import Unavailable
from tests.conftest import NOW
from tests.factories.offices import an_office, opened
from tests.faults.acts import numbers, save_numbered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from app.admin.local_office import LocalOffice
    from app.admin.rules import CreatedOffice


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        """Begin at the time of all tests."""
        self.now = NOW

    def __call__(self) -> datetime:
        """Answer the time."""
        return self.now

    def pass_minutes(self, minutes: int) -> None:
        """Let time go by."""
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


@pytest.fixture
def clock() -> Clock:
    """A clock that the test moves."""
    return Clock()


@pytest.fixture
def office(made: CreatedOffice, clock: Clock) -> Iterator[LocalOffice]:
    """An open office with that clock."""
    office = opened(made, clock=clock)
    yield office
    office.close()


def test_a_backup_is_due_after_half_an_hour_with_a_change(
    office: LocalOffice, clock: Clock
) -> None:
    assert office.newest_backup() is None
    assert office.back_up_if_due() is not None
    clock.pass_minutes(31)
    assert office.back_up_if_due() is None
    office.act(save_numbered, 1)
    assert office.back_up_if_due() is not None
    office.act(save_numbered, 2)
    clock.pass_minutes(29)
    assert office.back_up_if_due() is None
    clock.pass_minutes(2)
    assert office.back_up_if_due() is not None
    assert [backup.reason for backup in office.backups()] == [BackupReason.SCHEDULE] * 3
    newest = office.newest_backup()
    assert newest is not None
    assert clock.now - newest < timedelta(seconds=1)


def test_closing_backs_up_what_changed_and_only_that(made: CreatedOffice, clock: Clock) -> None:
    for change in (True, False, False):
        office = opened(made, clock=clock)
        if change:
            office.act(save_numbered, 1)
        office.close()
        clock.pass_minutes(60)
    (backup,) = backups(made.folder)
    assert (backup.reason, backup.counts["draft"]) == (BackupReason.CLOSE, 1)


def test_older_backups_are_thinned_out(office: LocalOffice, clock: Clock) -> None:
    for number in range(20):
        office.act(save_numbered, number)
        clock.pass_minutes(31)
        office.back_up_if_due()
    assert 12 <= len(office.backups()) <= 14


def test_a_second_folder_gets_a_copy(office: LocalOffice, tmp_path: Path) -> None:
    office.second_backup_folder = tmp_path
    facts = office.back_up(BackupReason.IMPORT)
    assert facts.copied
    assert (tmp_path / facts.file.name).read_bytes() == facts.file.read_bytes()


def test_a_second_folder_that_is_gone_does_not_stop_the_first(
    office: LocalOffice, tmp_path: Path
) -> None:
    office.second_backup_folder = tmp_path / "unplugged"
    facts = office.back_up()
    assert facts.copied is False
    assert facts.file.exists()


def test_a_closed_office_forgets_its_key_and_can_be_opened_by_another(
    made: CreatedOffice,
) -> None:
    office = opened(made)
    office.close()
    assert office.key == b""
    opened(made, who="Berta Muster").close()


def test_closing_twice_is_no_trouble(made: CreatedOffice) -> None:
    office = opened(made)
    office.close()
    office.close()


def test_a_closed_office_does_not_open_by_itself_again(made: CreatedOffice) -> None:
    office = opened(made)
    office.close()
    with pytest.raises(Unavailable, match="locked"):
        office.ask(numbers)
    with pytest.raises(Unavailable, match="locked"):
        office.act(save_numbered, 1)
