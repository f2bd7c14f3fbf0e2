"""Asking about preventive visits: who is due, what became of it, and how many."""

from app.preventive.queries.cohort import DueRow, cohort
from app.preventive.queries.figures import FigureRow, figures
from app.preventive.queries.history import (
    OfferRow,
    PreventiveFile,
    SpanRow,
    preventive_file,
)
from app.preventive.queries.rules import office_rules, rule_named

__all__ = [
    "DueRow",
    "FigureRow",
    "OfferRow",
    "PreventiveFile",
    "SpanRow",
    "cohort",
    "figures",
    "office_rules",
    "preventive_file",
    "rule_named",
]
