"""Each row of a person's form says what it holds, whatever it was filled with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from app.clients.rules import FurtherAddress, Reach, RoleSpan
from ui.clients.address_row import AddressesField, AddressRow
from ui.clients.reach_row import ReachRow, reaches_field
from ui.clients.role_row import RoleRow, roles_field

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DAY, LATER = date(2026, 11, 23), date(2026, 12, 24)


def test_a_number_is_filled_and_read(qtbot: QtBot) -> None:
    row = ReachRow()
    qtbot.addWidget(row)
    reach = Reach(uuid4(), "email", "Son", "ida@example.org", "evenings", DAY, LATER)
    row.fill(reach)
    assert row.value() == reach
    row.focus_first()


def test_an_address_is_filled_and_asks_for_a_door_in_denmark(qtbot: QtBot) -> None:
    row = AddressRow()
    qtbot.addWidget(row)
    assert row.field("door").isHidden()
    address = FurtherAddress(
        uuid4(), "stay", "DK", "Kaya", "Vej", "1", "st", "tv", "2750", "Ballerup", "x", DAY, LATER
    )
    row.fill(address)
    assert row.value() == address
    assert not row.field("door").isHidden()


def test_a_role_is_filled_and_read(qtbot: QtBot) -> None:
    row = RoleRow()
    qtbot.addWidget(row)
    span = RoleSpan("volunteer", DAY, LATER)
    row.fill(span)
    assert row.value() == span


def test_fields_of_rows_begin_empty(qtbot: QtBot) -> None:
    for field in (reaches_field(), AddressesField(), roles_field()):
        qtbot.addWidget(field)
        assert field.value() == ()
        assert field.text_value() == "[]"
