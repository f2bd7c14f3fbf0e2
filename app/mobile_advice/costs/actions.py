"""Keeping the assumptions of the cost sheet; an amount of the past stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.expenses.queries import office_currency
from app.mobile_advice.costs.rules import check_item
from app.office import CHANGED_MEANWHILE
from db.advice import CostItem

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.costs.rules import CostItemDetails
    from app.office import Act

ITEM_FORM = "cost_item"
"""The form of an assumption in drafts; the subject is its id, "" for a new one."""
ITEM_GONE = N_("This assumption is no longer in the office.")


def save_cost_item(
    act: Act, item_id: UUID, version: int, details: CostItemDetails, code: str = ""
) -> UUID:
    """Add an assumption (`version` is 0) or change one; answer its id.

    A new one under the `code` of another takes its place from its first day on. Adding twice
    under one id adds once. Raises `Refused` with a problem for each wrong field, and `Conflict`.
    """
    if problems := check_item(details):
        raise Refused(*problems)
    row = act.session.get(CostItem, item_id)
    if row is None and version:
        raise Refused(Problem(ITEM_GONE))
    if row is not None and row.version != version:
        if not version:
            return item_id
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if row is None:
        currency = office_currency(act.session.connection())
        row = CostItem(id=item_id, code=code or uuid4().hex, currency=currency)
    _write(row, details)
    act.session.add(row)
    for subject in {"", str(item_id)} if not version else {str(item_id)}:
        discard_draft(act, ITEM_FORM, subject)
    act.touch("advice", item_id)
    return item_id


def remove_cost_item(act: Act, item_id: UUID, version: int) -> UUID:
    """Delete an assumption; answer its id."""
    row = act.session.get(CostItem, item_id)
    if row is None:
        raise Refused(Problem(ITEM_GONE))
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    act.session.delete(row)
    act.touch("advice", item_id)
    return item_id


def _write(row: CostItem, details: CostItemDetails) -> None:
    assert details.amount is not None  # noqa: S101 - checked before
    assert details.valid_from is not None  # noqa: S101 - checked before
    row.title, row.source = details.title.strip(), details.source.strip()
    row.side, row.kind, row.amount = str(details.side), str(details.kind), details.amount
    row.spread_months = details.spread_months or 0
    row.valid_from, row.valid_until = details.valid_from, details.valid_until
