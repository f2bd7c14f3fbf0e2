"""What is decided about a request, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.intake.rules.words import END_REASONS, ENDS, EndReason, Stage
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from datetime import date

NOT_OFFERED = N_("Please choose one of the entries offered.")
NO_DAY = N_("Please say on which day.")
IN_THE_FUTURE = N_("This day lies in the future.")
BEFORE_THE_REQUEST = N_("This day lies before the request.")
NO_OWN_CONSENT = N_(
    "The person has not agreed yet. Ask her or him in person and note the answer in the request; "
    "neither the family nor the municipality can agree instead."
)
NO_IS_RESPECTED = N_(
    "The person said no, and that is respected. Please choose “Declined” with that reason."
)
NO_REASON = N_("Please choose a reason.")
SAY_MORE = N_("Please say in a few words what the reason is.")
NO_WAITING_REASON = N_("Please say what the person is waiting for.")


@dataclass(frozen=True, slots=True)
class Decision:
    """The form of a decision."""

    stage: str = Stage.ACCEPTED
    decided_on: date | None = None
    """Day of the decision; the day of joining for the waiting list."""
    reason: str = ""
    """Why it ended, see `EndReason`."""
    waiting_reason: str = ""
    note: str = ""


def check_decision(
    decision: Decision,
    requested_on: date,
    own_consent: bool | None,  # noqa: FBT001 - the value itself
    today: date,
    own_reasons: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Answer what stands against a decision about a request.

    Nobody is accepted, and nobody waits, against what the person herself says. `own_reasons`
    are those that the office added for this end.
    """
    return (
        *_check_stage(decision, own_consent),
        *_check_day(decision.decided_on, requested_on, today),
        *_check_reason(decision, own_reasons),
        *_check_waiting(decision),
        *check_text(decision.note, "note", longest=NOTE_LENGTH, lines=True),
    )


def _check_stage(decision: Decision, own_consent: bool | None) -> tuple[Problem, ...]:  # noqa: FBT001 - the value itself
    if decision.stage not in {*ENDS, Stage.ACCEPTED, Stage.WAITING}:
        return (Problem(NOT_OFFERED, "stage"),)
    if decision.stage in {Stage.ACCEPTED, Stage.WAITING} and own_consent is False:
        return (Problem(NO_IS_RESPECTED, "stage"),)
    if decision.stage == Stage.ACCEPTED and own_consent is not True:
        return (Problem(NO_OWN_CONSENT, "stage"),)
    return ()


def _check_day(day: date | None, requested_on: date, today: date) -> tuple[Problem, ...]:
    if day is None:
        return (Problem(NO_DAY, "decided_on"),)
    if day > today:
        return (Problem(IN_THE_FUTURE, "decided_on"),)
    return (Problem(BEFORE_THE_REQUEST, "decided_on"),) if day < requested_on else ()


def _check_reason(decision: Decision, own_reasons: frozenset[str]) -> tuple[Problem, ...]:
    if decision.stage not in ENDS:
        return ()
    if decision.reason not in {*END_REASONS[Stage(decision.stage)], *own_reasons}:
        return (Problem(NO_REASON, "reason"),)
    if decision.reason == EndReason.OTHER and is_blank(decision.note):
        return (Problem(SAY_MORE, "note"),)
    return ()


def _check_waiting(decision: Decision) -> tuple[Problem, ...]:
    if decision.stage != Stage.WAITING:
        return ()
    if is_blank(decision.waiting_reason):
        return (Problem(NO_WAITING_REASON, "waiting_reason"),)
    return check_text(decision.waiting_reason, "waiting_reason", longest=NAME_LENGTH)
