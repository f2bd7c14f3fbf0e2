"""Pages in a view that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from forms.letters.composed import render
from tests.factories.papers import appointment
from ui.widgets.page_view import FIT_PAGE, FIT_WIDTH, PageView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    """A view of 500 by 400 pixels that shows a letter of two pages."""
    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.show_pdf(render(appointment(place_note="Ganz hinten im Hof. " * 60)))
    return view


def test_a_page_is_as_wide_as_the_view(view: PageView) -> None:
    assert 450 <= _sheet(view).width() <= 500
    assert not view.horizontalScrollBar().maximum()


def test_the_whole_page_can_be_seen_at_once(view: PageView) -> None:
    view.set_zoom(FIT_PAGE)

    assert _sheet(view).height() / 2 <= 400
    assert view.zoom < 0.5


def test_the_page_follows_the_view(view: PageView) -> None:
    before = view.zoom
    view.resize(900, 400)

    assert view.zoom > before


def test_a_chosen_zoom_stays_when_the_view_changes(view: PageView) -> None:
    view.set_zoom(1.5)
    view.resize(900, 400)

    assert view.zoom == 1.5
    view.set_zoom(FIT_WIDTH)
    assert view.zoom != 1.5


def test_no_zoom_is_endless(view: PageView) -> None:
    view.set_zoom(1000.0)

    assert view.zoom == 4.0


def test_the_page_in_sight_is_counted(view: PageView) -> None:
    assert (view.page, view.page_count) == (1, 2)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.page == 2


def test_people_who_cannot_see_hear_what_the_page_says(view: PageView) -> None:
    assert "Sehr geehrte Frau Krüger" in view.accessibleName()
    view.clear()
    assert view.accessibleName() == "Preview"
    assert (view.page, view.page_count) == (0, 0)


def test_the_page_is_drawn_with_as_many_dots_as_the_screen_has(
    view: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    scales: list[float] = []
    monkeypatch.setattr("ui.widgets.page_view.PdfPages.image", _remembering(scales))
    sheet = _sheet(view)
    monkeypatch.setattr(sheet, "devicePixelRatioF", lambda: 2.0)
    view.set_zoom(1.0)
    view.grab()

    assert scales
    assert set(scales) == {2 * 96 / 72}


def test_a_page_is_drawn_pixel_by_pixel(view: PageView) -> None:
    sheet = view._sheet
    (first, *_), picture = sheet.frames(), sheet._image(0)
    middle, drawn = first.height() // 2, sheet.grab().toImage()

    assert picture.height() - first.height() in {0, 1}
    column = first.left() + first.width() // 2
    for row in range(middle - 20, middle + 20):
        seen = drawn.pixelColor(column, first.top() + row)
        assert seen == picture.pixelColor(first.width() // 2, row)


def _sheet(view: PageView) -> QWidget:
    sheet = view.widget()
    assert sheet is not None
    return sheet


def _remembering(scales: list[float]) -> object:
    def image(_self: object, _page: int, scale: float) -> QImage:
        scales.append(scale)
        return QImage(10, 10, QImage.Format.Format_RGB32)

    return image
