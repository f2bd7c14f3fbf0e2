"""Asking about preventive visits: who is due, what became of it, and how many."""

from app.preventive.queries.cohort import DueRow, cohort
from app.preventive.queries.figures import FigureRow, figures
from app.preventive.queries.history import (
    OfferRow,
    OpenVisit,
    PreventiveFile,
    SpanRow,
    preventive_file,
)
from app.preventive.queries.lists import (
    DueList,
    DuePeople,
    belongs,
    can_be_reminded,
    due_people,
)
from app.preventive.queries.rule_book import office_rules, rule_named

__all__ = [
    "DueList",
    "DuePeople",
    "DueRow",
    "FigureRow",
    "OfferRow",
    "OpenVisit",
    "PreventiveFile",
    "SpanRow",
    "belongs",
    "can_be_reminded",
    "cohort",
    "due_people",
    "figures",
    "office_rules",
    "preventive_file",
    "rule_named",
]
