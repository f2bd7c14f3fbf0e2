"""The register of one person on paper; its structure is held in tests/forms/test_accessible.py."""

from __future__ import annotations

import pytest

from forms.referrals.disclosure_register import render
from tests.factories.papers import disclosure_register
from tests.forms.reading import opened


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_somebody_of_whom_nothing_was_told_reads_just_that(language: str) -> None:
    with opened(render(disclosure_register(0, language=language))) as empty:
        assert len(empty.pages) == 1


def test_many_lines_go_on_over_pages_and_odd_signs_are_no_trouble() -> None:
    with opened(render(disclosure_register(60, name="Łukasz 𒀀 <b>"))) as paper:
        assert len(paper.pages) > 3
