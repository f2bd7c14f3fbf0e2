"""Requirements of the single-instance lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Unavailable
from db.folder import OfficeFolder
from db.lock import hold
from db.state import read_state
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path


def test_a_lock_is_held_by_one_and_names_the_holder(tmp_path: Path) -> None:
    place = OfficeFolder(tmp_path)
    first = hold(place, "Anna Beispiel", NOW)
    holder = read_state(place.state).holder
    assert holder is not None
    assert (holder.who, holder.since) == ("Anna Beispiel", NOW.isoformat())
    with pytest.raises(Unavailable) as trouble:
        hold(place, "Berta Muster", NOW)
    assert trouble.value.problem.values["who"] == "Anna Beispiel"
    first.release()
    first.release()
    hold(place, "Berta Muster", NOW).release()


def test_a_holder_whose_note_is_unreadable_is_still_respected(tmp_path: Path) -> None:
    place = OfficeFolder(tmp_path)
    lock = hold(place, "Anna Beispiel", NOW)
    place.state.write_bytes(b"\xff")
    with pytest.raises(Unavailable, match="already open in another window"):
        hold(place, "Berta Muster", NOW)
    lock.release()


def test_a_lock_file_that_was_left_behind_locks_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "office.lock").write_text("left behind")
    hold(OfficeFolder(tmp_path), "Anna Beispiel", NOW).release()
