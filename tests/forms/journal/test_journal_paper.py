"""The journal on paper: every note whole, below its heading, on as many pages as it needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms.journal.journal_paper import render
from tests.factories.journal_papers import NOTE, journal_paper
from tests.forms.reading import seen, text_of
from tests.forms.structure_reading import failures


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_each_note_stands_below_its_heading(language: str) -> None:
    text = text_of(render(journal_paper(language=language)))
    for words in ("Erna Krüger", "Petra Schneider", "Telefon, erreicht", "Themen: Wohnen"):
        assert words in text
    assert text.count("Frau Krüger hört wieder Klavier.") == 3


@pytest.mark.parametrize("language", ["de", "da", "en"])
@pytest.mark.parametrize("name", ["Łukasz Öztürk", "مُحَمَّد رحیمی", "שרה כהן"])
def test_the_paper_conforms_to_both_profiles(language: str, name: str) -> None:
    note = replace(NOTE, text=f"{name} sagt:\n{'ein langer Satz, ' * 300}")
    assert failures(render(journal_paper(language=language, name=name, notes=(note,) * 4))) == []


def test_a_long_journal_goes_on_over_pages_within_their_edges() -> None:
    pieces = seen(render(journal_paper(60)))
    assert max(piece.page for piece in pieces) > 3
    assert max(piece.bottom for piece in pieces) <= 290


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    pieces = seen(render(journal_paper(60)))
    for page in {piece.page for piece in pieces}:
        body = [piece for piece in pieces if piece.page == page and piece.bottom < 279]
        assert "Telefon" not in body[-1].text
        assert "Themen" not in body[-1].text


def test_a_person_without_notes_has_a_page_that_says_so() -> None:
    assert "noch keine Notiz" in text_of(render(journal_paper(0)))


def test_one_note_is_counted_as_one() -> None:
    assert "1 Notiz" in text_of(render(journal_paper(1)))


def test_hostile_text_is_printed_as_typed_and_what_no_font_has_as_a_sign() -> None:
    note = replace(NOTE, text='<b>&</i> <img src="/etc/passwd"> 100 % \U0010ffff')
    text = text_of(render(journal_paper(notes=(note,))))
    assert '<b>&</i> <img src="/etc/passwd"> 100 %' in text
