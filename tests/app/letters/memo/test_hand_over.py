"""Letters as Digital Post: only where it can arrive, whole, and noted in the history."""

from __future__ import annotations

from base64 import b64decode
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.admin.office_settings import KEEPS_CPR, office_setting, save_office_setting
from app.clients.rules import PersonStatus
from app.errors import Refused
from app.letters.composing.actions import write_letter
from app.letters.composing.rules import Choice
from app.letters.memo.actions import note_hand_over
from app.letters.memo.queries import OFFICE_CVR, hand_over_occasion, memo_file
from app.letters.memo.rules import HandOver, MessageType
from app.letters.queries import letter_pdf
from db.people import Person
from tests.app.letters.memo.structure import MEMO, SECURE, failures, opened
from tests.conftest import NOW
from tests.factories.letters import office_card, person, visit

if TYPE_CHECKING:
    from uuid import UUID
    from xml.etree.ElementTree import Element

    from app.office import Act, Office

TODAY = NOW.astimezone().date()
CPR = "0605340001"
WISHES = HandOver(
    cvr="DK 12 34 56 78",
    notification="Du har fået et brev om dit besøg.",
    not_before=date(2026, 11, 25),
    may_reply=True,
    reply_by=date(2026, 12, 14),
    case_number="27.35.04-G01-1-26",
    page=f"{SECURE}example.org/svar?sag=1&del=2",
)


def danish(office: Office, **card: str) -> None:
    """Make it an office in Denmark that keeps CPR numbers."""
    office_card(office, **({"country": "DK", "name": "Garath Kommune & Venner"} | card))
    office.act(save_office_setting, KEEPS_CPR, value=True)


def written(office: Office, *, template: str = "free", **fields: object) -> UUID:
    """Write a letter to somebody with a CPR number, or as `fields` say."""
    kept = {"cpr": "060534-0001", "birth": "06.05.1934", "country": "DK", "postal_code": "2750"}
    somebody = person(office, **(kept | fields))
    if template == "appointment":
        visit(office, somebody)
    typed = (("subject", "Din <sag> & dit spørgsmål"), ("text", "Tak for dit brev."))
    choice = Choice(typed=typed if template == "free" else ())
    return office.act(write_letter, uuid4(), somebody, template, choice).value.id


def root_of(office: Office, letter_id: UUID, choice: HandOver = WISHES) -> Element:
    """Answer the message of a letter, which must agree with the structure."""
    content = office.ask(memo_file, letter_id, choice, TODAY).content
    assert failures(content) == []
    return opened(content)


def said(root: Element, path: str) -> str | None:
    """Answer what an element below the root says, "Header/label" for short."""
    return root.findtext("/".join(f"{MEMO}{name}" for name in path.split("/")))


def test_a_message_says_who_writes_to_whom_and_carries_the_letter(office: Office) -> None:
    danish(office)
    letter_id = written(office)
    root = root_of(office, letter_id)
    pages = office.ask(letter_pdf, letter_id)

    assert pages is not None
    assert said(root, "MessageHeader/Sender/senderID") == "12345678"
    assert said(root, "MessageHeader/Sender/label") == "Garath Kommune & Venner"
    assert said(root, "MessageHeader/Recipient/recipientID") == CPR
    assert said(root, "MessageHeader/Recipient/label") == "Erna Krüger"
    assert said(root, "MessageHeader/label") == "Din <sag> & dit spørgsmål"
    assert said(root, "MessageHeader/doNotDeliverUntilDate") == "2026-11-25"
    assert said(root, "MessageHeader/replyByDateTime") == "2026-12-14T22:59:59Z"
    assert said(root, "MessageHeader/ContentData/CaseID/caseID") == "27.35.04-G01-1-26"
    assert said(root, "MessageBody/MainDocument/File/language") == "da"
    content = said(root, "MessageBody/MainDocument/File/content") or ""
    assert b64decode(content) == pages.pdf
    assert said(root, "MessageBody/MainDocument/Action/EntryPoint/url") == WISHES.page


def test_an_appointment_can_be_put_into_the_calendar(office: Office) -> None:
    danish(office)
    letter_id = written(office, template="appointment")
    root = root_of(office, letter_id, HandOver(cvr="12345678"))
    action = "MessageBody/MainDocument/Action"

    assert office.ask(hand_over_occasion, letter_id, TODAY).has_appointment
    assert said(root, f"{action}/actionCode") == "AFTALE"
    assert said(root, f"{action}/Reservation/startDateTime") == "2026-11-24T13:30:00Z"
    assert said(root, f"{action}/Reservation/location") == "hjemme hos dig"
    assert said(root, "MessageHeader/reply") == "false"
    assert said(root, "MessageHeader/notification") is None


