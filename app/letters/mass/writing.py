"""Letters of a mailing on their way: composed in batches, drawn on both cores, then kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from app.errors import Problem, Refused
from app.letters.composing.addressees import Recipients, addressees, homes
from app.letters.composing.facts import Composed, Materials, composed, office_of, visit_of
from app.letters.composing.rules import layout_words
from app.letters.composing.templates import template
from forms.letters.composed import ComposedLetter, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

    from app.letters.composing.addressees import Addressee
    from app.letters.mass.rules import Group, RunWish


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
    return tuple(
        _draft(connection, materials, wish, group, _recipients(group, known, names))
        for group in groups
        if group.first in known
    )


def _recipients(
    group: Group, known: Mapping[UUID, Addressee], names: Mapping[UUID, str]
) -> Recipients:
    there = tuple(known[one] for one in group.people if one in known)
    return Recipients(there, names.get(group.first, ""))


def _draft(
    connection: Connection, materials: Materials, wish: RunWish, group: Group, to: Recipients
) -> Draft:
    plain = Draft(group, to.first.name)
    try:
        visit = visit_of(connection, materials, to.first, wish.choice)
        made: Composed = composed(materials, to, wish.choice, visit)
    except Refused as refused:
        return plain.refused(refused.problems)
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


Troubles = list[tuple[str, str, dict[str, object]]]
"""Problems as another process can send them."""


def draw(letters: Sequence[ComposedLetter]) -> list[bytes | Troubles]:
    """Draw letters, each as PDF or as what stands against it; another process can do it."""
    return [_drawn(letter) for letter in letters]


def _drawn(letter: ComposedLetter) -> bytes | Troubles:
    try:
        return render(letter)
    except Refused as refused:
        return [(p.message, p.field, dict(p.values)) for p in refused.problems]


def drawn(
    drafts: Sequence[Draft], pages: Sequence[bytes | Troubles]
) -> Iterator[tuple[Draft, bytes]]:
    """Answer each draft with its pages; b"" where something stands against it."""
    rest = iter(pages)
    for draft in drafts:
        page = next(rest) if draft.letter is not None else b""
        if isinstance(page, bytes):
            yield draft, page
        else:
            yield draft.refused(tuple(Problem(*each) for each in page)), b""
