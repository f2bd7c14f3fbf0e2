"""The letter that every engine is given: the same words in the same places of one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.rules.body import Facts, Paragraph, Span
from forms.letterhead import Sender
from forms.letters.composed import ComposedLetter, Version

if TYPE_CHECKING:
    from app.letters.rules.body import Body

TITLE = "Ihr Termin: Montag, 30. November 2026"
OFFICE, DEPARTMENT = "Besuchsdienst Garath", "Amt für Soziales"
STREET, PLACE = "Marktplatz 1", "40595 Düsseldorf"
RETURN_LINE = f"{OFFICE} · {STREET} · {PLACE}"
FOOT = f"{RETURN_LINE} · 0211 4710100 · besuchsdienst@example.org"
INFORMATION = (("Datum", "23. November 2026"), ("Ihr Kontakt", "Anna Beispiel"))
FACTS = (
    ("Wann", "Montag, 30. November 2026, 10:00 bis 11:00 Uhr"),
    ("Wer", "Berta Besuch"),
)
BEFORE = ("wir besuchen Sie zu Hause. Hier steht, wann und wer zu Ihnen kommt.",)
AFTER = (
    "Sie brauchen nichts vorzubereiten. Haben Sie Fragen? Schreiben Sie sie gern vorher auf.",
    "Wir nehmen uns Zeit für Sie. Am Ende sagen wir Ihnen, wie es weitergeht.",
    "Passt Ihnen der Termin nicht? Dann rufen Sie uns bitte an: 0211 4710100.",
    "Sind Sie an der Tür unsicher? Dann rufen Sie uns an, bevor Sie öffnen.",
    "Freundliche Grüße",
    "Anna Beispiel",
)

_SENDER = Sender(
    OFFICE,
    DEPARTMENT,
    STREET,
    "40595",
    "Düsseldorf",
    "0211 4710100",
    "besuchsdienst@example.org",
    "Anna Beispiel",
)


def recipient(number: int) -> tuple[str, ...]:
    """Answer to whom a letter goes: each to another person."""
    return f"Erna Muster {number}", f"Musterweg {number}", PLACE


def before(number: int) -> tuple[str, ...]:
    """Answer the paragraphs above the facts."""
    return f"Guten Tag Erna Muster {number},", *BEFORE


def letter(number: int) -> ComposedLetter:
    """Answer the letter as this program draws it."""
    facts = Facts(tuple(((Span(label),), (Span(value),)) for label, value in FACTS))
    body: Body = (*map(_paragraph, before(number)), facts, *map(_paragraph, AFTER))
    return ComposedLetter(
        _SENDER, recipient(number), Version("de", TITLE, body), information=INFORMATION
    )


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))
