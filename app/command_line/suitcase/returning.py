"""`nahbar suitcase return`: brings home what was recorded on the way, then wipes the file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.exits import Exit
from app.command_line.keys import find_key
from app.command_line.person import who_works_here
from app.command_line.suitcase.passphrases import known_passphrase
from app.errors import N_, Problem, Refused
from app.mobile_advice.suitcase.asking import asking
from app.mobile_advice.suitcase.coming import read_coming
from app.mobile_advice.suitcase.homecoming import Homecoming, bring_all, finish
from app.mobile_advice.suitcase.queries import suitcase
from app.mobile_advice.suitcase.returning import Decision, bring_row
from app.mobile_advice.suitcase.rules import OUTCOME_LABELS
from app.privacy.rules.columns import COLUMN_WORDS
from app.privacy.telling import Teller
from resources.text import _, language, ngettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from app.mobile_advice.suitcase.asking import Asking
    from app.mobile_advice.suitcase.coming import Coming
    from app.mobile_advice.suitcase.returning import Asked
    from app.office import Office

UNSAVED = N_(
    "Forms were begun on the way and not saved ({count}): finish them there, or leave them behind "
    "with --without-drafts."
)


def run(arguments: Namespace) -> Answer:
    """Return; answers 1 while something waits for a decision. Raises as the return does."""
    key = find_key(arguments.office, arguments.key_file)
    coming = read_coming(arguments.file, known_passphrase(arguments.passphrase_file))
    if coming.unfinished and not arguments.without_drafts:
        raise Refused(Problem(UNSAVED, "file", {"count": coming.unfinished}))
    office = offices.open_office(arguments.office, key, who=who_works_here())
    try:
        home = bring_all(office, coming, _show if sys.stderr.isatty() else None)
        open_rows = _decided(office, coming, home, arguments.keep)
        waits = [office.ask(asking, one) for one in open_rows]
        is_wiped = not waits and not finish(office, coming)
        known = office.ask(suitcase, coming.suitcase_id)
    finally:
        office.close()
    has_copy = is_wiped and known is not None and bool(known.open)
    lines = (*_counts(home), *(line for one in waits for line in _lines(one)))
    facts = {
        "outcomes": {str(outcome): count for outcome, count in sorted(home.counts.items())},
        "waits": [_facts(one) for one in waits],
        "wiped": is_wiped,
        "another_copy": has_copy,
    }
    ends = tuple(_ends(arguments.file, is_wiped=is_wiped, has_copy=has_copy))
    return Answer(facts, lines + ends, Exit.DONE if is_wiped else Exit.REFUSED)


def _ends(file: Path, *, is_wiped: bool, has_copy: bool) -> Iterator[str]:
    if not is_wiped:
        yield _("The suitcase stays as it is. Decide in the window, or use --keep.")
        return
    done = _("Everything is in the office and was compared; the suitcase {file} is wiped.")
    yield done.format(file=file)
    if has_copy:
        yield _("The return of another copy was begun and is not finished. Return that copy, too.")


def _decided(office: Office, coming: Coming, home: Homecoming, keep: str) -> list[Asked]:
    """Let one side stand, where that is said; answer what still waits."""
    if not keep:
        return list(home.asked)
    waits: list[Asked] = []
    for asked in home.asked:
        taken = frozenset(asked.differing) if keep == "suitcase" else frozenset()
        decision = Decision(taken=taken, brings=keep == "suitcase")
        brought = office.act(bring_row, coming.suitcase_id, asked.change, decision).value
        waits += [brought.asked] if brought.asked is not None else []
    return waits


def _counts(home: Homecoming) -> Iterator[str]:
    if not home.counts:
        yield _("Nothing was recorded on the way.")
    for outcome, count in sorted(home.counts.items()):
        yield f"{_(OUTCOME_LABELS[outcome])}: {count}"


def _lines(one: Asking) -> Iterator[str]:
    """Say what both sides hold, a line for each field."""
    teller = Teller(language(), one.names)
    yield f"{_(one.title)}: {one.person}" if one.person else _(one.title)
    for field in one.fields:
        said = _("{field}: {came} in the suitcase, {home} in the office")
        came, home = (
            teller.value(one.table, field.column, value) or "–"
            for value in (field.came, field.home)
        )
        name = _(COLUMN_WORDS.get(field.column, field.column))
        yield "  " + said.format(field=name, came=came, home=home)


def _facts(one: Asking) -> dict[str, Any]:
    return {
        "table": one.table,
        "id": str(one.asked.change.key),
        "person": one.person,
        "verdict": str(one.verdict),
        "fields": {
            field.column: {"suitcase": _plain(field.came), "office": _plain(field.home)}
            for field in one.fields
        },
    }


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def _show(done: int, of: int) -> None:
    count = ngettext("{count} entry", "{count} entries", of).format(count=of)
    sys.stderr.write(f"\r{done} / {count}" + ("\n" if done == of else ""))
    sys.stderr.flush()
