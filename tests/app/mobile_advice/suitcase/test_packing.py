"""Tests of packing: what goes along and what stays, what is noted, and what a full disk leaves."""

from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.errors import Refused, Unavailable
from app.mobile_advice.suitcase import packing
from app.mobile_advice.suitcase.coming import read_coming
from app.mobile_advice.suitcase.contents import OF_PEOPLE, WHOLE, gather
from app.mobile_advice.suitcase.homecoming import bring_all, finish
from app.mobile_advice.suitcase.opening import open_suitcase
from app.mobile_advice.suitcase.packing import notes_since
from app.mobile_advice.suitcase.people import outlook, packable_days
from app.mobile_advice.suitcase.queries import (
    away_with,
    may_take_along,
    suitcases,
    to_return,
)
from app.mobile_advice.suitcase.rules import Plan, SuitcaseState
from app.privacy.everything import everything_on
from db.booking import Appointment
from db.exchange import ExportLog
from db.people import Person
from db.suitcase import SuitcaseRow
from tests.conftest import NOW
from tests.factories.access import member, restricted
from tests.factories.clients import add_client, add_note
from tests.factories.suitcases import DAY, PASSPHRASE, TourPlan, a_tour, packed

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.suitcase.contents import Contents
    from app.office import Act, Office
    from tests.app.mobile_advice.suitcase.conftest import Travel

SINCE = notes_since(NOW.astimezone().replace(tzinfo=None))


def contents_of(office: Office, tour: TourPlan, **fields: Any) -> Contents:  # noqa: ANN401 - any field
    """Gather what the suitcase of a tour would hold."""
    plan = Plan(tour.day_id, DAY, PASSPHRASE, PASSPHRASE, **fields)
    return office.ask(gather, plan, SINCE)


def test_only_named_tables_go_along_and_of_people_those_of_the_tour(office: Office) -> None:
    tour = a_tour(office, "Adam", "Berg")
    a_tour(office, "Anders", day=DAY.replace(day=25))
    held = contents_of(office, tour)
    names = set(held.rows)
    assert not {name for name in names if name.startswith(("psp_", "enquiry", "answer"))}
    assert {*WHOLE, *OF_PEOPLE} <= names
    assert {row["family_name"] for row in held.rows["person"]} == {"Adam", "Berg"}
    assert len(held.rows["appointment"]) == 2
    assert len(held.rows["stop_waiting"]) == 1


def test_what_no_tour_needs_of_a_card_stays_in_the_office(office: Office) -> None:
    tour = a_tour(office, "Adam")
    office.act(_write_on_card, tour.people[0])
    (row,) = contents_of(office, tour).rows["person"]
    assert (row["cpr"], row["about"]) == ("", "")
    assert row["hint"] == "Klopfen"


def test_a_restricted_person_stays_unless_ticked_by_somebody_who_may_know(office: Office) -> None:
    tour = a_tour(office, "Adam", "Berg")
    hidden = tour.people[1]
    member(office, office.who, Role.ADMINISTRATOR)
    restricted(office, hidden)
    assert len(contents_of(office, tour).people) == 1
    ticked = contents_of(office, tour, restricted=frozenset({hidden}))
    assert set(ticked.people) == set(tour.people)
    assert len(ticked.rows["person_access"]) == 1


def test_a_tick_does_not_take_along_whom_the_packer_may_not_know(office: Office) -> None:
    tour = a_tour(office, "Adam", "Berg")
    hidden = tour.people[1]
    packer = office.who
    member(office, packer, Role.ADMINISTRATOR)
    member(office, "Jemand Anders", Role.ADMINISTRATOR)
    office.work_as("Jemand Anders")
    restricted(office, hidden)
    office.work_as(packer)
    held = contents_of(office, tour, restricted=frozenset({hidden}))
    assert hidden not in held.people
    found = office.ask(outlook, tour.day_id, SINCE)
    assert found is not None
    assert [one.name for one in found.people] == ["Erna Adam"]


def test_the_time_of_somebody_who_stays_is_taken_and_says_nothing(office: Office) -> None:
    tour = a_tour(office, "Adam", "Berg")
    member(office, office.who, Role.ADMINISTRATOR)
    restricted(office, tour.people[1])
    office.act(_note_on_appointment, tour.appointments[1])
    rows = {row["id"]: row for row in contents_of(office, tour).rows["appointment"]}
    hidden = rows[tour.appointments[1]]
    assert (hidden["person_id"], hidden["note"], hidden["phone"]) == (None, "", "")
    assert hidden["starts_at"] == 560


def test_notes_go_along_only_if_wanted_and_only_the_latest(office: Office) -> None:
    tour = a_tour(office, "Adam")
    add_note(office, tour.people[0])
    assert "note" not in contents_of(office, tour).rows
    assert len(contents_of(office, tour, with_notes=True).rows["note"]) == 1


