"""Every delivered template comes out of the printer right, in each of its languages."""

from __future__ import annotations

import pytest
from pypdfium2 import PdfDocument

from app.letters.templates.delivered import LANGUAGES, common_words, delivered_template
from tests.app.letters.templates.reading import typed
from tests.factories.delivered import PAIRS, drawn, version


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_a_letter_fits_on_a_page_and_one_with_law_on_two(code: str, language: str) -> None:
    with PdfDocument(drawn(code, language)) as document:
        assert len(document) <= (2 if code == "decision" else 1)


@pytest.mark.parametrize("place", ["home", "out", "phone", "institution"])
@pytest.mark.parametrize("language", delivered_template("appointment").languages)
def test_an_appointment_has_words_for_each_place(language: str, place: str) -> None:
    said = list(typed(version("appointment", language, place=place)))

    assert any(common_words(language)[f"where.{place}"] in text for text in said)
    assert said[1] not in {
        purpose
        for other in {"home", "out", "phone", "institution"} - {place}
        for (_greeting, purpose, *_rest) in [typed(version("appointment", language, place=other))]
    }


@pytest.mark.parametrize("language", delivered_template("missed_you").languages)
def test_who_chose_no_salutation_is_greeted_by_name(language: str) -> None:
    (greeting, *_rest) = typed(version("missed_you", language, salutation="none"))

    assert "Erna" in greeting
    assert "Muster" in greeting


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_leaves_a_field_or_mark_unread(language: str) -> None:
    for code in (code for code, tag in PAIRS if tag == language):
        whole = " ".join(typed(version(code, language)))
        assert not set("{}[]*|#") & set(whole), code
        assert ".." not in whole, code
