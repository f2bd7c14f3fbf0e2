"""Glyphs of scripts that join, mirror and stack."""
# ruff: noqa: RUF001 - letters of many scripts are what this file is about

from __future__ import annotations

from forms.fonts import family
from forms.shaping import glyph_width, shape

LATIN, ARABIC, HEBREW = family()


def test_arabic_letters_join() -> None:
    alone = shape(ARABIC, "م", right_to_left=True)
    joined = shape(ARABIC, "مم", right_to_left=True)

    assert len(joined) == 2
    assert joined[0].number not in {alone[0].number, joined[1].number}


def test_glyphs_stand_from_left_to_right_and_know_their_letter() -> None:
    glyphs = shape(HEBREW, "כהן", right_to_left=True)

    assert [glyph.text for glyph in glyphs] == ["ן", "ה", "כ"]


def test_a_ligature_stands_for_all_its_letters() -> None:
    (ligature,) = shape(ARABIC, "لا", right_to_left=True)

    assert ligature.text == "ال"  # turned, because readers turn it again


def test_brackets_are_mirrored_in_right_to_left_text() -> None:
    glyphs = shape(LATIN, "(", right_to_left=True)

    assert glyphs[0].number == LATIN.face.charToGlyph[ord(")")]


def test_persian_digits_are_set_from_left_to_right() -> None:
    glyphs = shape(ARABIC, "۱۲", right_to_left=False)

    assert [glyph.text for glyph in glyphs] == ["۱", "۲"]


def test_a_letter_typed_in_two_parts_reads_as_typed() -> None:
    glyphs = shape(LATIN, "e\u0301", right_to_left=False)

    assert "".join(glyph.text for glyph in glyphs) == "e\u0301"


def test_a_glyph_knows_its_width() -> None:
    number = LATIN.face.charToGlyph[ord("n")]

    assert glyph_width(LATIN, number) == LATIN.face.charWidths[ord("n")]
