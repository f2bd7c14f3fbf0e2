"""The measures of A4 letters."""

from __future__ import annotations

import pytest

from forms.page import DANISH, DIN_5008_B, HEIGHT, LAYOUTS, WIDTH, Layout


def test_form_b_has_the_measures_of_din_5008() -> None:
    recipient = DIN_5008_B.recipient

    assert DIN_5008_B.return_line.y == 45
    assert DIN_5008_B.return_line.height == 5
    assert recipient.x == 25
    assert recipient.y == pytest.approx(45 + 17.7)
    assert recipient.height == 27.3
    assert recipient.bottom == pytest.approx(90)
    assert recipient.x + recipient.width == 20 + 85
    assert (DIN_5008_B.information.x, DIN_5008_B.information.y) == (125, 50)
    assert DIN_5008_B.information.width == 75
    assert list(DIN_5008_B.fold_marks) == [105.0, 210.0]
    assert DIN_5008_B.hole_mark == 148.5
    assert (DIN_5008_B.left, DIN_5008_B.right) == (25, 20)
    assert DIN_5008_B.body_top == 98.5


def test_the_danish_recipient_lies_in_the_window_of_a_c5_envelope() -> None:
    assert DANISH.recipient.x >= 20
    assert DANISH.return_line.y >= 45
    assert DANISH.recipient.bottom <= 78


@pytest.mark.parametrize("layout", LAYOUTS.values())
def test_six_address_lines_of_ten_points_fit(layout: Layout) -> None:
    assert layout.longest_address == 6
    assert layout.recipient.height / 6 >= 10 * 1.2 * 25.4 / 72


@pytest.mark.parametrize("layout", LAYOUTS.values())
def test_everything_stays_on_the_sheet(layout: Layout) -> None:
    assert layout.information.x + layout.information.width <= WIDTH
    assert layout.body_bottom < HEIGHT
    assert layout.text_width == WIDTH - layout.left - layout.right
