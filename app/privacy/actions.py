"""What can be done about keeping: set own periods, and carry out what the rehearsal shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam

from app.access.actions import need_right
from app.access.rules import Right
from app.errors import N_, Problem, Refused, Unavailable
from app.privacy.answering import hash_of, make_answer
from app.privacy.archiving import rows_and_parts
from app.privacy.everything import everything_on
from app.privacy.keeping import due_file, keeping_of, office_keeping, old_rows
from app.privacy.rules import (
    Override,
    Way,
    add_months,
    check_confirmation,
    check_override,
)
from app.privacy.states import local_midnight
from db.access import cards_of
from db.erasing import ABOUT_NOBODY, erase, erase_old_rows, make_nameless
from db.files import write_whole
from db.privacy import Deletion, RetentionRule

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.privacy.keeping import DueRow
    from app.privacy.rules import Confirmation, Keeping

NOT_DUE = N_("This entry may not go (any more): something new was entered. Look at the list again.")
NOT_WRITTEN = N_("The archive file could not be written, so nothing was deleted.")
NOT_WRITTEN_REMEDY = N_("Choose another folder, then try again.")

_ALL_CARDS = cards_of(bindparam("person_id"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the rehearsal that shall go: a person, or the old rows of a period."""

    code: str
    person_id: UUID | None = None


def set_period(act: Act, rule_id: UUID, override: Override) -> UUID:
    """Set a period for this office from a day on; the same id a second time changes nothing.

    Raises `Refused` without the right to delete, or with a problem for each wrong field.
    """
    need_right(act, Right.DELETE)
    if act.session.get(RetentionRule, rule_id) is None:
        codes = [period.code for period in keeping_of("DE").periods]
        if problems := check_override(override, codes):
            raise Refused(*problems)
        act.session.add(
            RetentionRule(
                id=rule_id,
                code=override.code,
                months=override.months,
                valid_from=override.valid_from,
                source=override.source.strip(),
                set_by=act.who,
            )
        )
        act.touch("privacy", rule_id)
    return rule_id


def carry_out(act: Act, entry: Entry, confirmation: Confirmation) -> dict[str, int]:
    """Let one entry of the rehearsal go; answer how many rows of which table went.

    What became due is looked up again first, so that nothing goes that was used meanwhile. The
    record of it names no person. Raises `Refused` without the right or the confirmation, and
    `Unavailable` when the archive file cannot be written: then nothing is deleted.
    """
    need_right(act, Right.DELETE)
    keeping = office_keeping(act.session.connection(), act.local_now.date())
    problems = check_confirmation(confirmation, act.now, archive_first=keeping.archive_first)
    if problems:
        raise Refused(*problems)
    if entry.person_id is None:
        return _delete_old(act, keeping, entry.code, Path(confirmation.archive))
    due = due_file(act.session.connection(), entry.person_id, act.local_now.date())
    if due is None or due.period.code != entry.code:
        raise Refused(Problem(NOT_DUE))
    return _end_file(act, keeping, due, entry.person_id, confirmation)


def _end_file(
    act: Act, keeping: Keeping, due: DueRow, person_id: UUID, confirmation: Confirmation
) -> dict[str, int]:
    connection = act.session.connection()
    archived = ""
    if keeping.archive_first and due.period.way is Way.DELETE:
        archived = _archive(act, person_id, Path(confirmation.archive))
    people = tuple(connection.scalars(_ALL_CARDS, {"person_id": person_id}))
    if due.period.way is Way.DELETE:
        counts = erase(connection, people)
    else:
        counts = make_nameless(connection, people, keeping.cleared)
    _record(act, due.period.code, due.period.way, str(person_id), counts, archived)
    return counts


def _delete_old(act: Act, keeping: Keeping, code: str, folder: Path) -> dict[str, int]:
    period = keeping.of(code)
    if period is None or not period.table:
        raise Refused(Problem(NOT_DUE))
    before = add_months(act.local_now.date(), -period.months)
    clauses = old_rows(period, before)
    midnight, archived = local_midnight(before), ""
    if keeping.archive_first and period.table in ABOUT_NOBODY:
        content = rows_and_parts(act, period.table, clauses)
        archived = _write(folder / f"{code}-{act.local_now:%Y-%m-%d-%H%M%S}.json", content)
    count = erase_old_rows(act.session.connection(), period.table, clauses, midnight)
    counts = {period.table: count}
    _record(act, code, period.way, "", counts, archived)
    return counts


def _archive(act: Act, person_id: UUID, folder: Path) -> str:
    """Write everything on a person into the archive folder; answer the file's SHA-256."""
    everything = everything_on(act.session.connection(), person_id)
    if everything is None:
        raise Refused(Problem(NOT_DUE))
    content = make_answer(act, everything, "da", with_files=True).packed()
    return _write(folder / f"{person_id.hex}.zip", content)


def _write(file: Path, content: bytes) -> str:
    try:
        write_whole(file, content)
    except OSError as error:
        raise Unavailable(NOT_WRITTEN, NOT_WRITTEN_REMEDY) from error
    return hash_of(content)


def _record(act: Act, code: str, way: Way, key: str, counts: dict[str, int], archived: str) -> None:
    done = {Way.DELETE: "deleted", Way.ANONYMISE: "anonymised"}
    act.session.add(
        Deletion(
            at=act.now,
            who=act.who,
            code=code,
            way=done[way],
            person_key=key,
            counts=json.dumps(counts),
            archived=archived,
        )
    )
    act.touch("privacy")
    for feature in ("clients", "visiting", "letters"):
        act.touch(feature)
