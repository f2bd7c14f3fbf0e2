"""What columns hold, beside the first rows as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.importing.checking import preview_rows
from app.importing.rules import Target
from tests.conftest import NOW
from tests.factories.imports import table
from tests.factories.lists import ERNA, HEADINGS
from ui.importing.import_columns import ImportColumns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def columns(qtbot: QtBot) -> ImportColumns:
    """The step with a list of one wrong row."""
    columns = ImportColumns()
    qtbot.addWidget(columns)
    columns.resize(1000, 600)
    columns.show_table(table([ERNA, ("Karl", "", "1.1.2099", "", "", "", "")]), "DK")
    return columns


def test_every_column_is_a_choice_named_as_its_heading(columns: ImportColumns) -> None:
    names = [columns.choice(at).accessibleName() for at in range(len(HEADINGS))]

    assert names == list(HEADINGS)
    assert columns.choice(0).accessibleDescription() == "Erna · Karl"


def test_the_office_says_where_people_live(columns: ImportColumns) -> None:
    assert columns.plan().country == "DK"
    columns.country.set_value("DE")
    assert columns.plan().country == "DE"


def test_the_whole_reason_of_a_row_is_said_below(columns: ImportColumns) -> None:
    columns.country.set_value("DE")
    typed = table([ERNA, ("Karl", "", "1.1.2099", "", "", "", "")])
    columns.show_preview(preview_rows(typed, columns.plan(), NOW.date(), 30))
    columns.preview.selectRow(1)

    assert columns.full_reason.text() == "Date of birth: The date of birth lies in the future."
    columns.preview.selectRow(0)
    assert columns.full_reason.text() == ""


def test_another_list_begins_anew(columns: ImportColumns) -> None:
    columns.choice(0).set_value(Target.HINT)
    columns.show_table(table([("Erna",)], ("Vorname",)), "DE")

    assert columns.plan().targets == (Target.GIVEN_NAME,)
    assert columns.preview.rows() == []
