"""A dump that is not there is said before any server is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Unavailable
from app.server.drilling import NO_DUMP, try_dump

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_dump_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as trouble:
        try_dump("dbname=nowhere", tmp_path / "office.dump")
    assert trouble.value.problem.message == NO_DUMP
