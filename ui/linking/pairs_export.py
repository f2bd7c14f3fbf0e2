"""Possible duplicates as they leave the office: one row a pair, as one looks through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.linking.words import because, born, likelihood
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.linking.queries import PairRow


def pairs_offer(rows: Sequence[PairRow]) -> ExportOffer[PairRow]:
    """Answer the offer of pairs, the likeliest first."""
    columns: tuple[ExportColumn[PairRow], ...] = (
        ExportColumn("one", _("One card"), lambda pair: pair.one.name),
        ExportColumn("one_born", _("Born"), _one_born),
        ExportColumn("one_place", _("Address"), _one_place, reveals_address=True),
        ExportColumn("other", _("Other card"), lambda pair: pair.other.name),
        ExportColumn("other_born", _("Born"), _other_born),
        ExportColumn("other_place", _("Address"), _other_place, reveals_address=True),
        ExportColumn("likely", _("Likely"), lambda pair: likelihood(pair.score)),
        ExportColumn("reasons", _("Reasons"), lambda pair: because(pair.reasons)),
    )
    return ExportOffer(
        list_name="linking",
        title=_("Possible duplicates"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=_one,
        is_protected=_is_protected,
        others_of=_other,
    )


def _one_born(pair: PairRow) -> str:
    return born(pair.one.birth_date, pair.one.birth_precision)


def _one_place(pair: PairRow) -> str:
    return pair.one.place


def _other_born(pair: PairRow) -> str:
    return born(pair.other.birth_date, pair.other.birth_precision)


def _other_place(pair: PairRow) -> str:
    return pair.other.place


def _one(pair: PairRow) -> UUID:
    return pair.one.id


def _other(pair: PairRow) -> tuple[UUID]:
    return (pair.other.id,)


def _is_protected(pair: PairRow) -> bool:
    """Two cards that look alike mostly say one address: one protected card protects both."""
    return pair.one.address_protected or pair.other.address_protected
