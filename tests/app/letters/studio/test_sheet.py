"""The page of a text while it is written, its problems and its readability."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.letters.readability.queries import office_targets
from app.letters.readability.rules import BOUNDS, Index, Kind
from app.letters.studio.queries import studio_text, term_rows
from app.letters.studio.rules import TermText
from app.letters.studio.sheet import studio_sheet
from app.letters.studio.wording import choose_targets, remove_term, save_term
from app.letters.templates.delivered import delivered_templates
from tests.factories.letters import office_card
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from app.letters.studio.rows import StudioSheet
    from app.office import Office

TODAY = date(2026, 11, 23)
HARD = (
    "[subject]\nIhr Antrag\n\n[purpose]\nSie werden gebeten, die Unterlagen diesbezüglich "
    "einzureichen.\n"
)


def _sheet(office: Office, text: str, language: str = "de", code: str = "free") -> StudioSheet:
    return office.ask(studio_sheet, code, language, text, TODAY)


@pytest.mark.parametrize("code", [template.code for template in delivered_templates()])
def test_every_delivered_text_has_a_page_with_example_values(office: Office, code: str) -> None:
    office_card(office)
    for language in next(t for t in delivered_templates() if t.code == code).languages:
        sheet = _sheet(office, office.ask(studio_text, code, language).text, language, code)
        assert sheet.problems == ()
        assert sheet.pdf is not None


def test_the_page_shows_the_office_and_an_invented_person(office: Office) -> None:
    office_card(office)
    sheet = _sheet(office, HARD)
    assert sheet.pdf is not None

    said = text_of(sheet.pdf)
    assert "Erna Muster" in said
    assert "Unterlagen" in said


def test_problems_name_their_line_and_there_is_no_page(office: Office) -> None:
    office_card(office)
    sheet = _sheet(office, HARD + "{nonsense} <b>\n")

    assert sheet.pdf is None
    assert [problem.values["line"] for problem in sheet.problems] == [6, 6]


def test_findings_stand_where_they_were_typed(office: Office) -> None:
    office_card(office)
    sheet = _sheet(office, HARD)
    marked = {each.kind: HARD[each.start : each.end] for each in sheet.findings}

    assert marked[Kind.OFFICIALESE] == "diesbezüglich"
    assert Kind.PASSIVE in marked
    assert sheet.report is not None
    assert sheet.report.indices[Index.LIX] > 0


def test_a_language_that_nobody_measures_has_a_page_only(office: Office) -> None:
    office_card(office)
    sheet = _sheet(office, HARD, "pl")

    assert sheet.pdf is not None
    assert (sheet.report, sheet.findings) == (None, ())


def test_the_offices_own_words_are_found_and_carried_ones_can_pass(office: Office) -> None:
    office_card(office)
    term = uuid4()
    office.act(save_term, term, 0, TermText("de", "Unterlagen", "Papiere"))
    office.act(save_term, uuid4(), 0, TermText("de", "diesbezüglich"))
    found = [each for each in _sheet(office, HARD).findings if each.kind is Kind.OFFICIALESE]
    assert [each.detail for each in found] == ["Papiere"]

    office.act(remove_term, term)
    assert [row.word for row in office.ask(term_rows)] == ["diesbezüglich"]


@pytest.mark.parametrize(
    ("term", "field"),
    [
        (TermText("de", ""), "word"),
        (TermText("de", "Amt", "amt"), "better"),
        (TermText("pl", "urząd", "biuro"), "language"),
        (TermText("de", "a\nb", "c"), "word"),
    ],
)
def test_a_term_that_helps_nobody_is_refused(office: Office, term: TermText, field: str) -> None:
    with pytest.raises(Refused) as refused:
        office.act(save_term, uuid4(), 0, term)

    assert {problem.field for problem in refused.value.problems} == {field}


def test_a_word_stands_on_the_list_once(office: Office) -> None:
    office.act(save_term, uuid4(), 0, TermText("de", "Amt", "Behörde"))
    with pytest.raises(Refused):
        office.act(save_term, uuid4(), 0, TermText("de", "Amt", "Haus"))


def test_targets_are_the_offices_own_once_it_chose_them(office: Office) -> None:
    chosen: dict[str, int | None] = {name: least for name, (least, _most) in BOUNDS.items()}
    office.act(choose_targets, chosen)
    assert office.ask(office_targets).lix_at_most == BOUNDS["lix_at_most"][0]

    with pytest.raises(Refused) as refused:
        office.act(choose_targets, {**chosen, "lix_at_most": None, "wstf1_at_most": 99})
    assert {p.field for p in refused.value.problems} == {"lix_at_most", "wstf1_at_most"}
