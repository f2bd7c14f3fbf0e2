"""What consent means: purposes, answers, what holds on a day, what may be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.consent.rules.answers import ConsentAnswer, Said, Standing, answer_on, check_answer
    from app.consent.rules.details import ConsentDetails, check_consent, check_withdrawal
    from app.consent.rules.passing import (
        KIND_LABELS,
        KIND_NAMES,
        REASON_LENGTH,
        DataKind,
        PassingOn,
        check_passing,
    )
    from app.consent.rules.words import (
        FORM_LABELS,
        OWN_FORMS,
        PURPOSE_LABELS,
        STATE_LABELS,
        ConsentForm,
        ConsentState,
        Purpose,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "answers": ("ConsentAnswer", "Said", "Standing", "answer_on", "check_answer"),
            "details": ("ConsentDetails", "check_consent", "check_withdrawal"),
            "passing": (
                "KIND_LABELS",
                "KIND_NAMES",
                "REASON_LENGTH",
                "DataKind",
                "PassingOn",
                "check_passing",
            ),
            "words": (
                "FORM_LABELS",
                "OWN_FORMS",
                "PURPOSE_LABELS",
                "STATE_LABELS",
                "ConsentForm",
                "ConsentState",
                "Purpose",
            ),
        },
    )

__all__ = [
    "FORM_LABELS",
    "KIND_LABELS",
    "KIND_NAMES",
    "OWN_FORMS",
    "PURPOSE_LABELS",
    "REASON_LENGTH",
    "STATE_LABELS",
    "ConsentAnswer",
    "ConsentDetails",
    "ConsentForm",
    "ConsentState",
    "DataKind",
    "PassingOn",
    "Purpose",
    "Said",
    "Standing",
    "answer_on",
    "check_answer",
    "check_consent",
    "check_passing",
    "check_withdrawal",
]
