"""Where a draft is gone on with."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.drafts.queries import DraftRow
from app.visiting.actions import CHANGE_FORM, PLAN_FORM, RECORD_FORM
from db.presence import TABLE_OF
from db.tables import metadata
from ui.drafts.draft_places import DRAFT_FORMS, draft_place, draft_words
from ui.drafts.kept_form import NEW_FORMS
from ui.widgets.page import Place

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ERNA = UUID(int=7)
_KNOWN_BY_A_WORD = {"concern_steps", "preventive_rule", "requirement", "template_text"}
"""Forms whose record has a code, and no key by which colleagues could be seen at it."""


def row(form: str, subject: str = "") -> DraftRow:
    return DraftRow(form, subject, "", AT)


@pytest.mark.parametrize(
    ("draft", "place"),
    [
        (row(PLAN_FORM), Place("visiting", None, "plan")),
        (row(PLAN_FORM, str(ERNA)), Place("visiting", ERNA, "plan")),
        (row(CHANGE_FORM, str(ERNA)), Place("visiting", ERNA, "change")),
        (row(RECORD_FORM, str(ERNA)), Place("visiting", ERNA, "record")),
        (row("client"), Place("clients", None, "new")),
        (row("client", str(ERNA)), Place("clients", ERNA, "edit")),
    ],
)
def test_a_draft_leads_back_to_its_form(draft: DraftRow, place: Place) -> None:
    assert draft_place(draft) == place
    assert draft_words(draft) != "Unfinished form"


def test_a_draft_of_an_unknown_form_leads_nowhere_and_does_not_crash() -> None:
    assert draft_place(row("something_newer", str(ERNA))) is None
    assert draft_place(row(RECORD_FORM, "no id")) is None
    assert draft_words(row("something_newer")) == "Unfinished form"


def test_colleagues_are_seen_at_every_form_about_a_record_that_is_there() -> None:
    assert TABLE_OF.keys() == DRAFT_FORMS.keys() - NEW_FORMS - _KNOWN_BY_A_WORD
    assert set(TABLE_OF.values()) <= metadata.tables.keys()
