"""Who edits what is a matter of a server: an office of this computer has nobody else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from db.presence import hold_words, holders, let_go_words

if TYPE_CHECKING:
    from app.office import Office


def test_nobody_else_edits_in_an_office_of_this_computer(office: Office) -> None:
    assert office.ask(holders, UUID(int=1), "client") == ()


def test_any_key_is_a_lock_that_a_server_takes() -> None:
    for number in (0, 1, 2**127, 2**128 - 1):
        record = UUID(int=number)
        key = hold_words(record).partition("shared(")[2].partition(")")[0]
        assert -(2**63) <= int(key) < 2**63
        assert f"shared({key})" in let_go_words(record)
