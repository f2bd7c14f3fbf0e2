"""Requirements of the restore drill: a copy is opened and counted, the live office untouched."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.admin.drill import EVERY_DAYS, is_drill_due, last_drill, record_drill, try_restore
from app.admin.offices import back_up
from app.admin.rules import Damaged
from app.errors import Refused
from tests.conftest import NOW
from tests.factories.clients import add_client, add_note
from tests.factories.offices import an_office, opened

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


@pytest.fixture
def backup(made: CreatedOffice, tmp_path: Path) -> Path:
    """A backup with one person and a note."""
    office = opened(made)
    try:
        add_note(office, add_client(office))
    finally:
        office.close()
    return back_up(made.folder, made.key, tmp_path / "a.nahbar-backup", now=NOW).file


def test_a_drill_opens_a_copy_and_counts(made: CreatedOffice, backup: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in made.folder.rglob("*")}

    drill = try_restore(backup, made.key, "", NOW)

    assert (drill.people, drill.notes, drill.visits, drill.letters) == (1, 1, 0, 0)
    assert drill.chain_is_whole
    assert not drill.with_recovery_key
    assert {file: file.stat().st_mtime_ns for file in made.folder.rglob("*")} == before


def test_the_recovery_key_from_paper_is_tried(made: CreatedOffice, backup: Path) -> None:
    assert try_restore(backup, b"", made.recovery_key, NOW).with_recovery_key
    wrong = "0" * 6 + made.recovery_key[6:]
    with pytest.raises(Refused):
        try_restore(backup, b"", wrong, NOW)


def test_a_damaged_backup_does_not_pass(made: CreatedOffice, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-2000])

    with pytest.raises(Damaged):
        try_restore(backup, made.key, "", NOW)


def test_the_day_of_a_drill_is_kept_and_asked_for_again(made: CreatedOffice, backup: Path) -> None:
    office = opened(made)
    try:
        assert office.ask(last_drill) is None
        drill = try_restore(backup, made.key, "", NOW)
        kept = office.act(record_drill, drill).value
        assert office.ask(last_drill) == kept
        assert kept.who == office.who
    finally:
        office.close()

    assert is_drill_due(None, NOW)
    assert not is_drill_due(kept, NOW)
    assert is_drill_due(kept, NOW + timedelta(days=EVERY_DAYS))
