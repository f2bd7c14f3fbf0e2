"""Enquiries that wait today: what My day shows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, bindparam, select

from app.referrals.enquiries.queries.rows import COLUMNS, EnquiryRow, as_rows, with_names
from db.enquiry_access import is_visible
from db.referrals import Enquiry

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

_IDS = (
    select(Enquiry.id.label("id"))
    .where(Enquiry.next_due <= bindparam("today", type_=Date()), is_visible(Enquiry.person_id))
    .order_by(Enquiry.next_due, Enquiry.id)
    .limit(bindparam("most"))
    .subquery()
)
_DUE = with_names(
    select(*COLUMNS).select_from(_IDS).join(Enquiry, Enquiry.id == _IDS.c.id)
).order_by(Enquiry.next_due, Enquiry.id)


def due_enquiries(connection: Connection, today: date, most: int) -> tuple[EnquiryRow, ...]:
    """Answer the first `most` enquiries of which a day is today or was not kept."""
    return as_rows(connection.execute(_DUE, {"today": today, "most": most}))
