"""The parts of the frame: rail, bars, messages, pages, keys, the window's place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QScrollArea

from app.errors import Problem, Refused, Unavailable
from app.settings import settings_file
from resources import text
from tests.ui.frame.pages import ENTRIES, SeenPage
from tests.ui.widgets.hands import click
from ui.frame import window_place
from ui.frame.frame import Frame
from ui.frame.keys_window import KeysWindow
from ui.frame.message_area import MessageArea
from ui.frame.page_stack import PageStack
from ui.frame.rail import Rail
from ui.frame.shortcuts import ADVICE, APPOINTMENTS, CALENDAR, EVERYWHERE, WINDOW
from ui.frame.speech import machine_language, speak
from ui.frame.status_bar import OfficeFacts, StatusBar
from ui.frame.top_bar import TopBar
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_the_rail_says_where_one_wants_to_go(qtbot: QtBot) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    assert rail.marked() == ""
    with qtbot.waitSignal(rail.wanted) as wanted:
        click(rail, "Letters")
    assert wanted.args == ["letters"]
    rail.mark("more")
    assert rail.marked() == "more"
    rail.mark("elsewhere")
    assert rail.marked() == "more"


def test_the_demo_badge_is_there_in_a_demo_office_only(qtbot: QtBot) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    badge = next(label for label in top.findChildren(QLabel) if label.text() == "DEMO")
    top.show_office("Visits", is_demo=True)
    assert not badge.isHidden()
    top.show_office("Visits", is_demo=False)
    assert badge.isHidden()
    assert "Nahbar · Visits" in [label.text() for label in top.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("state", "words"),
    [("saving", "Saving …"), ("saved", "Saved"), ("failed", "Not saved"), ("", "")],
)
def test_the_top_bar_says_whether_all_is_saved(qtbot: QtBot, state: str, words: str) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    top.show_saved_state(state)
    assert top.saved.text() == words


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(minutes=12), "Backup 12 min ago"),
        (timedelta(days=5), "Backup 5 days ago"),
        (None, "No backup yet"),
    ],
)
def test_the_status_bar_says_how_old_the_backup_is(
    qtbot: QtBot, age: timedelta | None, words: str
) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_facts(OfficeFacts("Visits", backup_at=NOW - age if age else None, due_today=3), NOW)
    assert bar.backup_text() == words
    assert "3 due today" in [label.text() for label in bar.findChildren(QLabel)]


def test_what_cannot_be_done_is_said_with_what_to_do(qtbot: QtBot) -> None:
    area = MessageArea()
    qtbot.addWidget(area)
    area.show_unavailable(Unavailable("The disk {name} is full.", "Make room.", name="D"))
    assert area.text() == "The disk D is full. Make room."
    area.show_refused(Refused(Problem("This is not possible.")))
    assert area.text() == "This is not possible."
    area.clear()
    assert area.text() == ""


def test_a_page_is_made_when_first_wanted_and_then_kept(desk: Desk, qtbot: QtBot) -> None:
    stack = make_stack(desk, qtbot)
    assert stack.current_page() is None
    stack.show_place(Place("my_day"))
    page = stack.current_page()
    assert isinstance(page, SeenPage)
    stack.show_place(Place("letters"))
    stack.show_place(Place("my_day", None, "look"))
    assert stack.current_page() is page
    assert page.refreshed == 1
    assert page.places == [Place("my_day"), Place("my_day", None, "look")]


def test_only_what_shows_the_touched_feature_asks_again(desk: Desk, qtbot: QtBot) -> None:
    stack = make_stack(desk, qtbot)
    stack.show_place(Place("letters"))
    stack.show_place(Place("my_day"))
    seen, other = stack.pages()["my_day"], stack.pages()["letters"]
    assert isinstance(seen, SeenPage)
    assert isinstance(other, SeenPage)
    stack.hear_touched(frozenset({"clients"}))
    assert (seen.refreshed, other.refreshed) == (2, 1)
    stack.hear_touched(frozenset({"letters"}))
    assert other.refreshed == 1, "a hidden page waits until it is shown"
    stack.show_place(Place("letters"))
    assert other.refreshed == 2


def test_places_below_more_are_shown_by_more(desk: Desk, qtbot: QtBot) -> None:
    stack = make_stack(desk, qtbot)
    stack.show_place(Place("settings"))
    page = stack.pages()["more"]
    assert isinstance(page, SeenPage)
    assert page.places == [Place("settings")]


def test_an_unknown_place_is_a_slip_in_the_code(desk: Desk, qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        make_stack(desk, qtbot).show_place(Place("nowhere"))


def make_stack(desk: Desk, qtbot: QtBot) -> PageStack:
    stack = PageStack(desk, ENTRIES)
    qtbot.addWidget(stack)
    stack.show()
    return stack


def test_the_frame_puts_rail_pages_and_bars_together(desk: Desk, qtbot: QtBot) -> None:
    frame = Frame(desk, ENTRIES)
    qtbot.addWidget(frame)
    frame.resize(1024, 768)
    frame.show()
    assert frame.top.geometry().bottom() < frame.rail.geometry().top()
    assert frame.status.geometry().top() > frame.rail.geometry().bottom()


def test_every_key_is_listed(qtbot: QtBot) -> None:
    window = KeysWindow(ENTRIES)
    qtbot.addWidget(window)
    shown = {label.text() for label in window.findChildren(QLabel)}
    for keys in (*WINDOW, *EVERYWHERE, *CALENDAR, *APPOINTMENTS, *ADVICE):
        assert keys.does in shown
    assert "Letters" in shown


def test_no_key_is_given_twice() -> None:
    sequences = [keys.sequence for keys in WINDOW]
    assert len(sequences) == len(set(sequences))


def test_the_window_stands_where_it_stood(qtbot: QtBot) -> None:
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    window_place.put_back(first)
    first.resize(800, 591)
    window_place.keep(first)
    window_place.put_back(second)
    assert (second.width(), second.height()) == (800, 591)


def test_broken_geometry_is_no_reason_to_fail(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    file = settings_file().with_name("window.ini")
    file.parent.mkdir(parents=True)
    file.write_text("[window]\ngeometry=rubbish\n", encoding="utf-8")
    window_place.put_back(window)
    assert window.width() >= window_place.SMALLEST_SIZE[0]


def test_a_language_is_spoken_by_locale_and_catalogue(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(qapp, "da")
    assert text.language() == "da"
    assert QLocale().language() == QLocale.Language.Danish
    assert qapp.translate("QPlatformTheme", "Cancel") == "Annuller"
    speak(qapp, "en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_without_a_choice_the_machine_decides() -> None:
    assert machine_language() in text.LANGUAGES


def test_a_low_rail_moves_its_places_together_and_then_scrolls(qtbot: QtBot) -> None:
    rail = Rail((*ENTRIES[:-1], *ENTRIES))
    qtbot.addWidget(rail)
    rail.show()
    roomy = rail.sizeHint().height()
    rail.resize(rail.sizeHint().width(), roomy - 1)
    qtbot.waitUntil(lambda: rail.sizeHint().height() < roomy)
    rail.resize(rail.width(), rail.minimumSizeHint().height())
    area = rail.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    rail.mark("more")
    assert bar.value() == bar.maximum()
    rail.resize(rail.width(), roomy)
    qtbot.waitUntil(lambda: rail.sizeHint().height() == roomy)


def test_a_cramped_top_bar_leaves_out_the_time_of_saving(qtbot: QtBot) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    top.resize(1366, 48)
    top.show_saved_state("saved", NOW)
    assert top.saved.text().startswith("Saved at")
    top.resize(400, 48)
    top.show_saved_state("saved", NOW)
    assert top.saved.text() == "Saved"
