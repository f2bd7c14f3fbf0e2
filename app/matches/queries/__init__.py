"""What can be asked about matching: wishes, candidates, matches, who waits."""

from app.matches.queries.candidates import CandidateRow, Candidates, candidates_for
from app.matches.queries.lists import (
    MatchList,
    MatchRow,
    WaitingRow,
    list_matches,
    match_row,
    matches_of,
    waiting_people,
)
from app.matches.queries.wishes import WishToEdit, wish_to_edit

__all__ = [
    "CandidateRow",
    "Candidates",
    "MatchList",
    "MatchRow",
    "WaitingRow",
    "WishToEdit",
    "candidates_for",
    "list_matches",
    "match_row",
    "matches_of",
    "waiting_people",
    "wish_to_edit",
]