def test_every_key_leads_somewhere_or_is_left_empty(office: Office) -> None:
    tour = a_tour(office, "Adam")
    held = contents_of(office, tour)
    from db.tables import metadata  # noqa: PLC0415 - used here alone

    for name, rows in held.rows.items():
        for key in metadata.tables[name].foreign_keys:
            targets = {row[key.column.name] for row in held.rows.get(key.column.table.name, [])}
            assert {row[key.parent.name] for row in rows} - {None} <= targets, (name, key)


def test_what_leaves_is_noted_and_told_to_whom_it_is_about(travel: Travel) -> None:
    (row,) = travel.home.ask(suitcases)
    assert (row.state, row.people, row.made_by) == (SuitcaseState.PACKED, 3, "Anna Beispiel")
    assert travel.home.ask(away_with, travel.tour.day_id) == (row,)
    assert travel.home.ask(to_return, row.expires_at) == (row,)
    assert travel.home.ask(to_return, NOW) == ()
    log = travel.home.ask(_log)
    assert (log.list_name, log.rows) == ("suitcase", 3)
    held = travel.home.ask(everything_on, travel.tour.people[0])
    assert held is not None
    assert held.rows("exported_person")
    versions = travel.home.ask(_versions, travel.tour.appointments[0])
    assert versions == [1]


def test_what_was_packed_comes_home_whatever_the_office_stands_on(
    office: Office, tmp_path: Path
) -> None:
    now = office.local_now.astimezone()
    tour = a_tour(office, "Adam", day=now.date())
    file = packed(office, tour, tmp_path / "bus", until=now.date()).file
    bus = open_suitcase(file, PASSPHRASE, clock=lambda: now)
    assert bus.who == office.who
    bus.act(_note_on_appointment, tour.appointments[0])
    add_note(bus, tour.people[0], "Fragt nach Wohngeld.")
    add_client(bus, family_name="Neu")
    bus.close()
    back = read_coming(file, PASSPHRASE, clock=lambda: now)
    assert not bring_all(office, back).asked
    assert not bring_all(office, back).asked
    assert finish(office, back) == ()
    assert not file.exists()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_who_works_on_files_packs_for_a_tour_and_nobody_else(
    office: Office, tmp_path: Path, role: Role
) -> None:
    tour = a_tour(office, "Adam")
    member(office, office.who, Role.ADMINISTRATOR)
    member(office, "Sam Amt", role)
    office.work_as("Sam Amt")
    is_allowed = role not in {Role.VOLUNTEER, Role.DPO}
    assert office.ask(may_take_along) is is_allowed
    if not is_allowed:
        with pytest.raises(Refused, match="Your role"):
            packed(office, tour, tmp_path / "bus")
        assert not list(tmp_path.glob("*.nahbar-suitcase"))
    elif role is Role.CASEWORKER:
        packed(office, tour, tmp_path / "bus")
        assert office.ask(_packed_by) == [("Sam Amt", "Südrunde 2026-11-24", 1)]


def test_a_file_that_is_there_is_not_overwritten(travel: Travel) -> None:
    with pytest.raises(Refused, match="already"):
        packed(travel.home, travel.tour, travel.file)


@pytest.mark.parametrize("step", ["write_suitcase", "fill", "move_into_place"])
def test_a_full_disk_leaves_no_file_behind(
    travel: Travel, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(packing, step, full)
    with pytest.raises(Unavailable, match="full"):
        packed(travel.home, travel.tour, travel.file.with_name("second"))
    left = {path.name for path in travel.file.parent.iterdir()}
    assert left == {"office", travel.file.name}
    assert [row.state for row in travel.home.ask(suitcases)].count(SuitcaseState.PACKED) == 1


def test_tours_that_are_to_come_are_offered(office: Office) -> None:
    tour = a_tour(office, "Adam")
    assert [day.id for day in office.ask(packable_days, DAY)] == [tour.day_id]
    assert office.ask(packable_days, _after(DAY)) == ()


def _after(day: date) -> date:
    return day.replace(day=day.day + 1)


def _write_on_card(act: Act, person_id: UUID) -> None:
    person = act.session.get(Person, person_id)
    assert person is not None
    person.cpr, person.about, person.hint = "2411381234", "Lang", "Klopfen"
    act.touch("clients")


def _note_on_appointment(act: Act, key: UUID) -> None:
    row = act.session.get(Appointment, key)
    assert row is not None
    row.note, row.phone = "vertraulich", "+49 211 1"
    act.touch("booking")


def _log(connection: Connection) -> Any:  # noqa: ANN401 - a row
    row = connection.execute(select(ExportLog.list_name, ExportLog.rows, ExportLog.columns)).one()
    assert "person" in json.loads(row.columns)
    return row


def _packed_by(connection: Connection) -> list[tuple[object, ...]]:
    """Answer who took how many cards out of the office, and for what."""
    found = connection.execute(select(ExportLog.who, ExportLog.reason, ExportLog.rows))
    return [tuple(row) for row in found]


def _versions(connection: Connection, key: UUID) -> list[int]:
    wanted = select(SuitcaseRow.row_version).where(SuitcaseRow.row_id == key)
    return list(connection.execute(wanted).scalars())
