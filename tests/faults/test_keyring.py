"""Faults 18 and 19: keyrings that fail in each known way, and a mistyped recovery key."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import (
    create_office,
    forget_in_keyring,
    key_from_keyring,
    key_from_passphrase,
    key_from_recovery,
    remember_in_keyring,
    ways_in,
)
from app.errors import Refused, Unavailable
from db import keyring_store
from tests.factories.keyrings import Dismissed, Forgetful, Lying, Plain, Trusted
from tests.factories.offices import PASSPHRASE, office_values

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice


def use(monkeypatch: pytest.MonkeyPatch, *backends: object) -> None:
    """Let these be all the keyrings of the computer."""
    monkeypatch.setattr(keyring_store, "trusted_backends", lambda: iter(backends))


def test_a_trusted_keyring_opens_the_office(
    made: CreatedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Trusted())
    assert remember_in_keyring(made.folder, made.key)
    assert ways_in(made.folder).keyring
    assert key_from_keyring(made.folder) == made.key
    forget_in_keyring(made.folder)
    assert not ways_in(made.folder).keyring
    with pytest.raises(Unavailable, match="does not know the key"):
        key_from_keyring(made.folder)


@pytest.mark.parametrize("kind", [None, Forgetful, Lying, Dismissed, Plain])
def test_without_a_trusted_keyring_the_passphrase_remains_and_nothing_is_written_plainly(
    made: CreatedOffice, monkeypatch: pytest.MonkeyPatch, kind: type | None
) -> None:
    backend = kind() if kind else None
    use(monkeypatch, *([backend] if backend else []))
    assert not remember_in_keyring(made.folder, made.key)
    assert not ways_in(made.folder).keyring
    with pytest.raises(Unavailable) as trouble:
        key_from_keyring(made.folder)
    assert "passphrase" in trouble.value.remedy.message
    assert key_from_passphrase(made.folder, PASSPHRASE) == made.key
    if isinstance(backend, Plain):
        assert not backend.written


def test_the_next_trusted_keyring_is_used_when_the_first_is_dismissed(
    made: CreatedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Dismissed(), Trusted())
    assert remember_in_keyring(made.folder, made.key)
    assert key_from_keyring(made.folder) == made.key


def test_a_key_in_the_keyring_that_is_not_this_offices_is_not_used(
    made: CreatedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Trusted())
    remember_in_keyring(made.folder, bytes(32))
    with pytest.raises(Unavailable):
        key_from_keyring(made.folder)


def test_a_new_office_is_made_when_the_keyring_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Dismissed())
    made = create_office(tmp_path / "new", office_values(), passphrase=PASSPHRASE, use_keyring=True)
    assert not ways_in(made.folder).keyring
    assert key_from_passphrase(made.folder, PASSPHRASE) == made.key


def test_a_mistyped_recovery_key_names_the_group(made: CreatedOffice) -> None:
    groups = made.recovery_key.split("-")
    groups[3] = ("A" if groups[3][0] != "A" else "B") + groups[3][1:]
    with pytest.raises(Refused) as refused:
        key_from_recovery(made.folder, "-".join(groups))
    (problem,) = refused.value.problems
    assert (problem.field, problem.values["group"]) == ("recovery_key", 4)


REAL = """
import sys
from pathlib import Path
from app.admin.offices import *
folder, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
assert remember_in_keyring(folder, key), "not remembered"
assert key_from_keyring(folder) == key
forget_in_keyring(folder)
try:
    key_from_keyring(folder)
except Exception as error:
    print(error)
assert not any("alt" in name for name in sys.modules if name.startswith("keyring"))
"""

TOOLS = ("dbus-run-session", "gnome-keyring-daemon")


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {' and '.join(TOOLS)}")
def test_a_real_keyring_remembers_and_forgets(made: CreatedOffice, tmp_path: Path) -> None:
    start = 'echo -n secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$@"'
    script = ["sh", "-c", start, "sh", sys.executable, "-c", REAL]
    done = subprocess.run(
        ["dbus-run-session", "--", *script, str(made.folder), made.key.hex()],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "does not know the key" in done.stdout
    stored = [file.read_bytes() for file in tmp_path.rglob("*.keyring")]
    assert stored
    assert not any(made.key.hex().encode() in content for content in stored)
