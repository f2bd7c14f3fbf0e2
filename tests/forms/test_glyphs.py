"""Shaped glyphs in the file: read back as typed, whatever was printed before."""
# ruff: noqa: RUF001 - letters of many scripts are what this file is about

from __future__ import annotations

import pytest

from forms.paper import Paper
from tests.forms.reading import font_files, text_of


def _printed(*lines: str) -> bytes:
    paper = Paper(title="Names", author="Nahbar", language="de")
    for at, line in enumerate(lines):
        paper.text(25, 30 + 10 * at, line, 12)
    return paper.finished()


@pytest.mark.parametrize(
    "name",
    [
        "Ayşe Öztürk",
        "Łukasz Wiśniewski",
        "Søren Ærø",
        "Ελένη Παπαδοπούλου",
        "Олена Шевченко",
        "محمد علی حسین زاده",
        "فاطمة الزهراء",
        "علاء الدين",
        "שרה כהן",
        "۱۰:۳۰",
        "Jose\u0301 Nu\u0308rnberg",
    ],
)
def test_a_name_reads_as_it_was_typed(name: str) -> None:
    assert text_of(_printed(name)) == name


def test_bytes_do_not_depend_on_what_was_printed_before() -> None:
    first = _printed("محمد", "שרה")
    _printed("علاء الدين", "Эстер", "Ångström e\u0301")

    assert _printed("محمد", "שרה") == first


def test_more_than_255_glyphs_are_spread_over_several_fonts() -> None:
    letters = [chr(code) for code in range(0x0621, 0x064B)]
    pairs = [first + second for first in letters[:16] for second in letters[:16]]
    pdf = _printed(" ".join(pairs))

    names = font_files(pdf)
    assert all(names.values())
    assert sum("Arabic" in name for name in names) >= 1


def test_all_fonts_are_embedded() -> None:
    names = font_files(_printed("Erna", "محمد", "שרה"))

    assert len(names) == 3
    assert all(names.values())
    assert not any("Helvetica" in name for name in names)
