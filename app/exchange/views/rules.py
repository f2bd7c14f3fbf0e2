"""What a view of a list is: its columns, what it is narrowed down to, its order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

TITLE_LENGTH = 60
"""Longest name of a view, in characters."""
LAST_USED = ""
"""The name of the view that a person left a list with; it is never offered by name."""

NOT_YOURS = N_("This view belongs to {who}. Save it under a name of your own to change it.")
TAKEN = N_("You have a view of this name already. Please choose another name.")


@dataclass(frozen=True, slots=True)
class View:
    """A view: plain names that the list itself understands."""

    columns: tuple[str, ...] = ()
    """Keys of the columns from the left; none means the usual ones."""
    filters: tuple[tuple[str, str], ...] = ()
    """What is narrowed down, such as ("role", "volunteer")."""
    order: str = ""
    """Key of the column that is sorted by, "-" before it when descending; "" is the usual one."""

    def chosen(self, name: str) -> str:
        """Answer what a filter is set to, "" when it is open."""
        return dict(self.filters).get(name, "")


@dataclass(frozen=True, slots=True)
class SavedViewRow:
    """A saved view as it is offered."""

    id: UUID
    version: int
    title: str
    who: str
    is_shared: bool
    is_mine: bool
    view: View


def view_text(view: View) -> str:
    """Answer a view as it is stored."""
    return json.dumps({"columns": view.columns, "filters": dict(view.filters), "order": view.order})


def read_view(text: str) -> View:
    """Answer a stored view; what is not understood is left out, the list then shows as usual."""
    try:
        found = json.loads(text)
    except ValueError:
        return View()
    if not isinstance(found, dict):
        return View()
    order = found.get("order")
    return View(
        columns=_names(found.get("columns")),
        filters=_pairs(found.get("filters")),
        order=order if isinstance(order, str) else "",
    )


def _names(found: object) -> tuple[str, ...]:
    return tuple(name for name in found if isinstance(name, str)) if isinstance(found, list) else ()


def _pairs(found: object) -> tuple[tuple[str, str], ...]:
    pairs: Mapping[object, object] = found if isinstance(found, dict) else {}
    return tuple(
        (name, value)
        for name, value in pairs.items()
        if isinstance(name, str) and isinstance(value, str)
    )


def check_title(title: str) -> tuple[Problem, ...]:
    """Answer what is wrong with the name of a view."""
    return check_text(title, "title", longest=TITLE_LENGTH, required=True)
