"""What is known and required of volunteers, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names
from app.volunteers.rules.dues import Due, dues

if TYPE_CHECKING:
    from app.volunteers.rules.changing import RequirementDetails, check_end, check_requirement
    from app.volunteers.rules.details import (
        AbsenceDetails,
        TrainingDetails,
        VolunteerDetails,
        check_volunteer,
    )
    from app.volunteers.rules.hours import Stretch, bits_of, stretches_of
    from app.volunteers.rules.proofs import (
        ProofDetails,
        add_months,
        check_proof,
        deletion_day,
        last_day,
    )
    from app.volunteers.rules.requirements import (
        BEFORE_STAGES,
        KIND_LABELS,
        Requirement,
        RequirementKind,
        read_requirements,
        required_on,
        with_own,
    )
    from app.volunteers.rules.standing import (
        PROOF_LABELS,
        Held,
        ProofState,
        Standing,
        stage_of,
        standings,
        to_do,
    )
    from app.volunteers.rules.traits import (
        ACTIVITIES,
        ANIMALS,
        INTERESTS,
        SKILLS,
        TRAIT_LABELS,
        TraitKind,
    )
    from app.volunteers.rules.words import (
        ABSENCE_LABELS,
        ASSESSMENT_LABELS,
        CERTIFICATE_LABELS,
        CERTIFICATES,
        GENDER_LABELS,
        LEAVE_LABELS,
        PAID_LABELS,
        STAGE_LABELS,
        AbsenceReason,
        Assessment,
        CertificateKind,
        LeaveReason,
        PaidKind,
        VolunteerStage,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "changing": ("RequirementDetails", "check_end", "check_requirement"),
            "details": ("AbsenceDetails", "TrainingDetails", "VolunteerDetails", "check_volunteer"),
            "hours": ("Stretch", "bits_of", "stretches_of"),
            "proofs": ("ProofDetails", "add_months", "check_proof", "deletion_day", "last_day"),
            "requirements": (
                "BEFORE_STAGES",
                "KIND_LABELS",
                "Requirement",
                "RequirementKind",
                "read_requirements",
                "required_on",
                "with_own",
            ),
            "standing": (
                "PROOF_LABELS",
                "Held",
                "ProofState",
                "Standing",
                "stage_of",
                "standings",
                "to_do",
            ),
            "traits": ("ACTIVITIES", "ANIMALS", "INTERESTS", "SKILLS", "TRAIT_LABELS", "TraitKind"),
            "words": (
                "ABSENCE_LABELS",
                "ASSESSMENT_LABELS",
                "CERTIFICATE_LABELS",
                "CERTIFICATES",
                "GENDER_LABELS",
                "LEAVE_LABELS",
                "PAID_LABELS",
                "STAGE_LABELS",
                "AbsenceReason",
                "Assessment",
                "CertificateKind",
                "LeaveReason",
                "PaidKind",
                "VolunteerStage",
            ),
        },
    )

__all__ = [
    "ABSENCE_LABELS",
    "ACTIVITIES",
    "ANIMALS",
    "ASSESSMENT_LABELS",
    "BEFORE_STAGES",
    "CERTIFICATES",
    "CERTIFICATE_LABELS",
    "GENDER_LABELS",
    "INTERESTS",
    "KIND_LABELS",
    "LEAVE_LABELS",
    "PAID_LABELS",
    "PROOF_LABELS",
    "SKILLS",
    "STAGE_LABELS",
    "TRAIT_LABELS",
    "AbsenceDetails",
    "AbsenceReason",
    "Assessment",
    "CertificateKind",
    "Due",
    "Held",
    "LeaveReason",
    "PaidKind",
    "ProofDetails",
    "ProofState",
    "Requirement",
    "RequirementDetails",
    "RequirementKind",
    "Standing",
    "Stretch",
    "TrainingDetails",
    "TraitKind",
    "VolunteerDetails",
    "VolunteerStage",
    "add_months",
    "bits_of",
    "check_end",
    "check_proof",
    "check_requirement",
    "check_volunteer",
    "deletion_day",
    "dues",
    "last_day",
    "read_requirements",
    "required_on",
    "stage_of",
    "standings",
    "stretches_of",
    "to_do",
    "with_own",
]
