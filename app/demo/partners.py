"""The partners of the demo office: institutions with departments and invented contact persons."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.demo.books import book
from app.demo.chance import Chance
from app.demo.rules import Country
from app.institutions.actions import add_institution
from app.institutions.contacts import add_contact
from app.institutions.rules import ContactDetails, InstitutionDetails
from resources import read_text

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_CITIES = {"2750": "Ballerup", "2740": "Skovlunde", "2760": "Måløv"}
"""Postal towns of the Danish office; the German one stands in one city."""
_GIVEN = ("name", "kind", "street", "house_number", "postal_code", "phone", "opening_hours",
          "cooperation", "is_active")  # fmt: skip


@lru_cache
def partners(country: Country) -> tuple[dict[str, Any], ...]:
    """Answer what is written about the institutions of a country."""
    read = tomllib.loads(read_text("demo", f"partners_{country.language}.toml"))
    return tuple(read["institutions"])


def add_demo_partners(act: Act, plan: DemoPlan) -> tuple[UUID, ...]:
    """Write the institutions of a plan with their contacts; answer their ids in order."""
    listed = partners(plan.country)
    return tuple(
        _add(act, plan, entry, number / len(listed)) for number, entry in enumerate(listed)
    )


def _add(act: Act, plan: DemoPlan, entry: dict[str, Any], place: float) -> UUID:
    chance = Chance(plan.seed, plan.country, "partner", entry["name"])
    city = _CITIES.get(entry["postal_code"], "Düsseldorf")
    known = {field: entry[field] for field in _GIVEN if field in entry}
    details = InstitutionDetails(
        country=plan.country.value,
        city=city,
        languages=tuple(entry.get("languages", ())),
        **known,
    )
    whole = add_institution(act, chance.key(place), details)
    for name in entry.get("departments", ()):
        department = InstitutionDetails(
            kind=entry["kind"],
            name=name,
            parent_id=whole,
            country=plan.country.value,
            postal_code=entry["postal_code"],
            city=city,
        )
        part = add_institution(act, chance.key(place), department)
        caretaker = "Varmemester" if plan.country is Country.DENMARK else "Hausmeister"
        add_contact(act, chance.key(place), part, _contact(plan, chance, caretaker, woman=False))
    for function, woman in entry["contacts"]:
        contact = _contact(plan, chance, function, woman=woman)
        add_contact(act, chance.key(place), whole, contact)
    return whole


def _contact(plan: DemoPlan, chance: Chance, function: str, *, woman: bool) -> ContactDetails:
    """Answer an invented contact person of working age."""
    pages = book(plan.country)
    origin = next(names for names in pages.names if names.tag == plan.country.language)
    phone = "17 00 05" if plan.country is Country.DENMARK else "0221 4710 4"
    number = chance.randrange(100)
    return ContactDetails(
        is_new=True,
        given_name=chance.pick(origin.young[woman]),
        family_name=chance.pick(origin.family[woman]).latin,
        function=function,
        phone=f"{phone} {number:02}" if plan.country is Country.DENMARK else f"{phone}{number:02}",
    )
