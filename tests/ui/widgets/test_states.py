"""Pages that load, fail or are empty, lists with details, and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from tests.ui.widgets.hands import bring_forward, click
from ui.palette import Role
from ui.style import colour
from ui.widgets.choice_field import ChoiceField
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus_ring import FocusRing
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.question import Question
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_what_answers_at_once_never_flickers(qtbot: QtBot) -> None:
    content = QLabel("content")
    stack = StateStack(content)
    qtbot.addWidget(stack)
    stack.show_loading()
    assert stack.currentWidget() is content
    qtbot.waitUntil(lambda: stack.currentWidget() is not content)
    stack.show_content()
    assert stack.currentWidget() is content


def test_a_failed_page_says_why_and_can_be_retried(qtbot: QtBot) -> None:
    stack = StateStack(QLabel())
    qtbot.addWidget(stack)
    stack.show_failed("The disk does not answer.")
    words = [label.text() for label in stack.findChildren(QLabel) if label.isVisibleTo(stack)]
    assert "The disk does not answer." in words
    with qtbot.waitSignal(stack.retried):
        click(stack, "Try again")


def test_an_empty_page_offers_the_first_step(qtbot: QtBot) -> None:
    stack = StateStack(QLabel())
    qtbot.addWidget(stack)
    first, second = EmptyState("Nothing."), EmptyState("Nobody.")
    stack.show_empty(first)
    stack.show_empty(second)
    assert stack.currentWidget() is second
    assert stack.indexOf(first) < 0


def test_list_and_detail_stand_side_by_side_where_it_is_wide(qtbot: QtBot) -> None:
    both, parts = make_list_detail(qtbot, 1200)
    assert both.is_wide()
    assert all(part.isVisible() for part in parts)


def test_a_narrow_page_shows_one_and_leads_back(qtbot: QtBot) -> None:
    both, (first, second) = make_list_detail(qtbot, 700)
    assert first.isVisible()
    assert not second.isVisible()
    both.show_detail()
    assert second.isVisible()
    assert not first.isVisible()
    with qtbot.waitSignal(both.went_back):
        click(both, "Back to the list")
    assert first.isVisible()


def test_a_page_that_becomes_wide_shows_both_again(qtbot: QtBot) -> None:
    both, parts = make_list_detail(qtbot, 700)
    both.resize(1200, 500)
    assert all(part.isVisible() for part in parts)


def make_list_detail(qtbot: QtBot, width: int) -> tuple[ListDetail, tuple[QLabel, QLabel]]:
    parts = QLabel("list"), QLabel("detail")
    both = ListDetail(*parts)
    qtbot.addWidget(both)
    both.resize(width, 500)
    both.show()
    return both, parts


@pytest.mark.parametrize(("button", "answer"), [("Remove", True), ("Keep", False)])
def test_a_question_is_answered_by_verbs(qtbot: QtBot, button: str, *, answer: bool) -> None:
    when_asked(lambda dialog: click(dialog, button))
    asked = Question.confirm(
        None, "Remove this?", "It can be brought back.", "Remove", cancel="Keep", is_danger=True
    )
    assert asked is answer


def test_danger_is_never_the_default(qtbot: QtBot) -> None:
    question = Question(None, "Remove?", "", "Remove", is_danger=True)
    qtbot.addWidget(question)
    assert not question.verb_button.isDefault()


def test_a_question_answers_with_a_text_or_none(qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        assert line.accessibleName() == "New name"
        line.setText("Berta")
        click(dialog, "Rename")

    when_asked(answer)
    assert Question.ask_text(None, "Rename", "New name", "Rename", value="Anna") == "Berta"
    when_asked(QDialog.reject)
    assert Question.ask_text(None, "Rename", "New name", "Rename") is None


def test_a_question_answers_with_a_typed_choice(qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        field = dialog.findChild(ChoiceField)
        assert field is not None
        field.setCurrentIndex(1)
        click(dialog, "Take")

    when_asked(answer)
    assert Question.ask_choice(None, "Which?", "One", [(1, "one"), (2, "two")], "Take") == 2


def when_asked(answer: Callable[[QDialog], object]) -> None:
    """Answer the next question that is asked."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        answer(dialog)

    QTimer.singleShot(0, find)


def test_the_focus_has_a_ring_outside_its_control(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ring = FocusRing(app)
    window = QLabel()
    qtbot.addWidget(window)
    window.resize(300, 200)
    button = QPushButton("Save", window)
    button.setGeometry(50, 50, 100, 30)
    bring_forward(qtbot, window)
    button.setFocus()
    picture = window.grab().toImage()
    assert picture.pixelColor(100, 48) == colour(Role.FOCUS)
    button.move(50, 100)
    assert window.grab().toImage().pixelColor(100, 98) == colour(Role.FOCUS)
    button.clearFocus()
    assert window.grab().toImage().pixelColor(100, 98) != colour(Role.FOCUS)
    app.focusChanged.disconnect(ring._on_focus_changed)


def test_of_tabs_the_ring_goes_around_the_open_one(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ring = FocusRing(app)
    tabs = Tabs("Parts")
    qtbot.addWidget(tabs)
    for title in ("Overview", "Notes"):
        tabs.addTab(QLabel(title), title)
    tabs.resize(600, 300)
    bring_forward(qtbot, tabs)
    tabs.tabBar().setFocus()
    assert ring._ring is not None
    first = ring._ring.geometry()
    assert first.width() < 300
    tabs.setCurrentIndex(1)
    assert ring._ring.x() > first.x()
    tabs.clearFocus()
    tabs.tabBar().clearFocus()
    app.focusChanged.disconnect(ring._on_focus_changed)


def test_a_place_without_a_record_just_looks() -> None:
    assert Place("clients") == Place("clients", None, "")
