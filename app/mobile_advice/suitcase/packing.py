"""Packing: gathers as the packer, fills a file of its own key, notes it, puts it in its place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from dateutil.relativedelta import relativedelta

from app.admin.creating import create_office
from app.admin.queries import office_card
from app.admin.rules import NewOffice
from app.errors import N_, Problem, Refused
from app.mobile_advice.suitcase.actions import Packing, may_pack, pack_suitcase, undo_packing
from app.mobile_advice.suitcase.contents import gather
from app.mobile_advice.suitcase.filling import fill
from app.mobile_advice.suitcase.limits import limits
from app.mobile_advice.suitcase.people import outlook
from app.mobile_advice.suitcase.rules import SuitcaseState, check_plan
from app.server.places import SUITCASE
from db.files import move_into_place, remove_if_there
from db.folder import OfficeFolder
from db.keys import read_keys
from db.suitcase_file import Label, write_suitcase
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from app.mobile_advice.suitcase.contents import Contents
    from app.mobile_advice.suitcase.people import Outlook
    from app.mobile_advice.suitcase.rules import Plan
    from app.office import Office


@dataclass(frozen=True, slots=True)
class Packed:
    """A suitcase that lies ready."""

    id: UUID
    file: Path
    tour: str
    until: datetime
    """Aware; from then on it does not open."""
    counts: dict[str, int]


def notes_since(now: datetime) -> datetime:
    """Answer how far back notes may go along, from a naive local time; aware."""
    return (now - relativedelta(months=limits().journal_months)).astimezone()


def pack(office: Office, plan: Plan, target: Path) -> Packed:
    """Pack the suitcase of a tour day into a new file.

    Raises `Refused` beside the field or without the right, `Unavailable` when the file cannot be
    written; then nothing of it is left and the office notes nothing.
    """
    now = office.local_now
    office.act(may_pack)
    tour = office.ask(outlook, plan.tour_day_id, notes_since(now))
    if tour is None:
        raise Refused(Problem(NO_TOUR, "tour_day_id"))
    if problems := check_plan(plan, tour.day, now.date(), limits()):
        raise Refused(*problems)
    if target.suffix != SUITCASE:
        target = target.with_name(f"{target.name}{SUITCASE}")
    if target.exists():
        raise Refused(Problem(TAKEN, "file", {"file": target.name}))
    contents = office.ask(gather, plan, notes_since(now))
    return _pack(office, plan, tour, contents, target)


def _pack(office: Office, plan: Plan, tour: Outlook, contents: Contents, target: Path) -> Packed:
    expires = (datetime.combine(plan.until, time()) + timedelta(days=1)).astimezone()
    packing = Packing(plan.tour_day_id, uuid4().hex, f"{tour.tour} {tour.day.isoformat()}", expires)
    suitcase_id = uuid4()
    contents.rows["suitcase"] = [_own_card(office, packing, suitcase_id)]
    ready = target.with_name(f".{target.name}.ready")
    with plain_trouble(target.parent):
        try:
            _write(office, plan, tour, contents, ready, packing)
            del contents.rows["suitcase"]
            office.act(pack_suitcase, packing, contents, suitcase_id)
            _put(office, ready, target, suitcase_id)
        except BaseException:
            remove_if_there(ready)
            raise
    return Packed(suitcase_id, target, tour.tour, expires, contents.counts())


def _put(office: Office, ready: Path, target: Path, suitcase_id: UUID) -> None:
    """Let the file appear; where it cannot, say that nothing went along after all."""
    try:
        move_into_place(ready, target)
    except OSError:
        office.act(undo_packing, suitcase_id)
        raise


def _write(
    office: Office,
    plan: Plan,
    tour: Outlook,
    contents: Contents,
    file: Path,
    packing: Packing,
) -> None:
    building = file.with_name(f"{file.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    card = office.ask(office_card)
    country = card.values.country if card is not None else "DE"
    new = NewOffice(packing.tour, country, who=office.who)
    at = office.local_now.astimezone()
    try:
        made = create_office(
            building, new, passphrase=plan.passphrase, use_keyring=False, clock=lambda: at
        )
        place = OfficeFolder.of(building)
        fill(place.database, made.key, contents.rows)
        label = Label(
            file_id=packing.file_id,
            tour=tour.tour,
            day=tour.day.isoformat(),
            made_at=at.isoformat(),
            expires_at=packing.expires_at.isoformat(),
            seen_at=at.isoformat(),
        )
        write_suitcase(file, place.database, read_keys(place.keys), label, made.key)
    finally:
        # It is encrypted with a key that lies nowhere else but in the suitcase.
        shutil.rmtree(building, ignore_errors=True)


def _own_card(office: Office, packing: Packing, suitcase_id: UUID) -> dict[str, Any]:
    """Answer the row by which the suitcase knows itself."""
    return {
        "id": suitcase_id,
        "version": 1,
        "tour_day_id": packing.tour_day_id,
        "file_id": packing.file_id,
        "made_at": office.local_now.astimezone(),
        "made_by": office.who,
        "expires_at": packing.expires_at,
        # In the suitcase itself none is away.
        "state": SuitcaseState.RETURNED.value,
        "ended_by": "",
        "reason": "",
        "counts": "{}",
    }


NO_TOUR = N_("There is no such tour day any more. Choose another one.")
TAKEN = N_("There is a file {file} already. Choose another name.")
