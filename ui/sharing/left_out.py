"""Which pages a suitcase has nothing for."""

from __future__ import annotations

_OF_THE_RAIL = frozenset({"visiting", "letters", "intake", "referrals"})
"""Pages whose records stay in the office."""
_TABS = frozenset(
    {
        *("enquiries", "housing_cases", "handing_over", "disclosures", "psp"),
        *("suitcase", "advice_statistics"),
    }
)
"""Tabs of such pages, and of others those about all tours."""
BELOW_MORE = frozenset(
    {
        "volunteers",
        "matches",
        "match_plan",
        "match_funnel",
        "requirements",
        "series",
        "substitutes",
        "concerns",
        "visit_notes",
        "day_plan",
        "expenses",
        "preventive",
        "templates",
        "import",
        "duplicates",
        "members",
        "sharing",
        "keeping",
        "configuration",
        "office",
        "areas",
        "households",
        "backups",
        "security",
    }
)
"""Places below "More" that are about the whole office, its files or its colleagues."""

DEEDS = frozenset({"reminders", "handover", "public"})
"""What is begun on pages that a suitcase has, and needs what stays in the office: letters, the work
of a colleague, the timetable of all tours."""

LEFT_OUT = DEEDS | _OF_THE_RAIL | _TABS | BELOW_MORE
