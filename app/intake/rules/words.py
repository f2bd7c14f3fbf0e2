"""The words of intake: services, who asked, stages, and why a request ended."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Service(StrEnum):
    """What is asked for; each has a checklist of its own."""

    VISITING = "visiting"
    MOBILE_ADVICE = "mobile_advice"
    REFERRAL = "referral"
    """The way to somebody else who can help."""
    OTHER = "other"


SERVICE_LABELS: Mapping[Service, str] = MappingProxyType(
    {
        Service.VISITING: N_("Visiting service"),
        Service.MOBILE_ADVICE: N_("Mobile advice"),
        Service.REFERRAL: N_("Referral to others"),
        Service.OTHER: N_("Other help"),
    }
)
"""The words for each service, translated where they are shown."""


class RequestSource(StrEnum):
    """Who asked."""

    SELF = "self"
    FAMILY = "family"
    NEIGHBOUR = "neighbour"
    DOCTOR = "doctor"
    HOUSING = "housing"
    AUTHORITY = "authority"
    POLICE = "police"
    INSTITUTION = "institution"
    VOLUNTEER = "volunteer"
    OTHER = "other"


SOURCE_LABELS: Mapping[RequestSource, str] = MappingProxyType(
    {
        RequestSource.SELF: N_("The person herself or himself"),
        RequestSource.FAMILY: N_("Family"),
        RequestSource.NEIGHBOUR: N_("Neighbours or friends"),
        RequestSource.DOCTOR: N_("Doctor, hospital or care service"),
        RequestSource.HOUSING: N_("Housing association"),
        RequestSource.AUTHORITY: N_("Authority"),
        RequestSource.POLICE: N_("Police"),
        RequestSource.INSTITUTION: N_("Another institution"),
        RequestSource.VOLUNTEER: N_("A volunteer or colleague"),
        RequestSource.OTHER: N_("Somebody else"),
    }
)
"""The words for each source, translated where they are shown."""


class Stage(StrEnum):
    """Where a request stands; none is ever deleted, all are counted."""

    OPEN = "open"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    """The person, or the office, said no."""
    UNSUITABLE = "unsuitable"
    """The service does not fit, however welcome the person is."""
    WITHDRAWN = "withdrawn"
    """It fell away: moved, died, whoever asked took it back."""


STAGE_LABELS: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.OPEN: N_("Open"),
        Stage.WAITING: N_("On the waiting list"),
        Stage.ACCEPTED: N_("Accepted"),
        Stage.DECLINED: N_("Declined"),
        Stage.UNSUITABLE: N_("Unsuitable"),
        Stage.WITHDRAWN: N_("Fell away"),
    }
)
"""The words for each stage, translated where they are shown."""

ENDS = (Stage.DECLINED, Stage.UNSUITABLE, Stage.WITHDRAWN)
"""The stages in which a request ended without the service; each gives a reason."""


class EndReason(StrEnum):
    """Why a request ended without the service."""

    PERSON_SAID_NO = "person_said_no"
    NO_CAPACITY = "no_capacity"
    OTHER_HELP = "other_help"
    NOT_REACHED = "not_reached"
    OUTSIDE_AREA = "outside_area"
    NOT_FOR_US = "not_for_us"
    """Needs care, household help or treatment: other services do that."""
    TOO_DANGEROUS = "too_dangerous"
    MOVED = "moved"
    DECEASED = "deceased"
    TAKEN_BACK = "taken_back"
    OTHER = "other"


REASON_LABELS: Mapping[EndReason, str] = MappingProxyType(
    {
        EndReason.PERSON_SAID_NO: N_("The person said no"),
        EndReason.NO_CAPACITY: N_("Nobody has room for it"),
        EndReason.OTHER_HELP: N_("Somebody else helps already"),
        EndReason.NOT_REACHED: N_("The person could not be reached"),
        EndReason.OUTSIDE_AREA: N_("Lives outside our area"),
        EndReason.NOT_FOR_US: N_("Needs another kind of help"),
        EndReason.TOO_DANGEROUS: N_("Would put visitors in danger"),
        EndReason.MOVED: N_("Moved away"),
        EndReason.DECEASED: N_("Died"),
        EndReason.TAKEN_BACK: N_("Whoever asked took it back"),
        EndReason.OTHER: N_("Another reason"),
    }
)
"""The words for each reason, translated where they are shown."""

END_REASONS: Mapping[Stage, tuple[EndReason, ...]] = MappingProxyType(
    {
        Stage.DECLINED: (
            EndReason.PERSON_SAID_NO,
            EndReason.NO_CAPACITY,
            EndReason.OTHER_HELP,
            EndReason.OTHER,
        ),
        Stage.UNSUITABLE: (
            EndReason.OUTSIDE_AREA,
            EndReason.NOT_FOR_US,
            EndReason.TOO_DANGEROUS,
            EndReason.OTHER,
        ),
        Stage.WITHDRAWN: (
            EndReason.TAKEN_BACK,
            EndReason.NOT_REACHED,
            EndReason.MOVED,
            EndReason.DECEASED,
            EndReason.OTHER,
        ),
    }
)
"""The reasons that each end can have."""
