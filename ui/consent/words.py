"""How consent is said on screens."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.consent.rules import (
    FORM_LABELS,
    PURPOSE_LABELS,
    ConsentForm,
    ConsentState,
    Purpose,
    Standing,
)
from app.referrals.disclosures.rules import WHAT_NAMES
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.consent.queries import ConsentRow, DisclosureRow

_TONES = MappingProxyType(
    {
        Standing.GIVEN: "done",
        Standing.REFUSED: "danger",
        Standing.WITHDRAWN: "danger",
        Standing.EXPIRED: "attention",
        Standing.MISSING: "plain",
    }
)


def purpose_words(purpose: str) -> str:
    """Answer what a consent is for."""
    return _(PURPOSE_LABELS[Purpose(purpose)])


def purpose_options() -> list[tuple[str, str]]:
    """Answer every purpose with its words, for a choice."""
    return [(purpose.value, _(PURPOSE_LABELS[purpose])) for purpose in Purpose]


def how_words(how: str) -> str:
    """Answer how somebody said so; "" when it is not known."""
    return _(FORM_LABELS[ConsentForm(how)]) if how else ""


def how_options(forms: Iterable[ConsentForm] = tuple(ConsentForm)) -> list[tuple[str, str]]:
    """Answer ways of saying so with their words, for a choice."""
    return [(form.value, _(FORM_LABELS[form])) for form in forms]


def asked_words(row: ConsentRow) -> str:
    """Answer what was asked: the purpose, and who may get the data."""
    words = purpose_words(row.purpose)
    return (
        _("{purpose}: {recipient}").format(purpose=words, recipient=row.told) if row.told else words
    )


def standing_words(row: ConsentRow) -> str:
    """Answer what holds, with the day that matters."""
    if row.standing is Standing.EXPIRED and row.expires_on:
        return _("Ended on {day}").format(day=formats.show_day(row.expires_on))
    if row.state == ConsentState.WITHDRAWN and row.withdrawn_on:
        return _("Withdrawn on {day}").format(day=formats.show_day(row.withdrawn_on))
    said = formats.show_day(row.said_on)
    if row.state == ConsentState.REFUSED:
        return _("Refused on {day}").format(day=said)
    if row.expires_on:
        words = _("Given on {day}, until {until}")
        return words.format(day=said, until=formats.show_day(row.expires_on))
    return _("Given on {day}").format(day=said)


def standing_tone(row: ConsentRow) -> str:
    """Answer the tone of an answer; what no longer counts is plain."""
    return _TONES[row.standing] if row.is_current else "plain"


def details_line(row: ConsentRow) -> str:
    """Answer how it was said, by whom it was noted, and what was agreed, in one line."""
    noted = _("noted by {name}").format(name=row.recorded_by)
    return " · ".join(filter(None, (how_words(row.how), noted, row.scope, row.note)))


def kinds_words(row: DisclosureRow) -> str:
    """Answer which kinds of data were passed on."""
    return ", ".join(_(WHAT_NAMES[kind]) for kind in row.what.split(",") if kind in WHAT_NAMES)
