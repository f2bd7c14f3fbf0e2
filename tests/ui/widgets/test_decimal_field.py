"""Requirements of numbers with decimals: comma or point, counted in their smallest parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.decimal_field import DecimalField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("12,4", 124), ("12.4", 124), ("12", 120), ("0,5", 5), ("-3", -30), ("", None)],
)
def test_what_is_typed_is_counted_in_parts(qtbot: QtBot, typed: str, parts: int | None) -> None:
    field = DecimalField(1)
    qtbot.addWidget(field)
    field.set_value(typed)

    assert field.parts() == parts
    assert field.is_valid()


@pytest.mark.parametrize("typed", ["twelve", "1,23", "1.2.3", "٣x"])
def test_what_is_no_number_is_said(qtbot: QtBot, typed: str) -> None:
    field = DecimalField(1)
    qtbot.addWidget(field)
    field.set_value(typed)

    assert field.parts() is None
    assert "12.5" in field.trouble()


def test_a_number_is_shown_as_it_would_be_typed(qtbot: QtBot) -> None:
    field = DecimalField(2)
    qtbot.addWidget(field)
    field.set_parts(123_456)

    assert field.text() == "1234.56"
    assert field.parts() == 123_456
    field.set_parts(None)
    assert not field.text()
