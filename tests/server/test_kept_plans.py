"""Requirements of speed on a server: it keeps plans of everyday questions, never of searches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.journal.queries import search_notes
from app.my_day.queries import my_day
from app.office import Office
from app.server.joining import read_profile_file
from db.kept_plans import keep_plans, keeps_plans
from db.shared import ASKED_BEFORE, PLANS_KEPT, shared_engine
from tests.conftest import NOW
from tests.server.office import PETRA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.server.office import JointOffice

_KEPT = text("SELECT statement FROM pg_prepared_statements")


@pytest.fixture
def office(joint: JointOffice, tmp_path: Path) -> Iterator[Office]:
    """Answer an office as the program opens it, with the login of a colleague."""
    profile = read_profile_file(joint.write_profile(tmp_path / "sent.nahbar"))
    engine = shared_engine(replace(profile, login=PETRA.login), PETRA.password)
    yield Office(engine, who="Petra Weber")
    engine.dispose()


def _kept(connection: Connection) -> list[str]:
    return list(connection.scalars(_KEPT))


def test_the_plans_of_my_day_are_kept_from_one_question_to_the_next(office: Office) -> None:
    for _ in range(ASKED_BEFORE + 1):
        office.ask(my_day, NOW.date(), office.who)
    assert any("FROM visit" in said for said in office.ask(_kept))


def test_a_search_is_planned_each_time(office: Office) -> None:
    for _ in range(ASKED_BEFORE + 2):
        office.ask(search_notes, "besuch")
    assert not office.ask(_kept)


def test_what_is_asked_of_my_day_says_nothing_about_the_next_question(office: Office) -> None:
    office.ask(my_day, NOW.date(), office.who)
    assert not office.ask(keeps_plans)


def _ask_many(connection: Connection) -> None:
    keep_plans(connection)
    for number in range(PLANS_KEPT + 10):
        for _ in range(ASKED_BEFORE + 1):
            connection.exec_driver_sql(f"SELECT {number}")


def test_a_connection_keeps_no_more_plans_than_the_memory_of_a_server_bears(
    office: Office,
) -> None:
    office.ask(_ask_many)
    kept = office.ask(_kept)
    # The one that gives way goes with the next question.
    assert len(kept) - PLANS_KEPT in {0, 1}
    assert f"SELECT {PLANS_KEPT + 9}" in kept
    assert "SELECT 0" not in kept
