"""Keeping a composed letter in the history, and saying when it was posted."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from app.drafts.actions import discard_draft
from app.errors import N_, Problem, Refused
from app.letters.composing.facts import Composed, letter_facts
from app.letters.composing.rules import Choice, layout_words
from app.letters.rows import LetterWritten
from app.letters.rules import LETTER_IS_GONE
from app.letters.rules.states import Channel
from db.letters import Letter
from forms.letters.composed import render

if TYPE_CHECKING:
    from datetime import date

    from app.office import Act

LETTER_FORM = "letter"
"""The form that letters are written in; one draft for each person."""
NO_SUCH_CHANNEL = N_("Please choose one of the entries offered.")
BEFORE_WRITTEN = N_("A letter cannot be posted before it was written.")


def write_letter(
    act: Act, letter_id: UUID, person_id: UUID, template: str, choice: Choice
) -> LetterWritten:
    """Write a letter and keep it with its pages, under an id that the form made.

    The same `letter_id` again answers the letter that is already kept. Raises `Refused` with
    everything that stands against it; then nothing is kept.
    """
    kept = act.session.get(Letter, letter_id)
    if kept is not None:
        return LetterWritten(letter_id, kept.pdf)
    today = act.local_now.date()
    facts = letter_facts(act.session.connection(), person_id, template, choice, today)
    pdf = render(facts.letter)
    act.session.add(letter_row(act, letter_id, person_id, template, facts, pdf))
    discard_draft(act, LETTER_FORM, str(person_id))
    act.touch("letters", letter_id)
    return LetterWritten(letter_id, pdf)


def letter_row(
    act: Act, letter_id: UUID, person_id: UUID, template: str, facts: Composed, pdf: bytes
) -> Letter:
    """Answer a letter as the history keeps it."""
    return Letter(
        id=letter_id,
        client_id=person_id,
        visit_id=facts.visit_id,
        template=template,
        language=facts.settled.language,
        second_language=facts.settled.second,
        layout=layout_words(facts.settled),
        subject=facts.letter.first.subject,
        written_at=act.now,
        author=act.who,
        sha256=sha256(pdf).hexdigest(),
        pdf=pdf,
    )


def post_letter(
    act: Act, letter_id: UUID, day: date | None, channel: str = Channel.POST
) -> tuple[date | None, str]:
    """Say on which day and way a letter left; answer what was said before, for undo.

    Raises `Refused` when the letter is gone, the day lies before it was written, or there is
    no such way.
    """
    letter = act.session.get(Letter, letter_id)
    if letter is None:
        raise Refused(Problem(LETTER_IS_GONE))
    if channel not in set(Channel):
        raise Refused(Problem(NO_SUCH_CHANNEL, "channel"))
    if day is not None and day < letter.written_at.astimezone().date():
        raise Refused(Problem(BEFORE_WRITTEN, "posted_on"))
    before = letter.posted_on, letter.channel
    letter.posted_on, letter.channel = day, channel if day is not None else Channel.NONE
    act.touch("letters", letter_id)
    return before
