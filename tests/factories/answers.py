"""Enquiries to answer, written as rows: the tests of answers begin where those of enquiries end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.referrals.answers.actions import give_answer
from app.referrals.answers.carried import answer_texts
from app.referrals.answers.rules import AnswerChannel, AnswerForm, DisclosureClass, first_blocks
from db.referrals import Enquiry
from tests.conftest import NOW
from tests.factories.institutions import add_institution

if TYPE_CHECKING:
    from app.office import Act, Office
    from app.referrals.answers.actions import Answered

NUMBER = "2026-11-20 KLM"


def add_housing(office: Office, **fields: Any) -> UUID:  # noqa: ANN401 - any field of the form
    """Enter a housing department with an address."""
    return add_institution(
        office,
        **{
            "kind": "housing", "country": "DE", "name": "Wohnbau Garath", "street": "Amselweg",
            "house_number": "2", "postal_code": "40595", "city": "Düsseldorf",
            "email": "hausmeister@wohnbau.example", **fields,
        },
    )  # fmt: skip


def add_enquiry(office: Office, **columns: Any) -> UUID:  # noqa: ANN401 - any column
    """Write an enquiry of today; answer its key."""
    return office.act(_add, columns).value


def _add(act: Act, columns: dict[str, Any]) -> UUID:
    row = Enquiry(
        id=uuid4(),
        **{
            "number": NUMBER,
            "received_at": NOW,
            "received_by": act.who,
            "channel": "phone",
            "country": "DE",
            "urgency": "u3",
            "state": "new",
            "reporter_name": "Herr Beck",
            "observed": "Die Vorhänge sind seit Tagen zu.",
            **columns,
        },
    )
    act.session.add(row)
    return row.id


def chosen(
    disclosure_class: str = DisclosureClass.RECEIPT,
    channel: str = AnswerChannel.PHONE,
    language: str = "de",
    **fields: Any,  # noqa: ANN401 - any field of the form
) -> AnswerForm:
    """Answer a form with the sentences that a class opens with."""
    blocks = fields.pop("blocks", first_blocks(answer_texts(language), disclosure_class))
    return AnswerForm(disclosure_class, channel, language, blocks, **fields)


def answer(office: Office, enquiry_id: UUID, form: AnswerForm) -> Answered:
    """Give an answer."""
    return office.act(give_answer, uuid4(), enquiry_id, form).value
