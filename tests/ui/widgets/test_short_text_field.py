"""A short text stays as high as its lines, however long it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_short_text_does_not_take_the_room_of_a_long_one(qtbot: QtBot) -> None:
    two, four = ShortTextField(2), ShortTextField(4)
    for field in (two, four):
        qtbot.addWidget(field)
        field.set_value("A line\n" * 50)
        assert field.maximumHeight() == field.minimumHeight()
    assert two.maximumHeight() < four.maximumHeight()
    assert two.value() == "A line\n" * 50
