"""Faults 15 and 16: a schema newer than the program; a migration that fails half way."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import backups, check_office
from app.admin.rules import BackupReason
from app.errors import Unavailable
from db.session import connect
from db.state import read_state
from db.tables import SCHEMA_HEAD
from tests.db.test_schema import RAISING, with_step
from tests.factories.offices import opened
from tests.faults.acts import numbers, save_numbered

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice

GOOD = f"""
from alembic import op
import sqlalchemy as sa
revision = "9000"
down_revision = "{SCHEMA_HEAD}"
def upgrade() -> None:
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
"""


def set_version(made: CreatedOffice, version: str) -> None:
    """Pretend that another version of the program was here."""
    with closing(connect(made.folder / "office.db", made.key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))


def test_a_newer_office_is_refused_without_a_write(made: CreatedOffice) -> None:
    set_version(made, "0999")
    before = (made.folder / "office.db").read_bytes()
    with pytest.raises(Unavailable, match="newer version of Nahbar"):
        opened(made)
    assert (made.folder / "office.db").read_bytes() == before
    assert not backups(made.folder)


def test_an_older_office_is_backed_up_and_then_migrated(
    made: CreatedOffice, tmp_path: Path
) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    office.close()
    before = len(backups(made.folder))
    office = opened(made, migrations=with_step(tmp_path, "9000_more.py", GOOD))
    assert office.ask(numbers) == {1}
    office.close()
    report = check_office(made.folder, made.key)
    assert (report.schema, report.schema_is_current, report.counts["extra"]) == ("9000", False, 0)
    found = [backup for backup in backups(made.folder) if backup.reason == BackupReason.MIGRATION]
    assert len(found) == 1
    assert found[0].schema == SCHEMA_HEAD
    assert len(backups(made.folder)) >= before


def test_a_migration_that_fails_half_way_is_undone_and_its_backup_is_there(
    made: CreatedOffice, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    office.close()
    with pytest.raises(Unavailable, match="It is unchanged"):
        opened(made, migrations=with_step(tmp_path, "9000_half.py", RAISING))
    assert "half way" in caplog.text
    caplog.clear()
    report = check_office(made.folder, made.key)
    assert report.ok
    assert "half" not in report.counts
    assert report.counts["letter"] == 0
    assert backups(made.folder)[0].reason == BackupReason.MIGRATION
    assert read_state(made.folder / "office.state").holder is not None
    office = opened(made)
    assert office.ask(numbers) == {1}
    office.close()
