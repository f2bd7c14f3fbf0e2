"""Bodies that flow over pages."""

from __future__ import annotations

from forms.flow import Row, bullets, draw, gap, pages, paragraph, row_height, table
from forms.paper import Paper
from tests.forms.reading import text_of

LONG = "Wir haben diesen Termin für Sie eingetragen. " * 12


def _heights(rows: tuple[Row, ...]) -> float:
    return sum(row.height for row in rows)


def test_line_height_is_at_least_one_point_two() -> None:
    assert row_height(12) >= 12 * 1.2 * 25.4 / 72


def test_everything_fits_on_one_page_when_there_is_room() -> None:
    rows = paragraph(LONG, 165)

    assert pages(rows, 300, 300) == (rows,)


def test_rows_go_over_to_the_next_page_and_none_is_lost() -> None:
    rows = tuple(row for _time in range(12) for row in (*paragraph(LONG, 165), gap()))
    shared = pages(rows, 100, 200)

    assert len(shared) > 2
    assert _heights(shared[0]) <= 100
    assert all(_heights(page) <= 200 for page in shared[1:])
    kept = [row for page in shared for row in page if row.pieces]
    assert kept == [row for row in rows if row.pieces]


def test_a_heading_never_stands_alone_at_the_end_of_a_page() -> None:
    heading = paragraph("Heading", 165, bold=True, keep=True)
    body = paragraph(LONG, 165)
    shared = pages((gap(80), *heading, *body), 80 + row_height(12) * 1.5, 200)

    assert heading[0] not in shared[0]
    assert shared[1][0] == heading[0]


def test_no_single_line_of_a_paragraph_is_left_behind() -> None:
    rows = paragraph(LONG, 165)
    shared = pages(rows, row_height(12) * (len(rows) - 1) + 0.1, 200)

    assert len(shared[1]) >= 2


def test_rows_that_cannot_be_kept_together_still_get_printed() -> None:
    rows = paragraph(LONG, 40, keep=True)

    assert sum(len(page) for page in pages(rows, 30, 30)) == len(rows)


def test_a_page_does_not_begin_with_white_space() -> None:
    shared = pages((*paragraph("a", 165), gap(50), *paragraph("b", 165)), 20, 200)

    assert shared[1][0].pieces


def test_a_label_stays_with_all_of_its_value() -> None:
    rows = table([("Wo", LONG)], 165, label_width=24)

    assert len(rows) > 3
    assert all(row.keeps_next for row in rows[:-1])
    assert not rows[-1].keeps_next


def test_labels_values_and_lists_are_printed() -> None:
    paper = Paper(title="t", author="a", language="en")
    rows = (*table([("Who", "Erna")], 165, label_width=24), *bullets(["one", "two"], 165))
    end = draw(paper, rows, 25, 50)

    assert end == 50 + _heights(rows)
    assert text_of(paper.finished()) == "Who Erna – one – two"
