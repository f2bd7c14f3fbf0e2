"""Importing on screen: choose, tell columns apart, check, import; by keyboard, with a way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from sqlalchemy import select

from app.errors import Unavailable
from app.exchange.reading import read_table
from app.importing.rules import Target
from db.people import Person
from tests.factories.imports import run_import, table
from tests.factories.lists import ERNA, HEADINGS, OLE, csv_file, raw_file
from ui.importing.import_page import ImportPage
from ui.widgets.page import Place
from ui.widgets.problem_summary import ProblemSummary

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

DISK_FULL = "The disk is full."
WRONG = ("Karl", "Wrong", "31.2.1938", "", "", "4059", "")


class _Backup:
    """Counts backups; fails when it is told to."""

    def __init__(self) -> None:
        self.count = 0
        self.fails = False

    def __call__(self) -> None:
        if self.fails:
            raise Unavailable(DISK_FULL)
        self.count += 1


@pytest.fixture
def backup() -> _Backup:
    """What backs the office up before an import."""
    return _Backup()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, backup: _Backup) -> ImportPage:
    """The page, as it is reached from More."""
    page = ImportPage(desk, lambda: backup)
    page.resize(1100, 700)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("import"))
    return page


def _names(office: Office) -> list[str]:
    found = office.ask(lambda one: one.execute(select(Person.family_name)).scalars().all())
    return sorted(found)


def _waits(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=15_000)


def _open(qtbot: QtBot, page: ImportPage, file: Path) -> None:
    page.open_file(file)
    _waits(qtbot, lambda: page.steps.currentWidget() is page.steps.columns)
    _waits(qtbot, lambda: bool(page.steps.columns.preview.rows()))


def _press(widget: object) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Space)  # type: ignore[call-overload] # any button


def _check(qtbot: QtBot, page: ImportPage, file: Path) -> None:
    _open(qtbot, page, file)
    _press(page.steps.columns.check_button)
    _waits(qtbot, lambda: page.steps.currentWidget() is page.steps.review)


def _import(qtbot: QtBot, page: ImportPage, file: Path) -> None:
    _check(qtbot, page, file)
    _press(page.steps.review.import_button)
    _waits(qtbot, lambda: page.steps.currentWidget() is page.steps.result)


def test_a_list_is_imported_by_keyboard(
    page: ImportPage, office: Office, qtbot: QtBot, tmp_path: Path, backup: _Backup
) -> None:
    _import(qtbot, page, csv_file(tmp_path, encoding="cp1252"))

    assert _names(office) == ["Krüger", "Sørensen"]
    assert page.steps.result.added.words.text() == "2 people were added."
    assert page.steps.result.held_button.isHidden()
    assert backup.count == 1


def test_a_file_is_chosen_with_the_dialog(
    page: ImportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = csv_file(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    _press(page.steps.choice.choose_button)

    _waits(qtbot, lambda: page.steps.currentWidget() is page.steps.columns)


def test_changing_ones_mind_in_the_dialog_changes_nothing(
    page: ImportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: ("", ""))
    _press(page.steps.choice.choose_button)

    assert page.steps.currentWidget() is page.steps.choice


def test_a_bad_file_is_answered_with_a_sentence(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_file(raw_file(tmp_path, "list.xlsx", b"PK\x03\x04 broken"))

    _waits(qtbot, lambda: not page.steps.choice.trouble.isHidden())
    assert page.steps.currentWidget() is page.steps.choice
    assert "list.xlsx is damaged" in page.steps.choice.trouble.accessibleName()


def test_a_missing_file_is_answered_with_a_sentence(page: ImportPage, qtbot: QtBot) -> None:
    page.open_file(Path("none.csv"))

    _waits(qtbot, lambda: not page.steps.choice.trouble.isHidden())


def test_columns_are_guessed_and_the_preview_shows_what_is_stored(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, page, csv_file(tmp_path, [HEADINGS, ERNA, WRONG]))
    columns = page.steps.columns

    assert columns.choice(0).value() is Target.GIVEN_NAME
    assert columns.choice(2).accessibleName() == "Geburtsdatum"
    first, second = columns.preview.rows()
    assert first.details.house_number == "229"
    assert [problem.field for problem in second.problems] == ["birth", "postal_code"]


def test_another_meaning_of_a_column_is_seen_at_once(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, page, csv_file(tmp_path))
    page.steps.columns.choice(6).set_value(Target.HINT)

    _waits(qtbot, lambda: page.steps.columns.preview.rows()[0].details.hint == "Düsseldorf")


def test_a_choice_that_makes_no_sense_is_said_beside_its_column(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, page, csv_file(tmp_path))
    columns = page.steps.columns
    columns.choice(6).setFocus()
    columns.choice(6).set_value(Target.POSTAL_CODE)

    _waits(qtbot, lambda: bool(columns.problem(6)))
    assert page.focusWidget() is columns.choice(6)
    assert "Postcode" in columns.problem(6)
    columns.choice(6).set_value(Target.CITY)
    _waits(qtbot, lambda: not columns.problem(6))


def test_a_list_whose_name_is_not_chosen_cannot_be_checked(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, page, csv_file(tmp_path))
    for at in (0, 1):
        page.steps.columns.choice(at).set_value(Target.NOTHING)
    _press(page.steps.columns.check_button)

    assert page.steps.currentWidget() is page.steps.columns
    (summary,) = page.steps.columns.findChildren(ProblemSummary)
    assert summary.isVisible()
    words = [label.text() for label in summary.findChildren(QLabel)]
    assert any("Please say which column holds the name." in text for text in words)


def test_the_review_says_what_was_found_and_names_the_wrong_rows(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _check(qtbot, page, csv_file(tmp_path, [HEADINGS, ERNA, ERNA, WRONG]))
    review = page.steps.review

    assert review.new.words.text() == "1 new person."
    assert "1 row looks like somebody" in review.held.words.text()
    assert [row.line for row in review.table.rows()] == [4]
    assert "Date of birth: This day does not exist" in review.full_reason.text()
    assert review.import_button.text() == "Import 1 person"


def test_a_list_of_wrong_rows_offers_no_import(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _check(qtbot, page, csv_file(tmp_path, [HEADINGS, WRONG]))

    assert not page.steps.review.import_button.isEnabled()
    _press(page.steps.review.columns_button)
    assert page.steps.currentWidget() is page.steps.columns


def test_wrong_rows_are_saved_as_a_file(
    page: ImportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tmp_path / "to correct"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(wanted), ""))
    _check(qtbot, page, csv_file(tmp_path, [HEADINGS, ERNA, WRONG]))
    _press(page.steps.review.file_button)

    file = tmp_path / "to correct.csv"
    _waits(qtbot, file.exists)
    _waits(qtbot, lambda: len(read_table(file).rows) == 1)


def test_a_check_is_stopped_and_leads_back_to_the_columns(
    page: ImportPage, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, page, csv_file(tmp_path))
    _press(page.steps.columns.check_button)
    assert page.steps.currentWidget() is page.steps.waiting
    page.steps.waiting.progress.cancelled.emit()

    assert page.steps.currentWidget() is page.steps.columns
    page.desk.run(lambda: None)
    qtbot.wait(1)
    assert page.steps.currentWidget() is page.steps.columns
    assert _names(office) == []


def test_an_import_that_is_stopped_adds_nobody(
    page: ImportPage, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    _check(qtbot, page, csv_file(tmp_path))
    _press(page.steps.review.import_button)
    page.jobs.watch.stop()

    _waits(qtbot, lambda: page.steps.currentWidget() is page.steps.review)
    assert _names(office) == []


def test_without_a_backup_nothing_is_imported(
    page: ImportPage, office: Office, qtbot: QtBot, tmp_path: Path, backup: _Backup
) -> None:
    backup.fails = True
    _check(qtbot, page, csv_file(tmp_path))
    _press(page.steps.review.import_button)

    _waits(qtbot, lambda: page.steps.currentWidget() is page.steps.review)
    assert _names(office) == []


def test_a_file_that_was_imported_before_is_said_to_be_known(
    page: ImportPage, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    file = csv_file(tmp_path)
    run_import(office, read_table(file))
    _open(qtbot, page, file)

    _waits(qtbot, lambda: not page.steps.columns.earlier.isHidden())
    assert "23 Nov 2026 by Anna Beispiel" in page.steps.columns.earlier.accessibleName()


def test_held_rows_of_earlier_lists_are_offered(
    page: ImportPage, office: Office, qtbot: QtBot
) -> None:
    run_import(office, table([ERNA, ERNA, OLE]))
    page.refresh()

    _waits(qtbot, lambda: not page.steps.choice.held_card.isHidden())
    with qtbot.waitSignal(page.place_wanted) as wanted:
        _press(page.steps.choice.held_button)
    assert wanted.args == [Place("import", None, "held")]
