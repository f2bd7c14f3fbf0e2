"""What followed from an enquiry, each with how it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, select

from db.base import Key
from db.booking import Appointment, InterpreterRequest
from db.enquiry_access import is_visible
from db.handing_over import Referral
from db.intake import Intake
from db.referrals import Enquiry, EnquiryStep, HousingCase
from db.tasks import Task
from db.visiting import Visit

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection
    from sqlalchemy.orm import InstrumentedAttribute


class FollowedRow(NamedTuple):
    """One thing that followed."""

    id: UUID
    kind: str
    """See `app.referrals.enquiries.rules.StepKind`."""
    target_table: str
    target_id: UUID | None
    at: datetime
    who: str
    note: str
    state: str
    """How the thing stands, a code of its own table; "" where it is gone."""


def _state_of(table: type[Any], state: InstrumentedAttribute[Any]) -> Any:  # noqa: ANN401 - a scalar select
    return select(state).where(table.id == EnquiryStep.target_id).scalar_subquery()


_STATE = func.coalesce(
    _state_of(Visit, Visit.status),
    _state_of(Intake, Intake.stage),
    _state_of(Task, Task.state),
    _state_of(Appointment, Appointment.state),
    _state_of(InterpreterRequest, InterpreterRequest.state),
    _state_of(HousingCase, HousingCase.stage),
    _state_of(Referral, Referral.state),
    "",
)
_STEPS = (
    select(
        EnquiryStep.id,
        EnquiryStep.kind,
        EnquiryStep.target_table,
        EnquiryStep.target_id,
        EnquiryStep.at,
        EnquiryStep.who,
        EnquiryStep.note,
        _STATE.label("state"),
    )
    .join(Enquiry, Enquiry.id == EnquiryStep.enquiry_id)
    .where(
        EnquiryStep.enquiry_id == bindparam("enquiry_id", type_=Key()),
        is_visible(Enquiry.person_id),
    )
    .order_by(EnquiryStep.at, EnquiryStep.id)
)


def followed(connection: Connection, enquiry_id: UUID) -> tuple[FollowedRow, ...]:
    """Answer what followed from an enquiry, in the order in which it began."""
    rows = connection.execute(_STEPS, {"enquiry_id": enquiry_id})
    return tuple(map(FollowedRow._make, rows))
