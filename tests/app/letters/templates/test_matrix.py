"""Every delivered template in each language, layout and print is accessible and archivable.

A letter takes a few milliseconds to draw and to check, so that the whole matrix is gone through.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from app.letters.templates.delivered import common_words
from forms.letters.composed import render
from forms.letters.setting import RIGHT_TO_LEFT, SIZES
from forms.page import PRESETS
from tests.app.letters.templates.reading import assert_reads, tagged, tight
from tests.factories.delivered import PAIRS, letter, version
from tests.forms.reading import text_of
from tests.forms.structure_reading import failures

LOOKS = list(product(PRESETS, SIZES))
BILINGUAL = [
    ("decision", "de", "en"),
    ("hearing", "da", "en"),
    ("appointment", "de", "ar"),
    ("document_request", "da", "tr"),
    ("missed_you", "de", "uk"),
    ("renewal_reminder", "de", "pl"),
    ("visit_announcement", "de", "ru"),
    ("free", "de", "ro"),
    ("free", "da", "el"),
    ("free", "de", "fa"),
    ("free", "da", "kmr"),
    ("free", "de", "ckb"),
]


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_a_letter_is_accessible_and_archivable_and_read_as_typed(code: str, language: str) -> None:
    said = version(code, language)
    for layout, size in LOOKS:
        pdf = render(letter(code, language, first=said, layout=layout, size=size))

        assert failures(pdf) == [], (layout, size)
        assert_reads(pdf, said)


@pytest.mark.parametrize("arrangement", ["after", "columns"])
@pytest.mark.parametrize(("code", "law", "own"), BILINGUAL)
def test_two_languages_say_which_one_is_binding(
    code: str, law: str, own: str, arrangement: str
) -> None:
    binding = common_words(own)[f"binding.{law}"]
    second = replace(version(code, own), binding=binding)
    for layout, size in LOOKS:
        facts = {"second": second, "arrangement": arrangement, "layout": layout, "size": size}
        pdf = render(letter(code, law, **facts))

        assert failures(pdf) == [], (layout, size)
        read = tagged(pdf) if own in RIGHT_TO_LEFT else text_of(pdf)
        assert tight(binding) in tight(read), (layout, size)
