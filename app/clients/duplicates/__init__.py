"""Finding people who stand in an office twice: keys, comparison, evidence, reasons."""

from app.clients.duplicates.census import NOBODY, Census, take_census
from app.clients.duplicates.finding import Pair, Twin, find_duplicates, likely_twins
from app.clients.duplicates.people import Known, Person, known

__all__ = [
    "NOBODY",
    "Census",
    "Known",
    "Pair",
    "Person",
    "Twin",
    "find_duplicates",
    "known",
    "likely_twins",
    "take_census",
]
