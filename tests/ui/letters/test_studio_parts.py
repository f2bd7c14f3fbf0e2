"""Requirements of what stands beside the text of a template: blocks, hints and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.letters.readability.findings import findings
from app.letters.readability.report import report
from app.letters.rules.markup import BLOCKS
from app.letters.studio.queries import studio_text
from tests.factories.letters import office_card
from ui.letters.studio_blocks import BlocksView
from ui.letters.studio_fields import FieldList, begun_before
from ui.letters.studio_hints import HintsView
from ui.letters.studio_side import StudioSide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

HARD = "Sie werden gebeten, die Unterlagen diesbezüglich einzureichen."


def test_every_block_is_explained_in_the_order_of_reading(qtbot: QtBot) -> None:
    view = BlocksView()
    qtbot.addWidget(view)

    assert tuple(block.code for block in view.table.rows()) == BLOCKS
    assert all(block.words.endswith(".") for block in view.table.rows())
    with qtbot.waitSignal(view.wanted) as wanted:
        view.insert_button.click()
    assert wanted.args == [BLOCKS[0]]


def test_hard_places_are_listed_and_better_words_offered(qtbot: QtBot) -> None:
    view = HintsView()
    qtbot.addWidget(view)
    found = findings(HARD, "de")
    view.show_hints(HARD, found, report(HARD, "de"))

    assert {HARD[each.finding.start : each.finding.end] for each in view.table.rows()} >= {
        "diesbezüglich"
    }
    officialese = next(each for each in found if HARD[each.start : each.end] == "diesbezüglich")
    view.choose(officialese)
    assert view.replace_button.isEnabled()
    with qtbot.waitSignal(view.replaced) as replaced:
        view.replace_button.click()
    assert replaced.args[0] == officialese
    assert replaced.args[1]


def test_an_easy_text_has_no_hints(qtbot: QtBot) -> None:
    view = HintsView()
    qtbot.addWidget(view)
    view.show_hints("Wir kommen.", (), report("Wir kommen.", "de"))

    assert not view.table.rows()
    assert not view.replace_button.isEnabled()


def test_versions_and_readers_stand_beside_the_text(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    side = StudioSide(desk, office.ask(studio_text, "free", "de"))
    qtbot.addWidget(side)

    assert not side.versions.table.rows()
    assert not side.feedback.table.rows()


@pytest.mark.parametrize(
    ("typed", "begun"), [("Am {vis", "vis"), ("Am {", ""), ("{day} und", ""), ("{a b", "")]
)
def test_a_field_is_offered_for_what_stands_behind_a_brace(
    qtbot: QtBot, typed: str, begun: str
) -> None:
    field = QPlainTextEdit(typed)
    qtbot.addWidget(field)
    field.moveCursor(QTextCursor.MoveOperation.End)
    offered = FieldList(field)

    assert begun_before(field) == begun
    assert not offered.is_open()
