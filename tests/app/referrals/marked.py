"""An office in which a PSP group marked every text, the same office without one, and what is asked.

The case is about somebody whom everybody in the office knows; the mark stands nowhere else.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import event, text

from app.access.rules import Role
from db.admin import OfficeCard
from db.server.psp import PREFIX
from tests.app.access.test_canary import QUESTIONS, _answer, _argument, _open
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.every_table import fill_every_table
from tests.factories.psp import ADMINISTRATOR, LEAD, mark_every_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from inspect import Parameter
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act, Office

MARK = "Zaunkönig"
"""Stands in PSP tables alone."""
OTHERS = {
    "Bent Holm": Role.VOLUNTEER,
    "Zoe Amt": Role.CASEWORKER,
    "Karin Vogt": Role.COORDINATOR,
    ADMINISTRATOR: Role.ADMINISTRATOR,
    "Dora Schutz": Role.DPO,
    "Per Dahl": Role.PSP_MEMBER,
}
"""One colleague of each role; Per Dahl has the role, and a seat in no group."""
KEYS = {"group_id": "psp_group", "case_id": "psp_case", "meeting_id": "psp_meeting"}
"""Arguments by which PSP questions are asked for what is there."""
INSIDE = ("app.referrals.psp.",)
_NAMED = (PREFIX, "sqlite_", "pragma")
"""Stand in statements whose answer may depend on the tables of PSP groups."""


@dataclass(frozen=True)
class Offices:
    """The same office with a PSP group and without one."""

    there: Office
    never: Office
    rows: Mapping[str, Any]


@dataclass(frozen=True)
class Pattern:
    """The files of both offices, closed, to be copied."""

    there: Path
    never: Path
    rows: Mapping[str, Any]

    def copied(self, folder: Path) -> Iterator[Offices]:
        """Open copies of both in a folder of their own, until they are no longer needed."""
        there = _open(self.there, folder / "there.db")
        never = _open(self.never, folder / "never.db")
        yield Offices(there, never, self.rows)
        for office in (there, never):
            office.close()


def make_pattern(empty: Path, folder: Path) -> Pattern:
    """Make both offices, alike to the last key but for what the group wrote."""
    never = _open(empty, folder / "never.db")
    rows = _fill(never)
    never.close()
    there = _open(folder / "never.db", folder / "there.db")
    rows |= there.act(mark_every_text, rows["person"]["id"], MARK).value
    there.close()
    return Pattern(folder / "there.db", folder / "never.db", rows)


def _fill(office: Office) -> dict[str, Any]:
    erna = add_client(
        office, given_name="Erna", family_name="Krüger",
        street="Birkenweg", house_number="3", postal_code="40595", city="Garath",
    )  # fmt: skip
    other = add_client(office, given_name="Ali", family_name="Demir")
    rows: dict[str, Any] = office.act(_fill_file, erna, other).value
    for name in (ADMINISTRATOR, *(name for name in OTHERS if name != ADMINISTRATOR), LEAD):
        member(office, name, OTHERS.get(name, Role.PSP_MEMBER))
    return rows


def _fill_file(act: Act, erna: UUID, other: UUID) -> dict[str, Any]:
    card = OfficeCard(name="Ballerup", country="DK", phone="17 00 01 00", created_at=act.now)
    act.session.add(card)
    act.session.flush()
    but = frozenset({"member", "person_link", "note_version"})
    return fill_every_table(act, erna, other, "Says", but=but)


def contents(connection: Connection) -> dict[str, list[str]]:
    """Answer all rows of all tables but those of PSP groups, the program's own index among them."""
    tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    return {
        name: [repr(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]  # noqa: S608 - names of tables
        for name in tables.scalars()
        if not name.startswith(PREFIX)
    }


class Heard:
    """Hears what the questions that are put to an office name."""

    def __init__(self, office: Office) -> None:
        """Hear an office from `with` on."""
        self._engine = office._engine
        self._is_named = False

    def __enter__(self) -> Self:
        """Begin to hear."""
        event.listen(self._engine, "before_cursor_execute", self._on_statement)
        return self

    def __exit__(self, *_trouble: object) -> None:
        """Hear no longer."""
        event.remove(self._engine, "before_cursor_execute", self._on_statement)

    def names_a_group(self) -> bool:
        """Answer whether anything since the last time may depend on the tables of PSP groups."""
        is_named, self._is_named = self._is_named, False
        return is_named

    def _on_statement(self, _connection: object, _cursor: object, said: str, *_: object) -> None:
        self._is_named = self._is_named or any(name in said.casefold() for name in _NAMED)


def given(name: str, question: Any, rows: Mapping[str, Any]) -> dict[str, Any] | None:  # noqa: ANN401 - any question
    """Answer the arguments of a question; None where `tests.app.access` does not know them yet."""
    _first, *others = inspect.signature(question).parameters.values()
    try:
        return {
            one.name: _one(name, question, one, rows)
            for one in others
            if one.default is one.empty or one.name == "typed"
        }
    except (AssertionError, ImportError):
        return None


def _one(name: str, question: Any, one: Parameter, rows: Mapping[str, Any]) -> object:  # noqa: ANN401 - as above
    if name.startswith(INSIDE) and one.name in KEYS:
        return rows[KEYS[one.name]]["id"]
    return _argument(question, one, rows)


def told_by(office: Office, question: Any, arguments: dict[str, Any]) -> str:  # noqa: ANN401 - as above
    """Answer what a question tells, its troubles among it: `tests.app.access` says which are."""
    try:
        return _answer(office, question, arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must tell nothing
        return repr(error)


def saying(office: Office, rows: Mapping[str, Any], but: Collection[str] = ()) -> list[str]:
    """Answer the questions of all other parts whose answer bears the mark."""
    told = []
    for name, question in sorted(QUESTIONS.items()):
        is_asked = name not in but and not name.startswith(INSIDE)
        arguments = given(name, question, rows) if is_asked else None
        if arguments is not None:
            said = told_by(office, question, arguments)
            told += [name] if MARK in said.replace(repr(arguments.get("typed")), "") else []
    return told
