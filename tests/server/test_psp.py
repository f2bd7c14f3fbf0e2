"""Requirements of PSP groups on a server: it keeps them apart itself, whatever is asked by SQL."""

from __future__ import annotations

from random import Random
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
from app.referrals.psp.rules import Agency, Criterion
from app.referrals.register.queries import read_register
from app.small_numbers.rules import Safeguard, protect_column
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
PER, STINA = "Per Dahl", "Stina Toft"
SAFE = Safeguard(5, tells_zero=False)
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
    assert read_register(shared.office(PIA))
    looked = f"SELECT until = at FROM psp_look WHERE what = 'register' AND case_id = '{case}'"
    assert by_owner(shared, looked) is True
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
    counted = "SELECT * FROM sec.psp_counts(2026)"
    listed = f"SELECT * FROM sec.expired_psp_facts('{group}', '2026-11-23')"
    # Of one case is told neither what it is nor that it is there; a day cannot be asked for.
    assert run_as(shared, PIA, counted) == [("meeting", "", 0)]
    for name in COLLEAGUES:
        if name != PIA:
            assert state_of(shared, name, counted) == state_of(shared, name, listed) == "42501"
    assert run_as(shared, PER, counted) == [("meeting", "", 0)]
    assert run_as(shared, PER, listed) == []
    assert pia.act(remove_expired, group).value == 1
    assert by_owner(shared, f"SELECT count(*) FROM psp_fact WHERE id = '{old}'") == 0
    assert by_owner(shared, "SELECT count(*) FROM psp_fact") == 1


def test_figures_are_withheld_by_the_server_as_the_program_withholds_them(
    shared: SharedOffice,
) -> None:
    """Whatever column of figures: all or nothing, no small one told, and none to be computed."""
    chance = Random(8)  # noqa: S311 - figures for a test
    columns = [
        [chance.choice((0, 0, 1, 2, 4, 5, 6, 9, 30)) for _line in range(chance.randint(2, 8))]
        for _column in range(400)
    ]
    columns = [column for column in columns if sum(column) >= SAFE.least]
    asked = text("SELECT sec_inside.withheld_figures(:counts, :smallest, :most)")
    with shared.owner.begin() as connection:
        told = [
            connection.execute(
                asked, {"counts": column, "smallest": SAFE.least, "most": sum(column)}
            ).scalar_one()
            for column in columns
        ]
    assert any(hidden is None for hidden in told)
    for column, hidden in zip(columns, told, strict=True):
        most = [sum(column)] * len(column)
        known = protect_column(column, SAFE, total=sum(column), most=most)
        assert (hidden is None) == known.is_left_out
        if hidden is not None:
            assert frozenset(at for at, one in enumerate(hidden) if one) == known.withheld


def test_a_steering_group_asks_the_server_for_figures_and_gets_no_small_one(
    shared: SharedOffice,
) -> None:
    pia = shared.office(PIA)
    group = psp_group(pia, "PSP Nord")
    for number in range(6):
        reason = Criterion.VIOLENT if number else Criterion.CRIME
        psp_case(pia, group, criteria=(reason, Criterion.CHILDREN))
    by_owner(shared, f"UPDATE psp_case SET raised_on = '2024-05-01' WHERE group_id = '{group}'")
    with shared.owner.begin() as connection:
        add_login(connection, shared.login(STINA), PASSWORD, Role.PSP_MEMBER, name=STINA)
    stina = shared.office(STINA)
    psp_group(stina, "Steering", kind="steering")

    figures = {
        (what, code): many
        for what, code, many in run_as(shared, STINA, "SELECT * FROM sec.psp_counts(2024)")
    }

    assert figures["total", ""] == 6
    assert figures["criterion", "crime"] is None
    assert {many for many in figures.values() if many} <= {5, 6}
    assert stina.act(read_figures, 2024).value.total == 6
    assert run_as(shared, STINA, "SELECT * FROM psp_case") == []


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
