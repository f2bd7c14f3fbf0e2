"""The demo office has templates of its own: versions, a translation that lags, readers' words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.demo.actions import build_demo
from app.demo.rules import Country, DemoPlan
from app.letters.readability.rules import Index
from app.letters.studio.queries import studio_lines, studio_text, term_rows
from app.letters.studio.rules import TextStatus
from app.letters.studio.sheet import studio_sheet
from tests.app.demo.test_actions import _opened as opened_office
from tests.app.demo.test_rules import TODAY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("country", list(Country))
def test_the_demo_has_two_templates_of_its_own(tmp_path: Path, country: Country) -> None:
    made = build_demo(tmp_path / "demo", DemoPlan(TODAY, clients=3, country=country))
    office = opened_office(made.folder)
    try:
        own = [line for line in office.ask(studio_lines) if not line.is_delivered]
        texts = [office.ask(studio_text, line.code, line.source_language) for line in own]
        sheets = [
            office.ask(studio_sheet, text.line.code, text.language, text.text, TODAY)
            for text in texts
        ]
        terms = office.ask(term_rows)
    finally:
        office.close()

    assert sorted(len(text.versions) for text in texts) == [1, 2]
    assert sum(len(text.feedback) for text in texts) == 1
    assert [line.texts["en"] for line in own if "en" in line.texts] == [TextStatus.OUTDATED]
    assert len(terms) == 1
    for sheet in sheets:
        assert sheet.problems == ()
        assert sheet.report is not None
        assert sheet.report.indices[Index.LIX] <= 40


def test_the_same_plan_gives_the_same_templates(tmp_path: Path) -> None:
    codes = []
    for name in ("one", "two"):
        made = build_demo(tmp_path / name, DemoPlan(TODAY, clients=3))
        office = opened_office(made.folder)
        try:
            codes.append([line.code for line in office.ask(studio_lines)])
        finally:
            office.close()

    assert codes[0] == codes[1]
