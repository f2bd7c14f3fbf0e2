"""What is told of a form's draft, while the form is there and once it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ui.drafts.told_state import ToldState

if TYPE_CHECKING:
    from ui.drafts.draft_keeper import DraftKeeper


class _Keeper(QObject):
    """Says what the test lets it say."""

    state_changed = Signal(str)


def test_of_a_form_that_is_gone_nothing_stays_said() -> None:
    owner, first, second = QObject(), _Keeper(), _Keeper()
    told = ToldState(owner)
    said: list[str] = []
    told.told.connect(said.append)
    told.follow(cast("DraftKeeper", first))
    first.state_changed.emit("saving")
    told.follow(cast("DraftKeeper", second))
    first.state_changed.emit("saved")
    assert said == ["saving", ""]
    second.state_changed.emit("saved")
    told.leave()
    assert said == ["saving", "", "saved"]
