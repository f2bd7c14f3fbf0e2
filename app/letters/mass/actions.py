"""Keeping a mass mailing: the run with its lawful basis, and each letter in a history."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from sqlalchemy import select

from app.errors import N_, Problem, Refused
from app.letters.composing.actions import BEFORE_WRITTEN
from app.letters.composing.templates import template
from app.letters.mass.rules import IN_HOUSEHOLD, ItemState, LeftOut, RunWish, check_wish
from app.letters.mass.wishes import problems_text, wish_text
from app.letters.mass.writing import letter_key
from app.letters.rules.states import Channel
from db.letters import Letter, LetterRun, LetterRunItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.letters.mass.running import Finished
    from app.office import Act


RUN_IS_GONE = N_("This mailing no longer exists.")


def begin_run(act: Act, run_id: UUID, wish: RunWish, left_out: Iterable[LeftOut] = ()) -> None:
    """Note who writes to whom with what and why, before the first letter is kept.

    The same `run_id` again changes nothing but who is left out. Raises `Refused` without a
    title, a template or a lawful basis.
    """
    template(act.session.connection(), wish.template)
    if problems := check_wish(wish):
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
            wish=wish_text(wish),
        )
        act.session.add(run)
        act.session.flush()
    notes = _Notes(act, run_id)
    for one in left_out:
        notes.put(one.person_id, ItemState.LEFT_OUT, (one.problem,))
    act.touch("letters", run_id)


def keep_letters(act: Act, run_id: UUID, wish: RunWish, made: Sequence[Finished]) -> None:
    """Keep some letters of a mailing, and what stands against others; again is no second one."""
    known = _known(act, run_id, made)
    notes = _Notes(act, run_id, known)
    act.session.add_all(
        _letter(act, key, wish, one)
        for one in made
        if one.file is not None and (key := letter_key(run_id, one.first)) not in known
    )
    act.session.flush()
    for one in made:
        if one.file is None:
            # Everybody of the group is noted: together they are tried again.
            for person in one.people:
                notes.put(person, ItemState.REFUSED, one.problems, number=one.number)
            continue
        letter_id = letter_key(run_id, one.first)
        notes.put(one.first, ItemState.WRITTEN, (), letter_id, one.number)
        together = (Problem(IN_HOUSEHOLD, "", {"name": one.name}),)
        for other in one.people[1:]:
            notes.put(other, ItemState.LEFT_OUT, together, letter_id, one.number)
    act.touch("letters", run_id)


def post_run(act: Act, run_id: UUID, day: date) -> int:
    """Say that all letters of a mailing were posted on a day; answer how many there are.

    Raises `Refused` when there is no such mailing, or it was not written yet on that day.
    """
    run = act.session.get(LetterRun, run_id)
    if run is None:
        raise Refused(Problem(RUN_IS_GONE))
    if day < run.at.astimezone().date():
        raise Refused(Problem(BEFORE_WRITTEN, "posted_on"))
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


class _Notes:
    """What became of the people of a run, each note in place of the one before."""

    def __init__(self, act: Act, run_id: UUID, known: frozenset[UUID] | None = None) -> None:
        """`known` are the keys of notes that are kept; None where that was not asked."""
        self._act, self._run_id, self._known = act, run_id, known

    def put(
        self,
        person_id: UUID,
        state: ItemState,
        problems: Sequence[Problem],
        letter_id: UUID | None = None,
        number: int = 0,
    ) -> None:
        key = _item_key(self._run_id, person_id)
        may_be = self._known is None or key in self._known
        item = self._act.session.get(LetterRunItem, key) if may_be else None
        if item is None:
            item = LetterRunItem(id=key, letter_run_id=self._run_id, person_id=person_id)
            self._act.session.add(item)
        item.letter_id, item.state, item.number = letter_id, state.value, number
        item.problem = problems_text(problems)


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
