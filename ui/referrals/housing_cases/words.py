"""How housing cases are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.housing_cases.rules import CASE_KIND_LABELS, STAGE_LABELS, CaseKind, Stage
from resources.text import _
from ui import formats
from ui.referrals.enquiries.words import day_words

if TYPE_CHECKING:
    from datetime import date

    from app.referrals.housing_cases.queries import CaseRow


def kind_words(kind: str) -> str:
    """Answer what a case is about."""
    return _(CASE_KIND_LABELS[CaseKind(kind)])


def stage_words(stage: str) -> str:
    """Answer how far a case went."""
    return _(STAGE_LABELS[Stage(stage)])


def about_words(row: CaseRow) -> str:
    """Answer whom a case is about: a name, else the home."""
    return row.about_name or row.home


def due_words(row: CaseRow, today: date) -> str:
    """Answer the deadline, or how the case ended."""
    if row.closed_on is not None:
        return kept_words(row.prevented)
    return _("No deadline") if row.due_on is None else day_words(row.due_on, today)


def due_tone(row: CaseRow, today: date) -> str:
    """Answer the tone of the deadline."""
    if row.closed_on is not None:
        return "done" if row.prevented else ""
    if row.due_on is None:
        return ""
    return "danger" if row.due_on < today else "attention" if row.due_on == today else ""


def kept_words(prevented: bool | None) -> str:  # noqa: FBT001 - a fact
    """Answer whether the home was kept."""
    if prevented is None:
        return ""
    return _("The home was kept") if prevented else _("The home was lost")


def day(value: date | None) -> str:
    """Answer a day; "" for none."""
    return "" if value is None else formats.show_day(value)
