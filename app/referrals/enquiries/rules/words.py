"""The words of an enquiry: how it came, how urgent it is, how it stands, what follows."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Channel(StrEnum):
    """How an enquiry reached the office."""

    PHONE = "phone"
    LETTER = "letter"
    MAIL = "mail"
    IN_PERSON = "in_person"


CHANNEL_LABELS: Mapping[Channel, str] = MappingProxyType(
    {
        Channel.PHONE: N_("By phone"),
        Channel.LETTER: N_("By letter"),
        Channel.MAIL: N_("By mail"),
        Channel.IN_PERSON: N_("In person"),
    }
)
"""The words for each, translated where they are shown."""


class Urgency(StrEnum):
    """How soon somebody must look; the days stand in dated rules, see `clock`."""

    U1 = "u1"
    U2 = "u2"
    U3 = "u3"
    U4 = "u4"


URGENCY_LABELS: Mapping[Urgency, str] = MappingProxyType(
    {
        Urgency.U1: N_("U1 Danger now"),
        Urgency.U2: N_("U2 Next working day"),
        Urgency.U3: N_("U3 Within days"),
        Urgency.U4: N_("U4 Information only"),
    }
)
"""The words for each, translated where they are shown."""


class EnquiryState(StrEnum):
    """How an enquiry stands; whether it was answered at all is another thing."""

    NEW = "new"
    ASSESSED = "assessed"
    IN_WORK = "in_work"
    ANSWERED = "answered"
    CLOSED = "closed"


STATE_LABELS: Mapping[EnquiryState, str] = MappingProxyType(
    {
        EnquiryState.NEW: N_("New"),
        EnquiryState.ASSESSED: N_("Assessed"),
        EnquiryState.IN_WORK: N_("In work"),
        EnquiryState.ANSWERED: N_("Answered"),
        EnquiryState.CLOSED: N_("Closed"),
    }
)
"""The words for each, translated where they are shown."""

_ORDER = tuple(EnquiryState)


def later(one: str, other: EnquiryState) -> EnquiryState:
    """Answer the later of two states: what was reached once is not lost by a further step."""
    return max(EnquiryState(one), other, key=_ORDER.index)


class Known(StrEnum):
    """An answer to a question that may be open."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


KNOWN_LABELS: Mapping[Known, str] = MappingProxyType(
    {Known.UNKNOWN: N_("Not known"), Known.YES: N_("Yes"), Known.NO: N_("No")}
)
"""The words for each, translated where they are shown."""


class StepKind(StrEnum):
    """What can follow from an enquiry."""

    VISIT = "visit"
    VISITING = "visiting"
    """A request for the visiting service."""
    ADVICE = "advice"
    """Mobile advice."""
    SENIORS_HELP = "seniors_help"
    SPDI = "spdi"
    """The social psychiatric service of the health office, or district psychiatry."""
    ACTION_PLAN = "action_plan"
    """Danish handleplan, servicelov § 141."""
    MEDIATOR = "mediator"
    """A language mediator."""
    HOUSING_CASE = "housing_case"
    TASK = "task"


STEP_LABELS: Mapping[StepKind, str] = MappingProxyType(
    {
        StepKind.VISIT: N_("Visit"),
        StepKind.VISITING: N_("Request for the visiting service"),
        StepKind.ADVICE: N_("Mobile advice"),
        StepKind.SENIORS_HELP: N_("Help for seniors"),
        StepKind.SPDI: N_("Social psychiatric service"),
        StepKind.ACTION_PLAN: N_("Action plan (servicelov § 141)"),
        StepKind.MEDIATOR: N_("Language mediator"),
        StepKind.HOUSING_CASE: N_("Housing case"),
        StepKind.TASK: N_("Task"),
    }
)
"""The words for each, translated where they are shown."""
