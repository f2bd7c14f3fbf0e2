"""Printing and saving: true to size on paper, a plain sentence where it cannot be done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import Unavailable
from forms.letters.composed import render
from tests.factories.papers import appointment
from ui import printing
from ui.printing import Printed, ask_where_to_save, paint_pages, prepare, print_pages, write_file
from ui.widgets.pdf_pages import PdfPages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

A4 = (595, 842)


def _printed(tmp_path: Path, pdf: bytes, *, first: int = 0, last: int = 0) -> list[tuple[int, int]]:
    """Print into a file and answer the size of each of its pages in points."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, "letter")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(first, last)
    with PdfPages(pdf) as pages:
        paint_pages(printer, pages)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    sizes = [page.get_size() for page in document]
    document.close()
    return [(round(width), round(height)) for width, height in sizes]


@pytest.mark.usefixtures("qapp")
def test_every_page_is_printed_on_a4(tmp_path: Path) -> None:
    pdf = render(appointment(place_note="Ganz hinten im Hof. " * 60))

    assert _printed(tmp_path, pdf) == [A4, A4]


@pytest.mark.usefixtures("qapp")
def test_only_the_chosen_pages_are_printed(tmp_path: Path) -> None:
    pdf = render(appointment(place_note="Ganz hinten im Hof. " * 60))

    assert _printed(tmp_path, pdf, first=2, last=2) == [A4]


@pytest.mark.usefixtures("qapp")
def test_the_page_is_printed_in_its_true_size(tmp_path: Path) -> None:
    _printed(tmp_path, render(appointment()))
    with (
        PdfPages((tmp_path / "printed.pdf").read_bytes()) as pages,
        PdfPages(render(appointment())) as wanted,
    ):
        printed, drawn = pages.image(0, 1.0), wanted.image(0, 1.0)

    mark = 105 * 72 / 25.4
    for image in (printed, drawn):
        strip = [image.pixelColor(20, y).lightness() for y in range(280, 320)]
        assert strip.index(min(strip)) + 280 == pytest.approx(mark, abs=1.5)


def test_without_a_printer_nothing_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.setattr(printing, "has_printer", lambda: False)

    assert print_pages(widget, b"", "letter") is Printed.NO_PRINTER


@pytest.mark.parametrize(("answer", "printed"), [(1, Printed.SENT), (0, Printed.CANCELLED)])
def test_the_systems_dialog_decides(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: int, printed: Printed
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    painted: list[int] = []
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr("ui.printing.QPrintDialog.exec", lambda _dialog: answer)
    monkeypatch.setattr(printing, "paint_pages", lambda _to, pages: painted.append(pages.count))

    assert print_pages(widget, render(appointment()), "letter") is printed
    assert painted == [1] * answer


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_takes_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.printing.QPainter.begin", lambda _painter, _printer: False)

    with PdfPages(render(appointment())) as pages, pytest.raises(Unavailable):
        paint_pages(QPrinter(), pages)


@pytest.mark.parametrize("chosen", ["letter.pdf", "letter", "letter.PDF", ""])
def test_a_saved_letter_is_a_pdf(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (chosen, ""))
    file = ask_where_to_save(widget, "2026-11-24 appointment letter.pdf")

    assert file is None if not chosen else file and file.suffix.lower() == ".pdf"


def test_the_suggested_name_is_handed_to_the_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    asked: list[str] = []

    def remember(*arguments: object) -> tuple[str, str]:
        asked.append(str(arguments[2]))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", remember)
    ask_where_to_save(widget, "2026-11-24 appointment letter.pdf")

    assert Path(asked[0]).name == "2026-11-24 appointment letter.pdf"


def test_a_file_is_written(tmp_path: Path) -> None:
    assert write_file(tmp_path / "a.pdf", b"x").read_bytes() == b"x"


def test_a_folder_that_is_not_there_is_named_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as trouble:
        write_file(tmp_path / "none" / "a.pdf", b"x")

    assert trouble.value.problem.values["reason"] == "No such file or directory"
    assert trouble.value.remedy.message
