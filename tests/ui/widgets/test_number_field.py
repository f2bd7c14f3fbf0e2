"""A number is a number, empty is not known, and anything else is said beside the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("typed", "number", "is_valid"),
    [
        (" 3 ", 3, True),
        ("", None, True),
        ("3,5", None, False),
        ("-1", None, False),
        ("²", None, False),
    ],
)
def test_only_whole_numbers_are_understood(
    qtbot: QtBot,
    typed: str,
    number: int | None,
    is_valid: bool,  # noqa: FBT001 - of a table
) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.set_value(typed)
    assert field.number() == number
    assert (not field.trouble()) is is_valid
    field.set_number(None)
    assert field.text_value() == ""
