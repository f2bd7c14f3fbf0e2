"""A letter as a mail that is not sent yet: the mail program opens it, people send it."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from db.access import is_known_to_me
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

_ADDRESS = select(Person.email).where(
    Person.id == bindparam("person_id"), is_known_to_me(Person.id)
)


def mail_address(connection: Connection, person_id: UUID) -> str:
    """Answer the mail address on a person's card; "" without one."""
    return connection.execute(_ADDRESS, {"person_id": person_id}).scalar_one_or_none() or ""


def unsent_mail(to: str, subject: str, words: str, pdf: bytes, file_name: str) -> bytes:
    """Answer a draft of a mail with a letter attached.

    X-Unsent lets Outlook, Apple Mail and Thunderbird open it as something to be sent. Line
    breaks in what was typed never become headers.
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    if to:
        mail["To"] = " ".join(to.split())
    mail["Subject"] = " ".join(subject.split())
    mail.set_content(words)
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    return mail.as_bytes()
