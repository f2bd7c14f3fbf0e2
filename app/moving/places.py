"""How a move reaches a server: by a connection profile, or as psql is told."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from psycopg.conninfo import make_conninfo

from app.errors import Problem, Refused
from app.server.rules.profile_file import LARGEST, NOT_A_PROFILE, read_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.server.rules.profile import Profile

SUFFIX = ".nahbar"


def is_profile(place: str) -> bool:
    """Answer whether a place is a profile file and not the address of a database."""
    return place.endswith(SUFFIX) and Path(place).is_file()


@contextmanager
def address_of(place: str) -> Iterator[str]:
    """Answer the address of a server: of the profile file, or as it was given.

    The login comes from PGUSER: that of the profile's reader could not move anything. Raises
    `Refused` for what is no profile.
    """
    if not is_profile(place):
        yield place
        return
    profile = _read(Path(place))
    with TemporaryDirectory(prefix="nahbar-move-") as folder:
        yield _address(profile, Path(folder))


def _read(file: Path) -> Profile:
    if file.stat().st_size > LARGEST:
        raise Refused(Problem(NOT_A_PROFILE, "profile"))
    return read_profile(file.read_text(encoding="utf-8", errors="replace"))


def _address(profile: Profile, folder: Path) -> str:
    if profile.ca:
        file = folder / "ca.crt"
        file.write_text(profile.ca, encoding="utf-8")
        profile = replace(profile, ca_file=file)
    known: dict[str, str | int] = {
        "host": profile.host,
        "port": profile.port,
        "dbname": profile.database,
        "sslmode": profile.safe_mode,
        "sslrootcert": str(profile.ca_file) if profile.ca_file else "",
    }
    return make_conninfo("", **{name: value for name, value in known.items() if value})
