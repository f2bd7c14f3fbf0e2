"""The check of an answer against a thick file: what must not be said is found while one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select

from app.referrals.answers.desk import answer_desk, check_answer
from app.referrals.answers.rules import AnswerForm
from db.journal import Note
from db.referrals import Enquiry
from tests.benchmarks.asking import in_turn
from tests.benchmarks.offices import NOTES, TODAY, office_folder, opened
from tests.benchmarks.results import Goal, Measured
from tests.conftest import NOW

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.errors import Problem
    from app.office import Act

CLIENTS = 10_000
TIMES = 40
_FIRST = select(Note.person_id).order_by(Note.person_id).limit(1)
"""The first client of a made office has the thickest file."""
_TEXT = (
    "Frau Krüger ist uns bekannt. Sie bekommt Grundsicherung und nimmt starke Schmerzmittel. "
    "Bitte rufen Sie am Montag an, wenn die Vorhänge wieder zu sind. " * 8
)
_FORM = AnswerForm("consented", "phone", "de", ("received",), _TEXT)


def answer_check() -> Measured:
    """Measure everything that is asked and compared before an answer is kept."""
    folder = office_folder(CLIENTS)
    office = opened(folder)
    enquiry = office.act(_enquiry).value
    office.close()
    asked = [(enquiry,)] * TIMES
    what = f"An answer of 1,000 characters against a file of {NOTES} notes; ratio: to its SQL"
    return in_turn(folder, _check, asked, Goal(p95_ms=50), what)


def _check(connection: Connection, enquiry: UUID) -> tuple[Problem, ...]:
    return check_answer(answer_desk(connection, enquiry, TODAY), replace(_FORM))


def _enquiry(act: Act) -> UUID:
    """Write an enquiry about the person with the thickest file."""
    row = Enquiry(
        id=uuid4(),
        number="2026-11-23 BEN",
        received_at=NOW,
        received_by=act.who,
        channel="phone",
        country="DE",
        urgency="u3",
        reporter_name="Herr Beck",
        observed="Die Vorhänge sind seit Tagen zu.",
        person_id=act.session.scalar(_FIRST),
    )
    act.session.add(row)
    return row.id
