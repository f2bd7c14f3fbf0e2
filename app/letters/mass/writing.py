"""Letters of a mailing on their way: composed in batches, drawn on both cores, then kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from app.errors import Problem, Refused
from app.letters.composing.addressees import Recipients, addressees, homes
from app.letters.composing.facts import (
    Composed,
    Materials,
    asks_for_visit,
    composed,
    office_of,
    visit_of,
)
from app.letters.composing.rules import layout_words
from app.letters.composing.templates import template

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

    from app.letters.composing.addressees import Addressee
    from app.letters.mass.drawing import Troubles
    from app.letters.mass.rules import Group, RunWish
    from forms.letters.composed import ComposedLetter


@dataclass(frozen=True, slots=True)
class Draft:
    """One letter of a mailing that may be drawn, or what stands against it."""

    group: Group
    name: str
    """Of the first person."""
    letter: ComposedLetter | None = None
    language: str = ""
    second: str = ""
    layout: str = ""
    visit_id: UUID | None = None
    problems: tuple[Problem, ...] = ()

    def refused(self, problems: tuple[Problem, ...]) -> Draft:
        """Answer the same letter with what stands against it."""
        return Draft(self.group, self.name, problems=problems)


def letter_key(run_id: UUID, person_id: UUID) -> UUID:
    """Answer the id of a person's letter in a mailing: the same whenever it is tried again."""
    return uuid5(run_id, person_id.hex)


def compose_batch(
    connection: Connection, wish: RunWish, groups: Sequence[Group], today: date
) -> tuple[Draft, ...]:
    """Compose some letters of a mailing; one bad record stops none of the others."""
    materials = Materials(office_of(connection), template(connection, wish.template), today)
    people = [one for group in groups for one in group.people]
    known = addressees(connection, people, today)
    shared = [group.first for group in groups if len(group.people) > 1]
    names = {one: home.name for one, home in homes(connection, shared, today).items()}
    writer = _Writer(connection, materials, wish)
    return tuple(
        writer.draft(group, _recipients(group, known, names))
        for group in groups
        if group.first in known
    )


def _recipients(
    group: Group, known: Mapping[UUID, Addressee], names: Mapping[UUID, str]
) -> Recipients:
    there = tuple(known[one] for one in group.people if one in known)
    return Recipients(there, names.get(group.first, ""))


class _Writer:
    """Composes letters of one template."""

    def __init__(self, connection: Connection, materials: Materials, wish: RunWish) -> None:
        self._connection, self._materials, self._wish = connection, materials, wish
        self._asks_for_visit = asks_for_visit(materials.template)

    def draft(self, group: Group, to: Recipients) -> Draft:
        """Compose one letter, or say what stands against it."""
        try:
            made = self._composed(to)
        except Refused as refused:
            return Draft(group, to.first.name, problems=refused.problems)
        settled = made.settled
        return Draft(
            group,
            to.first.name,
            made.letter,
            settled.language,
            settled.second,
            layout_words(settled),
            made.visit_id,
        )

    def _composed(self, to: Recipients) -> Composed:
        visit = None
        if self._asks_for_visit:
            visit = visit_of(self._connection, self._materials, to.first, self._wish.choice)
        return composed(self._materials, to, self._wish.choice, visit)


def with_troubles(draft: Draft, troubles: Troubles) -> Draft:
    """Answer a letter that was to be drawn, with what stood against it."""
    return draft.refused(tuple(Problem(*each) for each in troubles)) if troubles else draft
