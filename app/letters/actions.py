"""What can be done with letters: write one and keep it in the person's history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.composing.actions import write_letter
from app.letters.composing.rules import Choice
from app.letters.facts import occasion_row
from app.letters.rules import APPOINTMENT

if TYPE_CHECKING:
    from uuid import UUID

    from app.letters.rows import LetterWritten
    from app.office import Act


def write_appointment_letter(
    act: Act,
    visit_id: UUID,
    language: str,
    letter_id: UUID,
    *,
    confirmed_protected: bool = False,
) -> LetterWritten:
    """Write the letter that announces a visit and keep it, under an id that the form made.

    The same `letter_id` again answers the letter that is already kept. `language` "" is the
    person's own. Raises `Refused` with everything that stands against the letter.
    """
    person_id = occasion_row(act.session.connection(), visit_id).client_id
    choice = Choice(language=language, visit_id=visit_id, confirmed_protected=confirmed_protected)
    return write_letter(act, letter_id, person_id, APPOINTMENT, choice)


def write_letter_to(
    act: Act,
    client_id: UUID,
    template: str,
    language: str,
    letter_id: UUID,
    *,
    confirmed_protected: bool = False,
) -> LetterWritten:
    """Write a letter to a client by the template's name: about the next planned visit, if any.

    Raises `Refused` as `write_letter` does, also when there is no such template.
    """
    choice = Choice(language=language, confirmed_protected=confirmed_protected)
    return write_letter(act, letter_id, client_id, template, choice)
