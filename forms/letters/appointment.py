"""The appointment letter: who comes, when and where, and what to do if it does not suit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from forms.bidi import cleaned
from forms.dates import day_and_times, long_day, plain_day
from forms.flow import gap, paragraph, table
from forms.letterhead import Sender, unbroken
from forms.letters.letter import Letter, render_letter
from forms.page import LAYOUTS
from forms.printable import check_printable
from forms.texts import texts

if TYPE_CHECKING:
    from datetime import date, datetime

    from forms.flow import Row
    from forms.texts import Texts

NAME = "appointment"
_LABELS = 24.0
"""Width of the labels beside when, where and who, in millimetres."""


_EMPTY = {
    "name": N_("This person has no name. Please fill it in first."),
    "recipient": N_("This person has no address. Please fill it in first."),
    "visitor": N_("Nobody is named as the visitor. Please fill this in first."),
    "phone": N_("The office card has no phone number. The letter tells people whom to call."),
    "sender": N_("The office card has no name. The letter needs a sender."),
}
"""What to say when an obligatory value is empty."""


@dataclass(frozen=True, slots=True)
class AppointmentLetter:
    """The facts of the letter, as plain values."""

    language: str
    """"de", "da" or "en"."""
    country: str
    """Country of the office, "DE" or "DK": decides the window of the envelope."""
    sender: Sender
    recipient: tuple[str, ...]
    """Name and address, line by line."""
    salutation: str
    """"ms", "mr" or anything else for a greeting by full name."""
    given_name: str
    family_name: str
    written_on: date
    visitor: str
    start: datetime
    """Local wall-clock time."""
    end: datetime
    place: str
    """"home", "out", "phone" or "institution"."""
    place_note: str = ""


def render(facts: AppointmentLetter) -> bytes:
    """Answer the letter as PDF.

    Raises `Refused` when an obligatory value is empty, a character cannot be printed or the
    address does not fit into the window.
    """
    _check(facts)
    words = texts(NAME, facts.language)
    layout = LAYOUTS[facts.country]
    return render_letter(
        Letter(
            language=facts.language,
            sender=facts.sender,
            recipient=facts.recipient,
            layout=layout,
            subject=subject(facts),
            information=_information(facts, words),
            body=_body(facts, words, layout.text_width),
            page=words.blocks["page"],
        )
    )


def subject(facts: AppointmentLetter) -> str:
    """Answer the subject line."""
    return texts(NAME, facts.language).say("subject", day=long_day(facts.start, facts.language))


def _check(facts: AppointmentLetter) -> None:
    needed = {
        "name": f"{facts.given_name}{facts.family_name}",
        "recipient": "".join(facts.recipient[1:]),
        "visitor": facts.visitor,
        "phone": facts.sender.phone,
        "sender": facts.sender.name,
    }
    empty = [field for field, value in needed.items() if not cleaned(value)]
    if empty:
        raise Refused(*(Problem(_EMPTY[field], field) for field in empty))
    sender = facts.sender
    check_printable(
        {
            "recipient": " ".join(facts.recipient),
            "name": f"{facts.given_name} {facts.family_name}",
            "visitor": facts.visitor,
            "place_note": facts.place_note,
            "sender": f"{sender.name} {sender.department} {sender.contact} {sender.phone} "
            f"{sender.email} {sender.street} {sender.place}",
        }
    )


def _information(facts: AppointmentLetter, words: Texts) -> tuple[tuple[str, str], ...]:
    sender = facts.sender
    return (
        (words.say("info.date"), plain_day(facts.written_on, facts.language)),
        (words.say("info.contact"), sender.contact),
        (words.say("info.phone"), sender.phone),
        (words.say("info.email"), sender.email),
    )


def _body(facts: AppointmentLetter, words: Texts, width: float) -> tuple[Row, ...]:
    sender = facts.sender
    where = cleaned(facts.place_note) or words.say("where", facts.place)
    appointment = (
        (words.say("label.when"), day_and_times(facts.start, facts.end, facts.language)),
        (words.say("label.where"), where),
        (words.say("label.who"), cleaned(facts.visitor)),
    )
    return (
        *paragraph(_greeting(facts, words), width),
        gap(),
        *paragraph(words.say("purpose", facts.place, visitor=facts.visitor), width, keep=True),
        gap(3, keeps_next=True),
        *table(appointment, width, label_width=_LABELS),
        gap(),
        *paragraph(words.say("unsuitable", phone=unbroken(sender.phone)), width),
        gap(),
        *paragraph(words.say("prepare"), width),
        gap(),
        *paragraph(words.say("safety", facts.place), width),
        gap(),
        *paragraph(words.say("wish", facts.place), width),
        gap(),
        *_closing(sender, words, width),
    )


def _greeting(facts: AppointmentLetter, words: Texts) -> str:
    is_known = facts.salutation in {"ms", "mr"} and cleaned(facts.family_name)
    return words.say(
        "greeting",
        facts.salutation if is_known else "none",
        name=f"{facts.given_name} {facts.family_name}",
        family_name=facts.family_name,
    )


def _closing(sender: Sender, words: Texts, width: float) -> tuple[Row, ...]:
    """Closing, room for a signature, and who signs; all on one page."""
    who = [cleaned(line) for line in (sender.contact, sender.department or sender.name)]
    return (
        *paragraph(words.say("closing"), width, keep=True),
        gap(14, keeps_next=True),
        *(row for line in who if line for row in paragraph(line, width, keep=True)),
    )
