"""Invented elderly people: who they are, where they live and what their lives are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.demo.chance import Chance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.demo.books import Book, Name, Names, Quarter
    from app.demo.rules import DemoPlan

WAR_CHILDREN = 1946
"""Year of birth before which people were given the older names."""
_THREADS = 4
_RARE = {"memory": 0.25, "football": 0.5, "cat": 0.5, "grief": 0.5}
"""Threads that few lives have, with the part of lives that keep them when drawn."""


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person, complete before any row is written."""

    number: int
    names: Names
    is_woman: bool
    given: Name
    family: Name
    born: date
    lives_alone: bool | None
    quarter: Quarter
    words: Mapping[str, str]
    """What the braces of the note sentences stand for in this life."""
    threads: tuple[str, ...]
    """What the notes about this person are about, such as "knee" and "garden"."""

    @property
    def is_from_abroad(self) -> bool:
        """Whether the mother tongue is not the country's."""
        return self.words["tag"] != self.words["local_tag"]


def make_person(book: Book, plan: DemoPlan, number: int, visitor: str) -> Person:
    """Answer person `number` of a plan; `visitor` is who visits."""
    chance = Chance(plan.seed, plan.country, "person", number)
    names = chance.weighted(book.names, book.name_shares)
    is_woman = chance.often(0.67)
    born = _born(names, plan.today, chance)
    pool = names.old if born.year < WAR_CHILDREN else names.given
    given, family = chance.pick(pool[is_woman]), chance.pick(names.family[is_woman])
    lives_alone = chance.weighted((True, False, None), (55, 40, 5))
    quarter = chance.weighted(book.quarters, book.quarter_shares)
    words = {
        **_own_words(book, names, given, family, chance, is_woman=is_woman),
        **_circle(book, names, family, chance),
        "quarter": quarter.name,
        "visitor": visitor,
    }
    return Person(
        number, names, is_woman, given, family, born, lives_alone, quarter, words,
        _threads(book, chance, words, widowed=lives_alone is True),
    )  # fmt: skip


def _born(names: Names, today: date, chance: Chance) -> date:
    """Answer a date of birth: most are about 80, the oldest few past 95."""
    youngest, oldest = names.ages
    age = youngest + chance.betavariate(2.7, 2.6) * (oldest - youngest + 1)
    return today - timedelta(days=int(age * 365.2425))


def _own_words(
    book: Book, names: Names, given: Name, family: Name, chance: Chance, *, is_woman: bool
) -> dict[str, str]:
    sex = "woman" if is_woman else "man"
    original = f"{given.original} {family.original}" if family.original else ""
    pronouns: dict[str, str] = book.life[f"pronouns_{sex}"]
    return {
        **pronouns,
        **_forms(book, "name", "address", sex, {"given": given.latin, "family": family.latin}),
        "tag": names.tag,
        "local_tag": book.language,
        "language": book.life["language"][names.tag],
        "home": chance.pick(book.life["home"][names.tag]),
        "doctor": chance.pick(book.life["doctors"]),
        "original": original,
    }


def _circle(book: Book, names: Names, family: Name, chance: Chance) -> dict[str, str]:
    """Answer the words for the nearest relative and the neighbour."""
    kin_sex, neighbour_sex = chance.often(0.6), chance.often(0.6)
    kin_name = chance.pick(names.young[kin_sex])
    neighbours = chance.weighted(book.names, book.name_shares)
    neighbour = {
        "given": chance.pick(neighbours.given[neighbour_sex]).latin,
        "family": chance.pick(neighbours.family[neighbour_sex]).latin,
    }
    if neighbour["family"] == family.latin:
        neighbour["family"] = book.names[0].family[True][0].latin
    return {
        "kin": f"{chance.pick(book.life['kin_woman' if kin_sex else 'kin_man'])} {kin_name}",
        "kin_name": kin_name,
        **_forms(book, "neighbour", "neighbour", "woman" if neighbour_sex else "man", neighbour),
    }


def _forms(book: Book, word: str, form: str, sex: str, names: Mapping[str, str]) -> dict[str, str]:
    """Answer how someone is called as the subject, and after a preposition: bei Herrn Kaya."""
    return {
        f"{case}{word}": str(book.life[f"{case}{form}_{sex}"]).format(**names)
        for case in ("", "to_")
    }


def _threads(
    book: Book, chance: Chance, words: Mapping[str, str], *, widowed: bool
) -> tuple[str, ...]:
    shut = {"origin", *(() if widowed else ("grief",))}
    open_threads = [
        thread
        for thread in book.notes["threads"]
        if thread not in shut and chance.often(_RARE.get(thread, 1.0))
    ]
    mine = chance.sample(open_threads, _THREADS)
    return ("origin", *mine) if words["tag"] != book.language else tuple(mine)
