"""Without a display the first day is done all the same, and can be done again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from sqlalchemy import select

from app.admin.offices import NewOffice, create_office, key_from_file, open_office
from app.command_line.headless import VISITOR, first_day, no_window
from app.errors import Refused, Unavailable
from db.letters import Letter
from db.visiting import Visit

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def _paint(office: Path, picture: Path) -> None:
    picture.write_text(str(office))


def _own_visits(connection: Connection) -> dict[str, datetime]:
    visits = select(Visit.status, Visit.planned_start).where(Visit.visitor == VISITOR)
    return {row.status: row.planned_start for row in connection.execute(visits)}


def _letters(connection: Connection) -> int:
    return len(connection.execute(select(Letter.id).where(Letter.language == "de")).all())


@pytest.mark.parametrize("now", ["2026-11-23T00:20+01:00", "2026-11-27T16:30+01:00"])
def test_a_visit_is_recorded_another_planned_and_announced(tmp_path: Path, now: str) -> None:
    with time_machine.travel(datetime.fromisoformat(now), tick=True):
        answer = first_day(tmp_path, _paint)

    office = open_office(
        tmp_path / "office", key_from_file(tmp_path / "office" / "demo.key"), who="Test"
    )
    try:
        visits = office.ask(_own_visits)
        letters = office.ask(_letters)
    finally:
        office.close()
    assert set(visits) == {"held", "planned"}
    assert visits["held"] < datetime.fromisoformat(now).replace(tzinfo=None) < visits["planned"]
    assert visits["planned"].weekday() < 5
    assert letters > 0
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in PAPERS)
    assert [line for line in answer.lines if str(tmp_path) in line][1:3] == [
        str(tmp_path / name) for name in PAPERS
    ]


PAPERS = ("visit_sheet.pdf", "appointment_letter.pdf")


def test_the_first_day_can_be_done_again(tmp_path: Path) -> None:
    first = first_day(tmp_path, _paint)

    assert first_day(tmp_path, _paint).facts == first.facts


def test_an_office_that_is_no_demo_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "office"
    new = NewOffice(name="Real", country="DE", who="Anna Beispiel")
    create_office(place, new, passphrase="four unrelated words", use_keyring=False)
    before = (place / "office.db").read_bytes()

    with pytest.raises(Refused):
        first_day(tmp_path, _paint)

    assert (place / "office.db").read_bytes() == before


def test_a_window_that_cannot_appear_is_said() -> None:
    with pytest.raises(Unavailable):
        no_window()
