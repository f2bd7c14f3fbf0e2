"""How enquiries are said: urgency, state, concerns, what is due."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.intake.rules import STAGE_LABELS as REQUEST_STAGES
from app.mobile_advice.booking.rules import STATE_LABELS as BOOKING_LABELS
from app.mobile_advice.mediators.rules import STATE_LABELS as MEDIATOR_LABELS
from app.referrals.enquiries.rules import (
    CHANNEL_LABELS,
    CONCERNS,
    KNOWN_LABELS,
    OUTCOMES,
    STATE_LABELS,
    STEP_LABELS,
    URGENCY_LABELS,
    Channel,
    EnquiryState,
    Known,
    StepKind,
    Urgency,
)
from app.referrals.handing_over.rules import STATE_LABELS as HANDING_LABELS
from app.referrals.housing_cases.rules import STAGE_LABELS
from app.tasks.rules import TaskState
from app.visiting.rules import VisitStatus
from resources.text import _, ngettext
from ui import formats
from ui.codes.code_book import book

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.referrals.enquiries.queries import EnquiryRow, FollowedRow

_STATES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "visit": {status.value: status.label for status in VisitStatus},
        "task": {state.value: state.label for state in TaskState},
        "intake": {state.value: words for state, words in REQUEST_STAGES.items()},
        "housing_case": {state.value: words for state, words in STAGE_LABELS.items()},
        "interpreter_request": {state.value: words for state, words in MEDIATOR_LABELS.items()},
        "appointment": {state.value: words for state, words in BOOKING_LABELS.items()},
        "referral": {state.value: words for state, words in HANDING_LABELS.items()},
    }
)
"""English words of how a row of a table stands."""
_TONES = MappingProxyType(
    {
        EnquiryState.NEW: "attention",
        EnquiryState.ASSESSED: "primary",
        EnquiryState.IN_WORK: "primary",
        EnquiryState.ANSWERED: "primary",
        EnquiryState.CLOSED: "done",
    }
)


def urgency_words(urgency: str) -> str:
    """Answer how urgent it is."""
    return _(URGENCY_LABELS[Urgency(urgency)])


def urgency_tone(urgency: str) -> str:
    """Answer the tone of an urgency."""
    tones = {Urgency.U1: "danger", Urgency.U2: "attention"}
    return tones.get(Urgency(urgency), "")


def state_words(state: str) -> str:
    """Answer how an enquiry stands."""
    return _(STATE_LABELS[EnquiryState(state)])


def state_tone(state: str) -> str:
    """Answer the tone of a state."""
    return _TONES[EnquiryState(state)]


def channel_words(channel: str) -> str:
    """Answer how an enquiry came."""
    return _(CHANNEL_LABELS[Channel(channel)])


def known_words(known: str) -> str:
    """Answer yes or no, and nothing where nobody knows."""
    return "" if known == Known.UNKNOWN else _(KNOWN_LABELS[Known(known)])


def concern_words(concerns: str) -> str:
    """Answer concerns by codes with a space between."""
    return ", ".join(book.word(CONCERNS, code) for code in concerns.split())


def outcome_words(outcome: str) -> str:
    """Answer what came of it; inner."""
    return book.word(OUTCOMES, outcome) if outcome else ""


def step_words(kind: str) -> str:
    """Answer what followed."""
    return _(STEP_LABELS[StepKind(kind)])


def about_words(row: EnquiryRow) -> str:
    """Answer whom an enquiry is about: a name, else the home."""
    return row.about_name or row.home or _("Not known yet")


def reporter_words(row: EnquiryRow) -> str:
    """Answer who enquired, with the department."""
    name = _("Anonymous") if row.is_anonymous and not row.caller else row.caller
    return " · ".join(filter(None, (name, row.institution)))


def local_day(at: datetime | None) -> str:
    """Answer the local day of an instant; "" for none."""
    return "" if at is None else formats.show_day(at.astimezone().date())


def local_moment(at: datetime | None) -> str:
    """Answer the local day and time of an instant; "" for none."""
    return "" if at is None else formats.show_datetime(at.astimezone().replace(tzinfo=None))


def due_words(row: EnquiryRow, today: date) -> str:
    """Answer what is to be done next and by when."""
    if row.is_closed:
        return state_words(row.state)
    if row.next_due is None:
        return _("Nothing is due")
    return f"{due_deed(row)} · {day_words(row.next_due, today)}"


def due_deed(row: EnquiryRow) -> str:
    """Answer what keeps the next day."""
    child = row.child_due.astimezone().date() if row.child_due else None
    if row.child_routed_at is None and child == row.next_due:
        return _("Tell the children's channel")
    if row.assessed_on is None and row.assessment_due == row.next_due:
        return _("Assess")
    return _("Answer")


def day_words(day: date, today: date) -> str:
    """Answer how far a day is: overdue, today, tomorrow, or the day itself."""
    days = (day - today).days
    if days < 0:
        return ngettext("{count} day overdue", "{count} days overdue", -days)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return _("by {day}").format(day=formats.show_day(day))


def due_tone(row: EnquiryRow, today: date) -> str:
    """Answer the tone of what is due."""
    if row.is_closed or row.next_due is None:
        return ""
    if row.next_due < today:
        return "danger"
    return "attention" if row.next_due == today else ""


def followed_words(step: FollowedRow) -> str:
    """Answer how what followed stands."""
    if not step.state:
        return _("no longer there")
    labels = _STATES.get(step.target_table, {})
    return _(labels[step.state]) if step.state in labels else step.state
