"""Who begins anything about enquiries and matters at all: the office, never a volunteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import N_, Problem, Refused
from db.enquiry_access import is_of_office

if TYPE_CHECKING:
    from app.office import Act

OFFICE_ONLY = N_(
    "Enquiries, housing cases and handing over are for the office alone. Tell a colleague there "
    "what you know."
)


def need_office(act: Act) -> None:
    """Go on only for somebody of the office, or in one without a list; else raise `Refused`."""
    if not act.session.scalar(select(is_of_office())):
        raise Refused(Problem(OFFICE_ONLY))
