"""The words of a volunteer's file: stages, kinds, codes, and what they are called."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class VolunteerStage(StrEnum):
    """How far a volunteer has come; computed, never stored."""

    APPLICATION = "application"
    APPROVAL = "approval"
    ONBOARDING = "onboarding"
    ACTIVE = "active"
    LEFT = "left"


STAGE_LABELS = {
    VolunteerStage.APPLICATION: N_("Application"),
    VolunteerStage.APPROVAL: N_("Approval"),
    VolunteerStage.ONBOARDING: N_("Onboarding"),
    VolunteerStage.ACTIVE: N_("Active"),
    VolunteerStage.LEFT: N_("Left"),
}


class LeaveReason(StrEnum):
    """Why somebody stopped."""

    TIME = "time"
    HEALTH = "health"
    MOVED = "moved"
    WORK = "work"
    EXPECTED_OTHERWISE = "expected_otherwise"
    NOT_SUITABLE = "not_suitable"
    NEVER_BEGAN = "never_began"
    DECEASED = "deceased"
    OTHER = "other"


LEAVE_LABELS = {
    LeaveReason.TIME: N_("No time any more"),
    LeaveReason.HEALTH: N_("Health"),
    LeaveReason.MOVED: N_("Moved away"),
    LeaveReason.WORK: N_("Work or studies"),
    LeaveReason.EXPECTED_OTHERWISE: N_("Expected something else"),
    LeaveReason.NOT_SUITABLE: N_("Not suitable"),
    LeaveReason.NEVER_BEGAN: N_("Never began"),
    LeaveReason.DECEASED: N_("Deceased"),
    LeaveReason.OTHER: N_("Another reason"),
}


class AbsenceReason(StrEnum):
    """Why a volunteer is away."""

    HOLIDAY = "holiday"
    ILLNESS = "illness"
    FAMILY = "family"
    OTHER = "other"


ABSENCE_LABELS = {
    AbsenceReason.HOLIDAY: N_("Holiday"),
    AbsenceReason.ILLNESS: N_("Illness"),
    AbsenceReason.FAMILY: N_("Family"),
    AbsenceReason.OTHER: N_("Other"),
}


class PaidKind(StrEnum):
    """How expenses are paid; a lump sum can cost a German volunteer the Ehrenamtskarte."""

    ACTUAL = "actual"
    LUMP = "lump"


PAID_LABELS = {
    PaidKind.ACTUAL: N_("What it really cost"),
    PaidKind.LUMP: N_("A lump sum"),
}


class CertificateKind(StrEnum):
    """Which certificate was inspected."""

    EXTENDED = "extended"
    SIMPLE = "simple"
    PRIVATE = "private"
    CHILDREN = "children"


CERTIFICATE_LABELS = {
    CertificateKind.EXTENDED: N_("Extended certificate of conduct"),
    CertificateKind.SIMPLE: N_("Simple certificate of conduct"),
    CertificateKind.PRIVATE: N_("Private criminal record certificate"),
    CertificateKind.CHILDREN: N_("Children's certificate"),
}
CERTIFICATES = {
    "DE": (CertificateKind.EXTENDED, CertificateKind.SIMPLE),
    "DK": (CertificateKind.PRIVATE, CertificateKind.CHILDREN),
}


class Assessment(StrEnum):
    """What the leader decided about a Danish certificate; an entry alone decides nothing."""

    SUITABLE = "suitable"
    CONDITIONAL = "conditional"
    NOT_SUITABLE = "not_suitable"


ASSESSMENT_LABELS = {
    Assessment.SUITABLE: N_("Suitable"),
    Assessment.CONDITIONAL: N_("Suitable under conditions"),
    Assessment.NOT_SUITABLE: N_("Not suitable"),
}

GENDER_LABELS = {
    "": N_("Not said"),
    "female": N_("Woman"),
    "male": N_("Man"),
    "other": N_("Other"),
}