def test_a_text_message_is_a_header_alone_and_leaves_the_letter_as_it_is(office: Office) -> None:
    danish(office)
    letter_id = written(office)
    reminder = HandOver(cvr="12345678", kind=MessageType.NEMSMS, notification="Husk dit besøg.")
    root = root_of(office, letter_id, reminder)
    office.act(note_hand_over, letter_id, reminder)
    pages = office.ask(letter_pdf, letter_id)

    assert said(root, "MessageHeader/messageType") == "NEMSMS"
    assert said(root, "MessageHeader/notification") == "Husk dit besøg."
    assert pages is not None
    assert (pages.row.channel, pages.row.posted_on) == ("", None)


def test_a_hand_over_stands_in_the_history_and_the_number_is_kept(office: Office) -> None:
    danish(office)
    letter_id = written(office)
    office.act(note_hand_over, letter_id, WISHES)
    pages = office.ask(letter_pdf, letter_id)

    assert pages is not None
    assert (pages.row.channel, pages.row.posted_on) == ("digital_post", WISHES.not_before)
    assert office.ask(office_setting, OFFICE_CVR) == "12345678"
    assert office.ask(hand_over_occasion, letter_id, TODAY).cvr == "12345678"


def test_the_same_letter_is_the_same_file(office: Office) -> None:
    danish(office)
    letter_id = written(office)
    first = office.ask(memo_file, letter_id, WISHES, TODAY)

    assert office.ask(memo_file, letter_id, WISHES, TODAY) == first
    assert first.name.endswith(".xml")
    assert "Krüger" not in first.name
    assert CPR not in first.name


@pytest.mark.parametrize(
    ("card", "fields", "words"),
    [
        ({"country": "DE"}, {}, "Denmark"),
        ({}, {"cpr": ""}, "no CPR number"),
    ],
)
def test_whoever_cannot_be_reached_is_refused_with_a_sentence(
    office: Office, card: dict[str, str], fields: dict[str, str], words: str
) -> None:
    danish(office, **card)
    assert_refused(office, written(office, **fields), words)


def test_an_office_that_keeps_no_cpr_numbers_hands_none_over(office: Office) -> None:
    danish(office)
    letter_id = written(office)
    office.act(save_office_setting, KEEPS_CPR, value=False)

    assert_refused(office, letter_id, "does not keep CPR")


def assert_refused(office: Office, letter_id: UUID, words: str) -> None:
    """Assert that neither a choice nor a file is given, with a sentence that says why."""
    with pytest.raises(Refused) as asked:
        office.ask(hand_over_occasion, letter_id, TODAY)
    with pytest.raises(Refused) as made:
        office.ask(memo_file, letter_id, WISHES, TODAY)

    assert words in asked.value.problems[0].message
    assert asked.value.problems == made.value.problems


def test_the_dead_get_no_digital_post(office: Office) -> None:
    danish(office)
    letter_id = written(office)
    office.act(_bury)
    with pytest.raises(Refused) as refused:
        office.ask(hand_over_occasion, letter_id, TODAY)

    assert refused.value.problems[0].field == "recipient"


def _bury(act: Act) -> None:
    for somebody in act.session.scalars(select(Person)):
        somebody.status = PersonStatus.DECEASED.value


def test_a_letter_that_is_gone_is_refused(office: Office) -> None:
    danish(office)
    with pytest.raises(Refused):
        office.ask(memo_file, uuid4(), WISHES, TODAY)


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        ((b"<memo:mandatory>false</memo:mandatory>", b""), "0 times mandatory"),
        ((b"<memo:idType>CPR", b"<memo:idType>EAN"), "idType"),
        ((b'memoVersion="1.2"', b'memoVersion="1.1"'), "attributes"),
        ((b"<grd:cprNumber>0", b"<grd:cprNumber>"), "cprNumber"),
        ((b"AFTALE", b"BETALING"), "without EntryPoint"),
    ],
)
def test_the_checker_sees_what_is_wrong(
    office: Office, spoil: tuple[bytes, bytes], found: str
) -> None:
    danish(office)
    letter_id = written(office, template="appointment")
    content = office.ask(memo_file, letter_id, HandOver(cvr="12345678"), TODAY).content

    assert spoil[0] in content
    assert any(found in each for each in failures(content.replace(*spoil, 1)))
