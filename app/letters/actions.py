"""What can be done with letters: write one and keep it in the person's history."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from app.errors import Problem, Refused
from app.letters.composing.actions import write_letter
from app.letters.composing.rules import Choice
from app.letters.facts import appointment_facts, occasion_row
from app.letters.queries import next_visit_of
from app.letters.rows import LetterWritten
from app.letters.rules import APPOINTMENT, NO_VISIT_PLANNED
from db.letters import Letter
from forms.letters import appointment

if TYPE_CHECKING:
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

    The same `letter_id` again answers the letter that is already kept. `language` is "de",
    "da", "en", or "" for the person's own. Raises `Refused` with everything that stands
    against the letter; then nothing is kept.
    """
    kept = act.session.get(Letter, letter_id)
    if kept is not None:
        return LetterWritten(letter_id, kept.pdf)
    connection = act.session.connection()
    facts = appointment_facts(
        connection, visit_id, language, act.local_now.date(), is_confirmed=confirmed_protected
    )
    pdf = appointment.render(facts)
    act.session.add(
        Letter(
            id=letter_id,
            client_id=occasion_row(connection, visit_id).client_id,
            visit_id=visit_id,
            template=APPOINTMENT,
            language=facts.language,
            subject=appointment.subject(facts),
            written_at=act.now,
            author=act.who,
            sha256=sha256(pdf).hexdigest(),
            pdf=pdf,
        )
    )
    act.touch("letters", letter_id)
    return LetterWritten(letter_id, pdf)


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

    Raises `Refused` as `write_appointment_letter` and `write_letter` do, and when there is no
    such template or no visit is planned.
    """
    if template != APPOINTMENT:
        choice = Choice(language=language, confirmed_protected=confirmed_protected)
        return write_letter(act, letter_id, client_id, template, choice)
    visit_id = next_visit_of(act.session.connection(), client_id, act.local_now.date())
    if visit_id is None:
        raise Refused(Problem(NO_VISIT_PLANNED, "client_id"))
    return write_appointment_letter(
        act, visit_id, language, letter_id, confirmed_protected=confirmed_protected
    )
