"""When a person was last reached: one definition, for every list that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, or_, select, text, true, update

from db.access import cards_of, is_known_to_me
from db.advice import AdviceContact
from db.booking import Appointment
from db.guarded import is_guarded
from db.journal import Note, NotePerson
from db.matches import CourtesyCall
from db.people import Person
from db.visiting import Visit

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act

_CARDS = cards_of(bindparam("person_id", type_=Person.id.type))
_VISITED = select(func.max(Visit.actual_start)).where(
    Visit.client_id.in_(_CARDS), Visit.status == "held"
)
_MET = select(func.max(Appointment.day)).where(
    Appointment.person_id.in_(_CARDS), Appointment.state == "done"
)
_SPOKEN = select(func.max(Note.happened_at)).where(
    or_(
        Note.person_id.in_(_CARDS),
        Note.id.in_(select(NotePerson.note_id).where(NotePerson.person_id.in_(_CARDS))),
    ),
    Note.reached == true(),
)
_CALLED = select(func.max(CourtesyCall.at)).where(
    CourtesyCall.person_id.in_(_CARDS),
    CourtesyCall.result.in_(["reached", "worry"]),
    is_known_to_me(CourtesyCall.person_id),
)
_ADVICE = AdviceContact.__table__.c
_ADVISED = select(func.max(_ADVICE.day)).where(
    _ADVICE.person_id.in_(_CARDS), is_known_to_me(_ADVICE.person_id)
)
# To a login the notes of others are hidden, and to volunteers the times of mobile advice: the
# server's function counts them as well.
_OF_SERVER = text("SELECT visited, spoken FROM sec.last_reached(:person_id)")
# Worked out from visits and notes, so it is no change of the card: whoever is typing in the
# card's form must not be told that someone else was faster.
_WRITE = (
    update(Person.__table__)  # type: ignore[arg-type]  # a table, as SQLAlchemy types it
    .where(Person.id.in_(_CARDS), Person.last_contact.is_distinct_from(bindparam("day")))
    .values(last_contact=bindparam("day"))
)


def last_contact(connection: Connection, person_id: UUID) -> date | None:
    """Answer the day on which a human being was last reached; None for never.

    That is the newest of all held visits, of all notes that say that the person was reached,
    of all calls that reached somebody who waits, of all contacts of advice, and of all appointments
    at which somebody was advised, recorded or not, over all linked cards, whoever may read those
    notes: nobody falls through because a note is not for everyone.
    """
    values = {"person_id": person_id}
    if is_guarded(connection):
        # The day of an appointment counts among the visits there.
        (visited, spoken), met = connection.execute(_OF_SERVER, values).one(), None
    else:
        visited = connection.execute(_VISITED, values).scalar()
        met = connection.execute(_MET, values).scalar()
        spoken = connection.execute(_SPOKEN, values).scalar()
    called = connection.execute(_CALLED, values).scalar()
    advised = connection.execute(_ADVISED, values).scalar()
    days = [] if visited is None else [visited.date()]
    days += [day for day in (met, advised) if day is not None]
    days += [at.astimezone().date() for at in (spoken, called) if at is not None]
    return max(days, default=None)


def recount_contact(act: Act, person_id: UUID) -> None:
    """Write on all cards of a human being when the person was last reached.

    To be called whenever a visit, a call, a note, advice or an appointment is recorded, changed
    or taken back, and when cards are linked (for one of them) or parted (for each).
    """
    act.session.flush()
    connection = act.session.connection()
    day = last_contact(connection, person_id)
    connection.execute(_WRITE, {"person_id": person_id, "day": day})
