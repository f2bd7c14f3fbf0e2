"""What the lists are called that leave the program."""

from __future__ import annotations

from app.errors import N_

LISTS = {
    "clients": N_("People"),
    "consent": N_("What left the office"),
    "importing": N_("Rows that wait for a decision"),
    "institutions": N_("Institutions"),
    "intake": N_("Requests"),
    "journal": N_("Journal"),
    "letters": N_("Letters"),
    "linking": N_("Possible duplicates"),
    "mobile_advice": N_("Mobile advice"),
    "my_day": N_("Not reached for long"),
    "privacy": N_("Who looked at this person"),
    "tasks": N_("Tasks"),
    "visiting": N_("Visits"),
}
"""What each list is called, by its feature word; translated where it is shown."""
