"""Requirements of the details of a note: each input keeps what was chosen, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt

from app.journal.rules import NoteEntry, Topic
from app.journal.rules.lists import TOPICS
from ui.codes.code_chips import CodeChips
from ui.journal.minutes_field import MinutesField
from ui.journal.note_details import NoteDetails
from ui.journal.people_field import PeopleField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

ERNA, OTTO = uuid4(), UUID(int=7)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("15", 15), ("90 min", 90), ("1:30", 90), ("2.05", 125), ("", None), ("long", None)],
)
def test_minutes_are_typed_as_people_write_them(
    qtbot: QtBot, typed: str, minutes: int | None
) -> None:
    field = MinutesField()
    qtbot.addWidget(field)
    field.setText(typed)

    assert field.minutes() == minutes
    assert field.is_valid() is (minutes is not None or not typed)
    assert bool(field.trouble()) is not field.is_valid()


def test_topics_are_one_stop_of_tab_and_arrows_move_between_them(qtbot: QtBot) -> None:
    field = CodeChips(TOPICS)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(field.window().focusWidget(), key)
    first, second, *_ = Topic

    assert field.value() == (first, second)
    other = CodeChips(TOPICS)
    qtbot.addWidget(other)
    other.restore_text(field.text_value() + " unknown")
    assert other.value() == field.value()


def test_further_people_survive_a_draft_and_can_be_taken_out(qtbot: QtBot, desk: Desk) -> None:
    field = PeopleField(desk)
    qtbot.addWidget(field)
    field.set_people([(ERNA, "Erna <b>"), (OTTO, "Otto")])
    other = PeopleField(desk)
    qtbot.addWidget(other)
    other.restore_text(field.text_value() + "\nnobody|x")

    assert other.value() == (ERNA, OTTO)
    other._on_removed(ERNA)
    assert other.value() == (OTTO,)


def test_details_come_back_as_they_were_packed(qtbot: QtBot, desk: Desk) -> None:
    details = NoteDetails(desk)
    qtbot.addWidget(details)
    entry = NoteEntry(people=(ERNA,), text="x", medium="phone", reached=True, minutes=15)
    details.set_entry(entry, [])
    other = NoteDetails(desk)
    qtbot.addWidget(other)
    other.unpack(details.packed())

    again = other.entry(ERNA, "x")
    assert (again.medium, again.reached, again.minutes) == ("phone", True, 15)
    assert other.summary() == details.summary()
