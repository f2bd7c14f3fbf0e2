"""The small pieces do what they say, by mouse, keyboard and screen reader."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from tests.ui.widgets.hands import bring_forward, click
from ui.palette import Role
from ui.widgets.banner import Banner, IconLabel
from ui.widgets.buttons import danger_button, icon_button, plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.chips import Chip, FilterBar
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, shown, title
from ui.widgets.page_header import PageHeader
from ui.widgets.progress import Progress
from ui.widgets.saved_state import SavedState
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.search_field import SearchField
from ui.widgets.status_label import StatusLabel
from ui.widgets.timeline import Timeline, TimelineEntry
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("text", ["<b>x</b>", "<img src=/etc/passwd>", "&amp;"])
def test_no_label_interprets_what_it_shows(qtbot: QtBot, text: str) -> None:
    for label in (Label(text), title(text), Chip(text), ElidedLabel(text)):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == text


def test_what_no_screen_can_show_is_replaced() -> None:
    assert shown("a\0b") == "a\ufffdb"
    assert shown("a\ud800b") == "a\ufffdb" or "?" in shown("a\ud800b")
    assert shown("👵🏽 ä") == "👵🏽 ä"


def test_a_button_shows_an_ampersand_as_it_is(qtbot: QtBot) -> None:
    for make in (primary_button, plain_button, danger_button):
        button = make("Tom & Jerry", "save")
        qtbot.addWidget(button)
        assert button.text() == "Tom && Jerry"
        assert button.accessibleName() == "Tom & Jerry"


def test_an_icon_button_has_a_name_and_a_large_target(qtbot: QtBot) -> None:
    button = icon_button("print", "Print")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Print"
    assert button.toolTip() == "Print"
    assert min(button.minimumWidth(), button.minimumHeight()) >= 28
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_action_of_a_card_is_told(qtbot: QtBot) -> None:
    card = Card("Contact", "Edit")
    qtbot.addWidget(card)
    card.add(QLabel("x"))
    card.add(QVBoxLayout())
    with qtbot.waitSignal(card.acted):
        click(card, "Edit")
    card.clear()
    assert card.body.count() == 0


def test_a_narrow_card_puts_its_action_below_the_title(qtbot: QtBot) -> None:
    card = Card("Contact persons", "Add a contact person of this institution")
    qtbot.addWidget(card)
    card.show()
    (button,) = card.findChildren(QPushButton)
    words = next(one for one in card.findChildren(QLabel) if one.text() == "Contact persons")
    card.resize(900, 120)
    qtbot.waitUntil(lambda: button.geometry().left() > words.geometry().left())
    card.resize(card.minimumSizeHint().width(), 160)
    qtbot.waitUntil(lambda: button.geometry().top() > words.geometry().top())
    assert button.geometry().right() <= card.width()


def test_a_banner_is_read_out_and_can_be_closed(qtbot: QtBot) -> None:
    banner = Banner("danger", "The disk is full.", "Show", closable=True)
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "The disk is full."
    with qtbot.waitSignal(banner.acted):
        click(banner, "Show")
    with qtbot.waitSignal(banner.dismissed):
        click(banner, "Hide this message")
    assert banner.isHidden()


def test_an_icon_is_as_large_as_asked_for(qtbot: QtBot) -> None:
    label = IconLabel("info", Role.PRIMARY, 20)
    qtbot.addWidget(label)
    assert label.size() == QSize(20, 20)


def test_an_empty_state_offers_to_add_the_first(qtbot: QtBot) -> None:
    empty = EmptyState("Nobody is here yet.", "Add a person", icon="person_add")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted):
        click(empty, "Add a person")


def test_chips_choose_one_value(qtbot: QtBot) -> None:
    bar = FilterBar([("all", "All"), (None, "None & more")], "Filter")
    qtbot.addWidget(bar)
    assert bar.value() == "all"
    with qtbot.waitSignal(bar.chosen) as chosen:
        click(bar, "None & more")
    assert chosen.args == [None]
    bar.set_value("all")
    assert bar.value() == "all"
    bar.set_words("all", "All (3)")
    assert "All (3)" in [button.text() for button in bar.findChildren(QPushButton)]


def test_a_chip_has_room_for_its_words_when_it_is_chosen(qtbot: QtBot) -> None:
    bar = FilterBar([("all", "All"), ("long", "Somewhat longer words (7)")], "Filter")
    qtbot.addWidget(bar)
    chip = bar.findChildren(QPushButton)[1]
    before = chip.sizeHint().width()
    font = chip.font()
    font.setWeight(QFont.Weight.DemiBold)
    assert before > QFontMetrics(font).horizontalAdvance(chip.text())
    bar.set_value("long")
    assert chip.sizeHint().width() == before


def test_a_flow_goes_on_in_the_next_line_when_full(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, 10)
    for _number in range(3):
        part = QLabel()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(220) == 50
    assert flow.heightForWidth(100) == 80


def test_a_status_of_a_whole_sentence_breaks_into_lines(qtbot: QtBot) -> None:
    sentence = "The chain is whole: nothing was changed, removed or inserted"
    status = StatusLabel(sentence, "done").wrapped()
    qtbot.addWidget(status)
    assert status.minimumSizeHint().width() < StatusLabel(sentence).minimumSizeHint().width() // 2
    status.resize(600, 80)
    status.show()
    label = status.findChildren(Label)[-1]
    qtbot.waitUntil(lambda: label.width() > 560)


def test_a_status_is_colour_and_word_and_shape(qtbot: QtBot) -> None:
    status = StatusLabel("Held", "done")
    qtbot.addWidget(status)
    assert status.text() == "Held"
    icon = status.findChild(IconLabel)
    assert icon is not None
    assert not icon.pixmap().isNull()


def test_saved_is_said_with_its_time(qtbot: QtBot) -> None:
    saved = SavedState()
    qtbot.addWidget(saved)
    assert saved.text() == ""
    saved.show_saving()
    assert saved.text() == "Saving …"
    saved.show_saved(datetime(2026, 11, 23, 14, 5))  # noqa: DTZ001 - a local time of day
    assert saved.text() == "Saved at 14:05"
    saved.show_failed()
    assert saved.text() == "Not saved"
    saved.clear()
    assert saved.text() == ""


def test_a_search_says_what_is_typed_and_escape_empties_it(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.typed.connect(heard.append)
    qtbot.keyClicks(field, "sc ")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["s", "sc", "sc", ""]
    with qtbot.waitSignal(field.moved_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_long_label_gives_way_and_tells_all_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("A very long name of an office in a small window")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_header_puts_its_actions_below_where_it_is_narrow(qtbot: QtBot) -> None:
    header = PageHeader("A rather long title of a page", "and more")
    button = plain_button("Print")
    header.add_action(button)
    qtbot.addWidget(header)
    header.resize(900, 60)
    header.show()
    beside = button.mapTo(header, button.rect().topLeft()).x()
    header.resize(240, 160)
    header.layout()
    QApplication.processEvents()
    assert button.mapTo(header, button.rect().topLeft()).x() < beside
    header.set_title("Short")
    header.set_subtitle("")


def test_a_hidden_button_leaves_no_gap_in_a_line(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, 8)
    first, hidden, last = plain_button("One"), plain_button("Two"), plain_button("Three")
    for button in (first, hidden, last):
        flow.addWidget(button)
    page.resize(900, 60)
    page.show()
    beside = last.x()
    hidden.hide()
    qtbot.waitUntil(lambda: last.x() < beside)
    assert last.x() == first.x() + first.width() + 8


def test_a_header_is_never_a_window_of_its_own(qtbot: QtBot) -> None:
    before = set(map(id, QApplication.topLevelWidgets()))
    header = PageHeader("Title", "Subtitle")
    qtbot.addWidget(header)
    visible = [part for part in QApplication.topLevelWidgets() if part.isVisible()]
    assert not [part for part in visible if id(part) not in before]


def test_progress_counts_and_can_be_cancelled(qtbot: QtBot) -> None:
    progress = Progress("Writing letters")
    qtbot.addWidget(progress)
    progress.show_count(1200, 4000)
    words = [label.text() for label in progress.findChildren(Label)]
    assert "1,200 of 4,000" in words
    progress.set_text("Printing")
    with qtbot.waitSignal(progress.cancelled):
        click(progress, "Cancel")


def test_an_entry_of_a_timeline_can_be_opened(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    key = UUID(int=7)
    timeline.set_entries([TimelineEntry("Tue", "Letter", "<b>", action="Open", record=key)])
    with qtbot.waitSignal(timeline.acted) as acted:
        click(timeline, "Open")
    assert acted.args == [key]
    timeline.set_entries([])
    assert not [part for part in timeline.findChildren(QPushButton) if part.isVisible()]


def test_what_gets_the_focus_is_scrolled_into_view(qtbot: QtBot) -> None:
    body = ScrollBody()
    qtbot.addWidget(body)
    buttons = [plain_button(str(number)) for number in range(60)]
    for button in buttons:
        body.add(button)
    body.end()
    body.resize(300, 200)
    bring_forward(qtbot, body)
    buttons[-1].setFocus()
    assert body.verticalScrollBar().value() > 0


def test_a_toast_undoes_once_and_goes(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(800, 600)
    over.show()
    toaster, undone = Toaster(over), []
    toaster.say("Visit cancelled.", lambda: undone.append(1))
    assert toaster.text() == "Visit cancelled."
    click(toaster, "Undo")
    toaster.undo()
    assert undone == [1]
    assert toaster.text() == ""


def test_a_toast_fits_into_a_narrow_window_and_escape_hides_it(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(400, 300)
    over.show()
    toaster = Toaster(over)
    toaster.say("A long sentence about a visit that somebody cancelled just now. " * 2)
    assert toaster.geometry().right() <= over.width()
    assert toaster.geometry().bottom() <= over.height()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    toaster.keyPressEvent(press)
    assert toaster.isHidden()


def test_an_action_that_goes_gives_its_room_in_the_head_of_a_page(qtbot: QtBot) -> None:
    header = PageHeader("Title")
    qtbot.addWidget(header)
    usual, more = QPushButton("Decide"), QPushButton("Take the decision back once more")
    for button in (usual, more):
        header.add_action(button)
    header.resize(usual.sizeHint().width() + 220, 120)
    header.show()
    qtbot.waitUntil(lambda: usual.geometry().top() > header.title.geometry().bottom())
    more.hide()
    qtbot.waitUntil(lambda: usual.geometry().left() > header.title.geometry().left())
