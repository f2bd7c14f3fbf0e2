"""Of each table of the schema: whether a suitcase has it whole, in part, or never."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from app.demo.actions import build_demo
from app.demo.rules import Country, DemoPlan
from app.mobile_advice.suitcase.opening import open_suitcase
from app.mobile_advice.suitcase.packing import pack
from app.mobile_advice.suitcase.rules import Plan
from db.booking import Appointment
from db.tables import metadata
from db.tours import TourDay, TourHalt
from tests.app.demo.test_actions import _opened as opened_office
from tests.factories.suitcases import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.admin.local_office import LocalOffice
    from app.mobile_advice.suitcase.opening import SuitcaseOffice


class Fate(StrEnum):
    """What of a table goes along."""

    WHOLE = "whole"
    """Every row: no people are in it, and forms and papers need it."""
    PART = "part"
    """The rows of the tour and of the people whom it meets."""
    OWN = "own"
    """The suitcase's own, none of the office's."""
    NEVER = "never"


_WORDS = {
    Fate.WHOLE: """area code_entry custom_field institution institution_language interpreter_pool
        letter_template member office office_setting own_word template_version term vehicle""",
    Fate.PART: """appointment consent crew interpreter_request note note_person person
        person_access person_address person_language person_name_key person_reach person_role
        snippet stop stop_waiting tour tour_day tour_halt tour_stop""",
    Fate.OWN: "audit_line suitcase",
    Fate.NEVER: """absence access_request address_file address_point advice_contact
        advice_referral answer area_outline attachment callback cost_item courtesy_call
        courtesy_caller custom_value deletion disclosure distance draft duplicate_pair enquiry
        enquiry_category enquiry_step escalation escalation_step exclusion expense export_log
        exported_person free_time handover handover_item held_row household household_member
        household_refusal housing_case housing_case_partner housing_case_step import_run
        institution_contact intake intake_answer last_here letter letter_run letter_run_item look
        match match_event note_version person_link preventive_exemption preventive_offer
        preventive_rule proof psp_agenda psp_attendance psp_case psp_criterion psp_extract psp_fact
        psp_fact_recipient psp_glass psp_group psp_look psp_meeting psp_member psp_task referral
        referral_event relation requirement retention_rule risk saved_view service_hours
        suitcase_merge suitcase_row task template_test timetable tour_crew training visit
        visit_activity visit_flag visit_series visiting_wish volunteer volunteer_trait
        wish_trait""",
}
FATES = {name: fate for fate, names in _WORDS.items() for name in names.split()}
SLACK = {"member", "person_access", "office_setting"}
"""Tables in which a demo office has nothing."""


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[LocalOffice, SuitcaseOffice]]:
    """A demo office with something in each table, PSP too, and the suitcase of a coming tour."""
    folder = tmp_path_factory.mktemp("demo")
    today = datetime.now(UTC).astimezone().date()
    made = build_demo(folder / "demo", DemoPlan(today, clients=14, country=Country.DENMARK))
    home = opened_office(made.folder)
    day = home.ask(_fullest_day, today)
    plan = Plan(day.id, day.day, PASSPHRASE, PASSPHRASE, with_notes=True)
    bus = open_suitcase(pack(home, plan, folder / "bus").file, PASSPHRASE)
    yield home, bus
    bus.close()
    home.close()


def test_of_each_table_it_is_known_what_goes_along() -> None:
    assert set(FATES) == set(metadata.tables)
    assert len(FATES) == sum(len(names.split()) for names in _WORDS.values())


def test_nothing_goes_along_beyond_what_the_tour_needs(
    both: tuple[LocalOffice, SuitcaseOffice],
) -> None:
    home, bus = (one.ask(_counts) for one in both)
    for name, fate in FATES.items():
        if fate is Fate.NEVER:
            assert not bus[name], name
        elif fate is Fate.WHOLE:
            assert bus[name] == home[name], name
            assert bus[name] or name in SLACK, name
        elif fate is Fate.PART and home[name]:
            assert bus[name] <= home[name], name
    assert 0 < bus["person"] < home["person"]
    assert 0 < bus["note"] < home["note"]
    assert bus["suitcase"] == bus["tour_day"] == 1


def test_whoever_is_named_in_it_is_met_on_the_tour(
    both: tuple[LocalOffice, SuitcaseOffice],
) -> None:
    home, bus = both
    met, named = home.ask(_met, bus.facts.tour_day_id), bus.ask(_named)
    assert met
    assert named <= met


def _fullest_day(connection: Connection, today: date) -> Any:  # noqa: ANN401 - a row
    """Answer the coming tour day on which most people with a card are booked."""
    wanted = (
        select(TourDay.id, TourDay.day)
        .join(TourHalt, TourHalt.tour_day_id == TourDay.id)
        .join(Appointment, Appointment.tour_halt_id == TourHalt.id)
        .where(TourDay.day >= today, TourDay.state != "cancelled")
        .group_by(TourDay.id)
        .order_by(func.count(Appointment.person_id).desc(), TourDay.day)
    )
    return connection.execute(wanted.limit(1)).one()


def _counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in metadata.tables.items()
    }


def _met(connection: Connection, tour_day_id: UUID) -> set[UUID]:
    """Answer whom the tour meets, asked table by table and not as packing asks."""
    tables = metadata.tables
    halt, booked = tables["tour_halt"].c, tables["appointment"].c
    of_day = halt.tour_day_id == tour_day_id
    halts = connection.scalars(select(halt.id).where(of_day)).all()
    stops = connection.scalars(select(halt.stop_id).where(of_day)).all()
    found = connection.execute(
        select(booked.person_id, booked.interpreter_request_id).where(
            booked.tour_halt_id.in_(halts) | (booked.tour_day_id == tour_day_id)
        )
    ).all()
    crew, waits = tables["crew"].c, tables["stop_waiting"].c
    on_board = connection.scalars(
        select(crew.person_id).where(crew.tour_day_id == tour_day_id)
    ).all()
    waiting = connection.scalars(select(waits.person_id).where(waits.stop_id.in_(stops))).all()
    asked = tables["interpreter_request"].c
    requests = connection.execute(
        select(asked.person_id, asked.mediator_id).where(
            asked.id.in_([row.interpreter_request_id for row in found])
            | asked.mediator_id.in_([one for one in on_board if one is not None])
        )
    ).all()
    people = {row.person_id for row in found} | {*on_board, *waiting}
    return {one for row in requests for one in row} | people


def _named(connection: Connection) -> set[UUID]:
    """Answer every person that any row in the suitcase points at."""
    person = metadata.tables["person"]
    columns = [
        key.parent
        for table in metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is person
    ]
    assert len(columns) > len(FATES) / 4
    rows = (connection.scalars(select(column).distinct()) for column in [person.c.id, *columns])
    return {one for found in rows for one in found} - {None}
