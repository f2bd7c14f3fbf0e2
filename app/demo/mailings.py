"""The mailing of the demo office: an invitation that a few clients got at once."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from app.clients.rules import ClientFilter
from app.demo.books import book
from app.demo.chance import Chance
from app.letters.composing.rules import Choice
from app.letters.mass.actions import begin_run, keep_letters
from app.letters.mass.planning import people_of, plan_run
from app.letters.mass.rules import Basis, ListQuery, RunWish
from app.letters.mass.running import Mailing
from db.people import Person
from forms.dates import long_day, plain_day
from resources import read_text

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.demo.rules import DemoPlan
    from app.office import Office

_TEMPLATE = "mobile_advice_invitation"
_LETTERS = 6
_PROTECTED = (
    select(Person.id)
    .where(Person.address_protected.is_(True), Person.id.in_(bindparam("ids", expanding=True)))
    .order_by(Person.sort_key_de, Person.id)
    .limit(1)
)


def send_demo_mailing(office: Office, plan: DemoPlan) -> int:
    """Write and keep the letters of a mailing; answer how many there are."""
    language = book(plan.country).language
    words: dict[str, Any] = tomllib.loads(read_text("demo", f"letters_{language}.toml"))["mailing"]
    wish = RunWish(
        template=_TEMPLATE,
        choice=Choice(typed=_typed(words["typed"], plan, language), posted_on=plan.today),
        title=words["title"],
        selection=words["selection"],
        basis=Basis.PUBLIC_TASK,
        posted_on=plan.today,
    )
    run_id = Chance(plan.seed, plan.country, "mailing").key(0)
    planned = office.ask(plan_run, wish, office.ask(_invited, plan), plan.today)
    with TemporaryDirectory(prefix="nahbar-") as folder:
        mailing = Mailing(wish, planned, Path(folder) / "letters", plan.today)
        while not mailing.is_drawn:
            office.ask(mailing.compose)
            mailing.draw()
        office.act(begin_run, run_id, wish, planned.left_out)
        for batch in mailing.batches():
            office.act(keep_letters, run_id, wish, batch)
        mailing.discard()
    return len(mailing.written)


def _typed(words: dict[str, str], plan: DemoPlan, language: str) -> tuple[tuple[str, str], ...]:
    days = {
        "answer_day": plain_day(plan.today + timedelta(days=9), language),
        "stop_day": long_day(plan.today + timedelta(days=16), language),
    }
    return tuple((words | days).items())


def _invited(connection: Connection, plan: DemoPlan) -> list[UUID]:
    """Answer a few clients, and one whose address is protected: she is left out and listed."""
    clients = people_of(connection, ListQuery(ClientFilter.CLIENTS), "de", plan.today)
    protected = connection.execute(_PROTECTED, {"ids": list(clients[:500])}).scalars()
    return [*clients[:_LETTERS], *protected]
