"""The views of a list that the person at work may choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select, true

from app.exchange.views.rules import LAST_USED, SavedViewRow, View, read_view
from db.access import ME
from db.exchange import SavedView

if TYPE_CHECKING:
    from sqlalchemy import Connection

_VIEWS = (
    select(
        SavedView.id,
        SavedView.version,
        SavedView.title,
        SavedView.who,
        SavedView.is_shared,
        (SavedView.who == ME).label("is_mine"),
        SavedView.view,
    )
    .where(
        SavedView.list_name == bindparam("list_name"),
        SavedView.title != LAST_USED,
        or_(SavedView.who == ME, SavedView.is_shared == true()),
    )
    .order_by(SavedView.title, SavedView.who)
)
_LAST = select(SavedView.view).where(
    SavedView.list_name == bindparam("list_name"),
    SavedView.title == LAST_USED,
    SavedView.who == ME,
)


def saved_views(connection: Connection, list_name: str) -> tuple[SavedViewRow, ...]:
    """Answer my views of a list and those that colleagues share, by name."""
    found = connection.execute(_VIEWS, {"list_name": list_name})
    return tuple(
        SavedViewRow(row[0], row[1], row[2], row[3], row[4], bool(row[5]), read_view(row[6]))
        for row in found
    )


def last_view(connection: Connection, list_name: str) -> View:
    """Answer how I left a list; the usual view when I never changed it."""
    text = connection.execute(_LAST, {"list_name": list_name}).scalar_one_or_none()
    return View() if text is None else read_view(text)
