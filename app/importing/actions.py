"""What can be done with lists of people: import one whole, and decide about held rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import insert

from app.access.actions import need_right
from app.access.rules import Right
from app.clients.actions import UNKNOWN_CLIENT, save_client
from app.clients.queries.editing import client_to_edit
from app.errors import N_, Conflict, Problem, Refused
from app.importing.people_rows import add_people
from app.importing.queries import form_of
from app.importing.rows import CheckedList, GoodRow, HeldTwin
from app.importing.rules import FILLED_FIELDS
from app.importing.rules.decisions import Decision, fill_gaps
from app.office import CHANGED_MEANWHILE
from db.exchange import HeldRow, ImportRun

if TYPE_CHECKING:
    from app.importing.watch import Watch
    from app.office import Act

GONE = N_("This row is no longer held.")
NO_ROWS = N_("No row of this list can be imported.")


def import_people(act: Act, run_id: UUID, checked: CheckedList, watch: Watch) -> UUID:
    """Add everybody of a checked list and hold the likely twins, all of it or nothing.

    The same run a second time changes nothing. Raises `Refused` without the right to import,
    when nothing can be imported, or when `watch` was stopped.
    """
    need_right(act, Right.IMPORT)
    if act.session.get(ImportRun, run_id) is not None:
        return run_id
    if not checked.good and not checked.held:
        raise Refused(Problem(NO_ROWS))
    watch.begin(len(checked.good))
    act.session.add(_run(act, run_id, checked))
    act.session.flush()
    for count in add_people(act.session, checked.good, checked.file_name):
        watch.step(count)
    if checked.held:
        act.session.execute(insert(HeldRow), [_held(run_id, twin) for twin in checked.held])
    act.touch("importing", run_id)
    act.touch("clients")
    return run_id


def decide_held_row(act: Act, held_id: UUID, version: int, decision: Decision) -> UUID:
    """Decide about a held row as it was read with `version`; answers the person it became.

    Raises `Refused` when the row is no longer there, `Conflict` when someone else was faster.
    """
    need_right(act, Right.IMPORT)
    held = _still_held(act, held_id, version)
    person_id = held.twin_id
    if decision is Decision.FILLED:
        _fill(act, held)
    elif decision is Decision.ADDED:
        person_id = _add(act, held)
    if decision is not Decision.SKIPPED:
        # It stands on a card now; only a row that can be held again keeps what it said.
        held.fields = "{}"
    held.decision = decision
    held.decided_by = act.who
    held.decided_at = act.now
    act.touch("importing", held_id)
    return person_id


def hold_again(act: Act, held_id: UUID) -> UUID:
    """Take back that a row was left out; what was added or filled stays."""
    held = act.session.get(HeldRow, held_id)
    if held is not None and held.decision == Decision.SKIPPED:
        held.decision, held.decided_by, held.decided_at = Decision.OPEN, "", None
        act.touch("importing", held_id)
    return held_id


def _run(act: Act, run_id: UUID, checked: CheckedList) -> ImportRun:
    return ImportRun(
        id=run_id,
        at=act.now,
        who=act.who,
        file_name=checked.file_name,
        sha256=checked.sha256,
        rows=checked.rows,
        added=len(checked.good),
        held=len(checked.held),
        wrong=len(checked.wrong),
    )


def _held(run_id: UUID, twin: HeldTwin) -> dict[str, object]:
    return {
        "import_run_id": run_id,
        "number": twin.row.line,
        "fields": json.dumps(
            {name: getattr(twin.row.details, name) for name in FILLED_FIELDS}, ensure_ascii=False
        ),
        "twin_id": twin.twin_id,
        "score": twin.score,
        "reasons": json.dumps(twin.reasons),
        "decision": Decision.OPEN,
        "decided_by": "",
    }


def _still_held(act: Act, held_id: UUID, version: int) -> HeldRow:
    held = act.session.get(HeldRow, held_id)
    if held is None:
        raise Refused(Problem(GONE))
    if held.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return held


def _fill(act: Act, held: HeldRow) -> None:
    card = client_to_edit(act.session.connection(), held.twin_id)
    if card is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    filled = fill_gaps(card.details, form_of(held.fields))
    if filled != card.details:
        save_client(act, held.twin_id, card.version, filled)


def _add(act: Act, held: HeldRow) -> UUID:
    run = act.session.get_one(ImportRun, held.import_run_id)
    row = GoodRow(held.number, uuid4(), form_of(held.fields))
    for _count in add_people(act.session, (row,), run.file_name):
        act.touch("clients", row.person_id)
    return row.person_id
