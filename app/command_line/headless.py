"""The first day without a window: demo office, a planned and a recorded visit, two papers."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from app.admin.offices import open_office
from app.command_line.answer import Answer
from app.command_line.letter import write_file
from app.demo.actions import build_demo
from app.demo.queries import free_client
from app.errors import N_, Problem, Refused, Unavailable
from app.letters.actions import write_appointment_letter
from app.letters.queries import visit_sheet_pdf
from app.visiting.actions import plan_visit, record_visit
from app.visiting.queries import visit_details
from app.visiting.rules import VisitPlan, VisitRecord
from db.folder import OfficeFolder
from resources.text import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from app.office import Office

VISITOR = "Erika Muster"
"""A volunteer who has no other visits and so is free at any time."""
NOT_OURS = N_("There is an office in {folder} that is not a demo office; it is left alone.")
NO_DISPLAY = N_("The window needs a display, and this machine shows none.")
_LENGTH = timedelta(minutes=45)


def first_day(folder: Path, paint_window: Callable[[Path, Path], object]) -> Answer:
    """Do a first day of work below a folder; a demo office of an earlier run is made anew.

    `paint_window` is given the office's folder and the PNG file to paint the window into.
    """
    place = folder / "office"
    _clear(place)
    made = build_demo(place)
    paper = {name: folder / f"{name}.pdf" for name in ("visit_sheet", "appointment_letter")}
    office = open_office(place, made.key, who=made.who)
    try:
        planned = _work(office)
        sheet = office.ask(visit_sheet_pdf, planned, "de")
        letter = office.act(write_appointment_letter, planned, "de", uuid4()).value
    finally:
        office.close()
    write_file(paper["visit_sheet"], sheet)
    write_file(paper["appointment_letter"], letter.pdf)
    picture = folder / "window.png"
    paint_window(place, picture)
    files = {"office": place, **paper, "window": picture}
    return Answer(
        {name: str(file) for name, file in files.items()},
        (
            _("There is no display, so the first day was done without a window:"),
            *(str(file) for file in files.values()),
        ),
    )


def no_window() -> Answer:
    """Say that a window was wanted where none can appear."""
    raise Unavailable(NO_DISPLAY)


def _clear(place: Path) -> None:
    """Take away the demo office of an earlier run, and nothing else."""
    office = OfficeFolder.of(place)
    if office.database.exists() and not office.is_demo:
        raise Refused(Problem(NOT_OURS, values={"folder": str(place)}))
    if office.is_demo:
        shutil.rmtree(place)


def _work(office: Office) -> UUID:
    """Plan a visit, record one that has just ended; answer the planned one."""
    now = datetime.now(UTC).astimezone().replace(tzinfo=None)
    ended = _last_end(now.replace(minute=now.minute // 5 * 5, second=0, microsecond=0))
    next_day = now.date() + timedelta(days=1 if now.weekday() < 4 else 7 - now.weekday())  # noqa: PLR2004 - Friday
    client = office.ask(free_client, ended.date(), next_day)
    begun = ended - _LENGTH
    over, planned = uuid4(), uuid4()
    past = VisitPlan(client, VISITOR, begun.date(), begun.time(), ended.time())
    office.act(plan_visit, over, past)
    record = VisitRecord(held=True, start=begun.time(), end=ended.time(), note=_note())
    office.act(record_visit, over, _version(office, over), record)
    coming = VisitPlan(client, VISITOR, next_day, time(10, 30), time(11, 30))
    office.act(plan_visit, planned, coming)
    return planned


def _last_end(now: datetime) -> datetime:
    """Answer when a visit can have ended on the same day as it began: now, or last evening."""
    if (now - _LENGTH).date() == now.date():
        return now
    return datetime.combine(now.date() - timedelta(days=1), time(18))


def _version(office: Office, visit: UUID) -> int:
    details = office.ask(visit_details, visit)
    if details is None:
        message = "a visit that was just planned is gone"
        raise LookupError(message)
    return details.visit.version


def _note() -> str:
    return "Erster Besuch, Kaffee und ein gutes Gespräch. Nächste Woche wieder."
