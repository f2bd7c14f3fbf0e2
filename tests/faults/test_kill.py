"""Faults 1 and 6: the program is killed in the middle of saving, or of exchanging keys."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from app.admin.offices import key_from_passphrase, rotate_key
from db import rotation
from tests.factories.offices import PASSPHRASE, opened
from tests.faults.acts import numbers, save_numbered

if TYPE_CHECKING:
    from app.admin.rules import CreatedOffice

SOAK = int(os.environ.get("NAHBAR_FAULT_KILLS", "1000"))
"""How often a saver is killed in the long run."""

MOMENTS = ["_export", "_need_same", "write_keys", "_swap", "move_into_place", "_remove"]
"""The steps of an exchange of keys before and after which the power may go."""


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


class Killed(BaseException):
    """Stands for kill -9: nothing of the program runs any more."""


def killer(what: str, made: CreatedOffice, secret: str, rounds: int) -> int:
    """Run the killing program; answer the number it prints."""
    command = [sys.executable, "-m", "tests.faults.killer", what, str(made.folder), secret]
    done = subprocess.run([*command, str(rounds)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


@needs_fork
@pytest.mark.parametrize("kills", [25, pytest.param(SOAK, marks=pytest.mark.soak)])
def test_no_row_that_was_said_to_be_saved_is_lost(made: CreatedOffice, kills: int) -> None:
    assert killer("saving", made, made.key.hex(), kills) >= kills


@needs_fork
@pytest.mark.parametrize("kills", [6, pytest.param(SOAK // 10, marks=pytest.mark.soak)])
def test_an_exchange_of_keys_may_be_killed_at_any_moment(made: CreatedOffice, kills: int) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    office.close()
    assert killer("exchanging", made, made.recovery_key, kills) == kills


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_exchange_of_keys_opens_with_the_old_passphrase(
    made: CreatedOffice, moment: str, *, after: bool
) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    office.close()
    real = getattr(rotation, moment)

    def killed(*args: object) -> None:
        if after:
            real(*args)
        raise Killed

    # A killed program removes nothing either.
    with (
        patch.object(rotation, moment, killed),
        patch.object(rotation, "_remove", killed if moment == "_remove" else lambda _file: None),
        pytest.raises(Killed),
    ):
        rotate_key(
            made.folder, made.key, passphrase=PASSPHRASE, use_keyring=False, who="Anna Beispiel"
        )
    key = key_from_passphrase(made.folder, PASSPHRASE)
    reopened = opened(replace(made, key=key))
    assert reopened.ask(numbers) == {1}
    reopened.close()
    assert not (made.folder / "office.db.new").exists()
    now_in_use = key_from_passphrase(made.folder, PASSPHRASE)
    opened(replace(made, key=now_in_use)).close()
