"""What the screens of mediators say: languages, times, who comes, how far a request has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from app.clients.rules.speaking import LEVEL_LABELS, LanguageLevel
from app.mobile_advice.mediators.rules import (
    FUNDING_LABELS,
    GENDER_LABELS,
    STATE_LABELS,
    WAY_LABELS,
    Funding,
    GenderWish,
    RequestState,
    Way,
)
from resources.text import _, language, ngettext
from ui import formats

if TYPE_CHECKING:
    from app.mobile_advice.mediators.queries import PoolRow, RequestRow
    from app.mobile_advice.mediators.rules import Suggestion

_TONES = {
    RequestState.REQUESTED: "attention",
    RequestState.CONFIRMED: "done",
    RequestState.DECLINED: "danger",
    RequestState.DONE: "plain",
    RequestState.NO_SHOW: "danger",
    RequestState.CANCELLED: "plain",
}
_ICONS = {
    RequestState.REQUESTED: "clock",
    RequestState.CONFIRMED: "check",
    RequestState.DECLINED: "close",
    RequestState.DONE: "done",
    RequestState.NO_SHOW: "close",
    RequestState.CANCELLED: "cancelled",
}


def language_words(row: RequestRow) -> str:
    """Answer the language with its dialect."""
    name = language_name(row.language, language())
    return f"{name} ({row.dialect})" if row.dialect else name


def clock_words(minutes: int) -> str:
    """Answer minutes after midnight as a time."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def times_words(row: RequestRow) -> str:
    """Answer from when to when."""
    return f"{clock_words(row.from_time)}–{clock_words(row.until_time)}"


def when_words(row: RequestRow) -> str:
    """Answer day and times."""
    return f"{formats.show_date(row.day)}, {times_words(row)}"


def state_words(row: RequestRow) -> str:
    """Answer how far a request has come."""
    return _(STATE_LABELS[RequestState(row.state)])


def state_tone(row: RequestRow) -> str:
    """Answer the tone of a state, as a status label has it."""
    return _TONES[RequestState(row.state)]


def cell_tone(row: RequestRow) -> str:
    """Answer the tone of a state, as a table has it."""
    tone = state_tone(row)
    return "quiet" if tone == "plain" else tone


def state_icon(row: RequestRow) -> str:
    """Answer the icon of a state."""
    return _ICONS[RequestState(row.state)]


def who_words(row: RequestRow) -> str:
    """Answer who comes, or that nobody is asked yet."""
    return row.who or _("Nobody is asked yet")


def way_words(row: RequestRow) -> str:
    """Answer how the mediator takes part, and where."""
    way = _(WAY_LABELS[Way(row.way)])
    return f"{way}: {row.place}" if row.place else way


def wish_words(row: RequestRow) -> str:
    """Answer whom the person wants to talk before; "" for no wish."""
    return _(GENDER_LABELS[GenderWish(row.gender_wish)]) if row.gender_wish else ""


def funding_words(row: RequestRow) -> str:
    """Answer who pays."""
    return _(FUNDING_LABELS[Funding(row.funding)])


def lead_words(days: int) -> str:
    """Answer a lead time."""
    return ngettext("{count} working day", "{count} working days", days)


def pool_words(row: PoolRow) -> str:
    """Answer which languages a pool offers."""
    if not row.languages:
        return _("Any language")
    return ", ".join(language_name(tag, language()) for tag in row.languages.split())


def suggestion_words(one: Suggestion) -> str:
    """Answer what speaks for and against a mediator, in one line."""
    parts = [_(LEVEL_LABELS[LanguageLevel(one.level)])]
    if one.mediator.is_away:
        parts.append(_("is away"))
    if one.is_engaged:
        parts.append(_("is engaged at that time"))
    if one.speaks_dialect is not None:
        parts.append(_("speaks the dialect") if one.speaks_dialect else _("dialect not known"))
    if one.meets_wish is not None:
        parts.append(_("as wished") if one.meets_wish else _("not as wished"))
    if one.has_time is not None:
        parts.append(_("has time") if one.has_time else _("usually has no time then"))
    return " · ".join(parts)
