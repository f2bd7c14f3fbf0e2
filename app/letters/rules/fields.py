"""The fields that a template may use: a fixed list, no expressions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Origin(StrEnum):
    """Where the value of a field comes from."""

    PERSON = "person"
    OFFICE = "office"
    VISIT = "visit"
    LEGAL = "legal"
    TYPED = "typed"
    """Typed by whoever writes the letter."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how a template writes it, what people call it, and what it may look like."""

    code: str
    title: str
    """In English, translated where it is shown."""
    origin: Origin
    example: str
    """For the preview of a template; invented."""


_ALL = (
    Field("name", N_("Name"), Origin.PERSON, "Erna Muster"),
    Field("given_name", N_("Given name"), Origin.PERSON, "Erna"),
    Field("family_name", N_("Family name"), Origin.PERSON, "Muster"),
    Field("address", N_("Address"), Origin.PERSON, "Musterweg 7, 40595 Düsseldorf"),
    Field("birth_day", N_("Date of birth"), Origin.PERSON, "24.11.1938"),
    Field("office", N_("Office"), Origin.OFFICE, "Besuchsdienst Garath"),
    Field("department", N_("Department"), Origin.OFFICE, "Amt für Soziales"),
    Field(
        "office_address",
        N_("Address of the office"),
        Origin.OFFICE,
        "Marktplatz 1, 40595 Düsseldorf",
    ),
    Field("contact", N_("Contact"), Origin.OFFICE, "Anna Beispiel"),
    Field("phone", N_("Phone"), Origin.OFFICE, "0211 4710100"),
    Field("email", N_("Email"), Origin.OFFICE, "besuchsdienst@example.org"),
    Field("today", N_("Date of the letter"), Origin.OFFICE, "23.11.2026"),
    Field("visit_day", N_("Day of the visit"), Origin.VISIT, "Montag, 30. November 2026"),
    Field("visit_time", N_("Time of the visit"), Origin.VISIT, "10:00–11:00 Uhr"),
    Field("visitor", N_("Visitor"), Origin.VISIT, "Berta Besuch"),
    Field("place", N_("Place"), Origin.VISIT, "bei Ihnen zu Hause"),
    Field("deadline_day", N_("Last day"), Origin.LEGAL, "4. Januar 2027"),
    Field("remedy_office", N_("Where to object"), Origin.LEGAL, "Amt für Soziales, Düsseldorf"),
    Field("file_number", N_("File number"), Origin.TYPED, "50/12-3456"),
    Field("benefit", N_("Benefit"), Origin.TYPED, "Grundsicherung"),
    Field("amount", N_("Amount"), Origin.TYPED, "42,00 €"),
    Field("answer_day", N_("Answer by"), Origin.TYPED, "14. Dezember 2026"),
    Field("end_day", N_("Last day of the benefit"), Origin.TYPED, "31. Januar 2027"),
    Field("documents", N_("Documents"), Origin.TYPED, "Mietvertrag"),
    Field("decision", N_("What was decided"), Origin.TYPED, "Sie bekommen die Leistung."),
    Field("reason", N_("Reason"), Origin.TYPED, "Ihr Einkommen reicht nicht aus."),
    Field("volunteer", N_("Volunteer"), Origin.TYPED, "Berta Besuch"),
    Field("hours", N_("Hours"), Origin.TYPED, "36"),
    Field("weekly_hours", N_("Hours a week"), Origin.TYPED, "2"),
    Field("activity", N_("Task of the volunteer"), Origin.TYPED, "Besuche bei älteren Menschen"),
    Field("allowance", N_("Money for volunteering"), Origin.TYPED, "nur Ersatz der Fahrtkosten"),
    Field("trip", N_("Way of the trip"), Origin.TYPED, "Garath, Benrath, Garath"),
    Field("trip_day", N_("Day of the trip"), Origin.TYPED, "16. November 2026"),
    Field("trip_reason", N_("Reason for the trip"), Origin.TYPED, "Besuch im Besuchsdienst"),
    Field("rate", N_("Money for each kilometre"), Origin.TYPED, "0,30 €"),
    Field("kilometres", N_("Kilometres"), Origin.TYPED, "32"),
    Field("period", N_("Period"), Origin.TYPED, "1. Januar bis 30. Juni 2026"),
    Field("stop", N_("Stop"), Origin.TYPED, "Marktplatz Garath"),
    Field("stop_day", N_("Day at the stop"), Origin.TYPED, "Mittwoch, 2. Dezember 2026"),
    Field("stop_time", N_("Time at the stop"), Origin.TYPED, "9:00–12:00 Uhr"),
    Field("subject", N_("Subject"), Origin.TYPED, "Ihre Frage"),
    Field("text", N_("Text"), Origin.TYPED, "Vielen Dank für Ihren Anruf."),
)

FIELDS: Mapping[str, Field] = MappingProxyType({field.code: field for field in _ALL})
"""Every field by the code that stands between the braces."""
