"""Free letters in languages beside those of the office come out as they were typed."""
# ruff: noqa: RUF001 - letters of many scripts are what this file is about

from __future__ import annotations

from dataclasses import replace

import pytest

from app.letters.rules.body import Facts, Heading, Paragraph, Span
from forms.letters.composed import Version, render
from forms.letters.setting import RIGHT_TO_LEFT
from tests.app.letters.templates.reading import tagged, tight, typed
from tests.factories.delivered import letter, version
from tests.forms.reading import opened, text_of
from tests.forms.structure_reading import elements, failures

TEXTS = {
    "ro": (
        "Înștiințare despre vizită",
        "Vă așteptăm joi, la ora 10. Aduceți și ultima scrisoare a băncii. „Țineți legătura!”",
        ("Când", "joi, 26 noiembrie 2026"),
    ),
    "el": (
        "Πρόσκληση για συνάντηση",
        "Σας περιμένουμε την Πέμπτη. Έχετε ερωτήσεις; Ρωτήστε την κυρία Ελένη: «Τι ώρα;» Ναΐς, ΰ.",
        ("Πότε", "Πέμπτη, 26 Νοεμβρίου 2026"),
    ),
    "fa": (
        "دعوت به گفت‌وگو",
        "ما روز پنج‌شنبه ساعت ۱۰:۳۰ به خانهٔ شما می‌آییم. نامه‌های بانک را هم بیاورید؛ گچ، پژمان، کیک.",
        ("چه زمانی", "پنج‌شنبه ۲۶ نوامبر ۲۰۲۶"),
    ),
    "kmr": (
        "Vexwendina ji bo civînê",
        "Em roja pêncşemê li benda we ne. Çavê we li nameyên bankê be; êvar, îro, ûr, şîr, xwîn.",
        ("Kengî", "pêncşem, 26ê mijdara 2026an"),
    ),
    "ckb": (
        "بانگهێشت بۆ گفتوگۆ",
        "ڕۆژی پێنجشەممە کاتژمێر ١٠:٣٠ دێینە ماڵتان. نامەکانی بانکیش بهێنن؛ گوڵ، ژیان، چۆن، ڤیان.",
        ("کەی", "پێنجشەممە، 26ی تشرینی دووەمی 2026"),
    ),
}
"""Subject, a paragraph, and a fact, each with the letters that the language is known for."""


def free(language: str) -> Version:
    """Answer a free letter with the usual greeting and closing around it."""
    subject, text, (label, value) = TEXTS[language]
    usual = version("free", language)
    body = (
        usual.body[0],
        Paragraph((Span(text), Span(text, strong=True))),
        Heading((Span(subject),)),
        Facts((((Span(label),), (Span(value),)),)),
        *usual.body[-4:],
    )
    return replace(usual, subject=subject, body=body)


@pytest.mark.parametrize("size", ["normal", "large18"])
@pytest.mark.parametrize("language", TEXTS)
def test_a_letter_is_valid_and_read_as_it_was_typed(language: str, size: str) -> None:
    said = free(language)
    pdf = render(letter("free", language, first=said, size=size))
    read = tight(tagged(pdf) if language in RIGHT_TO_LEFT else text_of(pdf))

    assert failures(pdf) == []
    for text in typed(said):
        # What runs to the right as a whole is copied from the page itself.
        assert tight(text) in read or tight(text) in tight(text_of(pdf))


@pytest.mark.parametrize("language", TEXTS)
def test_a_reader_is_told_the_language(language: str) -> None:
    second = free(language)
    with opened(render(letter("free", language))) as document:
        assert str(document.Root.Lang) == language
    with opened(render(letter("free", "de", second=second))) as document:
        tags = {str(each.Lang) for each in elements(document) if "/Lang" in each}

    assert tags == {language}


@pytest.mark.parametrize(("language", "time"), [("fa", "۱۰:۳۰"), ("ckb", "١٠:٣٠")])
def test_digits_keep_their_order_on_the_page(language: str, time: str) -> None:
    assert time in text_of(render(letter("free", language, first=free(language))))


def test_what_joins_letters_in_persian_is_kept() -> None:
    said = tagged(render(letter("free", "fa", first=free("fa"))))

    assert "می\u200cآییم" in said
    assert "نامه\u200cهای" in said
