"""How a legal period is reckoned: notification, length, end, and what moves the end."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from app.letters.deadlines.rules import NOT_DATED, Counting, Deadline, Reason, check_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.letters.deadlines.rules import Asked, Law, Notification, Remedy

    ClosedOn = Callable[[date], str]
    """Answers the name of the weekend day or holiday on a date, "" on a working day."""

WHY_ASSUMED = N_("A letter counts as notified {days} days after it was posted: on {day}.")
WHY_ASSUMED_WORKING = N_("A letter is taken to arrive {days} working days after posting: on {day}.")
WHY_SAME_DAY = N_(
    "No day of receipt was given: the letter is taken to have arrived as it was sent, on {day}."
)
WHY_FIXED = N_("That this day is closed ({name}) does not move it.")
WHY_RECEIVED = N_("The letter arrived on {day}, so that is the day of notification.")
WHY_ARRIVED_BEFORE = N_("That the letter arrived before, on {day}, changes nothing.")
WHY_ONE_MONTH = N_("The remedy is open for one month.")
WHY_MONTHS = N_("The remedy is open for {count} months.")
WHY_WEEKS = N_("The remedy is open for {count} weeks.")
WHY_COUNTED = N_("The period begins on the day after notification and ends on {day}.")
WHY_SHORT_MONTH = N_("That month has no day {number}, so the period ends with its last day.")
WHY_MOVED = N_("{day} is closed ({name}), so the period does not end then.")
WHY_ENDS = N_("The period ends on {day}, a working day, at the end of the day.")
WHY_NATIONWIDE = N_(
    "No state was named: only holidays of the whole country were looked at, so a holiday of the"
    " state can still move the end."
)


def reckon(asked: Asked, law: Law, closed_on: ClosedOn) -> Deadline:
    """Answer a deadline with its reasons.

    `closed_on` names weekend days and holidays of the place. Raises `Refused` when the question
    makes no sense or no rule of the law is dated for the day of posting.
    """
    if problems := check_asked(asked, law):
        raise Refused(*problems)
    notified, reasons = _notified(asked, _notification(asked, law), law, closed_on)
    remedy = _remedy(asked, law)
    raw = add_months(notified, remedy.months) + timedelta(weeks=remedy.weeks)
    reasons += _length(remedy, notified, raw)
    end, moves = _moved(raw, law, closed_on)
    reasons += moves
    if law.moving.places and not asked.state:
        reasons.append(Reason(WHY_NATIONWIDE, law.moving.source))
    return Deadline(notified, raw, end, tuple(reasons))


def add_months(day: date, months: int) -> date:
    """Answer the day with the same number some months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _notification(asked: Asked, law: Law) -> Notification:
    channel = asked.channel or law.notifications[0].channel
    for each in law.notifications:
        if each.channel == channel and asked.posted in each.valid:
            return each
    raise Refused(Problem(NOT_DATED, "posted", {"posted": asked.posted}))


def _remedy(asked: Asked, law: Law) -> Remedy:
    for each in law.remedies:
        if each.kind == asked.kind and asked.posted in each.valid:
            return each
    raise Refused(Problem(NOT_DATED, "posted", {"posted": asked.posted}))


def _notified(
    asked: Asked, rule: Notification, law: Law, closed_on: ClosedOn
) -> tuple[date, list[Reason]]:
    """Answer the day of notification: the assumed one, or that of the receipt."""
    received = asked.received
    if received is not None and rule.receipt_decides:
        return received, [Reason(WHY_RECEIVED, rule.source, {"day": received})]
    day = _later(asked.posted, rule, closed_on)
    reasons = [_assumed(rule, day)]
    if received is not None and received > day:
        return received, [Reason(WHY_RECEIVED, rule.source, {"day": received})]
    if received is not None and received < day:
        reasons.append(Reason(WHY_ARRIVED_BEFORE, rule.source, {"day": received}))
    if name := closed_on(day):
        reasons.append(Reason(WHY_FIXED, law.moving.fixed_source, {"name": name}))
    return day, reasons


def _later(posted: date, rule: Notification, closed_on: ClosedOn) -> date:
    if rule.count is Counting.DAYS:
        return posted + timedelta(days=rule.days)
    day = posted
    for _step in range(rule.days):
        day = _next_open(day + timedelta(days=1), closed_on)
    return day


def _next_open(day: date, closed_on: ClosedOn) -> date:
    while closed_on(day):
        day += timedelta(days=1)
    return day


def _assumed(rule: Notification, day: date) -> Reason:
    if not rule.days:
        return Reason(WHY_SAME_DAY, rule.source, {"day": day})
    message = WHY_ASSUMED if rule.count is Counting.DAYS else WHY_ASSUMED_WORKING
    return Reason(message, rule.source, {"days": rule.days, "day": day})


def _length(remedy: Remedy, notified: date, raw: date) -> list[Reason]:
    counting = remedy.counting_source
    reasons = [_open_for(remedy), Reason(WHY_COUNTED, counting, {"day": raw})]
    if remedy.months and raw.day != notified.day:
        reasons.append(Reason(WHY_SHORT_MONTH, counting, {"number": notified.day}))
    return reasons


def _open_for(remedy: Remedy) -> Reason:
    if remedy.weeks:
        return Reason(WHY_WEEKS, remedy.source, {"count": remedy.weeks})
    message = WHY_ONE_MONTH if remedy.months == 1 else WHY_MONTHS
    return Reason(message, remedy.source, {"count": remedy.months})


def _moved(raw: date, law: Law, closed_on: ClosedOn) -> tuple[date, list[Reason]]:
    """Answer the first working day from the raw end on, and each closed day on the way."""
    day, reasons = raw, []
    while name := closed_on(day):
        reasons.append(Reason(WHY_MOVED, law.moving.source, {"day": day, "name": name}))
        day += timedelta(days=1)
    reasons.append(Reason(WHY_ENDS, law.moving.source, {"day": day}))
    return day, reasons
