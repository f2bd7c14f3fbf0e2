"""`nahbar server drill`: restores a dump beside the office, counts, and throws it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.exits import Exit
from app.command_line.server.passwords import owner_password
from app.server.drilling import try_dump
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> Answer:
    """Try the dump; the exit code says whether its audit chain is whole."""
    drill = try_dump(arguments.db, arguments.dump, owner_password)
    facts = {
        "office": drill.office,
        "people": drill.people,
        "visits": drill.visits,
        "notes": drill.notes,
        "letters": drill.letters,
        "chain_is_whole": drill.chain_is_whole,
    }
    words = _(
        "The dump can be restored: {office} with {people} people, {visits} visits, {notes} notes "
        "and {letters} letters."
    ).format(**facts)
    if drill.chain_is_whole:
        return Answer(facts, (words,))
    broken = _("Its audit lines do not fit one after the other.")
    return Answer(facts, (words, broken), Exit.REFUSED)
