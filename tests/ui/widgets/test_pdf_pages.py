"""Pages as pictures and text."""

from __future__ import annotations

from PySide6.QtGui import qGray

from forms.letters.composed import render
from tests.factories.papers import appointment
from ui.widgets.pdf_pages import PdfPages


def test_a_page_is_a_picture_of_the_wanted_size() -> None:
    with PdfPages(render(appointment())) as pages:
        image = pages.image(0, 2.0)

    assert pages.count == 1
    assert (image.width(), image.height()) == (1191, 1684)


def test_the_picture_shows_what_stands_on_the_page() -> None:
    with PdfPages(render(appointment())) as pages:
        image = pages.image(0, 1.0)

    shades = {qGray(image.pixel(x, y)) for x in range(60, 500, 3) for y in range(280, 330)}
    assert max(shades) == 255
    assert min(shades) < 80


def test_a_page_can_be_read() -> None:
    with PdfPages(render(appointment())) as pages:
        assert "Sehr geehrte Frau Krüger," in pages.text(0)
