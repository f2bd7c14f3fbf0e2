"""The fonts of all paper."""

from __future__ import annotations

import pytest

from forms.bidi import is_unseen
from forms.fonts import USUAL, family, has, missing


@pytest.mark.parametrize(
    "text",
    [
        "Łukasz Żółw, Ærø, Straße, İpek Şahin",
        "Ελένη Παπαδοπούλου",
        "Олена Шевченко, Ґалаґан, Їжак",
        "محمد حسین‌زاده، ۱۲۳٤",
        "שרה כהן",
        "– „…“ »« · € § °",
    ],
)
def test_every_script_of_the_program_can_be_printed(text: str) -> None:
    assert missing(text) == ()


def test_what_no_font_has_is_named_once_in_order() -> None:
    assert missing("a😀b王😀") == ("😀", "王")


def test_lone_surrogates_are_missing() -> None:
    assert missing("a\ud800") == ("\ud800",)


def test_fonts_are_registered_once() -> None:
    assert family() is family()
    assert family(bold=True)[0].fontName == "NotoSans-SemiBold"


def test_each_font_draws_its_script() -> None:
    latin, arabic, hebrew = family()

    assert has(latin, "ß")
    assert not has(latin, "م")
    assert has(arabic, "م")
    assert has(hebrew, "ש")


def test_usual_characters_are_in_the_fonts() -> None:
    usual = [mark for mark in map(chr, range(0x10000)) if USUAL.fullmatch(mark)]

    assert len(usual) > 190
    assert [m for m in usual if not is_unseen(m) and not any(has(f, m) for f in family())] == []
