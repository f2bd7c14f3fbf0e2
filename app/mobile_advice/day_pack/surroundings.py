"""What a pack tells about the surroundings of a stop: what is due soon, what is offered."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from app.clients.rules import full_name, show_phone
from app.errors import N_
from app.mobile_advice.day_pack import statements as ask
from app.mobile_advice.day_pack.figures import pack_figures_on
from forms.mobile_advice.day_pack_rows import DueSoon, Offer, Surroundings
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from sqlalchemy import Connection

PREVENTIVE = N_("Preventive visit")


class Near(NamedTuple):
    """What is due in a district, and whom it is about."""

    told: Surroundings
    people: tuple[UUID, ...]


def due_near(
    connection: Connection, areas: Iterable[UUID], day: date, language: str
) -> dict[UUID, Near]:
    """Answer by district what is due soon for people who live there, the next first."""
    figures = pack_figures_on(day)
    last = day + timedelta(days=figures.due_days)
    values = {
        "areas": list(areas),
        "first": day,
        "last": last,
        "first_words": day.isoformat(),
        "last_words": last.isoformat(),
    }
    found: defaultdict[UUID, list[tuple[UUID, DueSoon]]] = defaultdict(list)
    for area, person, due in _due(connection, values, language):
        found[area].append((person, due))
    return {area: _near(some, last, figures.most_due) for area, some in found.items()}


def _near(some: list[tuple[UUID, DueSoon]], last: date, most: int) -> Near:
    shown = sorted(some, key=_when)[:most]
    listed = tuple(due for _person, due in shown)
    told = Surroundings(listed, last, len(some) - len(shown))
    return Near(told, tuple(person for person, _due in shown))


def offers_near(
    connection: Connection, areas: Iterable[UUID], day: date, country: str
) -> dict[UUID, tuple[Offer, ...]]:
    """Answer by district which institutions there are, with their hours."""
    most = pack_figures_on(day).most_offers
    found: defaultdict[UUID, list[Offer]] = defaultdict(list)
    for row in connection.execute(ask.OFFERS, {"areas": list(areas)}):
        hours = " ".join(row.opening_hours.split())
        place = f"{row.street} {row.house_number}".strip()
        phone = show_phone(row.phone, country) if row.phone else ""
        found[row.area_id].append(Offer(row.name, place, hours, phone))
    return {area: tuple(some[:most]) for area, some in found.items()}


def _due(
    connection: Connection, values: Mapping[str, object], language: str
) -> Iterator[tuple[UUID, UUID, DueSoon]]:
    rows: Iterable[Any] = connection.execute(ask.TASKS, values)
    for row in rows:
        yield row.area_id, row.id, DueSoon(row.day, _name(row), row.title)
    preventive = catalogue(language).gettext(PREVENTIVE)
    rows = connection.execute(ask.OFFERED, values)
    for row in rows:
        yield row.area_id, row.id, DueSoon(row.day, _name(row), preventive)
    rows = connection.execute(ask.OWN_DAYS, values)
    for row in rows:
        labels = {"de": row.label_de, "da": row.label_da, "en": row.label_en}
        label = labels[language] or next(filter(None, labels.values()), "")
        yield row.area_id, row.id, DueSoon(date.fromisoformat(row.entry), _name(row), label)


def _name(row: Any) -> str:  # noqa: ANN401 - a row with a person's names
    return full_name(row.given_name, row.family_name)


def _when(pair: tuple[UUID, DueSoon]) -> tuple[date, str]:
    return pair[1].day, pair[1].name
