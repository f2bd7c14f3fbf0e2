"""Codes of PSP groups as words, ready for fields and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.psp.rules import (
    AGENCY_LABELS,
    LOOKED_LABELS,
    MEETING_LABELS,
    PAPER_LABELS,
    STATE_LABELS,
    Agency,
    CaseState,
    Looked,
    MeetingState,
    Paper,
)
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from app.referrals.psp.rows import ItemRow, MeetingRow, PaperRow


def options(labels: Mapping[Any, str], *, none: str = "") -> list[tuple[str, str]]:
    """Answer codes with their words for a choice; `none` is the word for no choice."""
    found = [(str(code), _(label)) for code, label in labels.items()]
    return [("", none), *found] if none else found


def agency_words(code: str) -> str:
    """Answer the name of an agency, or nothing."""
    return _(AGENCY_LABELS[Agency(code)]) if code else ""


def agencies_words(codes: Iterable[str]) -> str:
    """Answer the names of agencies, one after the other."""
    return ", ".join(agency_words(code) for code in codes)


def state_words(code: str) -> str:
    """Answer the state of a case."""
    return _(STATE_LABELS[CaseState(code)])


def looked_words(code: str) -> str:
    """Answer what somebody opened."""
    return _(LOOKED_LABELS[Looked(code)])


def meeting_words(row: MeetingRow) -> str:
    """Answer how far a meeting is."""
    return _("Approved") if row.is_approved else _(MEETING_LABELS[MeetingState(row.state)])


def paper_words(row: PaperRow) -> str:
    """Answer which paper left when, to whom, and the first digits of what it was."""
    kind = _(PAPER_LABELS[Paper(row.kind)])
    told = f"{kind}, {agency_words(row.agency)}" if row.agency else kind
    when = formats.show_datetime(row.at.astimezone())
    return _("{paper} · {when} · {who} · {digits}").format(
        paper=told, when=when, who=row.who, digits=row.sha256[:12]
    )


def case_name(number: str, name: str) -> str:
    """Answer a case by its reference and, where the reader may know it, the person's name."""
    return f"{number} · {name}" if name else number


def item_name(item: ItemRow) -> str:
    """Answer a case on an agenda."""
    return case_name(item.number, item.name)
