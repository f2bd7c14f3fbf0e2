"""All tables of the program, so that one import knows the whole schema."""

from db import (
    access,
    admin,
    areas,
    consent,
    drafts,
    duplicates,
    escalation,
    exchange,
    households,
    institutions,
    intake,
    journal,
    letters,
    matches,
    office_lists,
    people,
    privacy,
    tasks,
    visiting,
    volunteers,
)
from db.base import Base
from db.schema import SCHEMA_HEAD

__all__ = [
    "SCHEMA_HEAD",
    "access",
    "admin",
    "areas",
    "consent",
    "drafts",
    "duplicates",
    "escalation",
    "exchange",
    "households",
    "institutions",
    "intake",
    "journal",
    "letters",
    "matches",
    "metadata",
    "office_lists",
    "people",
    "privacy",
    "tasks",
    "visiting",
    "volunteers",
]

metadata = Base.metadata
