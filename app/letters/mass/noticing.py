"""What is said of the people of a mailing before it is written: address, protection, format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import why_no_letter
from app.clients.rules.speaking import LetterFormat
from app.errors import N_, Problem
from app.letters.facts import check_complete
from app.letters.mass.rules import PROTECTED, LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.letters.composing.addressees import Addressee
    from app.letters.mass.rules import RunWish

HIDDEN_ADDRESS = N_("The address is protected. Nobody else may see the letter or its label.")
E_DOCUMENT = N_("Asked for an accessible document: send the PDF file of this letter.")
READ_ALOUD = N_("Asked to have letters read aloud: call once it has arrived.")
BRAILLE = N_("Asked for Braille: have the PDF file of this letter printed in Braille.")

_OF_FORMAT = {
    LetterFormat.E_DOCUMENT: E_DOCUMENT,
    LetterFormat.READ_ALOUD: READ_ALOUD,
    LetterFormat.BRAILLE: BRAILLE,
}


def cannot_be_written_to(person: Addressee, wish: RunWish, today: date) -> Problem | None:
    """Answer why somebody gets no letter whatever it says: dead, moved away, or protected."""
    if why := why_no_letter(person.standing, today, person.name):
        return why
    if person.is_protected and not wish.choice.confirmed_protected:
        return Problem(PROTECTED, "confirmed_protected")
    return None


def notes_on(person: Addressee) -> Iterator[LeftOut]:
    """Answer what is to be looked at of somebody who is written to; without address none comes."""
    for problem in check_complete(person.address):
        yield LeftOut(person.id, person.name, problem)
    if person.is_protected:
        yield LeftOut(person.id, person.name, Problem(HIDDEN_ADDRESS), is_refused=False)
    if words := _OF_FORMAT.get(LetterFormat(person.letter_format)):
        yield LeftOut(person.id, person.name, Problem(words), is_refused=False)
