"""The visit sheet: what the visitor needs, on one page, and nothing else."""

from __future__ import annotations

import pytest

from app.errors import Refused
from forms.visiting.visit_sheet import render
from tests.factories.papers import visit_sheet
from tests.forms.reading import font_files, seen, text_of


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_the_sheet_says_whom_when_and_where(language: str) -> None:
    text = text_of(render(visit_sheet(language=language)))

    for words in ("Karin Vogt", "Erna Krüger", "Ricarda-Huch-Straße 12", "0211 1234567", "112"):
        assert words in text


def test_languages_are_named_not_coded() -> None:
    assert "Deutsch, Kurdisch" in text_of(render(visit_sheet()))


def test_a_language_without_a_name_keeps_its_code() -> None:
    assert "xyz" in text_of(render(visit_sheet(spoken=("xyz",))))


def test_what_is_not_known_leaves_no_label() -> None:
    text = text_of(render(visit_sheet(phones=(), hint="", spoken=())))

    assert "Telefon" not in text
    assert "Bitte beachten" not in text


def test_a_call_needs_no_address() -> None:
    text = text_of(render(visit_sheet(place="phone", place_note="")))

    assert "am Telefon" in text
    assert "Ricarda-Huch-Straße" not in text


def test_everything_stays_on_one_page() -> None:
    pdf = render(visit_sheet(hint="Immer zuerst klingeln. " * 40, place_note="Hinterhaus " * 18))
    pieces = seen(pdf)

    assert {piece.page for piece in pieces} == {1}
    assert max(piece.bottom for piece in pieces) <= 290
    assert all(font_files(pdf).values())


def test_hostile_text_is_printed_as_typed() -> None:
    assert '<img src="/etc/passwd"> 100 %' in text_of(
        render(visit_sheet(hint='<img src="/etc/passwd"> 100 %'))
    )


def test_a_character_that_no_font_has_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        render(visit_sheet(hint="Hund 🐕"))

    assert refused.value.problems[0].field == "hint"


def test_the_same_facts_give_the_same_bytes() -> None:
    assert render(visit_sheet()) == render(visit_sheet())
