"""My day, who may know of a person, and keeping and deleting: by keyboard, in two languages."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.access.rules import Role
from app.admin.offices import open_office
from app.privacy.looking import note_looks
from db.access import PersonAccess
from db.exchange import ExportLog
from db.people import Person, PersonRole
from db.privacy import Deletion, Look
from db.tasks import Task
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.tasks import task_added
from tests.stories.people import ANNA, Desktop, Walk, desktop, program

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]
COUNTRIES = {"de": "DE", "da": "DK"}
BODO = "Bodo Muster"
LONG_AGO = date(2001, 1, 1)


def test_a_task_of_my_day_is_opened_and_done_and_one_comes_back(
    tmp_path: Path, language: str
) -> None:
    today = datetime.now(UTC).astimezone().date()
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            gerda = add_client(office, given_name="Gerda", country=COUNTRIES[language])
            oven = task_added(office, title="Ofen", due_on=today, person_id=gerda)
            recipe = task_added(
                office, title="Rezept", assignee=BODO, reviewer=ANNA, review_on=today
            )
        with program(on) as walk:
            _come_back_from_card(walk, gerda)
            _finish_from_my_day(walk, oven)
            # Ofen is done; the row that took its place has the keyboard, at the same button.
            _is_at(walk, f"review:{recipe}")
            walk.stays()
            walk.picture("my-day-after")
        rows = on.look(lambda asked: asked.execute(select(Task.id, Task.state, Task.result)).all())
        assert set(map(tuple, rows)) == {
            (oven, "done", "Er ist aus"),
            (recipe, "open", ""),
        }


def _is_at(walk: Walk, row: str) -> None:
    """Wait until the arrow of a row of My day has the keyboard."""
    walk.wait(lambda state: state["here"][0] == "my_day", "My day")
    walk.wait(lambda state: state["value"] == row and ".arrow" in state["focus"], row)


def _come_back_from_card(walk: Walk, person: UUID) -> None:
    """Somebody whom nobody reached stands on My day; her card is one press away."""
    walk.go_to("ctrl+1", "my_day")
    walk.wait(lambda state: {"TaskCard", "ForgottenCard"} <= set(state["shown"]), "the day")
    walk.picture("my-day")
    walk.tab_to("ForgottenCard", ".arrow")
    _is_at(walk, f"forgotten:{person}")
    walk.press("space")
    walk.wait(lambda state: state["here"][0] == "clients", "the card")
    walk.wait(lambda state: "ClientCardView" in state["shown"], "the card")
    walk.press("alt+Left")
    _is_at(walk, f"forgotten:{person}")


def _finish_from_my_day(walk: Walk, task: UUID) -> None:
    walk.tab_to("TaskCard", ".arrow")
    _is_at(walk, f"task:{task}")
    walk.press("space")
    walk.wait(lambda state: state["here"][0] == "tasks", "the task")
    walk.wait(lambda state: "TaskFacts" in state["shown"], "the task")
    before = len(walk.state()["touched"])
    walk.tab_to("TaskCard", ".result", most=80)
    walk.type("Er ist aus")
    walk.push("TaskCard", place_in_row=0)
    walk.changed("tasks", before)
    walk.stays()
    walk.press("alt+Left")


def test_looks_are_shown_and_a_person_is_restricted(tmp_path: Path, language: str) -> None:
    with desktop(tmp_path, language) as on:
        gerda = _looked_at(on)
        with program(on) as walk:
            walk.find_person("gerda")
            walk.open_tab("LooksCard")
            walk.tab_to("DataTable", "LooksCard")
            walk.press("ctrl+Home")
            walk.wait(lambda state: state["value"] == "0", "a look")
            walk.picture("looks")
            _restrict(walk)
        on.look(partial(_see_restriction, gerda))


def _looked_at(on: Desktop) -> UUID:
    """Let a colleague look at Gerda's card; answer who she is."""
    with on.opened() as office:
        member(office, ANNA, Role.ADMINISTRATOR)
        member(office, BODO)
        gerda = add_client(office, given_name="Gerda", country=COUNTRIES[on.language])
    theirs = open_office(on.office, on.key, who=BODO)
    try:
        theirs.act(note_looks, (gerda,))
    finally:
        theirs.close()
    return gerda


