"""`nahbar server add-person`: lets a colleague into a shared office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.server.passwords import owner_password, person_password
from app.server.actions import add_person
from app.server.rules.people import NewPerson
from db.owner import owner_connection
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> Answer:
    """Add a colleague; a password that was made is shown this once. Raises `Refused`."""
    person = NewPerson(arguments.login, arguments.name, arguments.role)
    password, is_made = person_password(person.login)
    with owner_connection(arguments.db, owner_password) as connection:
        add_person(connection, person, password)
    said = _("{name} can join the office now, with the login {login}.")
    lines = [said.format(name=person.name.strip(), login=person.login)]
    facts: dict[str, object] = {"login": person.login, "role": person.role}
    if is_made:
        facts["password"] = password
        lines.append(_("Password, shown this once: {password}").format(password=password))
    return Answer(facts, tuple(lines))
