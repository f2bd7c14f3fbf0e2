"""Keeping a mass mailing: the run with its lawful basis, and each letter in a history."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from sqlalchemy import select

from app.errors import Problem, Refused
from app.letters.composing.templates import template
from app.letters.mass.rules import IN_HOUSEHOLD, ItemState, LeftOut, RunWish, check_wish
from app.letters.mass.writing import letter_key
from app.letters.rules.states import Channel
from db.letters import Letter, LetterRun, LetterRunItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.letters.mass.running import Finished
    from app.office import Act


def begin_run(act: Act, run_id: UUID, wish: RunWish, left_out: Iterable[LeftOut] = ()) -> None:
    """Note who writes to whom with what and why, before the first letter is kept.

    The same `run_id` again changes nothing but who is left out. Raises `Refused` without a
    title, or without a lawful basis where the template needs one.
    """
    row = template(act.session.connection(), wish.template).row
    if problems := check_wish(wish, asks_basis=row.asks_basis):
        raise Refused(*problems)
    if act.session.get(LetterRun, run_id) is None:
        run = LetterRun(
            id=run_id,
            at=act.now,
            by=act.who,
            title=wish.title.strip(),
            template=wish.template,
            selection=wish.selection,
            lawful_basis=wish.basis,
            posted_on=wish.posted_on,
        )
        act.session.add(run)
        act.session.flush()
    for one in left_out:
        _note(act, run_id, one.person_id, ItemState.LEFT_OUT, (one.problem,))
    act.touch("letters", run_id)


def keep_letters(act: Act, run_id: UUID, wish: RunWish, made: Sequence[Finished]) -> None:
    """Keep some letters of a mailing, and what stands against others; again is no second one."""
    known = _known(act, run_id, made)
    for one in made:
        if one.file is None:
            _note(act, run_id, one.first, ItemState.REFUSED, one.problems, known)
            continue
        letter_id = letter_key(run_id, one.first)
        if letter_id not in known:
            act.session.add(_letter(act, letter_id, wish, one))
            act.session.flush()
        _note(act, run_id, one.first, ItemState.WRITTEN, (), known, letter_id)
        together = (Problem(IN_HOUSEHOLD, "", {"name": one.name}),)
        for other in one.people[1:]:
            _note(act, run_id, other, ItemState.LEFT_OUT, together, known, letter_id)
    act.touch("letters", run_id)


def post_run(act: Act, run_id: UUID, day: date) -> int:
    """Say that all letters of a mailing were posted on a day; answer how many there are."""
    run = act.session.get(LetterRun, run_id)
    if run is None:
        return 0
    run.posted_on = day
    ids = select(LetterRunItem.letter_id).where(
        LetterRunItem.letter_run_id == run_id, LetterRunItem.state == ItemState.WRITTEN.value
    )
    letters = act.session.scalars(select(Letter).where(Letter.id.in_(ids))).all()
    for letter in letters:
        letter.posted_on, letter.channel = day, Channel.POST.value
    act.touch("letters", run_id)
    return len(letters)


def _known(act: Act, run_id: UUID, made: Sequence[Finished]) -> frozenset[UUID]:
    """Answer which of these letters and notes about people are kept already, asked at once."""
    people = [person for one in made for person in one.people]
    letters = [letter_key(run_id, one.first) for one in made]
    items = [_item_key(run_id, person) for person in people]
    kept = act.session.scalars(select(Letter.id).where(Letter.id.in_(letters))).all()
    noted = act.session.scalars(select(LetterRunItem.id).where(LetterRunItem.id.in_(items)))
    return frozenset((*kept, *noted))


def _item_key(run_id: UUID, person_id: UUID) -> UUID:
    return uuid5(run_id, f"item {person_id.hex}")


def _note(
    act: Act,
    run_id: UUID,
    person_id: UUID,
    state: ItemState,
    problems: Sequence[Problem],
    known: frozenset[UUID] | None = None,
    letter_id: UUID | None = None,
) -> None:
    """Note what became of a person, in place of what was noted before."""
    key = _item_key(run_id, person_id)
    item = act.session.get(LetterRunItem, key) if known is None or key in known else None
    if item is None:
        item = LetterRunItem(id=key, letter_run_id=run_id, person_id=person_id)
        act.session.add(item)
    item.letter_id, item.state = letter_id, state.value
    item.problem = _as_text(problems)


def _as_text(problems: Sequence[Problem]) -> str:
    rows = [[p.message, p.field, {k: str(v) for k, v in p.values.items()}] for p in problems]
    return json.dumps(rows) if rows else ""


def _letter(act: Act, letter_id: UUID, wish: RunWish, one: Finished) -> Letter:
    pdf = one.read()
    return Letter(
        id=letter_id,
        client_id=one.first,
        visit_id=one.visit_id,
        template=wish.template,
        language=one.language,
        second_language=one.second,
        layout=one.layout,
        subject=one.subject,
        written_at=act.now,
        author=act.who,
        posted_on=wish.posted_on,
        channel=Channel.POST.value if wish.posted_on else "",
        sha256=sha256(pdf).hexdigest(),
        pdf=pdf,
    )
