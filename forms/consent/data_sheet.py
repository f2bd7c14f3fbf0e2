"""The sheet of data that are passed on: for whom, what for, on what basis, and the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.consent.sheet import TEXT_WIDTH, Sheet
from forms.dates import plain_day, short_day
from forms.flow import gap, paragraph, table
from forms.lists.list_paper import printable
from forms.printable import check_printable
from forms.texts import texts

if TYPE_CHECKING:
    from datetime import date

    from forms.letterhead import Sender
    from forms.texts import Texts

NAME = "data_sheet"
_LABELS = 46.0
"""Width of the labels, in millimetres."""

Facts = tuple[tuple[str, str], ...]
"""Codes of labels with their values; "" leaves a row out."""


@dataclass(frozen=True, slots=True)
class SheetNote:
    """One note of the journal."""

    day: date
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class DataSheet:
    """What is passed on, as plain values."""

    language: str
    """"de", "da" or "en"."""
    sender: Sender
    recipient: str
    purpose: str
    made_on: date
    who: str
    name: str
    agreed_on: date | None
    """Day of the consent; None where it is passed on without one, with `reason`."""
    reason: str = ""
    message: str = ""
    contact: Facts = ()
    card: Facts = ()
    about: str = ""
    """What is good to know, in several lines."""
    notes: tuple[SheetNote, ...] | None = None
    """None where the journal is not passed on."""
    hides_address: bool = False


def render(facts: DataSheet) -> bytes:
    """Answer the sheet as PDF.

    Raises `Refused` when a character in what was typed for it cannot be printed; what stands
    in the office already is printed with a sign in place of such a character.
    """
    check_printable(
        {"recipient": facts.recipient, "purpose": facts.purpose, "message": facts.message,
         "override_reason": facts.reason}
    )  # fmt: skip
    words = texts(NAME, facts.language)
    title = words.say("title", name=printable(facts.name))
    sheet = Sheet(title, facts.sender, facts.language, words.blocks["page"])
    _add_table(sheet, words, _passing(facts, words))
    if facts.message.strip():
        sheet.rows((gap(3),))
        sheet.text(facts.message)
    if facts.contact:
        sheet.heading(words.say("head.contact"))
        _add_table(sheet, words, facts.contact)
    if facts.hides_address:
        sheet.text(words.say("hidden"))
    if facts.card or facts.about:
        sheet.heading(words.say("head.card"))
        _add_table(sheet, words, facts.card)
        about = "\n".join(map(printable, facts.about.splitlines()))
        sheet.labelled(words.say("label.about"), about)
    if facts.notes is not None:
        _add_notes(sheet, facts, words, facts.notes)
    sheet.heading(words.say("care.head"))
    sheet.text(words.say("care"))
    return sheet.finished()


def _passing(facts: DataSheet, words: Texts) -> Facts:
    day = facts.agreed_on
    agreed = words.say("basis", day=plain_day(day, facts.language)) if day else ""
    made = f"{plain_day(facts.made_on, facts.language)}, {printable(facts.who)}"
    return (
        ("recipient", facts.recipient),
        ("purpose", facts.purpose),
        ("basis", agreed or words.say("basis.override")),
        ("reason", "" if day else facts.reason),
        ("made", made),
    )


def _add_table(sheet: Sheet, words: Texts, facts: Facts) -> None:
    known = [
        (words.say(f"label.{label}"), printable(" ".join(value.split())))
        for label, value in facts
        if cleaned(value)
    ]
    if known:
        sheet.rows((gap(1), *table(known, TEXT_WIDTH, label_width=_LABELS, space=1)))


def _add_notes(sheet: Sheet, facts: DataSheet, words: Texts, notes: tuple[SheetNote, ...]) -> None:
    sheet.heading(words.say("head.journal"))
    if not notes:
        sheet.text(words.say("no_notes"))
    for note in notes:
        head = f"{short_day(note.day, facts.language)} · {printable(note.author)}"
        sheet.rows(paragraph(head, TEXT_WIDTH, size=11, bold=True, keep=True))
        for line in note.text.splitlines():
            sheet.text(printable(line), space=0.5, size=11)
        sheet.rows((gap(2.5),))
