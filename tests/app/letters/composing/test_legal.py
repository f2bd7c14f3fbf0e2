"""The legal block of a letter: by country, and complete."""

from __future__ import annotations

from datetime import date

import pytest

from app.letters.composing.legal import check_legal, legal_of
from app.letters.composing.values import Office
from app.letters.rules.markup import TemplateText, read_template
from tests.factories.papers import SENDER

POSTED = date(2026, 11, 23)
LEGAL = {"de": "widerspruch", "dk": "klage"}
OFFICE = Office(SENDER, "DE")


def _own(text: str) -> TemplateText:
    read = read_template(f"[legal]\n{text}\n", required=())
    assert isinstance(read, TemplateText)
    return read


@pytest.mark.parametrize(("country", "kind"), [("DE", "widerspruch"), ("DK", "klage")])
def test_the_block_is_that_of_the_country(country: str, kind: str) -> None:
    block = legal_of(LEGAL, country, POSTED)

    assert block is not None
    assert block.kind == kind
    assert legal_of({}, country, POSTED) is None


def test_the_carried_block_passes_and_one_with_a_gap_does_not() -> None:
    block = legal_of(LEGAL, "DE", POSTED)
    assert block is not None
    values = {"remedy_office": "Am Markt 1"}

    assert check_legal(block, _own(""), OFFICE, values) == ()
    assert check_legal(block, _own("Einen Monat Zeit."), OFFICE, values)
    assert check_legal(block, _own(""), OFFICE, {})
