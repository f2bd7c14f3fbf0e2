"""What can be done about duplicates: keep what was found, link, undo, say that they are two."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select

from app.access.actions import need_right
from app.access.rules import Right
from app.clients.contact import recount_contact
from app.errors import Problem, Refused
from app.linking.rules import (
    ALREADY_ONE,
    GONE,
    NO_SUCH_LINK,
    NO_SUCH_PAIR,
    ONE_IS_RESTRICTED,
    SAME_CARD,
    Verdict,
    in_order,
    speakers,
)
from app.text_rules import NAME_LENGTH, check_text
from db.access import is_known_to_me
from db.duplicates import DuplicatePair, PersonLink
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from app.linking.queries import FoundPair
    from app.linking.rules import Linking
    from app.office import Act

_KNOWN = select(Person).where(Person.id == bindparam("id"), is_known_to_me(Person.id))
_GROUP = select(Person).where(
    or_(Person.id == bindparam("id"), Person.linked_to == bindparam("id"))
)
_LINKS = select(PersonLink.person_id, PersonLink.other_id).where(
    PersonLink.undone_at.is_(None), PersonLink.other_id.in_(bindparam("ids", expanding=True))
)
_PAIR = select(DuplicatePair).where(
    DuplicatePair.person_id == bindparam("one"), DuplicatePair.other_id == bindparam("other")
)


def keep_pairs(act: Act, found: Iterable[FoundPair]) -> int:
    """Keep pairs that the search found; those that somebody decided stay as they are.

    Answers how many are new. Raises `Refused` without the right to link.
    """
    need_right(act, Right.LINK_PEOPLE)
    new = 0
    for pair in found:
        row = _pair(act, pair.one, pair.other)
        if row is None:
            one, other = in_order(pair.one, pair.other)
            row = DuplicatePair(person_id=one, other_id=other, found_at=act.now, verdict="")
            act.session.add(row)
            new += 1
        if row.verdict == Verdict.OPEN:
            row.score, row.reasons = pair.score, json.dumps(pair.reasons)
    return new


def drop_pairs(act: Act, pair_ids: Iterable[UUID]) -> int:
    """Drop open pairs that a later search did not find again; answer how many."""
    need_right(act, Right.LINK_PEOPLE)
    dropped = 0
    for pair_id in pair_ids:
        pair = act.session.get(DuplicatePair, pair_id)
        if pair is not None and pair.verdict == Verdict.OPEN:
            act.session.delete(pair)
            dropped += 1
    return dropped


def finish_search(act: Act) -> None:
    """Say that a search is over: pages that show its pairs ask again."""
    need_right(act, Right.LINK_PEOPLE)
    act.touch("linking")


def link_people(act: Act, link_id: UUID, linking: Linking) -> UUID:
    """Let one card speak for another; the same link a second time changes nothing.

    Nothing is moved: notes, visits and letters stay with the card on which they were written.
    Raises `Refused` when there are not two cards, or when only one of them is restricted.
    """
    need_right(act, Right.LINK_PEOPLE)
    if act.session.get(PersonLink, link_id) is not None:
        return link_id
    if problems := check_text(linking.reason, "reason", longest=NAME_LENGTH):
        raise Refused(*problems)
    if linking.speaker == linking.other:
        raise Refused(Problem(SAME_CARD))
    speaker, other = (_speaker_of(act, key) for key in (linking.speaker, linking.other))
    if speaker.id == other.id:
        raise Refused(Problem(ALREADY_ONE))
    if speaker.is_restricted != other.is_restricted:
        raise Refused(Problem(ONE_IS_RESTRICTED))
    act.session.add(
        PersonLink(
            id=link_id,
            person_id=speaker.id,
            other_id=other.id,
            linked_at=act.now,
            linked_by=act.who,
            reason=linking.reason.strip(),
        )
    )
    act.session.flush()
    _speak(act, {*_group(act, speaker), *_group(act, other)})
    _decide(act, linking.speaker, linking.other, Verdict.SAME)
    _touch(act, speaker.id, other.id)
    return link_id


def undo_link(act: Act, link_id: UUID) -> UUID:
    """Part two cards again, at any later time; each is as it was, with what came since.

    An undone link stays on record; undoing it again changes nothing.
    """
    need_right(act, Right.LINK_PEOPLE)
    link = act.session.get(PersonLink, link_id)
    if link is None:
        raise Refused(Problem(NO_SUCH_LINK))
    one, other = _known(act, link.person_id), _known(act, link.other_id)
    if link.undone_at is None:
        together = {*_group(act, _speaker_of(act, other.id))}
        link.undone_at, link.undone_by = act.now, act.who
        act.session.flush()
        _speak(act, together)
        _decide(act, one.id, other.id, Verdict.OPEN)
        _touch(act, one.id, other.id)
    return link_id


def say_different(act: Act, pair_id: UUID) -> UUID:
    """Say that a pair shows two people; it is never proposed again."""
    return _judge(act, pair_id, Verdict.DIFFERENT)


def propose_again(act: Act, pair_id: UUID) -> UUID:
    """Take back that a pair shows two people."""
    return _judge(act, pair_id, Verdict.OPEN)


def _judge(act: Act, pair_id: UUID, verdict: Verdict) -> UUID:
    need_right(act, Right.LINK_PEOPLE)
    pair = act.session.get(DuplicatePair, pair_id)
    if pair is None:
        raise Refused(Problem(NO_SUCH_PAIR))
    _known(act, pair.person_id)
    _known(act, pair.other_id)
    _write(act, pair, verdict)
    act.touch("linking", pair_id)
    return pair_id


def _decide(act: Act, one: UUID, other: UUID, verdict: Verdict) -> None:
    pair = _pair(act, one, other)
    if pair is not None:
        _write(act, pair, verdict)


def _write(act: Act, pair: DuplicatePair, verdict: Verdict) -> None:
    is_open = verdict is Verdict.OPEN
    pair.verdict = verdict
    pair.decided_by = "" if is_open else act.who
    pair.decided_at = None if is_open else act.now


def _pair(act: Act, one: UUID, other: UUID) -> DuplicatePair | None:
    first, second = in_order(one, other)
    return act.session.scalar(_PAIR, {"one": first, "other": second})


def _known(act: Act, person_id: UUID) -> Person:
    person = act.session.scalar(_KNOWN, {"id": person_id})
    if person is None:
        raise Refused(Problem(GONE))
    return person


def _speaker_of(act: Act, person_id: UUID) -> Person:
    person = _known(act, person_id)
    return person if person.linked_to is None else _known(act, person.linked_to)


def _group(act: Act, speaker: Person) -> tuple[Person, ...]:
    return tuple(act.session.scalars(_GROUP, {"id": speaker.id}))


def _speak(act: Act, people: Iterable[Person]) -> None:
    """Write who speaks for whom, as the links that hold say."""
    cards = {person.id: person for person in people}
    links = act.session.execute(_LINKS, {"ids": list(cards)}).all()
    top = speakers((link.person_id, link.other_id) for link in links)
    for key, person in cards.items():
        person.linked_to = top.get(key)
    for key in cards:
        recount_contact(act, key)


def _touch(act: Act, *people: UUID) -> None:
    act.touch("linking", people[0])
    for person in people:
        act.touch("clients", person)
