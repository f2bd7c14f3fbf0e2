"""Misspelt words are marked a moment later and put right by keyboard; short words become texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from app.journal.spelling.checker import Verdict
from resources.text import use_language
from tests.factories.dictionaries import write_dictionaries
from tests.ui.widgets.hands import bring_forward
from ui import style
from ui.desk import Pending
from ui.journal.note_edit import NoteEdit
from ui.journal.speller import Speller
from ui.journal.spelling_menu import SpellingMenu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def speller(tmp_path: Path) -> Iterator[Speller]:
    """Two tiny dictionaries, in a German window."""
    use_language("de")
    speller = Speller([write_dictionaries(tmp_path / "dictionaries")])
    yield speller
    speller.stop()


@pytest.fixture
def field(qtbot: QtBot, speller: Speller) -> NoteEdit:
    field = NoteEdit(4, speller)
    qtbot.addWidget(field)
    bring_forward(qtbot, field)
    # Without the keyboard in it, no word is one that is being typed.
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def marked(field: NoteEdit) -> list[str]:
    """Answer the words with a wavy line."""
    words = []
    block = field.document().firstBlock()
    while block.isValid():
        for part in block.layout().formats():
            if part.format.underlineStyle() == WAVE:
                units = block.text().encode("utf-16-le")
                cut = units[part.start * 2 : (part.start + part.length) * 2]
                words.append(cut.decode("utf-16-le"))
        block = block.next()
    return words


def menu_of(qtbot: QtBot, field: NoteEdit) -> SpellingMenu:
    """Wait for the menu and its suggestions."""
    found = field.findChildren(SpellingMenu)
    assert found
    menu = found[-1]
    qtbot.waitUntil(lambda: menu.activeAction() is not None)
    return menu


def test_misspelt_words_get_a_wavy_line_a_moment_later(qtbot: QtBot, field: NoteEdit) -> None:
    field.set_value("Frau wohnnt allein\nund hört Klaavier gern.")
    assert marked(field) == []
    qtbot.waitUntil(lambda: marked(field) == ["wohnnt", "Klaavier"])


class _Failing(Speller):
    """Cannot look the first words up."""

    def __init__(self) -> None:
        super().__init__([])
        self.asked: list[Pending[Verdict]] = []
        self.words: Sequence[str] = ()

    def check(self, words: Sequence[str]) -> Pending[Verdict]:
        self.words = words
        self.asked.append(Pending())
        return self.asked[-1]


def test_words_are_looked_up_again_after_a_failure(qtbot: QtBot) -> None:
    speller = _Failing()
    field = NoteEdit(4, speller)
    qtbot.addWidget(field)
    field.set_value("Frau wohnnt allein")
    qtbot.waitUntil(lambda: len(speller.asked) == 1)
    assert not speller.asked[0].fail(RuntimeError("A dictionary that cannot be read"))
    field.set_value("Frau wohnnt dort")
    qtbot.waitUntil(lambda: len(speller.asked) == 2)
    assert "dort" in speller.words
    speller.asked[1].answer(Verdict("de", frozenset({"wohnnt"})))
    assert marked(field) == ["wohnnt"]
    speller.stop()


def test_a_mark_stands_below_its_word_behind_an_emoji(qtbot: QtBot, field: NoteEdit) -> None:
    field.set_value("🙂🙂 wohnnt, Frau wohnt allein und hört")
    qtbot.waitUntil(lambda: marked(field) == ["wohnnt"])


def test_the_word_that_is_being_typed_is_left_in_peace(qtbot: QtBot, field: NoteEdit) -> None:
    qtbot.keyClicks(field, "Frau wohnnt allein Klav")
    qtbot.waitUntil(lambda: marked(field) == ["wohnnt"])
    qtbot.keyClicks(field, " ")
    qtbot.waitUntil(lambda: marked(field) == ["wohnnt", "Klav"])


def test_a_danish_note_is_checked_in_danish(qtbot: QtBot, field: NoteEdit) -> None:
    field.set_value("fru bor alenne og hører klaver")
    qtbot.waitUntil(lambda: marked(field) == ["alenne"])
    assert field.marks.language == "da"


def test_a_misspelt_word_is_put_right_by_keyboard(qtbot: QtBot, field: NoteEdit) -> None:
    field.set_value("Frau wohnnt allein und hört gern.")
    qtbot.waitUntil(lambda: marked(field) == ["wohnnt"])
    qtbot.keyClick(field, Qt.Key.Key_F7)
    menu = menu_of(qtbot, field)
    assert menu.activeAction().text() == "wohnt"
    assert not any(inner.isVisible() for inner in menu.findChildren(QMenu))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert field.value() == "Frau wohnt allein und hört gern."
    field.undo()
    assert field.value() == "Frau wohnnt allein und hört gern."


def test_a_word_can_be_added_to_the_offices_list(
    qtbot: QtBot, field: NoteEdit, speller: Speller
) -> None:
    field.set_value("Frau Yldz wohnt allein und hört gern.")
    qtbot.waitUntil(lambda: marked(field) == ["Yldz"])
    qtbot.keyClick(field, Qt.Key.Key_F7)
    menu = field.findChildren(SpellingMenu)[-1]
    taken: list[tuple[str, str]] = []
    field.word_taken.connect(lambda word, language: taken.append((word, language)))
    adding = next(action for action in menu.actions() if "Yldz" in action.text())
    adding.trigger()
    assert taken == [("Yldz", "de")]
    menu.close()
    speller.set_own_words(["yldz"])
    qtbot.waitUntil(lambda: marked(field) == [])


def test_without_a_dictionary_nothing_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    speller = Speller([tmp_path])
    field = NoteEdit(4, speller)
    qtbot.addWidget(field)
    field.set_value("xx yy zz")
    answered: list[object] = []
    speller.check(["xx"]).then(answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    field.marks.look()
    speller.languages().then(answered.append)
    qtbot.waitUntil(lambda: answered[-1] == ())
    assert marked(field) == []
    field.correct_next()
    speller.stop()


def test_marks_follow_the_look(qtbot: QtBot, field: NoteEdit) -> None:
    field.set_value("Frau wohnnt allein und hört gern.")
    qtbot.waitUntil(lambda: marked(field) == ["wohnnt"])
    style.changes.look_changed.emit()
    assert marked(field) == ["wohnnt"]


@pytest.fixture
def writing(field: NoteEdit) -> NoteEdit:
    """A field with two snippets."""
    field.set_snippets({"mfg": "Mit Gruß\n{me}", "mb": "{name} ist müde."})
    field.set_places({"me": "Anna", "name": "Erna <b>"})
    return field


def test_a_short_word_and_a_space_become_a_text(qtbot: QtBot, writing: NoteEdit) -> None:
    qtbot.keyClicks(writing, "Danke. ;mfg ")
    assert writing.value() == "Danke. Mit Gruß\nAnna "


def test_undo_brings_the_short_word_back(qtbot: QtBot, writing: NoteEdit) -> None:
    qtbot.keyClicks(writing, ";mb ")
    assert writing.value() == "Erna <b> ist müde. "
    writing.undo()
    assert writing.value() == ";mb"


def test_what_is_no_snippet_stays_as_typed(qtbot: QtBot, writing: NoteEdit) -> None:
    qtbot.keyClicks(writing, "a;mfg ;x ; ")
    assert writing.value() == "a;mfg ;x ; "


def test_snippets_are_chosen_from_a_list_by_keyboard(qtbot: QtBot, writing: NoteEdit) -> None:
    qtbot.keyClicks(writing, "Sie ;m")
    qtbot.keyClick(writing, Qt.Key.Key_Space, CONTROL)
    assert writing.list.is_open()
    assert writing.list.completionCount() == 2
    popup = writing.list.lines
    qtbot.keyClicks(popup, "f")
    assert writing.list.completionCount() == 1
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert writing.value() == "Sie Mit Gruß\nAnna"
    assert not writing.list.is_open()


def test_the_list_closes_when_nothing_fits(qtbot: QtBot, writing: NoteEdit) -> None:
    qtbot.keyClick(writing, Qt.Key.Key_Space, CONTROL)
    qtbot.keyClicks(writing.list.lines, ";xy")
    assert not writing.list.is_open()
    assert writing.value() == ";xy"


def test_a_full_note_is_marked_without_delay_for_the_writer(qtbot: QtBot, field: NoteEdit) -> None:
    field.set_value("Frau wohnnt allein und hört gern Klavier. " * 470)
    qtbot.waitUntil(lambda: len(marked(field)) == 470)
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(field, "und")
    QApplication.processEvents()
    assert len(marked(field)) == 470


def test_locking_forgets_the_words_and_they_are_looked_up_anew(
    qtbot: QtBot, field: NoteEdit, speller: Speller
) -> None:
    field.set_value("Frau wohnnt allein und hört gern.")
    qtbot.waitUntil(lambda: marked(field) == ["wohnnt"])
    first = speller._process
    speller.forget()
    qtbot.waitUntil(lambda: speller._process is None)
    field.set_value("Frau wohntt allein und hört gern.")
    qtbot.waitUntil(lambda: marked(field) == ["wohntt"])
    assert speller._process is not first
