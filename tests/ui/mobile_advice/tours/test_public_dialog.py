"""The public timetable is looked at and saved in every form, in all its languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.mobile_advice.tours.public.facts import public_languages
from app.mobile_advice.tours.rules.public import PublicForm
from tests.factories.tours import at, mate, stop, tour
from ui.mobile_advice.tours import public_dialog
from ui.mobile_advice.tours.public_dialog import PublicDialog
from ui.mobile_advice.tours.timetable_page import TimetablePage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

FIRST, LAST = date(2026, 11, 23), date(2026, 12, 31)


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, desk: Desk) -> Iterator[PublicDialog]:
    """Open the dialog for a tour on each Tuesday."""
    tour(office, at(stop(office, "Markt <b>")), crew=(mate("Karin Vogt"),))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PublicDialog(desk, FIRST, LAST, None, window)
    dialog.show()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    yield dialog
    dialog.reject()


def kept(qtbot: QtBot, dialog: PublicDialog, form: PublicForm, file: Path) -> bytes:
    """Choose a form, and answer the file that is saved."""
    said: list[str] = []
    dialog.said.connect(said.append)
    dialog.kind.set_value(form.value)
    dialog.ask()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.print_button.isEnabled() is form.is_paper
    dialog.save_as(file)
    qtbot.waitUntil(lambda: bool(said))
    saved = file.with_name(f"{file.name}{form.ending}")
    assert said == [f"Saved as {saved.name}."]
    return saved.read_bytes()


def test_every_form_is_saved_under_its_ending(
    qtbot: QtBot, dialog: PublicDialog, tmp_path: Path
) -> None:
    begins = {
        PublicForm.POSTER: b"%PDF", PublicForm.POSTER_A3: b"%PDF", PublicForm.FLYER: b"%PDF",
        PublicForm.CALENDAR: b"BEGIN:VCALENDAR", PublicForm.WEB_PAGE: b"<!DOCTYPE html>",
    }  # fmt: skip
    for form, start in begins.items():
        content = kept(qtbot, dialog, form, tmp_path / "Timetable")
        assert content.startswith(start)
        assert b"Vogt" not in content


def test_languages_that_nobody_read_are_named_and_none_at_all_is_refused(
    qtbot: QtBot, dialog: PublicDialog
) -> None:
    unread = [tag for tag, is_read in public_languages() if not is_read]
    assert not dialog.unread.isVisible() or unread
    dialog.languages.set_value([tag for tag, _is_read in public_languages()])
    dialog.ask()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.wish().languages[0] == "en", "the language of the window comes first"
    assert dialog.unread.isVisible() is bool(unread)
    dialog.languages.set_value([])
    dialog.ask()
    assert "at least one language" in dialog.form.field("languages").problem()
    assert not dialog.save_button.isEnabled()
    dialog.languages.set_value(["de"])
    dialog.last.set_value(date(2026, 1, 1))
    dialog.ask()
    assert dialog.form.field("last").problem() == "The last day is before the first."


def test_ctrl_p_in_the_month_opens_it_from_today_on(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Any, ...]] = []
    page = TimetablePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def instead(*given: Any) -> PublicDialog:  # noqa: ANN401 - what the dialog is given
        opened.append(given[1:4])
        return PublicDialog(*given)

    monkeypatch.setattr(public_dialog, "PublicDialog", instead)
    page.month.grid.setFocus()
    qtbot.keyClick(page.month.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert opened == [(FIRST, date(2026, 11, 30), None)]
    (dialog,) = page.findChildren(PublicDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.reject()
