"""README's ten minutes work: its commands are typed, and a colleague joins with what they made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.errors import Refused
from app.server.joining import Credentials, read_profile_file
from app.server.shared_office import open_shared_office
from tests.server.cluster import debian_binaries, installed_binaries
from tests.server.ten_minutes import commands, follow

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def _how(connection: Connection) -> tuple[str, bool]:
    asked = text("SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    row = connection.execute(asked).one()
    return str(row[0]), bool(row[1])


@pytest.mark.parametrize(
    "binaries",
    # Where none is installed this fails, and says how to install one.
    installed_binaries() or [None],
    ids=lambda found: found.parent.name if found else "none",
)
def test_a_fresh_debian_becomes_a_shared_office(binaries: Path | None, tmp_path: Path) -> None:
    """On each version that apt has installed, such as 15 of Debian and 18 of postgresql.org."""
    cluster, said = follow(binaries or debian_binaries(), tmp_path)
    try:
        assert "The server guards this office as it should." in said
        found = re.search(r"shown this once: (\S+)", said)
        assert found is not None
        profile = read_profile_file(tmp_path / "office.nahbar")
        assert (profile.host, profile.safe_mode) == ("localhost", "verify-full")
        petra = Credentials("petra_weber", found[1])
        office = open_shared_office(tmp_path / "office.nahbar", profile, petra)
        assert office.who == "Petra Weber"
        assert office.ask(_how) == ("petra_weber", True)
        office.close()
        stranger = Credentials("postgres", found[1])
        with pytest.raises(Refused):
            open_shared_office(tmp_path / "office.nahbar", profile, stranger)
        assert (tmp_path / "office.dump").stat().st_size > 10_000
        assert (tmp_path / "certificates" / "ca.key").stat().st_mode & 0o077 == 0
    finally:
        cluster.remove()


def test_every_verb_of_the_section_is_run() -> None:
    typed = set(re.findall(r"nahbar server ([a-z-]+)", commands()))
    assert typed == {"init", "add-person", "certificate", "profile", "check", "upgrade", "drill"}
