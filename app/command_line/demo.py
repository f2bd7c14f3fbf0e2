"""`nahbar demo`: makes a demo office of invented people."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.demo.actions import build_demo
from app.demo.rules import Country, DemoPlan
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> Answer:
    """Make the demo office; raises `Refused` when the folder is taken."""
    plan = DemoPlan(
        today=arguments.today or datetime.now(UTC).astimezone().date(),
        clients=arguments.clients,
        seed=arguments.seed,
        country=Country(arguments.country.upper()),
    )
    made = build_demo(arguments.dir, plan, progress=_show if sys.stderr.isatty() else None)
    counts = made.counts
    return Answer(
        {
            "office": str(made.folder),
            "demo": True,
            "country": plan.country.value,
            "seed": plan.seed,
            "clients": counts.clients,
            "visits": counts.visits,
            "notes": counts.notes,
            "letters": counts.letters,
        },
        (
            _("The demo office stands in {folder}.").format(folder=made.folder),
            _("It holds {clients} invented clients, {visits} visits and {notes} notes.").format(
                clients=counts.clients, visits=counts.visits, notes=counts.notes
            ),
        ),
    )


def _show(written: int, whole: int) -> None:
    sys.stderr.write(f"\r{written} / {whole}" + ("\n" if written == whole else ""))
    sys.stderr.flush()
