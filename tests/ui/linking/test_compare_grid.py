"""Requirements of two cards side by side: what differs says so in a word, what is empty is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.linking.preview import both_cards
from tests.factories.clients import add_client, add_note
from ui.linking.compare_grid import CompareGrid
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office


def test_only_fields_that_are_filled_on_both_can_differ(qtbot: QtBot, office: Office) -> None:
    one = add_client(office, hint="Ring twice", email="erna@example.org")
    other = add_client(office, hint="Ring once")
    add_note(office, one)
    grid = CompareGrid()
    qtbot.addWidget(grid)

    facts, others = office.ask(both_cards, one, other)
    assert facts is not None
    assert others is not None
    grid.show_cards(facts, others)

    shown = [label.text() for label in grid.findChildren(Label)]
    assert shown.count("differs") == 1
    assert {"Ring twice", "Ring once", "erna@example.org", "–", "Notes"} <= set(shown)
    assert "Floor" not in shown
