"""Documents: sound, self-contained, the same bytes for the same drawing."""

from __future__ import annotations

import pytest

from forms.paper import Paper
from tests.forms.reading import find, opened, text_of


def _two_pages() -> bytes:
    paper = Paper(title="Ihr Termin", author="Stadt Düsseldorf", language="de")
    paper.text(25, 50, "Grüße", 12)
    paper.rule(25, 60, 190, 60)
    paper.new_page()
    paper.frame(25, 20, 30, 10)
    paper.text(190, 50, "rechts", 12, align="right")
    paper.text(105, 70, "Mitte", 12, bold=True, align="center")
    assert paper.page_count == 2
    return paper.finished()


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert _two_pages() == _two_pages()


def test_qpdf_finds_nothing_wrong() -> None:
    with opened(_two_pages()) as document:
        assert document.check_pdf_syntax() == []
        assert len(document.pages) == 2


def test_title_author_and_language_stand_in_the_file() -> None:
    with opened(_two_pages()) as document:
        assert document.docinfo["/Title"] == "Ihr Termin"
        assert document.docinfo["/Author"] == "Stadt Düsseldorf"
        assert document.Root.Lang == "de"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_text_stands_where_it_was_put() -> None:
    piece = find(_two_pages(), "Grüße")

    assert piece.left == pytest.approx(25, abs=0.7)
    assert piece.bottom == pytest.approx(50, abs=1.5)


def test_text_is_aligned_to_its_place() -> None:
    right, middle = find(_two_pages(), "rechts"), find(_two_pages(), "Mitte")

    assert right.right == pytest.approx(190, abs=0.7)
    assert (middle.left + middle.right) / 2 == pytest.approx(105, abs=0.7)


@pytest.mark.parametrize(
    "text", ["<b>Erna</b>", '<img src="/etc/passwd"/>', "100 % {name} %s", "a & b &amp; c", "(\\)"]
)
def test_nothing_that_was_typed_is_interpreted(text: str) -> None:
    paper = Paper(title=text, author=text, language="en")
    paper.text(25, 50, text, 12)
    pdf = paper.finished()

    assert text_of(pdf) == text
    with opened(pdf) as document:
        assert "/XObject" not in document.pages[0].resources
