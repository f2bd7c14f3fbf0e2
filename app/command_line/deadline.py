"""`nahbar deadline`: until when a remedy against a letter is open, and why; needs no office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.letters.deadlines.queries import deadline
from app.letters.deadlines.rules import Asked
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace

    from app.letters.deadlines.rules import Deadline, Reason


def run(arguments: Namespace) -> Answer:
    """Reckon a deadline; raises `Refused` when the question makes no sense."""
    asked = Asked(
        arguments.country,
        arguments.kind,
        arguments.posted,
        arguments.state,
        arguments.received,
        arguments.by,
    )
    found = deadline(asked)
    why = [_sentence(reason) for reason in found.reasons]
    return Answer(_facts(asked, found, why), (*_lines(found), *(f"- {line}" for line in why)))


def _facts(asked: Asked, found: Deadline, why: list[str]) -> dict[str, object]:
    return {
        "country": asked.country,
        "kind": asked.kind,
        "state": asked.state or None,
        "posted": asked.posted.isoformat(),
        "notified_on": found.notified_on.isoformat(),
        "raw_end": found.raw_end.isoformat(),
        "end": found.end.isoformat(),
        "moved": found.is_moved,
        "why": why,
        "sources": list(found.sources),
    }


def _lines(found: Deadline) -> tuple[str, ...]:
    return (
        _("Notified on: {day}").format(day=found.notified_on),
        _("End of the period by the calendar: {day}").format(day=found.raw_end),
        _("End of the period: {day}").format(day=found.end),
    )


def _sentence(reason: Reason) -> str:
    """Answer a reason in the language in use with the law behind it; dates stay ISO dates."""
    values = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in reason.values.items()
    }
    return f"{_(reason.message).format(**values)} [{reason.source}]"
