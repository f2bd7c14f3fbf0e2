"""Requirements of the answer on paper: whole, in its language, whatever was typed."""

from __future__ import annotations

import pytest

from forms.privacy.answer_paper import AnswerItem, AnswerPart, printable, render
from forms.texts import texts
from tests.factories.papers import answer_paper
from tests.forms.reading import seen
from tests.forms.structure_reading import failures

HOSTILE = "\u202eabc\x00 <b>{name}</b> \ud800 " + "x" * 30_000


def _text(pdf: bytes) -> str:
    return " ".join(piece.text for piece in seen(pdf))


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_it_speaks_its_language(language: str) -> None:
    said = _text(render(answer_paper(language=language)))

    assert texts("privacy_answer", language).say("title") in said
    assert "Erna Krüger" in said


@pytest.mark.parametrize("name", ["Łukasz Öztürk", "مُحَمَّد رحیمی\u200cپور ۱۲", "Ελένη محمد"])
@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_it_can_be_read_by_ear_and_in_fifty_years(language: str, name: str) -> None:
    assert failures(render(answer_paper(30, language=language, name=name))) == []


def test_what_has_no_end_yet_says_so_and_nobody_is_said_to_be_nobody() -> None:
    words = texts("privacy_answer", "de")
    said = _text(render(answer_paper(recipients=())))

    assert words.say("kept", "open") in said
    assert words.say("nobody") in said


def test_every_entry_is_printed_on_as_many_pages_as_it_takes() -> None:
    pieces = seen(render(answer_paper(60)))

    assert sum("Am Telefon gesprochen" in piece.text for piece in pieces) >= 60
    assert max(piece.page for piece in pieces) > 5
    assert all(piece.right < 200 and piece.bottom < 292 for piece in pieces if piece.text.strip())


def test_whatever_was_typed_is_printed_as_it_is() -> None:
    item = AnswerItem((("Text", HOSTILE),))
    part = AnswerPart("Notes", HOSTILE[:200], "", "", (item,))

    said = _text(render(answer_paper(parts=(part,), recipients=(HOSTILE[:99],), name="\u0e01")))
    assert "<b>{name}</b>" in said.replace(" ", "")
    assert "\x00" not in printable(HOSTILE)
