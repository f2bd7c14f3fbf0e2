"""Notes about one invented person, of the length that people write: one to six sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.demo.sentences import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.demo.books import Book
    from app.demo.chance import Chance
    from app.demo.people import Person

_SEASONS = ("winter", "winter", "spring", "spring", "spring", "summer",
            "summer", "summer", "autumn", "autumn", "autumn", "advent")  # fmt: skip
"""The season of each month: March is spring; December is Advent until Christmas."""
_CHRISTMAS = (12, 25)


def notes(
    book: Book, person: Person, authors: tuple[str, ...], count: int, today: date, chance: Chance
) -> Iterator[dict[str, Any]]:
    """Answer the rows of a person's notes, oldest first, without their keys."""
    days_back = sorted((1 + int(chance.random() * 364) for _ in range(count)), reverse=True)
    threads = _thread_sentences(book, person, chance)
    for back in days_back:
        day = today - timedelta(days=back)
        hour = time(chance.randrange(8, 17), chance.randrange(60))
        moment = datetime.combine(day, hour, tzinfo=UTC)
        yield {
            "happened_at": moment,
            "written_at": moment,
            "author": chance.weighted(authors, (3, 1)[: len(authors)]),
            "text": _text(book, person, day, threads, chance),
        }


def _thread_sentences(book: Book, person: Person, chance: Chance) -> Iterator[str]:
    """Answer sentences about the person's life without end, each once before any comes back."""
    mine = [line for thread in person.threads for line in book.notes["threads"][thread]]
    while True:
        yield from chance.sample(mine, len(mine))


def _text(book: Book, person: Person, day: date, threads: Iterator[str], chance: Chance) -> str:
    length = chance.weighted((1, 2, 3, 4, 5, 6), (10, 22, 28, 22, 12, 6))
    begin = [chance.pick(book.notes["opening"])] if length > 1 and chance.often(0.7) else []
    end = [chance.pick(book.notes["closing"])] if length > 2 and chance.often(0.6) else []  # noqa: PLR2004 - sentences
    season = book.notes["season"][_season(day)]
    middle = [chance.pick(season)] if length > 1 and chance.often(0.3) else []
    while len(begin) + len(middle) + len(end) < length:
        middle.append(next(threads))
    chance.shuffle(middle)
    return " ".join(say(template, person.words, chance) for template in begin + middle + end)


def _season(day: date) -> str:
    return "winter" if (day.month, day.day) >= _CHRISTMAS else _SEASONS[day.month - 1]


def card_text(book: Book, person: Person, chance: Chance) -> str:
    """Answer the free text on a person's card; some have none."""
    lines: list[str] = book.notes["card"]["about"]
    chosen = chance.sample(lines, chance.weighted((0, 1, 2, 3), (30, 30, 25, 15)))
    if person.words["original"] and chance.often(0.4):
        chosen.append(book.notes["card"]["script"])
    return " ".join(say(line, person.words, chance) for line in chosen)


def card_hint(book: Book, person: Person, chance: Chance) -> str:
    """Answer the one prominent line on a card; most have none."""
    if not chance.often(0.3):
        return ""
    return say(chance.pick(book.notes["card"]["hints"]), person.words, chance)
