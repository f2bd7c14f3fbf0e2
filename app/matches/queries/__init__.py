"""What can be asked about matching: wishes, candidates, matches, who waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.matches.queries.candidates import CandidateRow, Candidates, candidates_for
    from app.matches.queries.funnel import (
        DropOutRow,
        Funnel,
        FunnelStep,
        Side,
        StepRow,
        match_funnel,
    )
    from app.matches.queries.history import (
        ApartRow,
        CallRow,
        Calls,
        EventRow,
        calls_to,
        kept_apart,
        match_events,
    )
    from app.matches.queries.lists import (
        MatchList,
        MatchRow,
        WaitingRow,
        list_matches,
        match_row,
        matches_of,
        waiting_people,
    )
    from app.matches.queries.office import OfficeToPlan, Proposal, office_to_plan
    from app.matches.queries.wishes import WishToEdit, wish_to_edit
else:
    __getattr__ = late_names(
        __name__,
        {
            "candidates": ("CandidateRow", "Candidates", "candidates_for"),
            "funnel": ("DropOutRow", "Funnel", "FunnelStep", "Side", "StepRow", "match_funnel"),
            "history": (
                "ApartRow",
                "CallRow",
                "Calls",
                "EventRow",
                "calls_to",
                "kept_apart",
                "match_events",
            ),
            "lists": (
                "MatchList",
                "MatchRow",
                "WaitingRow",
                "list_matches",
                "match_row",
                "matches_of",
                "waiting_people",
            ),
            "office": ("OfficeToPlan", "Proposal", "office_to_plan"),
            "wishes": ("WishToEdit", "wish_to_edit"),
        },
    )

__all__ = [
    "ApartRow",
    "CallRow",
    "Calls",
    "CandidateRow",
    "Candidates",
    "DropOutRow",
    "EventRow",
    "Funnel",
    "FunnelStep",
    "MatchList",
    "MatchRow",
    "OfficeToPlan",
    "Proposal",
    "Side",
    "StepRow",
    "WaitingRow",
    "WishToEdit",
    "calls_to",
    "candidates_for",
    "kept_apart",
    "list_matches",
    "match_events",
    "match_funnel",
    "match_row",
    "matches_of",
    "office_to_plan",
    "waiting_people",
    "wish_to_edit",
]
