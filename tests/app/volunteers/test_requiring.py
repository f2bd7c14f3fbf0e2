"""Requirements of an office: delivered ones hold until it dates its own, and the past stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.errors import Conflict, Refused
from app.volunteers.actions import save_volunteer
from app.volunteers.deletions import delete_due_proofs
from app.volunteers.queries import requirements_of_office, volunteer_card
from app.volunteers.requirements import all_requirements, delivered, requirements_on
from app.volunteers.requiring import (
    add_requirement,
    change_requirement,
    continue_requirement,
    end_requirement,
)
from app.volunteers.rules import (
    LeaveReason,
    RequirementDetails,
    RequirementKind,
    VolunteerDetails,
    VolunteerStage,
)
from tests.factories.volunteers import APPLIED, add_volunteer, approve

if TYPE_CHECKING:
    from app.office import Office

TODAY = date(2026, 11, 23)
CERTIFICATE = next(one for one in delivered("DE") if one.code == "certificate")
READ = (CERTIFICATE.valid_from, None)
STRICTER = RequirementDetails(
    CERTIFICATE.title, CERTIFICATE.kind, CERTIFICATE.before_stage, date(2026, 12, 1),
    valid_months=36, warn_days=60, grace_days=0, most_age_months=3, delete_months=3,
    source="Vorstand, 20.11.2026",
)  # fmt: skip


def test_what_is_delivered_holds_in_a_new_office(office: Office) -> None:
    assert office.ask(all_requirements, "DE") == delivered("DE")


def test_a_change_holds_from_its_day_and_the_past_stays(office: Office) -> None:
    office.act(change_requirement, "certificate", READ, STRICTER)
    codes = [one.code for one in office.ask(requirements_on, "DE", TODAY)]
    assert codes == [one.code for one in delivered("DE")]
    before = next(one for one in office.ask(requirements_on, "DE", date(2026, 11, 30))
                  if one.code == "certificate")  # fmt: skip
    after = next(one for one in office.ask(requirements_on, "DE", date(2026, 12, 1))
                 if one.code == "certificate")  # fmt: skip
    assert (before.valid_months, before.valid_until) == (60, date(2026, 11, 30))
    assert (after.valid_months, after.source) == (36, "Vorstand, 20.11.2026")
    with pytest.raises(Conflict):
        office.act(change_requirement, "certificate", READ, STRICTER)
    with pytest.raises(Refused) as refused:
        office.act(change_requirement, "certificate", (date(2026, 12, 1), None), STRICTER)
    assert [one.field for one in refused.value.problems] == ["valid_from"]


def test_what_the_office_adds_is_asked_of_everybody_until_it_ends(office: Office) -> None:
    anja = approve(office, add_volunteer(office))
    pass_ = RequirementDetails("Ausweis mit Foto", RequirementKind.OTHER, "active", TODAY)
    code = office.act(add_requirement, pass_).value
    card = office.ask(volunteer_card, anja, TODAY)
    assert card is not None
    assert card.stage is VolunteerStage.ONBOARDING
    assert code == "ausweis_mit_foto"
    office.act(end_requirement, code, (TODAY, None), TODAY)
    ended = office.ask(volunteer_card, anja, date(2026, 11, 24))
    assert ended is not None
    assert ended.stage is VolunteerStage.ACTIVE
    office.act(continue_requirement, code, (TODAY, TODAY))
    known = office.ask(requirements_of_office, TODAY)
    assert [one.versions[-1].valid_until for one in known if one.code == code] == [None]


def test_another_period_of_deletion_is_said_of_those_who_left(office: Office) -> None:
    anja = approve(office, add_volunteer(office, active_from=date(2026, 10, 1)))
    gone = VolunteerDetails(APPLIED, date(2026, 10, 1), date(2026, 11, 20), LeaveReason.TIME)
    office.act(save_volunteer, anja, 1, gone)
    assert office.act(delete_due_proofs).value == 0
    now = replace(STRICTER, valid_from=date(2026, 11, 1), delete_months=0)
    office.act(change_requirement, "certificate", READ, now)
    assert office.act(delete_due_proofs).value == 1
    card = office.ask(volunteer_card, anja, TODAY)
    assert card is not None
    assert "certificate" not in {proof.requirement_code for proof in card.proofs}
