"""Requirements of legal blocks: right in law, dated, and plain enough to be understood."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from app.errors import Refused
from app.letters.legal.queries import legal_block, legal_blocks
from app.letters.legal.rules import LegalBlock, check_block
from app.letters.readability.report import report
from app.letters.rules.fields import FIELDS
from app.letters.rules.markup import TemplateText, read_template

POSTED = date(2026, 11, 23)
BLOCKS = [
    pytest.param(block, id=f"{country}-{block.kind}")
    for country in ("de", "dk")
    for block in legal_blocks(country)
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_is_complete_and_names_its_source(block: LegalBlock) -> None:
    read = read_template(f"[legal]\n{block.text}", required=())

    assert isinstance(read, TemplateText)
    assert read.fields() <= set(FIELDS)
    assert block.source
    assert check_block(block, block.text, shows_email=True, remedy_office="Amt, Ort") == ()


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_is_written_for_citizens(block: LegalBlock) -> None:
    found = report(block.text, block.language)

    assert found.counts.words / found.counts.sentences <= 14


@pytest.mark.parametrize("country", ["de", "dk"])
def test_no_day_has_two_blocks_of_one_kind(country: str) -> None:
    kinds = {block.kind for block in legal_blocks(country)}
    for kind in kinds:
        spans = sorted(
            (block.valid_from, block.valid_to)
            for block in legal_blocks(country)
            if block.kind == kind
        )
        assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_without_the_electronic_way_the_letterhead_may_show_no_mail_address() -> None:
    block = legal_block("DE", "widerspruch", POSTED)
    text = "Sie können innerhalb eines Monats schriftlich Widerspruch einlegen."

    (problem,) = check_block(block, text, shows_email=True, remedy_office="Amt, Ort")
    assert (problem.field, "B 7 AS 10/22 R" in str(problem.values)) == ("legal", True)
    assert check_block(block, text, shows_email=False, remedy_office="Amt, Ort") == ()


def test_period_and_place_are_never_left_out() -> None:
    block = legal_block("dk", "klage", POSTED)

    problems = check_block(block, "Du kan klage.", shows_email=True, remedy_office=" ")
    assert [problem.field for problem in problems] == ["legal", "remedy_office"]


@pytest.mark.parametrize(
    ("country", "kind", "posted"),
    [("de", "appeal", POSTED), ("fr", "klage", POSTED), ("de", "klage", date(1990, 1, 1))],
)
def test_where_no_block_holds_none_is_made_up(country: str, kind: str, posted: date) -> None:
    with pytest.raises(Refused, match="no legal block"):
        legal_block(country, kind, posted)
