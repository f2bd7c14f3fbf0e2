"""Keeping what was typed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import func, select

from app.drafts.actions import add_to_draft, discard_draft, save_draft
from app.drafts.queries import all_drafts, draft
from app.drafts.rules import LONGEST, Drafted
from app.errors import Refused
from app.office import Office
from db.admin import AuditLine

if TYPE_CHECKING:
    from sqlalchemy import Engine

WHO = "Anna Beispiel"
LATER = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


def typed(note: str, title: str = "") -> Drafted:
    return Drafted("visit_record", "7", {"note": note}, title)


def test_the_newest_draft_takes_the_place_of_the_older_one(office: Office, engine: Engine) -> None:
    office.act(save_draft, typed("Brought"))
    later = Office(engine, who=WHO, clock=lambda: LATER)
    assert later.act(save_draft, typed("Brought the paper")).value == LATER
    found = office.ask(draft, "visit_record", "7", WHO)
    assert found is not None
    assert (dict(found.texts), found.saved_at) == ({"note": "Brought the paper"}, LATER)
    assert len(office.ask(all_drafts, WHO)) == 1


def test_what_is_added_to_a_draft_leaves_the_rest_of_it(office: Office) -> None:
    office.act(save_draft, Drafted("visit_record", "7", {"note": "Old", "other": "Old too"}))
    office.act(add_to_draft, typed("New"))
    found = office.ask(draft, "visit_record", "7", WHO)
    assert found is not None
    assert dict(found.texts) == {"note": "New", "other": "Old too"}


def test_a_draft_is_its_writers_own(office: Office, engine: Engine) -> None:
    office.act(save_draft, typed("Mine"))
    other = Office(engine, who="Bo Ærø", clock=lambda: LATER)
    other.act(save_draft, typed("His"))
    mine = office.ask(draft, "visit_record", "7", WHO)
    assert mine is not None
    assert mine.texts["note"] == "Mine"
    assert len(office.ask(all_drafts, "Bo Ærø")) == 1


def test_drafts_are_listed_with_their_titles_the_newest_first(
    office: Office, engine: Engine
) -> None:
    office.act(save_draft, typed("a", "Erna Krüger"))
    later = Office(engine, who=WHO, clock=lambda: LATER)
    later.act(save_draft, Drafted("visit_plan", "", {"visitor": "K"}))
    assert [(row.form, row.title) for row in office.ask(all_drafts, WHO)] == [
        ("visit_plan", ""),
        ("visit_record", "Erna Krüger"),
    ]


def test_a_discarded_draft_is_gone_and_discarding_nothing_is_no_trouble(office: Office) -> None:
    office.act(save_draft, typed("a"))
    office.act(discard_draft, "visit_record", "7")
    office.act(discard_draft, "visit_record", "7")
    assert office.ask(draft, "visit_record", "7", WHO) is None


def test_drafts_leave_no_audit_line_and_touch_nothing(office: Office) -> None:
    assert office.act(save_draft, typed("a")).features == frozenset()
    assert office.act(discard_draft, "visit_record", "7").features == frozenset()
    lines = select(func.count()).select_from(AuditLine)
    assert office.ask(lambda connection: connection.scalar(lines)) == 0


def test_too_much_text_is_refused_and_the_older_draft_kept(office: Office) -> None:
    office.act(save_draft, typed("kept"))
    with pytest.raises(Refused):
        office.act(save_draft, typed("x" * LONGEST))
    found = office.ask(draft, "visit_record", "7", WHO)
    assert found is not None
    assert found.texts["note"] == "kept"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=some.text(some.characters(), max_size=500) | some.just("half \ud83d \x00 <b> % _"))
def test_a_draft_comes_back_exactly_as_typed(office: Office, note: str) -> None:
    office.act(save_draft, typed(note))
    found = office.ask(draft, "visit_record", "7", WHO)
    assert found is not None
    assert found.texts == {"note": note}
