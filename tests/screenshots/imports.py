"""The steps of an import on the stage, with a list in which everything occurs."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.factories.lists import csv_file
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage
    from ui.importing.import_page import ImportPage

_HEADINGS = (
    "Kundennr.", "Vorname", "Nachname", "Geb.-Datum", "Straße", "PLZ Ort", "Telefon", "Sprachen",
)  # fmt: skip
_ROWS = (
    ("1001", "Irmgard", "Achterberg", "3.2.1938", "Paulistraße 12", "40597 Düsseldorf",
     "0211 7184432", "deutsch"),
    ("1002", "Ayşe", "Yildirim", "17.08.1946", "Benrather Schloßallee 40 a", "40597 Düsseldorf",
     "0176 20418832", "türkisch und deutsch"),
    ("1003", "Heinz-Dieter", "Wojciechowski", "31.02.1941", "Carl-Severing-Straße 9",
     "40595 Düsseldorf", "0211 701234", ""),
    ("1004", "Ingeborg", "Thelen", "1935", "Ricarda-Huch-Straße 2", "4059 Düsseldorf",
     "keines", "plattdeutsch"),
    ("1005", "Irmgart", "Achterberg", "03.02.1938", "Paulistr. 12", "40597 Düsseldorf", "", ""),
    ("1006", "Nikolaus", "Steinhauer", "11.1944", "Am Trippelsberg 92, 3. Etage",
     "40589 Düsseldorf", "+45 44 77 20 20", "dänisch"),
)  # fmt: skip


def show_columns(stage: Stage) -> QWidget:
    """Show what the columns of the list hold."""
    page = _page(stage)
    with tempfile.TemporaryDirectory() as folder:
        page.open_file(csv_file(Path(folder), (_HEADINGS, *_ROWS)))
        _settle(stage, page)
    return stage.window


def show_review(stage: Stage) -> QWidget:
    """Show what was found in the list."""
    window = show_columns(stage)
    page = _page(stage)
    page.steps.columns.check_button.click()
    _settle(stage, page)
    return window


def show_result(stage: Stage) -> QWidget:
    """Show what became of the list."""
    window = show_review(stage)
    page = _page(stage)
    page.steps.review.import_button.click()
    _settle(stage, page)
    return window


def show_held(stage: Stage) -> QWidget:
    """Show the rows that wait for a decision."""
    show_result(stage)
    return stage.go_to(Place("import", None, "held"))


def _page(stage: Stage) -> ImportPage:
    from ui.importing.import_page import ImportPage  # noqa: PLC0415 - after the first page

    stage.go_to(Place("import"))
    stage.settle()
    return stage.window.findChildren(ImportPage)[-1]


def _settle(stage: Stage, page: ImportPage) -> None:
    """Wait through all jobs of a step."""
    for _job in range(20):
        stage.settle()
        if page.steps.currentWidget() is not page.steps.waiting:
            return
