"""Which pages a suitcase has nothing for."""

from __future__ import annotations

_OF_THE_RAIL = frozenset({"visiting", "letters", "intake", "referrals"})
"""Pages whose records stay in the office."""
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
        "backups",
        "security",
    }
)
"""Places below "More" that are about the whole office, its files or its colleagues."""

LEFT_OUT = _OF_THE_RAIL | BELOW_MORE
