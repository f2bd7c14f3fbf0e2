"""An answer on paper and as mail: the words of the preview, and no other ones."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.letters.rules.body import Paragraph, Span
from app.letters.templates.delivered import common_words
from app.referrals.answers.carried import answer_texts
from app.referrals.answers.rules import NO_ADDRESS, body

if TYPE_CHECKING:
    from datetime import date

    from app.referrals.answers.desk import AnswerDesk
    from app.referrals.answers.rules import AnswerForm

SIGNATURE = 10.0
"""Room for a signature, in millimetres."""
_LAYOUTS = {"DE": "din_b", "DK": "dk"}


def answer_letter(desk: AnswerDesk, form: AnswerForm, today: date) -> bytes:
    """Answer the letter as PDF; raises `Refused` without an address or with an unprintable sign.

    Nothing of it hangs on whom the enquiry is about.
    """
    from forms.dates import plain_day  # noqa: PLC0415 - brings babel
    from forms.letters.composed import (  # noqa: PLC0415 - brings reportlab
        ComposedLetter,
        Version,
        render,
    )
    from forms.printable import check_printable  # noqa: PLC0415 - as above

    if not desk.address:
        raise Refused(Problem(NO_ADDRESS, "channel"))
    check_printable({"free_text": form.free_text})
    language = form.language or desk.language
    texts, common, sender = answer_texts(language), common_words(language), desk.office.sender
    frame = desk.frame(language)
    said = [Paragraph((Span(text),)) for text in (texts.greeting, *body(form, texts, frame))]
    closing = (
        Paragraph((Span(texts.closing),), stays=True, room=SIGNATURE),
        Paragraph((Span(frame.who),), stays=True),
        Paragraph((Span(frame.office),)),
    )
    return render(
        ComposedLetter(
            sender=sender,
            recipient=desk.address,
            first=Version(language, texts.subject, (*said, *closing)),
            layout=_LAYOUTS.get(desk.country, "din_b"),
            information=(
                (common["info.date"], plain_day(today, language)),
                (common["info.contact"], frame.who),
                (common["info.phone"], sender.phone),
                (common["info.email"], sender.email),
                (common["info.reference"], desk.number),
            ),
            logo=desk.office.logo,
            page=common["page"],
        )
    )


def answer_mail(to: str, subject: str, text: str) -> bytes:
    """Answer a draft of a mail that the mail program opens as something to be sent.

    Line breaks in what was typed never become headers.
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    if to:
        mail["To"] = " ".join(to.split())
    mail["Subject"] = " ".join(subject.split())
    mail.set_content(text)
    return mail.as_bytes()
