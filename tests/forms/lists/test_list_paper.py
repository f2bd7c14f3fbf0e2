"""Lists on paper: heads on every page, as wide as they need, nothing lost at the edges."""

from __future__ import annotations

import pytest

from forms.lists.list_paper import render
from tests.factories.papers import list_paper
from tests.forms.reading import find, font_files, opened, seen, text_of
from tests.forms.structure_reading import failures, outline


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_a_list_says_what_it_is_of_when_and_by_whom(language: str) -> None:
    text = text_of(render(list_paper(language=language)))

    for words in ("Menschen", "Petra Schneider", "2026", "3 ", "Nur Menschen, die allein leben"):
        assert words in text


def test_cells_without_anything_are_cells_all_the_same() -> None:
    pdf = render(list_paper(columns=("A", "B"), rows=((None, "x"), ("", None))))

    assert failures(pdf) == []
    assert outline(pdf).count("   TD") == 4


def test_heads_stand_on_every_page() -> None:
    pieces = seen(render(list_paper(120)))
    pages = {piece.page for piece in pieces}

    assert len(pages) > 1
    assert {piece.page for piece in pieces if piece.text.startswith("Name")} == pages


def test_pages_are_numbered() -> None:
    text = text_of(render(list_paper(120)))

    assert "Seite 1 von 4" in text
    assert "Seite 4 von 4" in text


def test_every_row_is_printed() -> None:
    rows = tuple((f"Nr. {number:04}",) for number in range(300))
    text = text_of(render(list_paper(columns=("Nummer",), rows=rows)))

    assert all(f"Nr. {number:04}" in text for number in range(300))


def test_few_columns_stand_and_many_lie() -> None:
    def width(pdf: bytes) -> float:
        with opened(pdf) as document:
            return float(document.pages[0].mediabox[2])

    many = tuple((f"Wort {at} und noch eins",) * 9 for at in range(3))

    assert width(render(list_paper(columns=("A",), rows=(("x",),)))) == pytest.approx(595, abs=1)
    assert width(render(list_paper(columns=("A",) * 9, rows=many))) == pytest.approx(842, abs=1)


def test_nothing_leaves_the_page() -> None:
    row = ("Wort " * 40, "Donaudampfschifffahrtsgesellschaft" * 3, "kurz") * 4
    pieces = seen(render(list_paper(columns=("Spalte",) * 12, rows=(row,) * 20)))

    assert max(piece.right for piece in pieces) <= 297 - 14
    assert max(piece.bottom for piece in pieces) <= 210 - 5


def test_a_row_longer_than_a_page_goes_on_and_the_next_follows() -> None:
    long = " ".join(f"w{number}" for number in range(4000))
    pdf = render(list_paper(columns=("Name", "Notiz"), rows=(("Erna", long), ("Karl", "kurz"))))
    text = text_of(pdf)

    assert "w0 w1 " in text
    assert "w3999" in text
    assert "Karl" in text
    assert failures(pdf) == []


def test_dates_are_never_parted_and_numbers_stand_right() -> None:
    pdf = render(list_paper())

    assert find(pdf, "06.05.1934").text == "06.05.1934"
    assert find(pdf, "+49").text == "+49 211 1234567"
    assert find(pdf, "92").right == pytest.approx(find(pdf, "Alter").right, abs=0.5)


def test_a_sign_that_no_font_has_does_not_stop_the_list() -> None:
    text = text_of(render(list_paper(columns=("Name",), rows=(("Hund 🐕 \ud800",),))))

    assert "Hund \ufffd \ufffd" in text


def test_hostile_text_is_printed_as_typed() -> None:
    hostile = '<img src="/etc/passwd"> 100 % {name}'

    assert hostile in text_of(render(list_paper(columns=("Name",), rows=((hostile,),))))


def test_an_empty_list_says_so() -> None:
    pdf = render(list_paper(0))

    assert "Die Liste ist leer." in text_of(pdf)
    assert failures(pdf) == []


def test_all_fonts_are_embedded() -> None:
    assert all(font_files(render(list_paper())).values())


def test_the_cents_of_amounts_stand_below_one_another() -> None:
    rows = (("8,94", "0211 44"), ("1.885,10", "0211 445"))
    pieces = seen(render(list_paper(columns=("Betrag", "Telefon"), rows=rows)))

    def left(text: str) -> float:
        return next(piece.left for piece in pieces if piece.text.replace("\u00a0", " ") == text)

    assert left("8,94") > left("1.885,10") + 5
    assert left("0211 44") == pytest.approx(left("0211 445"), abs=0.5)
