"""The people list as it leaves the office: everybody it has, not only the rows in sight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from app.clients.queries.facts import PersonRow, found_rows, people_rows
from app.exchange.writing.rules import ExportFormat
from resources.text import _, language
from ui.clients.people_cells import card
from ui.clients.people_columns import people_columns
from ui.picking.people_selection import Selection
from ui.views.row_columns import export_columns
from ui.widgets.export_offer import ExportOffer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from app.clients.queries import ClientHit
    from app.custom.rules import OwnField


@dataclass(frozen=True, slots=True)
class Listed:
    """What the columns depend on: the day, and the office's own fields."""

    today: date
    own: tuple[OwnField, ...] = ()


def listed_offer(
    selection: Selection, count: int, chosen: Sequence[str], listed: Listed
) -> ExportOffer[PersonRow]:
    """Answer the offer of a list that is read window by window."""
    fetch = partial(
        people_rows,
        kind=selection.kind,
        status=selection.status,
        more=selection.more,
        language=language(),
        today=listed.today,
    )
    return _offer(selection, count, (chosen, listed), fetch)


def found_offer(
    selection: Selection, hits: Sequence[ClientHit], chosen: Sequence[str], listed: Listed
) -> ExportOffer[PersonRow]:
    """Answer the offer of the people that a typed name has found."""
    fetch = partial(found_rows, hits=tuple(hits), today=listed.today)
    return _offer(selection, len(hits), (chosen, listed), fetch)


def person_offer(hit: ClientHit, chosen: Sequence[str], listed: Listed) -> ExportOffer[PersonRow]:
    """Answer the offer of one person, first as an address card."""
    offer = found_offer(Selection(), (hit,), chosen, listed)
    return replace(offer, title=_("Person"), form=ExportFormat.VCARD.value)


def _offer(
    selection: Selection,
    count: int,
    shown: tuple[Sequence[str], Listed],
    fetch: Callable[..., Sequence[PersonRow]],
) -> ExportOffer[PersonRow]:
    chosen, listed = shown
    return ExportOffer(
        list_name="clients",
        title=_("People"),
        count=count,
        columns=export_columns(people_columns(listed.today, listed.own)),
        chosen=tuple(chosen),
        fetch=fetch,
        person_of=_id,
        is_protected=_is_protected,
        selection=selection.words(),
        card=card,
    )


def _id(row: PersonRow) -> UUID:
    return row.hit.id


def _is_protected(row: PersonRow) -> bool:
    return row.hit.address_protected