def _restrict(walk: Walk) -> None:
    """Anna names herself and a colleague."""
    before = len(walk.state()["touched"])
    walk.push("RestrictionCard", ".change_button", most=80)
    walk.wait_for_focus("RestrictionForm", ".reason")
    walk.fill("reason", "Mutter einer Kollegin")
    walk.tick(f"named.{BODO}")
    walk.picture("restriction")
    walk.push("RestrictionCard", ".save_button")
    walk.changed("access", before)
    walk.wait(lambda state: "RestrictionForm" not in state["shown"], "the restriction")
    walk.wait_for_focus("RestrictionCard", ".change_button")
    walk.picture("restricted")


def _see_restriction(gerda: UUID, connection: Connection) -> None:
    assert connection.scalars(select(Person.id).where(Person.is_restricted)).all() == [gerda]
    columns = (PersonAccess.person_id, PersonAccess.who, PersonAccess.valid_until,
               PersonAccess.reason, PersonAccess.granted_by)  # fmt: skip
    rows = connection.execute(select(*columns).order_by(PersonAccess.who)).all()
    assert list(map(tuple, rows)) == [
        (gerda, who, None, "Mutter einer Kollegin", ANNA) for who in (ANNA, BODO)
    ]
    looks = connection.execute(select(Look.person_id, Look.who).order_by(Look.who)).all()
    assert list(map(tuple, looks)) == [(gerda, ANNA), (gerda, BODO)]


def test_a_rehearsal_shows_who_is_due_and_nobody_goes(tmp_path: Path, language: str) -> None:
    file = tmp_path / "probe.csv"
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            gerda = add_client(office, given_name="Gerda", country=COUNTRIES[language])
            add_client(office, given_name="Hilde", country=COUNTRIES[language])
            office.act(_end_roles, gerda)
        with program(on) as walk:
            walk.go_to("ctrl+comma", "more")
            walk.push(".keeping")
            walk.wait(lambda state: "KeepingPage" in state["shown"], "what would go")
            walk.wait(lambda state: "DataTable" in state["shown"], "the list")
            _see_list(walk)
            _save_list(walk, file)
            _think_again(walk)
        words = file.read_text(encoding="utf-8-sig")
        assert "Gerda" in words
        assert "Hilde" not in words
        on.look(_see_everybody)


def _end_roles(act: Act, person_id: UUID) -> None:
    for role in act.session.scalars(select(PersonRole).where(PersonRole.person_id == person_id)):
        role.until = LONG_AGO


def _see_list(walk: Walk) -> None:
    """One entry is due, and no more."""
    walk.tab_to("KeepingPage", ".table")
    walk.press("ctrl+End")
    walk.wait(lambda state: state["value"] == "0", "one entry")
    walk.picture("keeping")


def _save_list(walk: Walk, file: Path) -> None:
    walk.push("KeepingPage", ".csv_button")
    walk.choose_file(file)
    walk.wait(lambda _state: file.exists(), "the list as a file")
    walk.stays()


def _think_again(walk: Walk) -> None:
    """Begin to let the entry go, and do not."""
    walk.push("KeepingPage", ".delete_button")
    walk.wait(lambda state: state["modal"] == "DeletionQuestion", "whether it shall go")
    walk.picture("keeping-question")
    walk.press("Escape")
    walk.wait(lambda state: not state["modal"], "the list")
    walk.wait_for_focus("KeepingPage", ".delete_button")


def _see_everybody(connection: Connection) -> None:
    names = connection.scalars(select(Person.given_name).order_by(Person.given_name)).all()
    assert names == ["Gerda", "Hilde"]
    assert connection.scalar(select(func.count()).select_from(Deletion)) == 0
    exports = connection.execute(select(ExportLog.list_name, ExportLog.who)).all()
    assert list(map(tuple, exports)) == [("privacy", ANNA)]
