"""Writes what a file has in rows of its own: codes, times, absences, trainings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.volunteers import Absence, FreeTime, Training, VolunteerTrait

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from app.office import Act
    from app.volunteers.rules import Stretch, VolunteerDetails
    from db.volunteers import Volunteer


def write_parts(act: Act, row: Volunteer, details: VolunteerDetails) -> None:
    """Write the rows of a file that is flushed; what is not named any more is deleted."""
    _write_traits(act, row.id, details.traits)
    write_hours(act, row.person_id, details.hours)
    absences = {
        one.id: {
            "from_day": one.from_day,
            "until_day": one.until_day,
            "reason": one.reason,
            "note": one.note.strip(),
        }
        for one in details.absences
    }
    trainings = {
        one.id: {"day": one.day, "topic": one.topic.strip(), "minutes": one.minutes}
        for one in details.trainings
    }
    _write_rows(act, Absence, row.id, absences)
    _write_rows(act, Training, row.id, trainings)


def write_hours(act: Act, person_id: UUID, hours: Iterable[Stretch]) -> None:
    """Write when a person has time; what did not change stays as it is."""
    wanted = {tuple(one) for one in hours}
    for row in act.session.scalars(select(FreeTime).where(FreeTime.person_id == person_id)):
        stretch = (row.weekday, row.from_minute, row.until_minute)
        if stretch in wanted:
            wanted.remove(stretch)
        else:
            act.session.delete(row)
    for weekday, first, last in sorted(wanted):
        act.session.add(
            FreeTime(person_id=person_id, weekday=weekday, from_minute=first, until_minute=last)
        )


def _write_traits(act: Act, volunteer_id: UUID, traits: Iterable[tuple[str, str]]) -> None:
    wanted = {(str(kind), str(code)) for kind, code in traits}
    stored = select(VolunteerTrait).where(VolunteerTrait.volunteer_id == volunteer_id)
    for row in act.session.scalars(stored):
        if (row.kind, row.code) in wanted:
            wanted.remove((row.kind, row.code))
        else:
            act.session.delete(row)
    for kind, code in sorted(wanted):
        act.session.add(VolunteerTrait(volunteer_id=volunteer_id, kind=kind, code=code))


def _write_rows(
    act: Act,
    table: type[Absence | Training],
    volunteer_id: UUID,
    wanted: Mapping[UUID, Mapping[str, Any]],
) -> None:
    """Write rows by the ids that the form made."""
    stored = select(table).where(table.volunteer_id == volunteer_id)
    rows = {row.id: row for row in act.session.scalars(stored)}
    for key in rows.keys() - wanted.keys():
        act.session.delete(rows[key])
    for key, values in wanted.items():
        row = rows.get(key) or table(id=key, volunteer_id=volunteer_id)
        for field, value in values.items():
            setattr(row, field, value)
        act.session.add(row)
