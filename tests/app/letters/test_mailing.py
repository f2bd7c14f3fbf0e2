"""A letter as a mail that people send themselves."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING
from uuid import uuid4

from app.letters.mailing import mail_address, unsent_mail
from tests.factories.letters import person

if TYPE_CHECKING:
    from app.office import Office


def test_a_mail_holds_the_letter_and_is_not_sent_yet() -> None:
    mail = message_from_bytes(
        unsent_mail("erna@example.org", "Ihr Termin für Ärzte", "Guten Tag", b"%PDF-x", "a.pdf"),
        policy=default,
    )
    (attached,) = mail.iter_attachments()

    assert (mail["X-Unsent"], mail["Subject"]) == ("1", "Ihr Termin für Ärzte")
    assert attached.get_filename() == "a.pdf"
    assert attached.get_content() == b"%PDF-x"


def test_nothing_typed_becomes_a_header() -> None:
    mail = message_from_bytes(
        unsent_mail("", "Hallo\r\nBcc: all@example.org", "x", b"%PDF", "a.pdf"), policy=default
    )

    assert mail["Bcc"] is None
    assert mail["To"] is None


def test_the_address_is_that_of_the_card(office: Office) -> None:
    assert office.ask(mail_address, person(office, email="erna@example.org")) == "erna@example.org"
    assert office.ask(mail_address, uuid4()) == ""
