"""Fault 7: the office is opened twice."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import back_up, check_office, restore, rotate_key
from app.errors import Unavailable
from tests.factories.offices import opened
from tests.faults.acts import save_numbered

if TYPE_CHECKING:
    from app.admin.rules import CreatedOffice

HOLD = """
import os, sys
from pathlib import Path
from app.admin.offices import open_office
office = open_office(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), who="Berta Muster")
print("open", flush=True)
sys.stdin.read()
os._exit(0)
"""


def test_a_second_program_hears_who_has_the_office_open(made: CreatedOffice) -> None:
    command = [sys.executable, "-c", HOLD, str(made.folder), made.key.hex()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        with pytest.raises(Unavailable) as trouble:
            opened(made)
        first.kill()
    assert trouble.value.problem.message == "{who} has this office open on {computer}."
    assert trouble.value.problem.values["who"] == "Berta Muster"
    assert trouble.value.remedy.message
    opened(made).close()


def test_a_second_opener_in_the_same_program_is_kept_out_too(made: CreatedOffice) -> None:
    office = opened(made)
    with pytest.raises(Unavailable, match="has this office open"):
        opened(made)
    office.close()
    opened(made).close()


def test_reports_and_backups_work_while_the_office_is_open(made: CreatedOffice) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    assert check_office(made.folder, made.key).counts["draft"] == 1
    assert back_up(made.folder, made.key).counts["draft"] == 1
    office.act(save_numbered, 2)
    office.close()


def test_an_open_office_is_neither_restored_over_nor_given_another_key(
    made: CreatedOffice,
) -> None:
    office = opened(made)
    file = office.back_up().file
    with pytest.raises(Unavailable, match="has this office open"):
        restore(file, made.folder, made.key)
    with pytest.raises(Unavailable, match="has this office open"):
        rotate_key(made.folder, made.key, passphrase=None, use_keyring=False, who="Anna")
    office.close()
