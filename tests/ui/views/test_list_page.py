"""A page with a list: its keys, and what a narrow window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from tests.factories.institutions import add_institution
from tests.ui.widgets.hands import bring_forward
from ui.institutions.institutions_page import InstitutionsPage
from ui.views.list_page import export_button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> InstitutionsPage:
    add_institution(office)
    page = InstitutionsPage(desk)
    page.resize(700, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    return page


def test_a_narrow_page_gives_a_card_all_of_itself(qtbot: QtBot, page: InstitutionsPage) -> None:
    page.list.clicked.emit(page.list.rows()[0].id)
    assert page.header.isHidden()
    assert page.list.isHidden()
    qtbot.keyClick(page, "F", Qt.KeyboardModifier.ControlModifier)
    assert page.list.search.hasFocus()
    assert not page.header.isHidden()


def test_f2_changes_what_is_shown(qtbot: QtBot, page: InstitutionsPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert page.panel.form is None
    page.show_record(page.list.rows()[0].id)
    qtbot.keyClick(page, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: page.panel.form is not None)


def test_a_form_on_its_way_opens_though_the_keyboard_comes_to_the_list(
    qtbot: QtBot, page: InstitutionsPage
) -> None:
    page.list.search.setFocus()
    page.on_add_wanted()
    page.list.table.setFocus()
    assert page.list.table.current_row() is not None
    qtbot.waitUntil(lambda: page.panel.form is not None)
    form = page.panel.form
    page.list.table.setCurrentIndex(QModelIndex())
    page.list.search.setFocus()
    page.list.table.setFocus()
    assert page.panel.form is form


def test_the_export_says_which_files_there_are() -> None:
    assert "CSV" in export_button().toolTip()
