"""`nahbar suitcase show`: says what a suitcase is, or which suitcases an office packed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.admin import offices
from app.admin.rules import Damaged
from app.command_line.answer import Answer
from app.command_line.keys import find_key
from app.command_line.person import who_works_here
from app.mobile_advice.suitcase.queries import suitcases
from app.mobile_advice.suitcase.rules import STATE_LABELS, is_over, last_day
from db.suitcase_file import BROKEN, BROKEN_REMEDY, read_label
from resources.text import _, ngettext

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from app.mobile_advice.suitcase.away import SuitcaseRow
    from db.suitcase_file import Label


def run(arguments: Namespace) -> Answer:
    """Say it; a file tells what stands on its label, which nobody has proved without its key."""
    what: Path = arguments.what
    if what.is_dir() or what.name == "office.db":
        return _of_office(arguments)
    return _of_file(what, read_label(what))


def _of_file(file: Path, label: Label) -> Answer:
    try:
        expires, seen = (datetime.fromisoformat(one) for one in (label.expires_at, label.seen_at))
        is_expired = is_over(expires, datetime.now(UTC), seen)
    except (ValueError, TypeError) as error:
        raise Damaged(BROKEN, BROKEN_REMEDY) from error
    until = last_day(expires)
    said = (
        _("It does not open any more; the last day was {day}.")
        if is_expired
        else _("It opens until {day}.")
    )
    changed = ngettext(
        "{count} entry was added or changed on the way.",
        "{count} entries were added or changed on the way.",
        label.changes,
    )
    facts = {
        "file": str(file), "tour": label.tour, "day": label.day, "until": until.isoformat(),
        "expired": is_expired, "changes": label.changes, "used": label.times,
    }  # fmt: skip
    lines = (
        _("Suitcase of the tour {tour} on {day}.").format(tour=label.tour, day=label.day),
        said.format(day=until),
        changed.format(count=label.changes),
    )
    return Answer(facts, lines)


def _of_office(arguments: Namespace) -> Answer:
    key = find_key(arguments.what, arguments.key_file)
    office = offices.open_office(arguments.what, key, who=who_works_here())
    try:
        rows = office.ask(suitcases)
    finally:
        office.close()
    none = _("No suitcase was packed yet.")
    return Answer([_facts(row) for row in rows], tuple(map(_line, rows)) or (none,))


def _line(row: SuitcaseRow) -> str:
    until = _("until {day}").format(day=last_day(row.expires_at))
    return f"{row.day}  {row.tour}: {_(STATE_LABELS[row.state])}, {until}, {row.made_by}"


def _facts(row: SuitcaseRow) -> dict[str, object]:
    return {
        "id": str(row.id),
        "tour": row.tour,
        "day": row.day.isoformat(),
        "state": str(row.state),
        "packed_at": row.made_at.isoformat(),
        "packed_by": row.made_by,
        "until": last_day(row.expires_at).isoformat(),
        "people": row.people,
        "brought": row.brought,
        "open": row.open,
    }
