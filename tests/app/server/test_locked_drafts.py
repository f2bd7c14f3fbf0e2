"""An office of this computer keeps no drafts beside itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.server.locked_drafts import locked_drafts, throw_locked_drafts_away, unlock_drafts

if TYPE_CHECKING:
    from app.office import Office


def test_nothing_is_locked_in_an_office_of_this_computer(office: Office) -> None:
    assert locked_drafts(office) == 0
    assert unlock_drafts(office, "any password") == 0
    assert throw_locked_drafts_away(office) == 0
