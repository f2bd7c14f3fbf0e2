"""Faults 9 and 10: another program keeps the file locked; a read turns into a write."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.errors import Unavailable
from db.session import BUSY_MS, connect
from tests.factories.offices import opened
from tests.faults.acts import numbers, save_numbered

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.admin.rules import CreatedOffice

LOCK = """
import sys
from pathlib import Path
from db.session import connect
connection = connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_locked_office_says_which_program_holds_it(made: CreatedOffice) -> None:
    office = opened(made, busy_ms=50)
    command = [sys.executable, "-c", LOCK, str(made.folder / "office.db"), made.key.hex()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        assert office.ask(numbers) == set()
        with pytest.raises(Unavailable) as trouble:
            office.act(save_numbered, 1)
        other.kill()
    said = trouble.value.problem
    assert said.message.endswith("is using the office file.")
    if sys.platform == "linux":
        assert "python" in str(said.values["program"])
    assert trouble.value.remedy.message
    office.act(save_numbered, 1)
    office.close()


def test_nobody_waits_longer_than_five_seconds_for_a_lock(made: CreatedOffice) -> None:
    assert BUSY_MS == 5000
    with closing(connect(made.folder / "office.db", made.key)) as connection:
        assert connection.execute("PRAGMA busy_timeout").fetchone()[0] == BUSY_MS


def test_a_question_cannot_turn_into_a_write(made: CreatedOffice) -> None:
    def write(connection: Connection) -> None:
        connection.execute(text("DELETE FROM office"))

    office = opened(made)
    with pytest.raises(Unavailable):
        office.ask(write)
    office.act(save_numbered, 1)
    assert office.ask(numbers) == {1}
    office.close()


def test_an_act_holds_the_write_lock_from_its_first_read(made: CreatedOffice) -> None:
    office = opened(made)
    with (
        office._engine.begin() as connection,
        closing(connect(made.folder / "office.db", made.key, busy_ms=0)) as other,
    ):
        connection.execute(text("SELECT count(*) FROM office"))
        with pytest.raises(Exception, match="database is locked"):
            other.execute("BEGIN IMMEDIATE")
    office.close()
