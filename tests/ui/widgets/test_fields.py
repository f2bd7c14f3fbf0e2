"""Inputs hold what was typed, say what they cannot understand, and keep drafts."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCalendarWidget, QLineEdit, QWidget

from ui.widgets import input as any_input
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Input,
    LongTextField,
    PasswordField,
    SuggestField,
    TextField,
    TimeField,
    TriStateField,
)
from ui.widgets.inner_button import InnerButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 23)
HOSTILE = (
    "👵🏽",
    "مرحبا",
    "\u202eabc\u202c",
    "<b>x</b>",
    "<img src=/etc/passwd>",
    "100 %",
    "a_b",
    "x" * 20_001,
)


def today() -> date:
    return TODAY


def test_what_is_typed_comes_back_as_typed(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        field.set_value("Åse Ærø")
    assert field.value() == "Åse Ærø"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_as_typed(qtbot: QtBot, text: str) -> None:
    short, long = TextField(max_length=30_000), LongTextField()
    for field in (short, long):
        qtbot.addWidget(field)
        field.set_value(text)
        assert field.value() == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(exclude_categories=())))
def test_no_text_at_all_breaks_a_field(qtbot: QtBot, text: str) -> None:
    for field in (TextField(), LongTextField(), SuggestField(), DateField(), TimeField()):
        qtbot.addWidget(field)
        field.restore_text(text)
        field.text_value()
        field.trouble()
        field.value()


def test_text_that_is_too_long_is_said_and_not_cut_off(qtbot: QtBot) -> None:
    field = TextField(max_length=5)
    qtbot.addWidget(field)
    field.set_value("123456")
    assert field.value() == "123456"
    assert "5" in field.trouble()
    field.set_value("12345")
    assert not field.trouble()


def test_a_huge_paste_into_a_note_is_refused_with_a_sentence(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    field.set_value("before")
    paste = QMimeData()
    paste.setText("x" * 1_000_000)
    with qtbot.waitSignal(field.changed):
        field.insertFromMimeData(paste)
    assert field.value() == "before"
    assert "1,000,000" in field.trouble()
    qtbot.keyClicks(field, "y")
    assert not field.trouble()


def test_a_fitting_paste_is_inserted_as_plain_text(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    paste = QMimeData()
    paste.setHtml("<b>bold</b>")
    paste.setText("bold")
    field.insertFromMimeData(paste)
    assert field.value() == "bold"


def test_a_note_keeps_spaces_that_do_not_break(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    field.set_value("Nr.\u00a05\nzweite Zeile")
    assert field.value() == "Nr.\u00a05\nzweite Zeile"


def test_tab_leaves_a_note(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    assert field.tabChangesFocus()


def test_a_note_that_is_too_long_says_by_how_much(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    field.set_value("x" * 20_003)
    assert "3" in field.trouble()


def test_a_passphrase_is_hidden_and_no_draft(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.set_value("secret words")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert field.text_value() == ""
    field.restore_text("other")
    assert field.value() == "secret words"


def test_the_eye_shows_and_hides_a_passphrase(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    eye = field.findChild(InnerButton)
    assert eye is not None
    eye.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    eye.click()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_partial_date_gets_this_year_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "24.11.")
    assert field.value() == date(2026, 11, 24)
    field.editingFinished.emit()
    assert field.text() == "24/11/2026"


def test_an_empty_date_is_none_and_no_trouble(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    assert field.value() is None
    assert field.is_valid()
    assert not field.trouble()


def test_nonsense_in_a_date_is_named_with_an_example(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    field.restore_text("31.2.2026")
    assert field.value() is None
    assert "31.2.2026" in field.trouble()
    assert "23/11/2026" in field.trouble()


def test_up_and_down_go_a_day_on_and_back(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == TODAY
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 24)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == TODAY


def test_a_day_is_chosen_from_the_calendar_by_keyboard_alone(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    field.show()
    field.set_value(date(2026, 11, 24))
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(popup.windowHandle(), key)
    assert field.value() == date(2026, 11, 25)
    assert field.findChild(CalendarPopup) is None


def test_the_calendar_begins_on_monday(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday


def test_a_date_that_can_only_be_read_opens_no_calendar(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    field.set_read_only(True)
    field.open_calendar()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.findChild(CalendarPopup) is None
    assert field.value() is None


def test_a_time_is_typed_short_and_shown_in_full(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "1430")
    assert field.value() == time(14, 30)
    field.editingFinished.emit()
    assert field.text() == "14:30"


def test_nonsense_in_a_time_is_named(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.restore_text("25:00")
    assert field.value() is None
    assert not field.is_valid()
    assert "25:00" in field.trouble()


def test_up_goes_five_minutes_on_past_midnight(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.set_value(time(23, 58))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == time(0, 3)


def test_a_choice_keeps_its_typed_values(qtbot: QtBot) -> None:
    field: ChoiceField[str | None] = ChoiceField([(None, "Not known"), ("de", "German")])
    qtbot.addWidget(field)
    assert field.value() is None
    with qtbot.waitSignal(field.changed):
        field.set_value("de")
    assert field.value() == "de"
    with pytest.raises(ValueError, match="xx"):
        field.set_value("xx")


def test_a_choice_survives_other_options_when_still_offered(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "A"), ("b", "B")])
    qtbot.addWidget(field)
    field.set_value("b")
    field.set_options([("b", "B"), ("c", "C")])
    assert field.value() == "b"
    field.restore_text("c")
    assert field.value() == "c"
    field.restore_text("gone")
    assert field.value() == "c"


def test_suggestions_force_nothing_upon_the_writer(qtbot: QtBot) -> None:
    field = SuggestField()
    qtbot.addWidget(field)
    field.set_suggestions(["Bilk", "Benrath"])
    qtbot.keyClicks(field, "Be")
    assert field.value() == "Be"
    completer = field.completer()
    assert completer is not None
    assert completer.completionCount() == 1


def test_not_known_is_an_answer_of_its_own(qtbot: QtBot) -> None:
    field = TriStateField()
    qtbot.addWidget(field)
    assert field.value() is None
    with qtbot.waitSignal(field.changed):
        field.set_value(False)
    assert field.value() is False
    field.setAccessibleName("Lives alone")
    names = [button.accessibleName() for button in field.findChildren(QWidget)]
    assert "Lives alone: Not known" in names


@pytest.mark.parametrize(
    ("field_type", "text"),
    [
        (TextField, "abc"),
        (LongTextField, "a\nb"),
        (SuggestField, "x"),
        (DateField, "24.1"),
        (TimeField, "14:"),
        (TriStateField, "no"),
    ],
)
def test_a_draft_is_put_back_as_it_was(
    qtbot: QtBot, field_type: type[TextField], text: str
) -> None:
    field = field_type()
    qtbot.addWidget(field)
    field.restore_text(text)
    assert field.text_value() == text


def test_a_tick_is_kept_in_a_draft(qtbot: QtBot) -> None:
    field = CheckField("Tom & Jerry")
    qtbot.addWidget(field)
    field.set_value(True)
    assert field.text_value() == "yes"
    field.restore_text("no")
    assert field.value() is False
    assert field.accessibleName() == "Tom & Jerry"


def test_every_input_can_be_made_read_only(qtbot: QtBot) -> None:
    fields: tuple[Input, ...] = (
        TextField(),
        PasswordField(),
        LongTextField(),
        SuggestField(),
        DateField(),
        TimeField(),
        ChoiceField([(1, "one")]),
        CheckField("x"),
        TriStateField(),
    )
    for field in fields:
        widget = any_input.as_widget(field)
        qtbot.addWidget(widget)
        field.set_read_only(True)
        changeable = [
            part
            for part in (widget, *widget.findChildren(QAbstractButton))
            if part.isEnabled() and not part.property("readOnly")
        ]
        assert not [part for part in changeable if _takes_answers(part)]


def _takes_answers(part: QWidget) -> bool:
    return not isinstance(part, InnerButton) and not isinstance(part, TriStateField)


def test_setting_a_text_twenty_thousand_times_does_not_break_qt(qtbot: QtBot) -> None:
    # The next minor version of the binding loses a reference to None with each call.
    field = TextField()
    qtbot.addWidget(field)
    for number in range(20_000):
        field.setText(str(number))
    assert field.value() == "19999"
    assert QApplication.instance() is not None


def test_a_choice_that_is_too_long_ends_in_dots(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "Postal code and town together, in one column")])
    qtbot.addWidget(field)
    field.resize(1200, 32)
    assert not field.fitting().currentText.endswith("…")
    field.resize(120, 32)
    assert field.fitting().currentText.endswith("…")


def test_the_words_of_a_tick_break_where_there_is_no_room(qtbot: QtBot) -> None:
    words = "Look anew at proposals that nobody was asked about & keep the others"
    field = CheckField(words)
    qtbot.addWidget(field)
    whole = field.sizeHint()
    field.resize(whole.width() // 3, 200)
    field.show()
    qtbot.waitUntil(lambda: "\n" in field.text())
    assert field.text().replace("\n", " ").replace("&&", "&") == words
    assert field.minimumSizeHint().width() < whole.width() // 3
    assert field.sizeHint().width() == whole.width()
    assert field.sizeHint().height() > whole.height()
    assert field.accessibleName() == words
    field.resize(whole.width(), 200)
    qtbot.waitUntil(lambda: "\n" not in field.text())


def test_a_tick_is_never_narrower_than_its_longest_word(qtbot: QtBot) -> None:
    field = CheckField("A Wohnungsbaugesellschaft")
    qtbot.addWidget(field)
    assert field.minimumSizeHint().width() > field.fontMetrics().horizontalAdvance(
        "Wohnungsbaugesellschaft"
    )
