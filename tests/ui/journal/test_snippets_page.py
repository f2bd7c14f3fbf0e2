"""Snippets are made, changed and let go by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.journal.actions import save_snippet
from app.journal.queries import snippet_texts
from tests.ui.widgets.hands import bring_forward
from ui.journal.snippets_page import SnippetsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SnippetsPage:
    page = SnippetsPage(desk)
    page.resize(1000, 600)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def test_a_snippet_is_made_by_keyboard(qtbot: QtBot, office: Office, page: SnippetsPage) -> None:
    page.show_place(Place("snippets", None, "new"))
    qtbot.keyClicks(page.word, ";mfg")
    qtbot.keyClicks(page.text, "Yours, {me}")
    qtbot.keyClick(page.text, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: office.ask(snippet_texts) == {"mfg": "Yours, {me}"})
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    assert page.word.value() == ""


def test_a_wrong_snippet_says_why_beside_its_field(qtbot: QtBot, page: SnippetsPage) -> None:
    page.begin()
    page.word.set_value("m f")
    page.text.set_value("{nobody}")
    page.save()
    qtbot.waitUntil(lambda: "letters and digits" in page.form.field("word").problem())
    assert "nobody" in page.form.field("text").problem()


def test_a_snippet_is_changed_and_let_go(qtbot: QtBot, office: Office, page: SnippetsPage) -> None:
    office.act(save_snippet, uuid4(), 0, "mfg", "Yours")
    page.show_place(Place("snippets"))
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    page.table.choose_first()
    qtbot.waitUntil(lambda: page.word.value() == "mfg")
    page.text.set_value("Sincerely")
    page.save()
    qtbot.waitUntil(lambda: office.ask(snippet_texts) == {"mfg": "Sincerely"})
    qtbot.waitUntil(lambda: page.table.rows()[0].text == "Sincerely")
    page.table.choose(page.table.rows()[0].id)
    page._on_chosen(page.table.rows()[0])
    page.delete()
    qtbot.waitUntil(lambda: office.ask(snippet_texts) == {})
