"""What a contact is, what may be recorded of it, and who is called back next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.mobile_advice.advice.rules.bands import (
        AgeBand,
        Figures,
        band_of,
        read_bands,
        read_figures,
    )
    from app.mobile_advice.advice.rules.callback import (
        CALLBACK_LABELS,
        OPEN_STATES,
        CallbackDetails,
        CallbackState,
        Waiting,
        check_callback,
        check_step,
        in_turn,
        next_try,
    )
    from app.mobile_advice.advice.rules.contact import (
        ContactDetails,
        Offered,
        as_topics,
        check_contact,
        topics_of,
    )
    from app.mobile_advice.advice.rules.lists import OUTCOMES, TOPICS
    from app.mobile_advice.advice.rules.tally import TallyMark, check_mark
    from app.mobile_advice.advice.rules.words import (
        KIND_LABELS,
        SEX_LABELS,
        SOURCE_LABELS,
        ContactKind,
        ContactSource,
        Sex,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "bands": ("AgeBand", "Figures", "band_of", "read_bands", "read_figures"),
            "callback": (
                "CALLBACK_LABELS",
                "OPEN_STATES",
                "CallbackDetails",
                "CallbackState",
                "Waiting",
                "check_callback",
                "check_step",
                "in_turn",
                "next_try",
            ),
            "contact": ("ContactDetails", "Offered", "as_topics", "check_contact", "topics_of"),
            "lists": ("OUTCOMES", "TOPICS"),
            "tally": ("TallyMark", "check_mark"),
            "words": (
                "KIND_LABELS",
                "SEX_LABELS",
                "SOURCE_LABELS",
                "ContactKind",
                "ContactSource",
                "Sex",
            ),
        },
    )

__all__ = [
    "CALLBACK_LABELS",
    "KIND_LABELS",
    "OPEN_STATES",
    "OUTCOMES",
    "SEX_LABELS",
    "SOURCE_LABELS",
    "TOPICS",
    "AgeBand",
    "CallbackDetails",
    "CallbackState",
    "ContactDetails",
    "ContactKind",
    "ContactSource",
    "Figures",
    "Offered",
    "Sex",
    "TallyMark",
    "Waiting",
    "as_topics",
    "band_of",
    "check_callback",
    "check_contact",
    "check_mark",
    "check_step",
    "in_turn",
    "next_try",
    "read_bands",
    "read_figures",
    "topics_of",
]
