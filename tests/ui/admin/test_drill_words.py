"""What is said of the last drill: when it was, what the backup holds, whether one is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.admin.drill import EVERY_DAYS, Drill
from ui.admin.drill_words import holds, say_last
from ui.admin.remark import Remark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_drill_is_told_with_what_it_found(qtbot: QtBot) -> None:
    state = Remark()
    qtbot.addWidget(state)
    say_last(state, None)
    assert state.sentence() == "A restore was never tried."
    then = datetime.now(UTC) - timedelta(days=EVERY_DAYS + 1)
    drill = Drill(then, then, "Nord", 1, 2, 3, 4, chain_is_whole=False, with_recovery_key=False)
    say_last(state, drill)
    assert holds(drill) == "1 person, 2 visits, 3 notes, 4 letters"
    assert holds(drill) in state.sentence()
    assert "do not fit" in state.sentence()
