"""Letters that remind of appointments: a mailing whose letters each have their own time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.clients.queries import home_country
from app.letters.composing.addressees import addressees
from app.letters.composing.rules import official_language
from app.letters.mass.running import BATCH, Mailing
from app.letters.mass.writing import compose_batch
from forms.dates import clock_times, long_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.letters.mass.rules import RunPlan, RunWish
    from app.mobile_advice.booking.statements import AppointmentRow

Texts = tuple[tuple[str, str], ...]
"""Codes of fields with what stands in them."""
_WRITTEN_IN = frozenset({"de", "da", "en"})
_BRING = MappingProxyType(
    {
        "de": "Briefe und Bescheide, um die es geht",
        "da": "de breve, som det handler om",
        "en": "the letters that it is about",
    }
)
"""What everybody is asked to bring to whom nothing else was said."""
_AT_HOME = MappingProxyType({"de": "bei Ihnen zu Hause", "da": "hjemme hos dig", "en": "your home"})


def reminder_texts(
    connection: Connection, appointments: Mapping[UUID, Sequence[AppointmentRow]], today: date
) -> dict[UUID, Texts]:
    """Answer what stands in each person's letter, in the language of that letter."""
    known = addressees(connection, list(appointments), today)
    official = official_language(home_country(connection))
    return {
        person_id: texts_of(rows, _language(known[person_id].language, official))
        for person_id, rows in appointments.items()
        if person_id in known
    }


def texts_of(rows: Sequence[AppointmentRow], language: str) -> Texts:
    """Answer when and where somebody comes first, and what to bring, in a language."""
    row = min(rows, key=lambda one: (one.day, one.starts_at or 0))
    start = datetime.combine(row.day, time()) + timedelta(minutes=row.starts_at or 0)
    end = start + timedelta(minutes=row.minutes)
    brings = [" ".join(one.bring.split()) for one in rows if one.bring.strip()]
    return (
        ("stop", row.stop or _AT_HOME[language]),
        ("stop_day", long_day(row.day, language)),
        ("stop_time", clock_times(start, end, language)),
        ("documents", ", ".join(dict.fromkeys(brings)) or _BRING[language]),
    )


class ReminderMailing(Mailing):
    """A mailing that puts each person's own texts into the letter."""

    def __init__(
        self,
        wish: RunWish,
        plan: RunPlan,
        folder: Path,
        today: date,
        texts: Mapping[UUID, Texts],
    ) -> None:
        """Plan a mailing into a new folder; `texts` are by person."""
        super().__init__(wish, plan, folder, today)
        self._texts = texts

    def compose(self, connection: Connection) -> None:
        """Compose the next letters, each for itself."""
        groups = self.plan.groups[self._composed : self._composed + BATCH]
        self._drafts = tuple(
            draft
            for group in groups
            for draft in compose_batch(
                connection, with_texts(self.wish, self._texts.get(group.first, ())), (group,),
                self._today,
            )
        )  # fmt: skip
        self._composed += len(groups)


def with_texts(wish: RunWish, texts: Texts) -> RunWish:
    """Answer a mailing with one person's texts instead of what was typed for all."""
    typed = dict(wish.choice.typed) | dict(texts)
    return replace(wish, choice=replace(wish.choice, typed=tuple(typed.items())))


def _language(wanted: str, official: str) -> str:
    if wanted in _WRITTEN_IN:
        return wanted
    return official if official in _WRITTEN_IN else "en"
