"""PSP data leave by no way: as every role, every question of the program is asked for a canary.

Each question is asked in an office with a marked group and in one where no group ever was:
whoever is no member gets the same answers, to the last count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from app.drafts.queries import all_drafts
from app.errors import Refused
from app.my_day.changes import changes_since
from app.referrals.psp.entering import open_group
from app.referrals.psp.papers import held_paper
from app.referrals.psp.queries import may_see
from db.server.psp import PREFIX
from tests.app.access.test_canary import QUESTIONS
from tests.app.referrals.marked import KEYS, MARK, OTHERS, Heard, contents, given, saying, told_by
from tests.conftest import NOW
from tests.factories.psp import (
    ADMINISTRATOR,
    LEAD,
    psp_case,
    psp_fact,
    psp_meeting,
    psp_office,
)
from tests.house.sources import program

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office
    from tests.app.referrals.marked import Offices

ALLOWED = (
    "app/referrals/psp/",
    "app/access/rules/tables.py",
    "app/journal/apart.py",
    "app/demo/psp.py",
    "db/",
)
"""Files that may know of the tables at all."""


def test_both_offices_differ_in_nothing_but_the_group(marked_offices: Offices) -> None:
    there, never = (office.ask(contents) for office in (marked_offices.there, marked_offices.never))
    assert there == never
    assert len(there) > len(OTHERS)


@pytest.mark.parametrize("who", OTHERS)
def test_no_question_tells_anybody_else_that_a_case_is_there(
    marked_offices: Offices, who: str
) -> None:
    """What names none of the group's tables reads the same rows in both offices."""
    there, never, rows = marked_offices.there, marked_offices.never, marked_offices.rows
    for office in (there, never):
        office.work_as(who)
    told, named = [], 0
    with Heard(there) as heard:
        for name, question in sorted(QUESTIONS.items()):
            arguments = given(name, question, rows)
            if arguments is None:
                continue
            said, is_named = told_by(there, question, arguments), heard.names_a_group()
            named += is_named
            if MARK in said or (is_named and said != told_by(never, question, arguments)):
                told.append(name)
    assert told == []
    assert named > len(KEYS)


def test_a_member_reads_the_mark_once_the_group_is_open(marked_offices: Offices) -> None:
    there, rows = marked_offices.there, marked_offices.rows
    there.work_as(LEAD)
    there.act(open_group, rows["psp_group"]["id"])
    assert MARK in repr(_told(there, rows["psp_case"]["id"]))
    there.work_as("Zoe Amt")
    assert there.ask(may_see) is False


def test_not_even_for_a_member_leave_facts_by_another_part_of_the_program(
    marked_offices: Offices,
) -> None:
    """Search, My day, lists, letters, suitcases: a member as well reads of a group inside it."""
    office = marked_offices.there
    office.work_as(LEAD)
    office.act(open_group, marked_offices.rows["psp_group"]["id"])
    assert saying(office, marked_offices.rows) == []


def _told(office: Office, case_id: UUID) -> object:
    with pytest.raises((ValueError, Refused)):
        # Codes that no rule lets through stand in the row: it was written past them.
        office.act(held_paper, case_id, "en")
    return office.ask(_texts)


def _texts(connection: Any) -> list[str]:  # noqa: ANN401 - a connection
    return list(connection.execute(text("SELECT text FROM psp_fact")).scalars())


def test_my_day_and_drafts_tell_nobody_of_what_the_group_did(office: Office) -> None:
    """Real acts, with their audit lines."""
    group = psp_office(office)
    psp_fact(office, psp_case(office, group, tried=MARK), text=MARK)
    psp_meeting(office, group)
    office.work_as(ADMINISTRATOR)

    told = office.ask(changes_since, NOW.replace(year=2025), ADMINISTRATOR)
    assert "psp" not in repr(told)
    assert MARK not in repr(told)
    assert office.ask(all_drafts, ADMINISTRATOR) == ()
    touched = office.ask(_lines)
    assert touched == {("work_apart", "psp", '[["psp", null]]')}


def _lines(connection: Any) -> set[tuple[str, ...]]:  # noqa: ANN401 - a connection
    found = connection.execute(
        text("SELECT action, feature, touched FROM audit_line WHERE feature = 'psp'")
    )
    return {tuple(row) for row in found}


def test_nothing_outside_the_part_knows_of_its_tables() -> None:
    known = {
        str(source.path)
        for source in program()
        if "db.psp" in source.text or f'"{PREFIX}' in source.text or " psp_" in source.text
    }
    strangers = {path for path in known if not path.startswith(ALLOWED)}
    # Forms and screens name roles and papers of the part, never its tables.
    assert {path for path in strangers if "db.psp" in path} == set()
    assert {path for path in strangers if not path.startswith(("ui/referrals/", "forms/"))} == {
        "app/access/rules/rights.py"
    }
    typed = [source for source in program() if str(source.path).startswith("ui/referrals/psp/")]
    assert typed
    assert not any("DraftKeeper" in source.text for source in typed)
