"""Break-glass: how long it opens a restricted card, and what reason it takes."""

from __future__ import annotations

from app.errors import N_, Problem
from app.text_rules import check_text

GLASS_HOURS = 1
"""Long enough for an emergency, too short for curiosity."""
SHORTEST_REASON = 15
"""In characters: "emergency" says nothing to whoever reads it afterwards."""
LONGEST_REASON = 500

TOO_SHORT = N_("Say in a sentence why you must know: everyone named on the card can read it.")


def check_reason(reason: str) -> tuple[Problem, ...]:
    """Answer what is wrong with the reason for opening a restricted card."""
    problems = check_text(reason, "reason", longest=LONGEST_REASON, required=True)
    if not problems and len(reason.strip()) < SHORTEST_REASON:
        return (Problem(TOO_SHORT, "reason"),)
    return problems
