"""Requirements of PSP groups on a server: it keeps them apart itself, whatever is asked by SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.rules import Role
from app.errors import Refused
from app.referrals.psp.cases import remove_expired
from app.referrals.psp.entering import break_psp_glass, open_group
from app.referrals.psp.figures import read_figures
from app.referrals.psp.papers import extract_paper
from app.referrals.psp.queries import group_view
from app.referrals.psp.reading import read_case
from app.referrals.psp.rules import Agency
from db.admin import OfficeCard
from db.server import add_login, check
from db.server.psp import PREFIX
from db.tables import metadata
from tests.conftest import NOW
from tests.factories.psp import TODAY, psp_case, psp_fact, psp_group, psp_meeting
from tests.server.direct import PIA, REASON, by_owner, run_as, state_of
from tests.server.psql import psql
from tests.server.shared import COLLEAGUES, PASSWORD

if TYPE_CHECKING:
    from uuid import UUID

    from tests.server.shared import SharedOffice

MARK = "Kanarienvogel"
PER = "Per Dahl"
TABLES = sorted(name for name in metadata.tables if name.startswith(PREFIX))
_PSP_ACTS = text(
    # Whoever looks after the server changes rows in bulk: of those their number is told.
    "SELECT DISTINCT key, version, columns, said FROM sec.audit WHERE table_name LIKE 'psp%'"
    " AND coalesce(said, '') NOT LIKE 'rows: %'"
)


@pytest.fixture(scope="module")
def held(shared: SharedOffice) -> tuple[UUID, UUID, UUID]:
    """A group of Pia's with a case and a meeting, whose every text bears the mark.

    All tests share it, in any order: each opens what it reads, and takes away its own rows alone.
    """
    with Session(shared.owner) as session, session.begin():
        session.add(OfficeCard(name="Ballerup", country="DK", created_at=NOW))
    pia = shared.office(PIA)
    group = psp_group(pia, f"{MARK} PSP", area=MARK)
    case = psp_case(pia, group, own_means_insufficient=MARK, tried=MARK, consent_reason=MARK)
    psp_fact(pia, case, text=MARK, necessity=MARK)
    meeting = psp_meeting(pia, group)
    pia.act(extract_paper, meeting, Agency.POLICE, "da")
    with shared.owner.begin() as connection:
        add_login(connection, f"per_{shared.number}", PASSWORD, Role.PSP_MEMBER, name=PER)
    return group, case, meeting


def test_no_other_role_and_no_member_without_a_seat_finds_a_row(
    shared: SharedOffice, held: tuple[UUID, UUID, UUID]
) -> None:
    group, case, _meeting = held
    pia = shared.office(PIA)
    pia.act(open_group, group)
    pia.act(read_case, case)
    asked = {name: f"SELECT FROM {name}" for name in TABLES}
    for name in (*COLLEAGUES, PER):
        said = psql(shared.engine(name).url, asked)
        found = {table for table, answer in said.items() if answer.rows}
        if name == PIA:
            assert found >= {"psp_group", "psp_case", "psp_fact", "psp_look", "psp_extract"}
        else:
            assert found == set()
    assert shared.office(PER).ask(group_view, group, TODAY) is None


def test_nothing_is_read_without_a_look_that_a_function_wrote(
    shared: SharedOffice, held: tuple[UUID, UUID, UUID]
) -> None:
    group, case, _meeting = held
    facts, cases = "SELECT text FROM psp_fact", "SELECT number FROM psp_case"
    by_owner(shared, "UPDATE psp_look SET until = at")
    assert run_as(shared, PIA, facts) == run_as(shared, PIA, cases) == []

    look = f"SELECT sec.look_at_psp('{group}', {{}}, '{{}}')"
    # A look of another kind does not open what is closed, and nobody writes looks by hand.
    assert state_of(shared, PIA, look.format("NULL", "list")) == "42501"
    by_hand = (
        "INSERT INTO psp_look (id, version, group_id, at, until, who, what) VALUES"
        f" (gen_random_uuid(), 1, '{group}', now(), now() + interval '1 day', '{PIA}', 'opened')"
    )
    assert state_of(shared, PIA, by_hand) == "42501"
    run_as(shared, PIA, look.format("NULL", "opened"))
    assert run_as(shared, PIA, cases)
    assert run_as(shared, PIA, facts) == []
    run_as(shared, PIA, look.format(f"'{case}'", "case"))
    assert run_as(shared, PIA, facts) == [(MARK,)]
    before = by_owner(shared, "SELECT count(*) FROM psp_look")
    shared.office(PIA).act(read_case, case)
    assert by_owner(shared, "SELECT count(*) FROM psp_look") == before + 1
    for name in (*COLLEAGUES, PER):
        if name != PIA:
            assert state_of(shared, name, look.format("NULL", "opened")) == "42501"


def test_nobody_takes_a_seat_or_a_look_of_their_own(
    shared: SharedOffice, held: tuple[UUID, UUID, UUID]
) -> None:
    seat = (
        "INSERT INTO psp_member (id, version, group_id, member_name, name, agency, organisation,"
        f" email, is_lead, from_on) VALUES (gen_random_uuid(), 1, '{held[0]}', '{{0}}', '{{0}}',"
        " 'police', '', '', true, current_date)"
    )
    for name in (*COLLEAGUES, PER):
        if name != PIA:
            assert state_of(shared, name, seat.format(name)) == "42501"
    changed = "UPDATE psp_look SET who = 'x', version = version + 1"
    assert state_of(shared, PIA, changed) == "42501"
    assert state_of(shared, PIA, "DELETE FROM psp_extract") == "42501"


def test_counts_and_what_is_to_be_deleted_are_told_without_contents(
    shared: SharedOffice, held: tuple[UUID, UUID, UUID]
) -> None:
    group, case, _meeting = held
    pia = shared.office(PIA)
    pia.act(open_group, group)
    old = psp_fact(pia, case, text=MARK, necessity=MARK)
    by_owner(shared, f"UPDATE psp_fact SET expires_on = date '2026-11-01' WHERE id = '{old}'")
    by_owner(shared, "UPDATE psp_look SET until = at WHERE case_id IS NOT NULL")

    view = pia.ask(group_view, group, TODAY)
    assert view is not None
    assert [(row.case_id, row.number) for row in view.expired] == [(case, "2026-001")]
    assert MARK not in repr(view.expired)
    assert pia.act(read_figures, 2026).value.total is None
    counted = "SELECT * FROM sec.psp_counts('2026-01-01', '2026-12-31')"
    listed = f"SELECT * FROM sec.expired_psp_facts('{group}', '2026-11-23')"
    assert len(run_as(shared, PIA, counted)) == 5
    for name in COLLEAGUES:
        if name != PIA:
            assert state_of(shared, name, counted) == state_of(shared, name, listed) == "42501"
    assert run_as(shared, PER, counted) == [("meeting", "", 0)]
    assert run_as(shared, PER, listed) == []
    assert pia.act(remove_expired, group).value == 1
    assert by_owner(shared, f"SELECT count(*) FROM psp_fact WHERE id = '{old}'") == 0
    assert by_owner(shared, "SELECT count(*) FROM psp_fact") == 1


def test_break_glass_lets_a_psp_member_in_for_an_hour(
    shared: SharedOffice, held: tuple[UUID, UUID, UUID]
) -> None:
    per, group = shared.office(PER), held[0]
    for name in COLLEAGUES:
        if name != PIA:
            called = f"SELECT sec.break_psp_glass('{MARK} PSP', '{REASON}')"
            assert state_of(shared, name, called) == "42501"
    assert state_of(shared, PER, f"SELECT sec.break_psp_glass('{MARK} PSP', 'curious')") == "23514"
    with pytest.raises(Refused):
        per.act(break_psp_glass, "No such group", REASON)

    per.act(break_psp_glass, f"{MARK} psp", REASON)
    per.act(open_group, group)
    assert per.ask(group_view, group, TODAY) is not None
    by_owner(shared, "UPDATE psp_glass SET valid_until = valid_from")
    assert per.ask(group_view, group, TODAY) is None


def test_the_audit_names_neither_rows_nor_columns_and_no_desk_is_told(
    shared: SharedOffice, held: tuple[UUID, UUID, UUID]
) -> None:
    with shared.owner.connect() as connection:
        assert connection.execute(_PSP_ACTS).all() == [(None, None, None, None)]
        lines = connection.execute(
            text("SELECT string_agg(a::text, '') FROM sec.audit a WHERE said LIKE '%psp%'")
        ).scalar_one()
        assert MARK not in lines
        assert not any(str(key) in lines for key in held)
        told = connection.execute(
            text("SELECT prosrc FROM pg_proc WHERE proname LIKE 'watch_psp%'")
        ).scalars()
        assert not any("pg_notify" in body for body in told)
        assert [found for found in check(connection) if found.is_serious] == []
