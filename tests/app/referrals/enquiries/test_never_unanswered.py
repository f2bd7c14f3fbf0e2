"""Whatever is done in whatever order: no enquiry is closed unanswered, no child left lying."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from app.errors import Refused
from app.referrals.enquiries import actions
from app.referrals.enquiries.queries import followed
from app.referrals.enquiries.rules import FollowUp, StepKind
from tests.factories.enquiries import (
    card_of,
    close,
    enquire,
    enquiry_details,
    follow,
    told,
    version_of,
)
from tests.factories.preventive import danish

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.office import Office


def _change(concern: str) -> Callable[[Office, UUID], object]:
    def change(office: Office, key: UUID) -> object:
        details = enquiry_details(concerns=(concern,), observed=str(uuid4()))
        return office.act(actions.save_enquiry, key, version_of(office, key), details)

    return change


def _assess(office: Office, key: UUID) -> object:
    return office.act(actions.assess_enquiry, key, version_of(office, key), "Seen")


def _route(office: Office, key: UUID) -> object:
    return office.act(actions.route_child, key, version_of(office, key), "")


def _take_back(office: Office, key: UUID) -> object:
    return office.act(actions.take_back_routing, key)


def _reopen(office: Office, key: UUID) -> object:
    return office.act(actions.reopen_enquiry, key)


def _task(office: Office, key: UUID) -> object:
    return follow(office, key, FollowUp(StepKind.TASK, title="Ring", who="Anna Beispiel"))


ACTS: tuple[Callable[[Office, UUID], object], ...] = (
    _change("noise"), _change("child_concern"), _assess, _route, _take_back, _reopen, _task,
    told, close,
)  # fmt: skip


@pytest.fixture
def dk(office: Office) -> Office:
    """A Danish office."""
    danish(office)
    return office


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.sampled_from(ACTS), min_size=2, max_size=7))
def test_no_enquiry_is_closed_unanswered_whatever_is_done(
    dk: Office, acts: list[Callable[[Office, UUID], object]]
) -> None:
    office, key = dk, enquire(dk)

    for act in acts:
        try:
            act(office, key)
        except Refused:
            continue
        card = card_of(office, key)
        if card.row.is_closed:
            assert card.answers > 0
            assert not card.child_waits
            assert card.row.next_due is None
    assert len(office.ask(followed, key)) <= len(acts)
