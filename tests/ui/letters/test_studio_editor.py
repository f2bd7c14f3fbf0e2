"""Writing a template at the screen: seen at once, measured, saved as a version, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton

from app.drafts.queries import all_drafts
from app.letters.studio.actions import save_version
from app.letters.studio.queries import studio_text
from app.letters.studio.rules import VersionText, text_key
from tests.factories.letters import office_card
from ui.drafts.draft_places import draft_place
from ui.letters.studio_page import StudioPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.letters.studio_editor import StudioEditor

HARD = (
    "[subject]\nIhr Antrag\n\n[purpose]\nSie werden gebeten, die Unterlagen diesbezüglich "
    "einzureichen.\n"
)


def _page(qtbot: QtBot, desk: Desk, office: Office, place: Place) -> StudioPage:
    office_card(office)
    page = StudioPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.show_place(place)
    return page


def _editor(
    qtbot: QtBot, desk: Desk, office: Office, code: str = "free", language: str = "de"
) -> tuple[StudioPage, StudioEditor]:
    page = _page(qtbot, desk, office, Place("templates", None, f"edit {code} {language}"))
    qtbot.waitUntil(lambda: page.editor is not None and _shown(page.editor))
    return page, _of(page)


def _of(page: StudioPage) -> StudioEditor:
    assert page.editor is not None
    return page.editor


def _shown(editor: StudioEditor) -> bool:
    return editor.side.preview.view.page_count > 0


def test_the_page_follows_what_is_typed(qtbot: QtBot, desk: Desk, office: Office) -> None:
    _whole, editor = _editor(qtbot, desk, office)
    editor.edit.set_value("[subject]\nNeu\n\n[purpose]\nSehr geehrtes Murmeltier.\n")

    view = editor.side.preview.view
    qtbot.waitUntil(lambda: "Murmeltier" in view.accessibleName())


def test_a_problem_is_named_with_its_line_and_leads_there(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    _whole, editor = _editor(qtbot, desk, office)
    editor.edit.set_value("[subject]\nNeu\n\n[purpose]\nHallo {wer}.\n")
    qtbot.waitUntil(lambda: not editor.problems.isHidden())
    assert "Line 5" in editor.problems.accessibleName()

    (line,) = editor.problems.findChildren(QPushButton)
    line.click()
    assert editor.edit.textCursor().blockNumber() == 4
    editor.save()
    qtbot.waitUntil(editor.ending.may_save)
    assert office.ask(studio_text, "free", "de").versions == ()


def test_saving_keeps_a_new_version_and_stays_at_the_place(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    page, editor = _editor(qtbot, desk, office)
    editor.edit.set_value(HARD)
    editor.edit.go_to_line(5)
    editor.save()
    qtbot.waitUntil(lambda: page.editor is not editor)

    again = _of(page)
    assert office.ask(studio_text, "free", "de").text == HARD
    assert again.opened.number == 1
    assert again.edit.textCursor().blockNumber() == 4
    again.save()
    qtbot.waitUntil(lambda: _of(page).opened.number == 2)


def test_nobody_is_overwritten(qtbot: QtBot, desk: Desk, office: Office) -> None:
    page, editor = _editor(qtbot, desk, office)
    theirs = VersionText("de", HARD)
    office.act(save_version, text_key("free", "de"), "free", theirs, 0)
    editor.edit.set_value(HARD + "\nMeins.\n")
    editor.save()
    qtbot.waitUntil(lambda: not editor.conflict.isHidden())
    assert editor.edit.value().endswith("Meins.\n")

    editor.outlived.emit()
    qtbot.waitUntil(lambda: _of(page).opened.number == 1)
    qtbot.waitUntil(lambda: _of(page).edit.value().endswith("Meins.\n"))


def test_what_is_typed_is_kept_as_a_draft_and_found_again(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    page, editor = _editor(qtbot, desk, office, "free", "pl")
    qtbot.waitUntil(lambda: editor.keeper._has_looked)
    editor.edit.set_value(HARD)
    editor.leave()
    qtbot.waitUntil(lambda: bool(office.ask(all_drafts, office.who)))
    (draft,) = office.ask(all_drafts, office.who)
    place = draft_place(draft)
    assert place is not None

    page.show_place(place)
    qtbot.waitUntil(lambda: page.editor is not None and _of(page).edit.value() == HARD)
    assert _of(page).opened.language == "pl"


def test_readability_is_said_in_one_line_and_marked(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    _whole, editor = _editor(qtbot, desk, office)
    editor.edit.set_value(HARD)
    qtbot.waitUntil(lambda: bool(editor.side.hints.table.rows()))

    assert "LIX" in editor.reading.text()
    marked = {mark.cursor.selectedText() for mark in editor.edit.extraSelections()}
    assert "diesbezüglich" in marked


def test_a_hard_word_is_replaced_by_keyboard(qtbot: QtBot, desk: Desk, office: Office) -> None:
    _whole, editor = _editor(qtbot, desk, office)
    editor.edit.set_value("[subject]\nA\n[purpose]\n🙂 Dies gilt diesbezüglich.\n")
    hints = editor.side.hints
    qtbot.waitUntil(lambda: bool(hints.table.rows()))
    editor.edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(editor.edit, Qt.Key.Key_F7)
    assert editor.edit.textCursor().selectedText() == "diesbezüglich"

    assert hints.replace_button.isEnabled()
    hints.replace_button.click()
    assert "diesbezüglich" not in editor.edit.value()
    editor.edit.undo()
    assert "diesbezüglich" in editor.edit.value()


def test_a_field_is_inserted_by_keyboard(qtbot: QtBot, desk: Desk, office: Office) -> None:
    _whole, editor = _editor(qtbot, desk, office)
    edit = editor.edit
    edit.set_value("")
    edit.setFocus()
    qtbot.keyClicks(edit, "{visit_da")
    qtbot.waitUntil(edit.list.is_open)
    qtbot.keyClick(edit.list.lines, Qt.Key.Key_Return)
    assert edit.value() == "{visit_day}"

    qtbot.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert edit.list.is_open()


def test_a_block_is_begun_below_the_line(qtbot: QtBot, desk: Desk, office: Office) -> None:
    _whole, editor = _editor(qtbot, desk, office)
    editor.edit.set_value("[subject]\nA")
    editor.edit.go_to_line(2)
    editor.side.blocks.wanted.emit("purpose")

    assert editor.edit.value() == "[subject]\nA\n\n[purpose]\n"


def test_an_older_version_is_looked_at_and_restored(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    for number, text in enumerate((HARD, HARD + "\nMehr.\n")):
        version = VersionText("de", text)
        office.act(save_version, text_key("free", str(number)), "free", version, number)
    page, editor = _editor(qtbot, desk, office)
    versions = editor.side.versions
    versions.table.selectRow(0)
    assert versions.against.value() == 1
    assert versions.legend.isVisibleTo(versions)
    versions.table.selectRow(1)
    assert versions.text.value() == HARD

    versions.restore_button.click()
    qtbot.waitUntil(lambda: _of(page).opened.number == 3)
    qtbot.waitUntil(lambda: _of(page).edit.value() == HARD)


def test_a_translation_is_reviewed_and_tried(qtbot: QtBot, desk: Desk, office: Office) -> None:
    page, editor = _editor(qtbot, desk, office, "missed_you", "tr")
    assert not editor.head.state.isHidden()
    editor.side.versions.review_button.click()
    qtbot.waitUntil(lambda: _of(page).opened.number == 1)
    assert _of(page).head.status.text() == "Current"

    readers = _of(page).side.feedback
    readers.save()
    qtbot.waitUntil(lambda: bool(readers.form.texts()) and readers.save_button.isEnabled())
    assert office.ask(studio_text, "missed_you", "tr").feedback == ()
    readers.tested_by.set_value("zentrum plus Garath")
    readers.save()
    qtbot.waitUntil(lambda: bool(office.ask(studio_text, "missed_you", "tr").feedback))


def test_another_language_is_opened_from_the_head(qtbot: QtBot, desk: Desk, office: Office) -> None:
    page, editor = _editor(qtbot, desk, office, "volunteer_thanks")
    editor.head.language.set_value("pl")
    qtbot.waitUntil(lambda: _of(page).opened.language == "pl")

    assert _of(page).edit.value() == editor.opened.text
    assert _of(page).head.state.value() == "in_translation"
