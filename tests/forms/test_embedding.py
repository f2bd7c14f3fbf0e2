"""The fonts in a file: the same for the same text, and no more than is used."""

from __future__ import annotations

from forms.coding import COMMON
from forms.embedding import fonts_object
from forms.fonts import family
from forms.paper import Paper
from tests.forms.reading import font_files, text_of


def _printed(text: str) -> bytes:
    paper = Paper(title="Names", author="Nahbar", language="de")
    paper.text(25, 30, text, 12)
    return paper.finished()


def _part(marks: str, part: int) -> int:
    return len(fonts_object(1, (("R", family()[0], part, frozenset(marks)),), ()).content)


def test_two_letters_of_common_text_have_the_very_same_font() -> None:
    assert font_files(_printed("Erna")).keys() == font_files(_printed("Karl Weber")).keys()


def test_what_is_not_common_is_embedded_as_far_as_it_is_used() -> None:
    assert len(font_files(_printed("Łukasz"))) == 2
    assert _part("Ł", 2) < _part("ŁŚ", 2) < _part("", COMMON)


def test_a_text_in_another_alphabet_brings_its_blocks_whole() -> None:
    few, more = "абвгдежзийклмноп", "абвгдежзийклмнопр"

    assert _part(few, 5) < _part(more, 5) == _part(more + "стуф", 5)


def test_every_weight_and_alphabet_reads_as_it_was_typed() -> None:
    text = "Łukasz Ελένη Олена Grüße 10 €"

    assert text_of(_printed(text)) == text
