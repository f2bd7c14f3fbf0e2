"""How requests are said on screens."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.intake.rules import (
    SERVICE_LABELS,
    STAGE_LABELS,
    STEP_LABELS,
    ItemKind,
    Service,
    Stage,
    next_step,
    waiting_days,
)
from app.intake.rules.lists import REASONS, SOURCES
from resources.text import _, ngettext
from ui import formats
from ui.codes.code_book import book

if TYPE_CHECKING:
    from app.intake.queries import RequestRow
    from app.intake.rules import ChecklistItem

_TONES = MappingProxyType(
    {
        Stage.OPEN: "primary",
        Stage.WAITING: "attention",
        Stage.ACCEPTED: "done",
        Stage.DECLINED: "plain",
        Stage.UNSUITABLE: "plain",
        Stage.WITHDRAWN: "plain",
    }
)


def service_words(service: str) -> str:
    """Answer the words of a service."""
    return _(SERVICE_LABELS[Service(service)])


def source_words(source: str) -> str:
    """Answer who asked."""
    return book.word(SOURCES, source)


def stage_words(stage: str) -> str:
    """Answer where a request stands."""
    return _(STAGE_LABELS[Stage(stage)])


def stage_tone(stage: str) -> str:
    """Answer the tone of a stage."""
    return _TONES[Stage(stage)]


def reason_words(reason: str) -> str:
    """Answer why a request ended; "" when it did not."""
    said = (book.word(codes, reason) for codes in REASONS.values() if reason)
    return next((word for word in said if word != reason), reason)


def service_options() -> list[tuple[str, str]]:
    """Answer every service with its words, for a choice."""
    return [(service.value, _(SERVICE_LABELS[service])) for service in Service]


def days_words(row: RequestRow, today: date) -> str:
    """Answer for how long a request stands: "22 days"."""
    return ngettext("{count} day", "{count} days", waiting_days(row.since, today))


def step_words(row: RequestRow) -> str:
    """Answer what is to be done next; for one that ended, what became of it."""
    words = STEP_LABELS[next_step(row.stage, row.own_consent, row.answered)]
    if words:
        return _(words)
    return " · ".join(filter(None, (stage_words(row.stage), reason_words(row.reason))))


def row_line(row: RequestRow) -> str:
    """Answer the quiet line below a name: service, and what somebody waits for."""
    waits = row.waiting_reason if row.stage == Stage.WAITING else ""
    return " · ".join(filter(None, (service_words(row.service), waits)))


def own_words(own_consent: bool | None) -> str:  # noqa: FBT001 - the value itself
    """Answer what the person says to the service."""
    if own_consent is None:
        return _("Not asked yet")
    return _("Yes, agrees") if own_consent else _("No, does not want it")


def answer_words(item: ChecklistItem, answer: str) -> str:
    """Answer an answer as it is read: days and choices in words."""
    if item.kind is ItemKind.YES_NO:
        return _("Yes") if answer == "yes" else _("No")
    if item.kind is ItemKind.CHOICE:
        return _(dict(item.choices).get(answer, answer))
    if item.kind is ItemKind.DATE:
        return formats.show_day(date.fromisoformat(answer))
    return answer
