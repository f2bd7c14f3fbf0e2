"""Files that wait for a note are seen by whoever chose them alone, and wait once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Refused
from app.journal.actions.waiting import keep_file
from app.journal.queries.waiting import waiting_files
from tests.factories import files

if TYPE_CHECKING:
    from app.office import Office


def test_the_same_contents_wait_once_for_their_colleague(office: Office) -> None:
    for name in ("letter.pdf", "same.pdf"):
        office.act(keep_file, "7", "Erna", name, files.PDF)
    (row,) = office.ask(waiting_files, "7", office.who)
    assert (row.name, row.size) == ("same.pdf", len(files.PDF))
    assert office.ask(waiting_files, "7", "Berta Muster") == ()
    assert office.ask(waiting_files, "8", office.who) == ()
    with pytest.raises(Refused):
        office.act(keep_file, "7", "Erna", "bill.pdf", b"MZ")
