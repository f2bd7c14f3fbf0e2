"""The form of consent asks in plain words, names who gets what, and can be signed."""

from __future__ import annotations

import pytest

from app.errors import Refused
from forms.consent.consent_form import render
from tests.factories.papers import consent_paper
from tests.forms.reading import font_files, seen, text_of

YES = {"de": "Ja, ich bin einverstanden", "da": "Ja, jeg giver samtykke", "en": "Yes, I agree"}


@pytest.mark.parametrize("language", YES)
def test_each_question_has_a_yes_a_no_and_a_line_to_sign(language: str) -> None:
    text = text_of(render(consent_paper(language=language)))

    assert text.count(YES[language]) == 2
    for words in ("Erna Krüger", "24.11.1938", "zentrum plus Garath", "Name, Telefon"):
        assert words in text


def test_only_what_is_asked_stands_on_it() -> None:
    text = text_of(render(consent_paper(purposes=("pictures",), expires_on=None)))

    assert "Bilder" in text
    assert "zentrum plus" not in text
    assert "gilt bis" not in text


def test_it_says_that_a_yes_can_be_taken_back_and_until_when_it_holds() -> None:
    text = text_of(render(consent_paper()))

    assert "jederzeit zurücknehmen" in text
    assert "30. November 2027" in text


def test_a_long_scope_goes_on_to_a_second_page_with_its_number() -> None:
    pdf = render(consent_paper(scope="Name, Telefon und Adresse. " * 70))
    pieces = seen(pdf)

    assert max(piece.page for piece in pieces) == 2
    assert max(piece.bottom for piece in pieces) <= 290
    assert "Seite 2" in text_of(pdf)
    assert all(font_files(pdf).values())


def test_everything_at_once_stays_readable_on_two_pages() -> None:
    purposes = ("service", "keeping", "pictures", "mailings")
    pdf = render(consent_paper(purposes=purposes))

    assert max(piece.page for piece in seen(pdf)) <= 2


def test_hostile_text_is_printed_as_typed_or_refused() -> None:
    assert '<img src="x"> 100 %' in text_of(render(consent_paper(scope='<img src="x"> 100 %')))
    with pytest.raises(Refused) as refused:
        render(consent_paper(recipient="Dr. 🐕"))
    assert refused.value.problems[0].field == "recipient"
