"""What enquiries mean: words, lists, the form, the clock, closing, action plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.referrals.enquiries.rules.action_plans import (
        PensionAge,
        check_action_plan,
        pension_day,
        read_ages,
    )
    from app.referrals.enquiries.rules.clock import (
        ClockRules,
        DueDays,
        Received,
        Standing,
        clock_on,
        due_days,
        next_due,
        read_clock,
        working_day_after,
    )
    from app.referrals.enquiries.rules.closing import Closing, check_closing, may_close
    from app.referrals.enquiries.rules.details import (
        EnquiryDetails,
        Setting,
        check_enquiry,
        split_name,
    )
    from app.referrals.enquiries.rules.dwelling import dwelling_key, house_prefix
    from app.referrals.enquiries.rules.following import (
        FOR_PERSON,
        WITH_REFERRAL,
        WITH_TASK,
        FollowUp,
        check_follow_up,
    )
    from app.referrals.enquiries.rules.lists import CHILD_CONCERN, CONCERNS, OUTCOMES
    from app.referrals.enquiries.rules.words import (
        CHANNEL_LABELS,
        KNOWN_LABELS,
        STATE_LABELS,
        STEP_LABELS,
        URGENCY_LABELS,
        Channel,
        EnquiryState,
        Known,
        StepKind,
        Urgency,
        later,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "action_plans": ("PensionAge", "check_action_plan", "pension_day", "read_ages"),
            "clock": (
                "ClockRules",
                "DueDays",
                "Received",
                "Standing",
                "clock_on",
                "due_days",
                "next_due",
                "read_clock",
                "working_day_after",
            ),
            "closing": ("Closing", "check_closing", "may_close"),
            "details": ("EnquiryDetails", "Setting", "check_enquiry", "split_name"),
            "dwelling": ("dwelling_key", "house_prefix"),
            "following": (
                "FOR_PERSON",
                "WITH_REFERRAL",
                "WITH_TASK",
                "FollowUp",
                "check_follow_up",
            ),
            "lists": ("CHILD_CONCERN", "CONCERNS", "OUTCOMES"),
            "words": (
                "CHANNEL_LABELS",
                "KNOWN_LABELS",
                "STATE_LABELS",
                "STEP_LABELS",
                "URGENCY_LABELS",
                "Channel",
                "EnquiryState",
                "Known",
                "StepKind",
                "Urgency",
                "later",
            ),
        },
    )

__all__ = [
    "CHANNEL_LABELS",
    "CHILD_CONCERN",
    "CONCERNS",
    "FOR_PERSON",
    "KNOWN_LABELS",
    "OUTCOMES",
    "STATE_LABELS",
    "STEP_LABELS",
    "URGENCY_LABELS",
    "WITH_REFERRAL",
    "WITH_TASK",
    "Channel",
    "ClockRules",
    "Closing",
    "DueDays",
    "EnquiryDetails",
    "EnquiryState",
    "FollowUp",
    "Known",
    "PensionAge",
    "Received",
    "Setting",
    "Standing",
    "StepKind",
    "Urgency",
    "check_action_plan",
    "check_closing",
    "check_enquiry",
    "check_follow_up",
    "clock_on",
    "due_days",
    "dwelling_key",
    "house_prefix",
    "later",
    "may_close",
    "next_due",
    "pension_day",
    "read_ages",
    "read_clock",
    "split_name",
    "working_day_after",
]
