"""`nahbar check`: looks through a whole office file; changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.exits import Exit
from app.command_line.keys import find_key
from app.errors import Problem, Refused
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace

    from app.admin.offices import CheckReport


def run(arguments: Namespace) -> Answer:
    """Check an office; raises `Refused` when it is damaged, too."""
    try:
        report = offices.check_office(
            arguments.office, find_key(arguments.office, arguments.key_file)
        )
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
    }
    return Answer(facts, _lines(report), Exit.DONE if report.ok else Exit.REFUSED)


def _lines(report: CheckReport) -> tuple[str, ...]:
    current = _("current") if report.schema_is_current else _("not current")
    return (
        _("Schema {schema}: {state}").format(schema=report.schema, state=current),
        _("Structure: {state}").format(state=_sound(is_ok=report.integrity_ok)),
        _("Encrypted pages: {state}").format(state=_sound(is_ok=report.cipher_ok)),
        *(f"{table}: {count}" for table, count in report.counts.items()),
    )


def _sound(*, is_ok: bool) -> str:
    return _("sound") if is_ok else _("damaged")
