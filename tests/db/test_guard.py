"""Requirements of the guard: it looks before rows are written, and asks for the role once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, func, select

from app.access.rules import Role
from app.errors import Refused
from db.areas import Area
from db.guard import GuardedSession
from tests.factories.access import member

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.office import Act, Office


def _areas(act: Act) -> None:
    for code in ("1", "2"):
        act.session.add(Area(code_list="x", code=code, level="quarter", name=code, position=1))
        act.session.flush()


def _delete_an_area(act: Act) -> None:
    act.session.delete(act.session.scalars(select(Area)).first())


def test_an_act_is_given_a_guarded_session(office: Office) -> None:
    def look(act: Act) -> bool:
        return isinstance(act.session, GuardedSession)

    assert office.act(look).value


def test_what_is_refused_leaves_nothing_behind(office: Office) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    office.act(_areas)
    member(office, "Bent Vogt", Role.VOLUNTEER)
    office.work_as("Bent Vogt")

    for act in (_areas, _delete_an_area):
        with pytest.raises(Refused, match="change this"):
            office.act(act)
    assert office.ask(lambda c: c.scalar(select(func.count()).select_from(Area))) == 2


def test_the_role_is_asked_for_once_in_an_act(engine: Engine, office: Office) -> None:
    asked: list[str] = []

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(engine, "before_cursor_execute", note)
    office.act(_areas)

    assert sum("member.role" in statement for statement in asked) == 1
