"""The frame of a letter."""

from __future__ import annotations

import pytest

from app.errors import Refused
from forms.letterhead import (
    RECIPIENT_SIZES,
    draw_address,
    draw_foot,
    draw_head,
    draw_information,
    draw_marks,
    recipient_lines,
    unbroken,
)
from forms.page import DANISH, DIN_5008_B, POINTS, Layout
from forms.paper import Paper
from tests.factories.papers import SENDER
from tests.forms.reading import level_marks, seen, text_of

ADDRESS = ("Erna Krüger", "Ricarda-Huch-Straße 12", "40595 Düsseldorf")
LONG = "Hans-Joachim Freiherr von Wolkenstein-Trostburg zu Hohenlohe-Langenburg"


def _paper() -> Paper:
    return Paper(title="t", author="a", language="de")


def test_a_usual_address_has_the_largest_size() -> None:
    size, lines = recipient_lines(ADDRESS, DIN_5008_B.recipient, 6)

    assert size == RECIPIENT_SIZES[0]
    assert [line.text for line in lines] == list(ADDRESS)


def test_empty_lines_leave_no_gap() -> None:
    _size, lines = recipient_lines(("Erna", "", " \n"), DIN_5008_B.recipient, 6)

    assert [line.text for line in lines] == ["Erna"]


def test_a_long_name_takes_two_lines_inside_the_window() -> None:
    size, lines = recipient_lines((LONG, *ADDRESS[1:]), DIN_5008_B.recipient, 6)

    assert len(lines) == 4
    assert all(line.width(size) <= DIN_5008_B.recipient.width * POINTS for line in lines)


def test_a_name_of_one_endless_word_is_broken_too() -> None:
    size, lines = recipient_lines(("W" * 60,), DIN_5008_B.recipient, 6)

    assert all(line.width(size) <= DIN_5008_B.recipient.width * POINTS for line in lines)


def test_an_address_that_does_not_fit_is_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        recipient_lines((LONG, LONG, LONG, *ADDRESS), DIN_5008_B.recipient, 6)

    (problem,) = refused.value.problems
    assert problem.field == "recipient"
    assert problem.values == {"count": 9, "longest": 6}


@pytest.mark.parametrize("layout", [DIN_5008_B, DANISH])
def test_six_lines_stay_inside_the_window(layout: Layout) -> None:
    paper = _paper()
    draw_address(paper, SENDER, ("Ägypter", "c/o Jy", "x", "y", "z", "gjpqy"), layout)
    box = layout.recipient
    pieces = seen(paper.finished())[1:]

    assert len(pieces) == 6
    assert min(piece.top for piece in pieces) >= box.y
    assert max(piece.bottom for piece in pieces) <= box.bottom


def test_the_return_line_is_small_and_inside_its_zone() -> None:
    paper = _paper()
    draw_address(paper, SENDER, ADDRESS, DIN_5008_B)
    line = seen(paper.finished())[0]

    assert line.text == "Landeshauptstadt Düsseldorf · Willi-Becker-Allee 7 · 40227 Düsseldorf"
    assert line.top >= 45
    assert line.bottom <= 50
    assert line.right <= 105


def test_fold_and_hole_marks_stand_at_the_left_edge() -> None:
    paper = _paper()
    draw_marks(paper, DIN_5008_B)

    assert level_marks(paper.finished()) == [105, 210, 148.5]


def test_empty_information_is_left_out() -> None:
    paper = _paper()
    draw_information(paper, (("Datum", "heute"), ("Telefon", " ")), DIN_5008_B)

    assert text_of(paper.finished()) == "Datum heute"


def test_head_and_foot_show_the_office() -> None:
    paper = _paper()
    draw_head(paper, SENDER)
    draw_foot(paper, SENDER, "Seite 2 von 3")
    text = text_of(paper.finished())

    assert "Amt für Soziales · Besuchsdienst" in text
    assert "0211 899-8999 · besuchsdienst@example.org" in text
    assert "Seite 2 von 3" in text


def test_a_phone_number_is_never_parted() -> None:
    assert unbroken(" 0211  899 8999 ") == "0211\u00a0899\u00a08999"
