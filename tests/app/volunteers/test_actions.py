"""Requirements of the acts: files are kept whole, proofs once, lines of certificates go in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.clients.queries import client_card
from app.errors import Conflict, Refused
from app.volunteers.actions import record_proof, remove_proof, save_volunteer
from app.volunteers.queries import (
    VolunteerList,
    list_volunteers,
    volunteer_card,
    volunteer_to_edit,
)
from app.volunteers.rules import (
    AbsenceDetails,
    LeaveReason,
    ProofDetails,
    Stretch,
    TrainingDetails,
    VolunteerDetails,
    VolunteerStage,
)
from tests.factories.clients import add_client
from tests.factories.volunteers import APPLIED, add_volunteer, approve, prove

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

TODAY = date(2026, 11, 23)
WHOLE = VolunteerDetails(
    applied_on=APPLIED,
    active_from=date(2026, 10, 1),
    max_people=3,
    reach_km=5,
    gender="female",
    smoker=True,
    accepts_smoking=False,
    climbs_stairs=False,
    dementia_experience=True,
    by_phone_only=True,
    is_mediator=True,
    is_pupil=True,
    community="Eritrea",
    paid_kind="lump",
    insured_until=date(2027, 12, 31),
    emergency_note="Bruder, 0211 1",
    about="Singt <b>gern</b>\n😀",
    traits=frozenset({("interest", "music"), ("skill", "car"), ("brings", "dog")}),
    hours=(Stretch(1, 540, 720), Stretch(5, 840, 1440)),
    absences=(AbsenceDetails(uuid4(), date(2026, 12, 1), date(2026, 12, 9), "holiday", "Rom"),),
    trainings=(TrainingDetails(uuid4(), date(2026, 10, 2), "Zuhören", 180),),
)


def _file(office: Office, person: UUID) -> tuple[int, VolunteerDetails]:
    editing = office.ask(volunteer_to_edit, person)
    assert editing is not None
    return editing.version, editing.details


def test_a_file_comes_back_as_it_was_saved(office: Office) -> None:
    person = add_volunteer(office)
    office.act(save_volunteer, person, _file(office, person)[0], WHOLE)
    version, kept = _file(office, person)
    assert kept == WHOLE
    fewer = replace(WHOLE, traits=frozenset(), hours=(), absences=(), trainings=())
    office.act(save_volunteer, person, version, fewer)
    assert _file(office, person)[1] == fewer


def test_who_changes_only_the_times_counts_a_version(office: Office) -> None:
    person = add_volunteer(office)
    version, file = _file(office, person)
    changed = replace(file, hours=(Stretch(2, 600, 660),))
    office.act(save_volunteer, person, version, changed)
    with pytest.raises(Conflict):
        office.act(save_volunteer, person, version, file)


def test_a_second_file_of_one_person_is_a_conflict(office: Office) -> None:
    person = add_volunteer(office)
    with pytest.raises(Conflict):
        office.act(save_volunteer, person, 0, VolunteerDetails(applied_on=APPLIED))


def test_the_role_lasts_as_long_as_the_file(office: Office) -> None:
    person = add_volunteer(office)
    card = office.ask(client_card, person)
    assert card is not None
    assert "volunteer" in {role.role for role in card.roles}
    version, file = _file(office, person)
    left = replace(file, left_on=date(2026, 11, 1), left_reason=LeaveReason.MOVED)
    office.act(save_volunteer, person, version, left)
    card = office.ask(client_card, person)
    assert card is not None
    assert {role.until for role in card.roles if role.role == "volunteer"} == {date(2026, 11, 1)}


def test_everything_proven_makes_a_volunteer_active(office: Office) -> None:
    person = approve(office, add_volunteer(office))
    card = office.ask(volunteer_card, person, TODAY)
    assert card is not None
    assert card.stage is VolunteerStage.ACTIVE
    assert len(card.proofs) == len(card.standings)
    (row,) = office.ask(list_volunteers, VolunteerList.NOW, TODAY)
    assert (row.stage, row.dues) == (VolunteerStage.ACTIVE, ())


def test_a_certificate_that_was_too_old_is_not_kept(office: Office) -> None:
    person = add_volunteer(office)
    with pytest.raises(Refused):
        prove(office, person, "certificate", issued_on=date(2026, 6, 30))
    card = office.ask(volunteer_card, person, TODAY)
    assert card is not None
    assert card.proofs == ()


def test_a_proof_sent_twice_is_kept_once(office: Office) -> None:
    person, proof = add_volunteer(office), uuid4()
    details = ProofDetails("interview", inspected_on=date(2026, 10, 1))
    for _time in range(2):
        office.act(record_proof, proof, person, details)
    card = office.ask(volunteer_card, person, TODAY)
    assert card is not None
    assert [one.id for one in card.proofs] == [proof]


def test_nothing_is_proven_by_somebody_without_a_file(office: Office) -> None:
    person = add_client(office)
    with pytest.raises(Refused):
        prove(office, person, "interview")


@pytest.mark.parametrize(
    ("active_from", "going"), [(APPLIED, date(2027, 5, 1)), (None, date(2026, 11, 1))]
)
def test_the_line_of_a_certificate_goes_after_the_volunteer(
    office: Office, active_from: date | None, going: date
) -> None:
    person = approve(office, add_volunteer(office, active_from=active_from))
    version, file = _file(office, person)
    left = replace(file, left_on=date(2026, 11, 1), left_reason=LeaveReason.TIME)
    office.act(save_volunteer, person, version, left)
    card = office.ask(volunteer_card, person, TODAY)
    assert card is not None
    days = {one.requirement_code: one.delete_on for one in card.proofs}
    assert days.pop("certificate") == going
    assert set(days.values()) == {None}
    proof = next(one for one in card.proofs if one.delete_on)
    (row,) = office.ask(list_volunteers, VolunteerList.TO_DO, TODAY)
    assert row.dues[0].due_on == going
    office.act(remove_proof, proof.id, proof.version)
    assert office.ask(list_volunteers, VolunteerList.TO_DO, TODAY) == ()


def test_lists_are_narrowed_down(office: Office) -> None:
    approve(office, add_volunteer(office, "Anja Kurz"))
    add_volunteer(office, "Öner Demir")

    def names(**narrowed: str) -> list[str]:
        found = office.ask(list_volunteers, VolunteerList.NOW, TODAY, **narrowed)
        return [row.family_name for row in found]

    assert names() == ["Demir", "Kurz"]
    assert names(typed="oner") == ["Demir"]
    assert names(stage="active") == ["Kurz"]
    assert names(area="Garath") == []
    assert names(language="tr") == []
