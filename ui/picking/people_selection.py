"""What the people list is narrowed down to: a role or a mark, a status, a typed name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from app.clients.languages import language_name
from app.clients.rules import (
    NO_NARROWING,
    STATUS_LABELS,
    ClientFilter,
    Narrowing,
    PersonStatus,
    read_narrowing,
)
from resources.text import _, language
from ui.widgets.page import Place

if TYPE_CHECKING:
    from app.exchange.views.rules import View


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection; the empty one lists everybody."""

    kind: ClientFilter = ClientFilter.ALL
    status: PersonStatus | None = None
    typed: str = ""
    more: Narrowing = NO_NARROWING

    @classmethod
    def of(cls, view: View) -> Selection:
        """Answer the selection of a saved view; what it does not know is open."""
        kind, status = view.chosen("kind"), view.chosen("status")
        return cls(
            ClientFilter(kind) if kind in set(ClientFilter) else ClientFilter.ALL,
            PersonStatus(status) if status in set(PersonStatus) else None,
            more=read_narrowing(dict(view.filters)),
        )

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer what a saved view keeps of it; a typed name is gone with the moment."""
        kind = "" if self.kind is ClientFilter.ALL else self.kind.value
        status = self.status.value if self.status else ""
        pairs = {"kind": kind, "status": status} | self.more.texts
        return tuple((name, value) for name, value in pairs.items() if value)

    def letters_place(self) -> Place:
        """Answer where everybody of the selection is written to."""
        status = self.status.value if self.status else ""
        parts = {"kind": self.kind.value, "status": status, "typed": self.typed}
        asked = urlencode(parts | self.more.texts | {"words": self.words()})
        return Place("letters", None, f"mass {asked}")

    def nobody(self) -> tuple[str, bool]:
        """Answer what an empty list says, and whether somebody might be added then."""
        if self.typed:
            return _("Nobody is called “{typed}”.").format(typed=self.typed), True
        if self == Selection():
            return _("Nobody is entered here yet."), True
        return _("Nobody belongs to this list."), False

    def words(self) -> str:
        """Answer the selection as a line below a title; "" for everybody."""
        kind = "" if self.kind is ClientFilter.ALL else dict(kinds())[self.kind]
        status = _(STATUS_LABELS[self.status]) if self.status else ""
        typed = _("Search: {typed}").format(typed=self.typed) if self.typed else ""
        return " · ".join(filter(None, (kind, status, *more_words(self.more), typed)))


def more_words(more: Narrowing) -> list[str]:
    """Answer a narrowing in words: area, language, ages and who is in charge."""
    words = [more.area] if more.area else []
    if more.speaks:
        words.append(shown_value("speaks", more.speaks))
    ages = [more.texts.get(name, "") for name in ("age_from", "age_to")]
    if any(ages):
        words.append(_("Age {least}–{most}").format(least=ages[0], most=ages[1]))
    if more.responsible:
        words.append(_("Responsible: {name}").format(name=more.responsible))
    return words


def shown_value(name: str, value: str) -> str:
    """Answer a value of a narrowing as it is read: languages by name."""
    return language_name(value, language()) if name == "speaks" else value


def kinds() -> list[tuple[ClientFilter, str]]:
    """Answer the lists that there are, with their words."""
    return [
        (ClientFilter.ALL, _("All")),
        (ClientFilter.CLIENTS, _("Clients")),
        (ClientFilter.VOLUNTEERS, _("Volunteers")),
        (ClientFilter.CONTACTS, _("Contact persons")),
        (ClientFilter.REPORTERS, _("Reporters")),
        (ClientFilter.STAFF, _("Staff")),
        (ClientFilter.LIVING_ALONE, _("Living alone")),
        (ClientFilter.PROTECTED, _("Address protected")),
    ]


def statuses() -> list[tuple[PersonStatus | None, str]]:
    """Answer what the status can be narrowed down to."""
    return [
        (None, _("Any status")),
        *((status, _(STATUS_LABELS[status])) for status in PersonStatus),
    ]
