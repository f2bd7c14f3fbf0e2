"""What can be done to remind people: keep their letters, note who was rung."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.mass.actions import keep_letters
from app.letters.mass.writing import letter_key
from app.mobile_advice.booking.actions import flush, known_appointment
from app.mobile_advice.booking.rules import OPEN, State
from db.booking import Appointment
from db.letters import LetterRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from app.letters.mass.rules import RunWish
    from app.letters.mass.running import Finished
    from app.office import Act

REMINDER = "advice_reminder"
"""The template of a reminder."""
CANCELLATION = "advice_cancelled"
"""The template that tells of a cancelled stop or day."""


def note_reminded(act: Act, appointments: Sequence[UUID]) -> tuple[UUID, ...]:
    """Note that people were rung today; answer those of whom it was not noted before."""
    noted = []
    for appointment_id in appointments:
        row = known_appointment(act, appointment_id)
        if row.reminded_on is None:
            row.reminded_on = act.local_now.date()
            noted.append(row.id)
            act.touch("booking", row.id)
    flush(act)
    return tuple(noted)


def take_reminders_back(act: Act, appointments: Sequence[UUID]) -> None:
    """Take back that people were rung."""
    for appointment_id in appointments:
        row = known_appointment(act, appointment_id)
        if row.letter_id is None:
            row.reminded_on = None
            act.touch("booking", row.id)


def keep_reminders(
    act: Act,
    run_id: UUID,
    wish: RunWish,
    made: Sequence[Finished],
    appointments: Mapping[UUID, tuple[UUID, ...]],
) -> None:
    """Keep reminding letters, and in the same transaction which appointments they remind of.

    `appointments` are by person. The same letters again change nothing; whoever was reminded or
    cancelled meanwhile gets no letter.
    """
    wanted = [one for one in made if _rows(act, run_id, one, appointments) or one.file is None]
    keep_letters(act, run_id, wish, wanted)
    run = act.session.get(LetterRun, run_id)
    if run is not None:
        # Whoever got no letter is still to be reminded: by the next run, or by telephone.
        run.wish = ""
    act.session.flush()
    for one in wanted:
        if one.file is None:
            continue
        for row in _rows(act, run_id, one, appointments):
            row.letter_id = letter_key(run_id, one.first)
            row.reminded_on = row.reminded_on or act.local_now.date()
            act.touch("booking", row.id)


def _rows(
    act: Act,
    run_id: UUID,
    one: Finished,
    appointments: Mapping[UUID, tuple[UUID, ...]],
) -> list[Appointment]:
    """Answer the appointments that a letter reminds of and nothing else did."""
    key = letter_key(run_id, one.first)
    rows = (act.session.get(Appointment, each) for each in appointments.get(one.first, ()))
    return [
        row
        for row in rows
        if row is not None
        and row.person_id == one.first
        and State(row.state) in OPEN
        and row.letter_id in {None, key}
    ]
