"""What is said after a visit, and when it can be said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from app.errors import N_, Problem
from app.text_rules import check_text, is_blank
from app.visiting.rules.clock import HOME_ZONE
from app.visiting.rules.limits import LIMITS, VisitLimits
from app.visiting.rules.plan import check_span, missing_hours
from app.visiting.rules.words import NotHeldReason

NOT_SAID = N_("Please say whether the visit was held.")
NO_REASON = N_("Please choose why the visit was not held.")
NO_EXPLANATION = N_("Please say in the note what the reason was.")
STILL_AHEAD = N_(
    "This visit is still ahead. It can be recorded once it has begun; until then it can be "
    "moved or cancelled."
)
TOO_FAR = N_("A visit takes at most {most} kilometres. Please check the number.")
NOT_AFTER = N_("The next visit must be on a later day than this one.")
NO_NEXT_START = N_("Please enter when the next visit begins, for example 14:30.")
BEGINS_AHEAD = N_("This time is still ahead. Please enter when the visit really began.")
ENDS_AHEAD = N_("This time is still ahead. Please enter when the visit really ended.")


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """What the recording form says: held with its real times, or not held and why."""

    held: bool | None
    start: time | None = None
    end: time | None = None
    reason: NotHeldReason | None = None
    note: str = ""
    activities: tuple[str, ...] = ()
    """Codes of what was done together."""
    flags: tuple[str, ...] = ()
    """Codes of what was noticed."""
    kilometres: int | None = None
    """Tenths of a kilometre that the visitor travelled."""
    next_note: str = ""
    """What is to be thought of next time."""
    next_day: date | None = None
    """When the next visit is planned at once; None plans none."""
    next_start: time | None = None

    @property
    def has_news(self) -> bool:
        """Whether it says something that somebody else has to read."""
        return bool(self.flags) or not (is_blank(self.note) and is_blank(self.next_note))

    def starts_on(self, day: date) -> datetime:
        """Answer the local time at which it really began; only of a checked, held visit."""
        return datetime.combine(day, self.start or time.min)

    def ends_on(self, day: date) -> datetime:
        """Answer the local time at which it really ended; only of a checked, held visit."""
        return datetime.combine(day, self.end or time.min)


def check_record(
    record: VisitRecord,
    *,
    day: date,
    now: datetime,
    limits: VisitLimits = LIMITS,
    zone: tzinfo = HOME_ZONE,
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with the record of a visit planned on `day`.

    `now` is the naive local time. A visit that did not happen can be recorded on its day, even
    before its hour: people ring in the morning to say that they are ill.
    """
    if day > now.date():
        return (Problem(STILL_AHEAD),)
    return (
        *_check_outcome(record, day, now, limits, zone),
        *check_text(record.note, "note", longest=limits.note, lines=True),
        *_check_kilometres(record.kilometres, limits),
        *check_text(record.next_note, "next_note", longest=limits.next_note),
        *_check_next(record, day),
    )


def _check_kilometres(kilometres: int | None, limits: VisitLimits) -> tuple[Problem, ...]:
    if kilometres is None or 0 <= kilometres <= limits.kilometres:
        return ()
    return (Problem(TOO_FAR, "kilometres", {"most": limits.kilometres // 10}),)


def _check_next(record: VisitRecord, day: date) -> tuple[Problem, ...]:
    """Look at the next visit; what the planning rules say of it comes afterwards."""
    if record.next_day is None:
        # A time stands there from the beginning: alone it plans nothing.
        return ()
    if record.next_day <= day:
        return (Problem(NOT_AFTER, "next_day"),)
    return () if record.next_start is not None else (Problem(NO_NEXT_START, "next_start"),)


def _check_outcome(
    record: VisitRecord, day: date, now: datetime, limits: VisitLimits, zone: tzinfo
) -> tuple[Problem, ...]:
    if record.held is None:
        return (Problem(NOT_SAID, "held"),)
    if record.held:
        return _check_held(record, day, now, limits, zone)
    if record.reason is None:
        return (Problem(NO_REASON, "reason"),)
    if record.reason is NotHeldReason.OTHER and is_blank(record.note):
        return (Problem(NO_EXPLANATION, "note"),)
    return ()


def _check_held(
    record: VisitRecord, day: date, now: datetime, limits: VisitLimits, zone: tzinfo
) -> tuple[Problem, ...]:
    missing = missing_hours(record.start, record.end)
    if missing:
        return missing
    start, end = record.starts_on(day), record.ends_on(day)
    if start > now:
        return (Problem(BEGINS_AHEAD, "start"),)
    if end > now + limits.rounding:
        return (Problem(ENDS_AHEAD, "end"),)
    return check_span(start, end, limits, zone)
