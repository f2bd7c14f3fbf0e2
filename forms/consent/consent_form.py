"""The form of consent in plain language: what it is about, yes or no to each, and a signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.consent.sheet import TEXT_WIDTH, Sheet
from forms.dates import plain_day
from forms.flow import gap, table
from forms.printable import check_printable
from forms.texts import texts

if TYPE_CHECKING:
    from datetime import date

    from forms.letterhead import Sender
    from forms.texts import Texts

NAME = "consent_form"
_LABELS = 46.0
"""Width of the labels, in millimetres."""

_RIGHTS = 66.0
"""Height of the rights with the signatures, in millimetres."""


@dataclass(frozen=True, slots=True)
class ConsentPaper:
    """What a person is asked to agree to, as plain values."""

    language: str
    """"de", "da" or "en"."""
    sender: Sender
    name: str
    birth: str
    """As it is written, or ""."""
    purposes: tuple[str, ...]
    """Codes of `app.consent.rules.Purpose`, in the order they are asked."""
    recipient: str = ""
    """Who may get the data, for passing on."""
    scope: str = ""
    """What may be passed on, in plain words."""
    expires_on: date | None = None


def render(facts: ConsentPaper) -> bytes:
    """Answer the form as PDF.

    Raises `Refused` when a character cannot be printed.
    """
    check_printable(
        {"name": facts.name, "recipient": facts.recipient, "scope": facts.scope,
         "sender": f"{facts.sender.name} {facts.sender.department} {facts.sender.phone}"}
    )  # fmt: skip
    words = texts(NAME, facts.language)
    sheet = Sheet(words.say("title"), facts.sender, facts.language, words.blocks["page"])
    office = cleaned(facts.sender.name)
    sheet.text(words.say("intro", office=office))
    person = ((words.say("label.name"), facts.name), (words.say("label.birth"), facts.birth))
    known = [(label, cleaned(value)) for label, value in person if cleaned(value)]
    sheet.rows((gap(1), *table(known, TEXT_WIDTH, label_width=_LABELS, space=1)))
    for purpose in facts.purposes:
        _ask(sheet, facts, words, purpose)
    _say_rights(sheet, facts, words)
    sheet.signature(*(words.say(f"sign.{who}") for who in ("place", "person", "office")))
    return sheet.finished()


def _ask(sheet: Sheet, facts: ConsentPaper, words: Texts, purpose: str) -> None:
    sheet.heading(words.say("head", purpose))
    office, recipient = cleaned(facts.sender.name), cleaned(facts.recipient)
    sheet.text(words.say("ask", purpose, office=office, recipient=recipient))
    if purpose == "passing_on":
        known = [(words.say("label.recipient"), recipient)]
        sheet.rows(table(known, TEXT_WIDTH, label_width=_LABELS, space=2))
        sheet.labelled(words.say("label.scope"), facts.scope)
    sheet.ticks(words.say("yes"), words.say("no"))


def _say_rights(sheet: Sheet, facts: ConsentPaper, words: Texts) -> None:
    # Nobody signs a page without the words that the signature is about.
    sheet.keep_together(_RIGHTS)
    sheet.heading(words.say("rights.head"))
    phone = cleaned(facts.sender.phone)
    for part in ("rights.free", "rights.withdraw", "rights.past"):
        sheet.text(words.say(part), space=1)
    if phone:
        sheet.text(words.say("rights.phone", phone=phone), space=1)
    if facts.expires_on is not None:
        day = plain_day(facts.expires_on, facts.language)
        sheet.text(words.say("rights.until", day=day), space=1)
