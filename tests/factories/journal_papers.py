"""Makes the facts of the journal's paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from forms.journal.journal_paper import JournalPaper, PaperNote

NOTE = PaperNote(
    when=datetime(2026, 11, 23, 10, 5),  # noqa: DTZ001 - local wall-clock time
    contact="Telefon, erreicht, 15 Minuten",
    author="Karin Vogt",
    text="Frau Krüger hört wieder Klavier.\n\nDie Nichte kommt am Freitag.",
    details=("Themen: Wohnen, Gesundheit", "Wiedervorlage für Anna Beispiel bis 3.12.2026"),
)


def journal_paper(count: int = 3, **facts: Any) -> JournalPaper:  # noqa: ANN401 - any fact
    """Answer the facts of a German journal of `count` notes, or as `facts` say."""
    usual = JournalPaper(
        language="de",
        name="Erna Krüger",
        notes=(NOTE,) * count,
        when=datetime(2026, 11, 23, 11, 0),  # noqa: DTZ001 - local wall-clock time
        who="Petra Schneider",
    )
    return replace(usual, **facts)
