"""Runs many statements in one psql, as a login, and tells of each what became of it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, NamedTuple

from tests.server.cluster import debian_binaries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import URL

_MISSING_RIGHT = "42501"


class Said(NamedTuple):
    """What psql says of one statement."""

    state: str
    """SQLSTATE; "00000" when it was carried out."""
    rows: int

    @property
    def is_denied(self) -> bool:
        """Whether a right was missing."""
        return self.state == _MISSING_RIGHT

    @property
    def is_done(self) -> bool:
        """Whether it touched a row, or failed only because of the row's contents."""
        if self.state == "00000":
            return self.rows > 0
        return not self.is_denied


def psql(url: URL, statements: Mapping[str, str]) -> dict[str, Said]:
    """Carry out named statements one by one in a transaction that is rolled back."""
    lines = ["\\set ON_ERROR_ROLLBACK on", "BEGIN;"]
    for name, statement in statements.items():
        lines += [f"{statement};", f"\\echo @{name} :SQLSTATE :ROW_COUNT"]
    lines.append("ROLLBACK;")
    done = subprocess.run(
        [debian_binaries() / "psql", "-qAtX", "-v", "VERBOSITY=sqlstate", _address(url)],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line[1:].split() for line in done.stdout.splitlines() if line.startswith("@")]
    assert len(told) == len(statements), done.stderr[-2000:]
    return {name: Said(state, int(rows)) for name, state, rows in told}


def _address(url: URL) -> str:
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return str(address)


def literal(value: object) -> str:
    """Write a value into SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"'\\x{value.hex()}'"
    text = str(value).replace("'", "''")
    return f"'{text}'"
