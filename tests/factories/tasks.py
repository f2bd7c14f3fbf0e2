"""Makes tasks and open work through the actions that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.tasks.actions import add_task
from app.tasks.rules import TaskValues
from db.access import Member, PersonAccess
from db.people import Person
from tests.conftest import NOW

if TYPE_CHECKING:
    from app.access.rules import Role
    from app.office import Act, Office

ANNA = "Anna Beispiel"
"""Who works in the offices of the tests."""
KARIN = "Karin Vogt"


def task_values(**fields: Any) -> TaskValues:  # noqa: ANN401 - any field of the form
    """Answer the form of a task for Anna; `fields` say what a test wants otherwise."""
    known: dict[str, Any] = {"title": "Call the pharmacy", "assignee": ANNA}
    return TaskValues(**(known | fields))


def task_added(office: Office, **fields: Any) -> UUID:  # noqa: ANN401 - any field of the form
    """Write a task and answer its id; it begins with version 1."""
    return office.act(add_task, uuid4(), task_values(**fields)).value


def hide(office: Office, person_id: UUID, *, but_from: str = "") -> None:
    """Restrict a person; only `but_from` may know of her."""
    office.act(_hide, person_id, but_from)


def join(office: Office, name: str, role: Role) -> None:
    """Put a colleague on the office's list."""
    office.act(_join, name, role)


def _hide(act: Act, person_id: UUID, but_from: str) -> None:
    act.session.get_one(Person, person_id).is_restricted = True
    if but_from:
        access = PersonAccess(
            person_id=person_id, who=but_from, valid_from=NOW, reason="hers", granted_by=ANNA
        )
        act.session.add(access)


def _join(act: Act, name: str, role: Role) -> None:
    act.session.add(Member(name=name, role=role.value, since=act.now))
