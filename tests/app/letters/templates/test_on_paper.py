"""Every delivered template comes out of the printer right, in each of its languages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from app.letters.rules.body import Bullets, Facts, plain
from app.letters.templates.delivered import LANGUAGES, common_words, delivered_template
from forms.bidi import runs_right_to_left
from forms.letters.composed import render
from forms.letters.setting import RIGHT_TO_LEFT
from tests.factories.delivered import PAIRS, drawn, letter, version
from tests.factories.papers import SENDER
from tests.forms.reading import opened, text_of
from tests.forms.structure_reading import elements, failures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.letters.rules.body import Text
    from forms.letters.composed import Version

BILINGUAL = [
    ("decision", "de", "en"),
    ("hearing", "da", "en"),
    ("appointment", "de", "ar"),
    ("document_request", "da", "tr"),
    ("missed_you", "de", "uk"),
    ("renewal_reminder", "de", "pl"),
    ("visit_announcement", "de", "ru"),
]


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_a_letter_is_accessible_and_archivable(code: str, language: str) -> None:
    assert failures(drawn(code, language)) == []


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_a_letter_fits_on_a_page_and_one_with_law_on_two(code: str, language: str) -> None:
    with PdfDocument(drawn(code, language)) as document:
        assert len(document) <= (2 if code == "decision" else 1)


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_a_letter_is_read_in_the_order_in_which_it_was_typed(code: str, language: str) -> None:
    assert_reads(drawn(code, language), version(code, language))


@pytest.mark.parametrize("size", ["large18", "simple"])
@pytest.mark.parametrize(
    "code", ["appointment", "decision", "document_request", "volunteer_thanks"]
)
def test_large_and_simple_print_is_accessible_too(code: str, size: str) -> None:
    pdf = render(letter(code, "de", size=size))

    assert failures(pdf) == []
    assert_reads(pdf, version(code, "de"))


@pytest.mark.parametrize("arrangement", ["after", "columns"])
@pytest.mark.parametrize(("code", "law", "own"), BILINGUAL)
def test_two_languages_say_which_one_is_binding(
    code: str, law: str, own: str, arrangement: str
) -> None:
    binding = common_words(own)[f"binding.{law}"]
    second = replace(version(code, own), binding=binding)
    pdf = render(letter(code, law, second=second, arrangement=arrangement))

    assert failures(pdf) == []
    if own in RIGHT_TO_LEFT:
        assert binding in tagged(pdf)
    else:
        assert tight(binding) in tight(text_of(pdf))


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


def assert_reads(pdf: bytes, said: Version) -> None:
    """Assert that a PDF gives each typed piece back, one after the other."""
    is_turned = said.language in RIGHT_TO_LEFT
    whole = tight(tagged(pdf)) if is_turned else without_foot(text_of(pdf), said.language)
    at = 0
    for text in (said.subject, *typed(said)):
        if runs_right_to_left(text) or not is_turned:
            found = whole.find(tight(text), at)
            assert found >= 0, text
            at = found


def without_foot(text: str, language: str) -> str:
    """Answer a text without what stands below each page."""
    parts = (SENDER.name, SENDER.street, SENDER.place, SENDER.phone, SENDER.email)
    found = tight(text).replace(tight(" · ".join(parts)), "")
    pages = range(1, 10)
    numbers = (
        common_words(language)["page"].format(number=n, count=c) for n in pages for c in pages
    )
    for number in numbers:
        found = found.replace(tight(number), "")
    return found


def typed(said: Version) -> Iterator[str]:
    """Answer the texts of a letter in their order."""
    for piece in said.body:
        if isinstance(piece, Facts):
            yield from (plain(cell) for row in piece.rows for cell in row)
        elif isinstance(piece, Bullets):
            yield from map(plain, piece.items)
        else:
            text: Text = piece.text
            yield plain(text)


def tagged(pdf: bytes) -> str:
    """Answer what a screen reader says, in the order of the structure."""
    with opened(pdf) as document:
        return " ".join(
            str(element.ActualText) for element in elements(document) if "/ActualText" in element
        )


def tight(text: str) -> str:
    """Answer a text without spaces, hyphens, isolates: where lines end is no matter of words."""
    return re.sub(r"[\s\u00ad\u2010\u2066-\u2069\ufffe-]", "", text)
