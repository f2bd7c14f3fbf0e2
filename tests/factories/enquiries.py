"""Enquiries of housing departments, made through the actions that people use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.referrals.enquiries import actions, queries
from app.referrals.enquiries.following import follow_up
from app.referrals.enquiries.rules import Closing, EnquiryDetails, FollowUp
from tests.factories.answers import answer, chosen

if TYPE_CHECKING:
    from app.office import Office
    from app.referrals.enquiries.queries import EnquiryCard

TODAY = date(2026, 11, 23)


def enquiry_details(**fields: Any) -> EnquiryDetails:  # noqa: ANN401 - any field of the form
    """Answer the form of a call about drawn curtains; `fields` say what a test wants otherwise."""
    known: dict[str, Any] = {
        "reporter_name": "Lars Holm", "about_name": "Ruth Berg", "country": "DK",
        "street": "Hedevej", "house_number": "12", "floor": "3", "door": "tv",
        "postal_code": "2750", "city": "Ballerup", "observed": "The curtains are drawn for days.",
        "concerns": ("isolation",), "received_on": TODAY,
    }  # fmt: skip
    return EnquiryDetails(**(known | fields))


def enquire(office: Office, **fields: Any) -> UUID:  # noqa: ANN401 - as above
    """Record an enquiry and answer its id; it begins with version 1."""
    return office.act(actions.record_enquiry, uuid4(), enquiry_details(**fields)).value


def card_of(office: Office, enquiry_id: UUID) -> EnquiryCard:
    """Answer the card of an enquiry as the person at work sees it."""
    card = office.ask(queries.enquiry_card, enquiry_id, TODAY)
    assert card is not None
    return card


def version_of(office: Office, enquiry_id: UUID) -> int:
    """Answer the version to change an enquiry from."""
    return card_of(office, enquiry_id).row.version


def told(office: Office, enquiry_id: UUID) -> None:
    """Answer the reporter that the enquiry was received."""
    answer(office, enquiry_id, chosen())


def close(office: Office, enquiry_id: UUID, outcome: str = "help_began") -> None:
    """Close an enquiry with what came of it."""
    closing = Closing(outcome, "Neighbours look after her.")
    office.act(actions.close_enquiry, enquiry_id, version_of(office, enquiry_id), closing)


def follow(office: Office, enquiry_id: UUID, following: FollowUp) -> UUID:
    """Begin what follows; answer the row that was made."""
    return office.act(follow_up, uuid4(), enquiry_id, following).value
