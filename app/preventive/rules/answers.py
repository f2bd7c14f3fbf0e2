"""What people answer to an offer, and what may follow on what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.preventive.rules.words import Declined, OfferState, Way
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from datetime import date

NO_SUCH_STATE = N_("Please choose one of the entries offered.")
NO_DAY = N_("Please enter the day.")
LATER = N_("This day lies in the future.")
NOT_LATER = N_("Please enter a day after today: then the visit is offered again.")
HAS_VISIT = N_(
    "A visit is planned on {day:%d.%m.%Y}. Record how it went, or cancel it before you change this."
)
IS_VISITED = N_("This visit was held. What was recorded of it is changed on the visit.")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is recorded of one visit that was due."""

    state: str
    on: date | None = None
    """Day of the answer, of the offer, or of the visit."""
    reason: str = Declined.UNSAID
    again_on: date | None = None
    """Of a visit that is wanted later: when the office asks again."""
    way: str = Way.HOME
    note: str = ""


def check_answer(answer: Answer, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with an answer, naming fields of `Answer`."""
    if answer.state not in set(OfferState):
        return (Problem(NO_SUCH_STATE, "state"),)
    problems = [*check_text(answer.note, "note", longest=NAME_LENGTH, lines=True)]
    if answer.state != OfferState.DUE:
        if answer.on is None:
            problems.append(Problem(NO_DAY, "on"))
        elif answer.on > today:
            problems.append(Problem(LATER, "on"))
    if answer.reason not in set(Declined):
        problems.append(Problem(NO_SUCH_STATE, "reason"))
    if answer.way not in set(Way):
        problems.append(Problem(NO_SUCH_STATE, "way"))
    if answer.state == OfferState.MOVED and (answer.again_on is None or answer.again_on <= today):
        problems.append(Problem(NOT_LATER, "again_on"))
    return tuple(problems)
