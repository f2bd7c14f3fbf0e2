"""The preview with its page count and zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from forms.letters.composed import render
from tests.factories.papers import appointment
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="module")
def letter() -> bytes:
    """A letter of one page."""
    return render(appointment())


@pytest.fixture
def preview(qtbot: QtBot, letter: bytes) -> PagePreview:
    """A preview of a letter of one page."""
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    preview.show_pdf(letter)
    return preview


def test_it_counts_the_pages(preview: PagePreview) -> None:
    texts = {label.text() for label in preview.findChildren(QLabel)}

    assert "Page 1 of 1" in texts


def test_the_page_becomes_larger_and_smaller(preview: PagePreview) -> None:
    before = preview.view.zoom
    preview.zoom_in()
    assert preview.view.zoom == pytest.approx(before * 1.25)
    preview.zoom_out()
    assert preview.view.zoom == pytest.approx(before)


def test_the_keyboard_zooms_too(preview: PagePreview, qtbot: QtBot) -> None:
    preview.activateWindow()
    preview.view.setFocus()
    before = preview.view.zoom
    qtbot.keyClick(preview.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom < before
    qtbot.keyClick(preview.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom == pytest.approx(before)


def test_nothing_can_be_zoomed_without_a_page(preview: PagePreview) -> None:
    preview.clear()

    texts = {label.text() for label in preview.findChildren(QLabel)}
    assert "Page 1 of 1" not in texts
