"""A member of a household: a name that leads to the card, and a way out; reused for the next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QLabel

from app.households.rows import MemberRow
from ui.households.member_line import MemberLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ERNA = MemberRow(UUID(int=1), 1, UUID(int=11), "Erna Krüger", "Krüger", date(2020, 3, 1))
KARL = MemberRow(UUID(int=2), 1, UUID(int=12), "Karl Krüger", "Krüger", None)


def line(qtbot: QtBot, *, is_shown: bool = False) -> MemberLine:
    line = MemberLine(ERNA, is_shown=is_shown)
    qtbot.addWidget(line)
    line.show()
    return line


def buttons(line: MemberLine) -> list[str]:
    return [one.accessibleName() for one in line.findChildren(QAbstractButton) if one.isVisible()]


def words(line: MemberLine) -> str:
    return " ".join(one.text() for one in line.findChildren(QLabel) if one.isVisible())


def test_whose_card_it_is_has_no_link(qtbot: QtBot) -> None:
    assert buttons(line(qtbot, is_shown=True)) == ["Erna Krüger has moved out"]


def test_the_name_leads_to_the_card(qtbot: QtBot) -> None:
    shown = line(qtbot)
    with qtbot.waitSignal(shown.person_wanted) as wanted:
        shown._link.button.click()
    assert wanted.args == [ERNA.person_id]


def test_the_next_member_has_nothing_of_the_one_before(qtbot: QtBot) -> None:
    shown = line(qtbot)
    assert "since" in words(shown)

    shown.show_member(KARL, is_shown=False)

    assert "since" not in words(shown)
    assert not any("Erna" in name for name in [*buttons(shown), words(shown)])
    with qtbot.waitSignal(shown.leave_wanted) as leaves:
        shown._leave.click()
    assert leaves.args == [KARL]
