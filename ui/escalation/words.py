"""How concerns are said on screens: since when, what was done, how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.escalation.rules import CAUSE_LABELS, ENDING_LABELS, RESULT_LABELS, StepResult
from resources.text import _
from ui import formats
from ui.widgets.timeline import TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.escalation.rows import CallRow, ConcernRow, StepRow

_ICONS = {StepResult.REACHED: "done", StepResult.KNOWS: "done", StepResult.NOBODY: "close"}
_TONES = {
    StepResult.REACHED: "done",
    StepResult.KNOWS: "done",
    StepResult.NOBODY: "attention",
    StepResult.HELP: "primary",
    StepResult.COMES: "primary",
}


def choices(labels: Mapping[Any, str]) -> list[tuple[Any, str]]:
    """Answer codes with their words behind a request to choose."""
    return [(None, _("Please choose")), *((code, _(words)) for code, words in labels.items())]


def when_words(at: datetime, today: date) -> str:
    """Answer "14:30" today, else day and time."""
    time = formats.show_time(at)
    return time if at.date() == today else f"{formats.show_short_date(at.date())}, {time}"


def cause_words(row: ConcernRow) -> str:
    """Answer what began a concern."""
    return _(CAUSE_LABELS[row.cause])


def state_words(row: ConcernRow) -> str:
    """Answer "Open", or how a concern ended."""
    return _("Open") if row.ending is None else _(ENDING_LABELS[row.ending])


def since_words(row: ConcernRow, today: date) -> str:
    """Answer since when a concern runs, or when it was closed, and by whom."""
    if row.closed_at is not None:
        at = when_words(row.closed_at, today)
        return _("Closed {at} by {name}").format(at=at, name=row.closed_by)
    at = when_words(row.opened_at, today)
    return _("Since {at}, begun by {name}").format(at=at, name=row.opened_by)


def call_name(call: CallRow, person: str) -> str:
    """Answer who is called; the person herself or himself has no other name in the list."""
    return call.name or person


def call_words(call: CallRow) -> str:
    """Answer what somebody is to the person, and whether she or he has a key."""
    key = _("has a key") if call.has_key else ""
    order = _("No. {place} to call").format(place=call.in_emergency) if call.in_emergency else ""
    relation = _(call.relation) if call.relation else ""
    return " · ".join(filter(None, (relation, call.detail, key, order)))


def entry_of(step: StepRow, today: date) -> TimelineEntry:
    """Answer a step that was taken as an entry of a timeline."""
    result = _(RESULT_LABELS[step.result])
    called = ", ".join(filter(None, (step.called, result)))
    return TimelineEntry(
        when=f"{when_words(step.at, today)} · {step.who}",
        title=f"{_(step.title)}: {called}",
        text=step.note,
        icon=_ICONS.get(step.result, "dot"),
        tone=_TONES.get(step.result, ""),
    )
