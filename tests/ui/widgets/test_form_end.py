"""The end of a form saves once at a time and says what could not be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.errors import Unavailable
from tests.ui.widgets.hands import bring_forward
from ui.widgets.banner import Banner
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def make_form(qtbot: QtBot) -> tuple[QWidget, QLineEdit, FormEnd]:
    form, field = QWidget(), QLineEdit()
    field.setAccessibleName("Name")
    ending = FormEnd(form, "Save visit", QLabel("Saved"))
    arrange_form(form, [field], ending)
    qtbot.addWidget(form)
    form.resize(400, 300)
    bring_forward(qtbot, form)
    field.setFocus()
    return form, field, ending


def test_control_s_saves_and_escape_leaves(qtbot: QtBot) -> None:
    _form, field, ending = make_form(qtbot)
    with qtbot.waitSignal(ending.save_wanted):
        qtbot.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(ending.leave_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_nothing_is_saved_twice(qtbot: QtBot) -> None:
    _form, _field, ending = make_form(qtbot)
    ending.show_busy()
    assert not ending.may_save()
    ending.show_ready()
    assert ending.may_save()


def test_trouble_stands_above_the_buttons_until_the_next_try(qtbot: QtBot) -> None:
    _form, _field, ending = make_form(qtbot)
    ending.show_trouble(Unavailable("The disk is full.", "Make room."))
    banner = ending.findChild(Banner)
    assert banner is not None
    assert banner.accessibleName() == "The disk is full. Make room."
    assert ending.may_save()
    ending.show_busy()
    ending.show_ready()


def test_the_buttons_stay_in_sight_while_the_parts_scroll(qtbot: QtBot) -> None:
    form, _field, ending = make_form(qtbot)
    body = form.findChild(ScrollBody)
    assert body is not None
    assert not body.isAncestorOf(ending)
    assert ending.geometry().bottom() <= form.height()
