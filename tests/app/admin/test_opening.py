"""Requirements of opening an office; what may go wrong is tested in tests/faults."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from app.admin import opening
from app.admin.actions import save_office_card
from app.admin.queries import office_card
from db.check import need_whole_pages
from tests.factories.offices import an_office, opened

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice

OPEN = """
import sys
from pathlib import Path
from app.admin.offices import open_office
open_office(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), who="Anna").close()
slow = {"alembic", "cryptography", "argon2", "keyring", "mako", "PySide6", "reportlab"}
sys.exit(", ".join(slow & set(sys.modules)) or 0)
"""


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


def whole_checks(made: CreatedOffice, days: int = 0) -> int:
    """Open and close an office `days` later; answer how often the whole file was read."""
    with (
        patch.object(opening, "_now", lambda: datetime.now(UTC) + timedelta(days=days)),
        patch.object(opening, "need_whole_pages", wraps=need_whole_pages) as check,
    ):
        opened(made).close()
    return check.call_count


def test_an_office_opens_by_its_folder_and_by_its_file(made: CreatedOffice) -> None:
    opened(made).close()
    office = opened(type(made)(made.folder / "office.db", made.key, made.recovery_key))
    assert office.folder == made.folder
    office.close()


def test_an_open_office_asks_acts_and_knows_who_works(made: CreatedOffice) -> None:
    office = opened(made)
    card = office.ask(office_card)
    assert card is not None
    office.act(save_office_card, card.values, card.version)
    assert office.key == made.key
    assert not office.is_read_only
    office.close()


def test_opening_with_a_known_key_imports_nothing_slow(made: CreatedOffice) -> None:
    opened(made).close()
    command = [sys.executable, "-c", OPEN, str(made.folder), made.key.hex()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_whole_file_is_read_only_when_nobody_knows_how_it_was_left(
    made: CreatedOffice,
) -> None:
    assert whole_checks(made) == 1
    assert whole_checks(made) == 0
    assert whole_checks(made, days=6) == 0
    assert whole_checks(made, days=8) == 1


def test_the_whole_file_is_read_after_a_crash(made: CreatedOffice) -> None:
    opened(made).close()
    office = opened(made)
    office._engine.dispose()
    assert office._lock is not None
    office._lock.release()
    assert whole_checks(made) == 1


def test_the_whole_file_is_read_after_someone_else_wrote_it(made: CreatedOffice) -> None:
    opened(made).close()
    (made.folder / "office.db").touch()
    assert whole_checks(made) == 1


def test_an_office_that_does_not_open_is_free_for_the_next_try(made: CreatedOffice) -> None:
    with (
        patch.object(opening, "need_local", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        opened(made)
    opened(made).close()
