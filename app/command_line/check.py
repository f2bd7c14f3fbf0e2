"""`nahbar check`: looks through a whole office file; changes nothing unless asked to repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.exits import Exit
from app.command_line.keys import find_key
from app.command_line.person import who_works_here
from app.errors import Problem, Refused
from app.journal.actions.repairing import repair_words
from resources.text import _, ngettext

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from app.admin.offices import CheckReport


def run(arguments: Namespace) -> Answer:
    """Check an office; raises `Refused` when it is damaged, too."""
    key = find_key(arguments.office, arguments.key_file)
    try:
        if arguments.repair_search:
            _repair(arguments.office, key)
        report = offices.check_office(arguments.office, key)
    except offices.Damaged as damage:
        # Here damage is what was looked for and found, not a trouble on the way.
        raise Refused(Problem(damage.problem.message, values=damage.problem.values)) from damage
    facts = {
        "office": str(arguments.office),
        "ok": report.ok,
        "schema": report.schema,
        "schema_is_current": report.schema_is_current,
        "integrity_ok": report.integrity_ok,
        "cipher_ok": report.cipher_ok,
        "damaged_pages": list(report.damaged_pages),
        "counts": dict(report.counts),
        "unfound_notes": report.unfound_notes,
    }
    return Answer(facts, _lines(report), Exit.DONE if report.ok else Exit.REFUSED)


def _lines(report: CheckReport) -> tuple[str, ...]:
    current = _("current") if report.schema_is_current else _("not current")
    return (
        _("Schema {schema}: {state}").format(schema=report.schema, state=current),
        _("Structure: {state}").format(state=_sound(is_ok=report.integrity_ok)),
        _("Encrypted pages: {state}").format(state=_sound(is_ok=report.cipher_ok)),
        _("Search in notes: {state}").format(state=_search(report)),
        *(f"{table}: {count}" for table, count in report.counts.items()),
    )


def _search(report: CheckReport) -> str:
    if not report.unfound_notes:
        return _("sound")
    return ngettext(
        "one note is not found; repair with --repair-search",
        "{count} notes are not found; repair with --repair-search",
        report.unfound_notes,
    ).format(count=report.unfound_notes)


def _repair(folder: Path, key: bytes) -> None:
    """Make the index of words anew if it lacks notes; raises `Unavailable` when it is open."""
    office = offices.open_office(folder, key, who=who_works_here())
    try:
        office.act(repair_words)
    finally:
        office.close()


def _sound(*, is_ok: bool) -> str:
    return _("sound") if is_ok else _("damaged")
