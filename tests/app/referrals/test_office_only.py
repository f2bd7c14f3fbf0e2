"""A volunteer begins nothing about enquiries and matters, also without a server in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.access.rules import Role
from app.errors import Refused
from app.referrals.enquiries.actions import record_enquiry
from app.referrals.handing_over.actions import hand_over, receive_referral
from app.referrals.handing_over.rules import Received
from app.referrals.housing_cases.actions import open_case
from app.referrals.housing_cases.rules import CaseDetails
from app.referrals.office_only import OFFICE_ONLY
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.enquiries import enquiry_details
from tests.factories.handing_over import handing

if TYPE_CHECKING:
    from app.office import Office


def test_only_the_office_begins_anything(office: Office) -> None:
    erna = add_client(office)
    member(office, office.who, Role.ADMINISTRATOR)
    member(office, "Bent Holm", Role.VOLUNTEER)
    office.work_as("Bent Holm")
    begun: tuple[tuple[Any, ...], ...] = (
        (record_enquiry, uuid4(), enquiry_details()),
        (open_case, uuid4(), CaseDetails(about_name="Ruth Berg")),
        (hand_over, uuid4(), erna, handing()),
        (receive_referral, uuid4(), erna, Received(reason="Please visit.")),
    )
    for what, *rest in begun:
        with pytest.raises(Refused) as refused:
            office.act(what, *rest)
        assert refused.value.problems[0].message == OFFICE_ONLY
