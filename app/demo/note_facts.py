"""What invented notes say besides their text: how, how long, what about, for whom, corrected."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.demo.chance import Chance
from app.journal.rules import Access, Medium, Topic, note_serial

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.demo.books import Book
    from app.demo.people import Person
    from app.demo.rules import DemoPlan

_MEDIA = (
    Medium.PHONE, Medium.VISIT, Medium.OFFICE, Medium.MAIL, Medium.THIRD_PARTY,
    Medium.LETTER, Medium.MESSAGE, Medium.VIDEO, "",
)  # fmt: skip
_MEDIA_SHARES = (30, 22, 9, 6, 5, 4, 4, 1, 19)
_REACHED: Mapping[str, float] = {
    Medium.VISIT: 0.95, Medium.OFFICE: 1.0, Medium.PHONE: 0.78, Medium.VIDEO: 0.9,
    Medium.MAIL: 0.4, Medium.MESSAGE: 0.5,
}  # fmt: skip
"""Shares of contacts in which the person was reached; of the others nobody can say."""
_TALKS: Mapping[str, int] = {
    Medium.VISIT: 45,
    Medium.OFFICE: 30,
    Medium.PHONE: 10,
    Medium.VIDEO: 20,
}
"""Usual minutes."""
_TOPICS: Mapping[str, Topic] = {
    "knee": Topic.MOBILITY, "eyes": Topic.HEALTH, "hearing": Topic.HEALTH,
    "heart": Topic.HEALTH, "paper": Topic.FORMS, "home_repair": Topic.HOUSING,
    "grief": Topic.LONELINESS, "memory": Topic.DEMENTIA, "family": Topic.LONELINESS,
    "cooking": Topic.CARE, "walking": Topic.MOBILITY, "origin": Topic.MIGRATION,
}  # fmt: skip
"""Topics of the threads of a life; the others are company."""
_FURTHER = tuple(Topic)
_RESTRICTED, _OWN, _CORRECTED = 0.03, 0.01, 0.02


def add_facts(
    book: Book, plan: DemoPlan, person: Person, notes: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Add everything but the text to the rows of a person's notes; answer earlier versions."""
    chance = Chance(plan.seed, plan.country, "note facts", person.number)
    versions = []
    for note in notes:
        note["happened_at"] += timedelta(seconds=chance.randrange(60))
        note["serial"] = note_serial(note["happened_at"])
        note["written_at"] = note["happened_at"] + timedelta(minutes=chance.randrange(1, 40))
        facts = _contact(chance) | {
            "version": 1,
            "topics": _topics(person, chance),
            "access": Access.TEAM.value if note["follow_up"] else _access(chance),
            "corrections": 0,
            "attachments": 0,
        }
        note.update(facts)
        if chance.often(_CORRECTED):
            versions.append(_corrected(book, note, chance))
    return versions


def _contact(chance: Chance) -> dict[str, Any]:
    medium = chance.weighted(_MEDIA, _MEDIA_SHARES)
    reached = chance.often(_REACHED[medium]) if medium in _REACHED else None
    minutes = None
    if medium in _TALKS:
        long = chance.gauss(_TALKS[medium], _TALKS[medium] / 3)
        minutes = max(5, 5 * round(long / 5)) if reached else 5
    return {"medium": str(medium), "reached": reached, "minutes": minutes}


def _topics(person: Person, chance: Chance) -> str:
    mine = [_TOPICS.get(thread, Topic.LONELINESS) for thread in person.threads]
    count = chance.weighted((0, 1, 2), (35, 50, 15))
    chosen = [chance.pick(mine) for _ in range(count) if mine]
    if chance.often(0.1):
        chosen.append(chance.pick(_FURTHER))
    return " ".join(dict.fromkeys(topic.value for topic in chosen))


def _access(chance: Chance) -> str:
    place = chance.random()
    if place < _OWN:
        return Access.OWN.value
    return (Access.RESTRICTED if place < _OWN + _RESTRICTED else Access.TEAM).value


def _corrected(book: Book, note: dict[str, Any], chance: Chance) -> dict[str, Any]:
    """Let a note have been corrected once by its author; answer what stood there before."""
    note["corrections"], note["version"] = 1, 2
    due = note["follow_up_due"]
    kept = ("medium", "reached", "minutes", "topics", "access", "follow_up_for")
    fields = {
        "people": [str(note["person_id"])],
        "happened_at": note["happened_at"].isoformat(),
        **{name: note[name] for name in kept},
        "follow_up": "open" if note["follow_up"] else "",
        "follow_up_due": None if due is None else due.isoformat(),
        "text": note["text"].rpartition(". ")[0] or f"{note['text']} ?",
    }
    return {
        "id": chance.key(chance.random()),
        "version": 1,
        "note_id": note["id"],
        "number": 1,
        "fields": json.dumps(fields, ensure_ascii=False),
        "replaced_at": note["written_at"] + timedelta(minutes=chance.randrange(5, 600)),
        "replaced_by": note["author"],
        "reason": chance.pick(book.notes["journal"]["reasons"]),
    }
