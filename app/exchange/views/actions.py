"""Keeping a view under a name, sharing it, and remembering how a list was left."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.errors import Conflict, Problem, Refused
from app.exchange.views.rules import LAST_USED, NOT_YOURS, TAKEN, View, check_title, view_text
from app.office import CHANGED_MEANWHILE
from db.exchange import SavedView

if TYPE_CHECKING:
    from app.office import Act


def save_view(act: Act, list_name: str, title: str, view: View, *, is_shared: bool = False) -> UUID:
    """Keep a view under a name; one of the same name that is mine is replaced.

    Raises `Refused` when the name is missing or too long.
    """
    problems = check_title(title)
    if problems:
        raise Refused(*problems)
    saved = _put(act, list_name, title.strip(), view)
    saved.is_shared = is_shared
    act.session.flush()
    act.touch("exchange", saved.id)
    return saved.id


def remember_view(act: Act, list_name: str, view: View) -> None:
    """Remember how a list was left; that is no change of the office's facts."""
    _put(act, list_name, LAST_USED, view)


def rename_view(act: Act, view_id: UUID, title: str, version: int) -> None:
    """Give one of my views another name."""
    problems = check_title(title)
    if problems:
        raise Refused(*problems)
    saved = _mine(act, view_id, version)
    twin = _known(act, saved.list_name, title.strip())
    if twin is not None and twin.id != saved.id:
        raise Refused(Problem(TAKEN, "title"))
    saved.title = title.strip()
    act.touch("exchange", saved.id)


def share_view(act: Act, view_id: UUID, version: int, *, is_shared: bool) -> None:
    """Offer one of my views to all colleagues, or to me alone again."""
    saved = _mine(act, view_id, version)
    saved.is_shared = is_shared
    act.touch("exchange", saved.id)


def delete_view(act: Act, view_id: UUID, version: int) -> None:
    """Throw one of my views away; the list itself stays as it is."""
    saved = _mine(act, view_id, version)
    act.session.delete(saved)
    act.touch("exchange", view_id)


def _put(act: Act, list_name: str, title: str, view: View) -> SavedView:
    text = view_text(view)
    saved = _known(act, list_name, title)
    if saved is None:
        saved = SavedView(who=act.who, list_name=list_name, title=title, view=text)
        act.session.add(saved)
    elif saved.view != text:
        saved.view = text
    return saved


def _known(act: Act, list_name: str, title: str) -> SavedView | None:
    return act.session.scalars(
        select(SavedView).where(
            SavedView.who == act.who, SavedView.list_name == list_name, SavedView.title == title
        )
    ).one_or_none()


def _mine(act: Act, view_id: UUID, version: int) -> SavedView:
    saved = act.session.get(SavedView, view_id)
    if saved is None or saved.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if saved.who != act.who:
        raise Refused(Problem(NOT_YOURS, values={"who": saved.who}))
    return saved
