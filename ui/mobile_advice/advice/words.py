"""What contacts and calls are called in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.languages import language_name
from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.rules import (
    CALLBACK_LABELS,
    KIND_LABELS,
    OUTCOMES,
    SEX_LABELS,
    SOURCE_LABELS,
    TOPICS,
    CallbackState,
)
from resources.text import _, language
from ui import formats
from ui.codes.code_book import book

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.mobile_advice.advice.rows import CallRow, StopChoice


def topic_words(topics: Iterable[str]) -> str:
    """Answer topics as the office says them; "" for none."""
    return ", ".join(book.word(TOPICS, topic) for topic in topics)


def outcome_words(outcome: str) -> str:
    """Answer an outcome as the office says it."""
    return book.word(OUTCOMES, outcome) if outcome else ""


def kind_words(kind: str) -> str:
    """Answer in which way somebody was advised."""
    return _said(KIND_LABELS, kind)


def source_words(source: str) -> str:
    """Answer how a contact came to be recorded."""
    return _said(SOURCE_LABELS, source)


def sex_words(sex: str) -> str:
    """Answer what was seen; "" for nothing."""
    return _said(SEX_LABELS, sex) if sex else ""


def call_state_words(state: str) -> str:
    """Answer how far a call has come."""
    return _said(CALLBACK_LABELS, state)


def call_tone(state: str, *, is_due: bool) -> str:
    """Answer the tone of a state."""
    if state == CallbackState.DONE:
        return "done"
    return "attention" if is_due else "plain"


def band_words(code: str) -> str:
    """Answer an age band, such as "70–79"."""
    band = next((band for band in age_bands() if band.code == code), None)
    if band is None:
        return code
    if band.least is None:
        return _("under {age}").format(age=(band.most or 0) + 1)
    if band.most is None:
        return _("{age} and older").format(age=band.least)
    return f"{band.least}–{band.most}"


def tongue(tag: str) -> str:
    """Answer the name of a language; "" for none."""
    return language_name(tag, language()) if tag else ""


def stop_words(stop: StopChoice) -> str:
    """Answer a stop, and when the bus stands there on the day."""
    if stop.from_time is None or stop.until_time is None:
        return stop.name
    return f"{stop.name} · {clock(stop.from_time)}–{clock(stop.until_time)}"


def clock(minutes: int) -> str:
    """Answer a time of day out of minutes after midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def when_words(call: CallRow) -> str:
    """Answer when a call is made, in words."""
    if call.next_on is None:
        return ""
    return " · ".join(filter(None, (formats.show_date(call.next_on), call.wanted_time)))


def _said(labels: Mapping[Any, str], code: str) -> str:
    known = {str(key): words for key, words in labels.items()}
    return _(known[code]) if code in known else code
