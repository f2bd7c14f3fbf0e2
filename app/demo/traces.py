"""What work left in the demo office: looks, a view, own words, a list that went out, refusals."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.clients.rules import AddressLabel, ClientFilter, PersonStatus
from app.demo.books import book
from app.demo.cards import client_key
from app.demo.chance import Chance
from app.demo.duties import colleagues
from app.exchange.views.rules import View, view_text
from app.households.actions import refuse_household
from app.households.queries import household_proposals
from app.privacy.looking import CARD
from db.exchange import ExportedPerson, ExportLog, SavedView
from db.journal import OwnWord
from db.office_lists import CodeEntry, CustomField, CustomValue
from db.people import PersonAddress
from db.privacy import Look
from resources import read_text

if TYPE_CHECKING:
    from app.demo.rules import Country, DemoPlan
    from app.office import Act

_LOOKED_AT = 12
"""The first people, at whose cards colleagues looked."""
_EXPORTED = 5
_MOVED = 5
"""Who moved more than a year ago, as the former address says."""
_COLUMNS = ("name", "street", "city", "phone")


def words(plan: DemoPlan) -> dict[str, Any]:
    """Answer what is written in the office of a plan, in its language."""
    return _read(plan.country)


@lru_cache
def _read(country: Country) -> dict[str, Any]:
    read: dict[str, Any] = tomllib.loads(read_text("demo", "traces.toml"))[country.language]
    return read


def add_demo_traces(act: Act, plan: DemoPlan) -> None:
    """Write what a year of work leaves behind, for the first people of a plan only."""
    _add_looks(act, plan)
    _add_export(act, plan)
    _add_words_and_view(act, plan)
    _add_own_lists(act, plan)
    _add_former_address(act, plan)
    _refuse_one_household(act, plan)
    for feature in ("privacy", "exchange", "journal", "clients"):
        act.touch(feature)


def _add_looks(act: Act, plan: DemoPlan) -> None:
    for number in range(min(_LOOKED_AT, plan.clients)):
        chance = Chance(plan.seed, plan.country, "look", number)
        at = _moment(plan, chance, 1 + number % 6)
        look = Look(
            id=chance.key(number / plan.clients),
            person_id=client_key(plan, number),
            at=at,
            last_at=at + timedelta(minutes=chance.randrange(1, 50)),
            who=chance.pick(colleagues(plan)),
            what=CARD,
            times=chance.randrange(2, 5),
        )
        act.session.add(look)


def _add_export(act: Act, plan: DemoPlan) -> None:
    """Note that a colleague took a short list out of the office."""
    chance = Chance(plan.seed, plan.country, "export")
    people = [client_key(plan, number) for number in range(min(_EXPORTED, plan.clients))]
    export = ExportLog(
        id=chance.key(0),
        at=_moment(plan, chance, 9),
        who=colleagues(plan)[0],
        list_name="clients",
        reason=words(plan)["export_reason"],
        form="xlsx",
        columns=json.dumps(_COLUMNS),
        rows=len(people),
    )
    act.session.add(export)
    act.session.flush()
    for place, person_id in enumerate(people):
        act.session.add(
            ExportedPerson(
                id=chance.key(place / _EXPORTED), export_log_id=export.id, person_id=person_id
            )
        )


def _add_words_and_view(act: Act, plan: DemoPlan) -> None:
    chance = Chance(plan.seed, plan.country, "own words")
    own: list[str] = words(plan)["own_words"]
    for place, word in enumerate(own):
        key = chance.key(place / len(own))
        act.session.add(OwnWord(id=key, language=plan.country.language, word=word))
    filters = (("kind", ClientFilter.LIVING_ALONE.value), ("status", PersonStatus.ACTIVE.value))
    view = SavedView(
        id=chance.key(0),
        who=colleagues(plan)[0],
        list_name="clients",
        title=words(plan)["view"],
        is_shared=True,
        view=view_text(View(filters=filters)),
    )
    act.session.add(view)


def _add_own_lists(act: Act, plan: DemoPlan) -> None:
    """Add a topic and a field of the office's own, filled in for some people."""
    chance = Chance(plan.seed, plan.country, "own lists")
    topic, field = words(plan)["own_topic"], words(plan)["own_field"]
    choices: list[str] = words(plan)["own_choices"]
    act.session.add(
        CodeEntry(
            id=chance.key(0), list_name="topics", code="heat_action_plan", position=99, **topic
        )
    )
    own = CustomField(id=chance.key(0.5), kind="choice", choices=json.dumps(choices), **field)
    act.session.add(own)
    act.session.flush()
    for number in range(min(_LOOKED_AT, plan.clients)):
        act.session.add(
            CustomValue(
                id=chance.key(number / plan.clients),
                person_id=client_key(plan, number),
                field_id=own.id,
                entry=chance.pick(choices),
            )
        )


def _add_former_address(act: Act, plan: DemoPlan) -> None:
    number = min(_MOVED, plan.clients - 1)
    chance = Chance(plan.seed, plan.country, "former address")
    quarter = chance.pick(book(plan.country).quarters)
    former = PersonAddress(
        id=chance.key(0),
        person_id=client_key(plan, number),
        label=AddressLabel.FORMER.value,
        country=plan.country.value,
        street=chance.pick(quarter.streets),
        house_number=str(chance.randrange(1, 90)),
        postal_code=chance.pick(quarter.postal_codes),
        city=quarter.city,
        valid_until=plan.today - timedelta(days=400),
    )
    act.session.add(former)


def _refuse_one_household(act: Act, plan: DemoPlan) -> None:
    """Remember of the last proposed household that it is none; the others stay proposed."""
    proposals = household_proposals(act.session.connection(), plan.today)
    if len(proposals) > 1:
        first, *others = (one.person_id for one in proposals[-1].members)
        key = Chance(plan.seed, plan.country, "refusal").key(0)
        refuse_household(act, key, first, tuple(others[:1]))


def _moment(plan: DemoPlan, chance: Chance, days_ago: int) -> datetime:
    """Answer a moment of the working day some days before the plan's (aware, UTC)."""
    at = time(chance.randrange(8, 15), chance.randrange(60))
    return datetime.combine(plan.today - timedelta(days=days_ago), at, tzinfo=UTC)
