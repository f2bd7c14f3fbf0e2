"""Requirements of the full-text search, on each kind of database."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.journal.actions import correct_note, take_back_note
from app.journal.queries import journal_of, search_notes
from app.journal.rules import Medium, NoteFilters, Topic
from tests.factories.clients import add_client
from tests.factories.journal import note_entry, note_written

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

MONDAY = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - local time


def written(office: Office, person: UUID, *texts: str, **fields: Any) -> None:  # noqa: ANN401 - any field
    """Write notes, the first one newest, a day apart."""
    for back, text in enumerate(texts):
        when = MONDAY - timedelta(days=back)
        note_written(office, person, text=text, **({"happened_at": when} | fields))


def found(office: Office, typed: str, **filters: Any) -> list[str]:  # noqa: ANN401 - any filter
    """Answer the excerpts of what is found."""
    page = office.ask(search_notes, typed, NoteFilters(**filters))
    return [hit.excerpt.text for hit in page.hits]


@pytest.mark.parametrize(
    "typed", ["müller", "Mueller", "MULLER", "mull", "frau mül", "mül frau", "müller, frau!"]
)
def test_words_are_found_folded_and_by_their_beginnings(any_office: Office, typed: str) -> None:
    person = add_client(any_office)
    written(any_office, person, "Frau Müller war da.", "Frau Mueller auch.", "Herr Mühl nicht.")
    assert found(any_office, typed) == ["Frau Müller war da.", "Frau Mueller auch."]


def test_letters_of_both_countries_meet_as_they_do_in_names(any_office: Office) -> None:
    person = add_client(any_office)
    written(any_office, person, "Straße auf Ærø, Købmand Ødegård", "nichts davon")
    for typed in ("strasse", "STRASSE", "aroe", "kobmand", "koebmand", "odegaard", "ødeg"):
        assert len(found(any_office, typed)) == 1, typed


def test_a_single_letter_is_a_whole_word(any_office: Office) -> None:
    person = add_client(any_office)
    written(any_office, person, "Haus B, Tür 3", "Besuch im Bad")
    assert found(any_office, "b") == ["Haus B, Tür 3"]
    assert found(any_office, "3 haus") == ["Haus B, Tür 3"]
    assert len(found(any_office, "be")) == 1


@pytest.mark.parametrize(
    "typed",
    ["100%", '"100"', "100*", "-100", "NEAR(100 euro)", "100 AND euro", "words:100", "100'); --",
     "^100", "{100}", "100 & euro", "100:*", "!100", "\\100", "100\x00", "\ud800100", "¤100"],
)  # fmt: skip
def test_nothing_typed_is_an_operator(any_office: Office, typed: str) -> None:
    person = add_client(any_office)
    text = "100 euro and near words"
    written(any_office, person, text, "nothing")
    assert found(any_office, typed) == [text]


def test_nothing_but_punctuation_finds_nothing(any_office: Office) -> None:
    written(any_office, add_client(any_office), "A note")
    for typed in ("", "  ", "%", "*", '"', "-", "(", "€ 🎂", "\x00"):
        assert found(any_office, typed) == []
        assert found(any_office, typed, author="x") == []


def test_the_newest_stand_first_and_pages_follow_each_other(any_office: Office) -> None:
    person = add_client(any_office)
    written(any_office, person, *(f"Besuch {number}" for number in range(7)))
    first = any_office.ask(search_notes, "besuch", limit=3)
    assert [hit.excerpt.text for hit in first.hits] == ["Besuch 0", "Besuch 1", "Besuch 2"]
    assert first.has_more
    second = any_office.ask(search_notes, "besuch", limit=3, before=first.before)
    last = any_office.ask(search_notes, "besuch", limit=3, before=second.before)
    assert [hit.excerpt.text for hit in last.hits] == ["Besuch 6"]
    assert (last.has_more, last.before) == (False, None)


def test_a_page_is_filled_however_many_are_left_out_before(any_office: Office) -> None:
    person = add_client(any_office)
    for minute in range(9):
        written(any_office, person, "Tee", happened_at=MONDAY + timedelta(minutes=minute))
    written(any_office, person, "Tee 9", "Tee 8", "Tee 7", happened_at=MONDAY - timedelta(days=1))
    sunday = NoteFilters(until=date(2026, 11, 22))
    first = any_office.ask(search_notes, "tee", sunday, limit=2)
    assert ([hit.excerpt.text for hit in first.hits], first.has_more) == (["Tee 7", "Tee 8"], True)
    rest = any_office.ask(search_notes, "tee", sunday, limit=2, before=first.before)
    assert ([hit.excerpt.text for hit in rest.hits], rest.has_more) == (["Tee 9"], False)


def test_filters_narrow_what_is_found(any_office: Office) -> None:
    erna, karl = add_client(any_office), add_client(any_office, given_name="Karl")
    topics = (Topic.HOUSING, Topic.PENSION_BENEFIT)
    written(any_office, erna, "Tee one", "Tee two", medium=Medium.THIRD_PARTY)
    written(any_office, karl, "Tee three", "Tee four", topics=topics)
    assert found(any_office, "tee", medium="third_party") == ["Tee one", "Tee two"]
    assert found(any_office, "tee", topic="pension_benefit") == ["Tee three", "Tee four"]
    assert found(any_office, "tee fo", topic="housing") == ["Tee four"]
    assert found(any_office, "tee", topic="care") == []
    assert len(found(any_office, "tee", author=any_office.who)) == 4
    assert found(any_office, "tee", author="Nobody") == []
    assert found(any_office, "tee", person_id=karl) == ["Tee three", "Tee four"]
    assert found(any_office, "fo te", person_id=karl) == ["Tee four"]
    assert len(found(any_office, "tee", since=date(2026, 11, 23))) == 2
    assert len(found(any_office, "tee", until=date(2026, 11, 22))) == 2
    assert found(any_office, "", medium="third_party") == ["Tee one", "Tee two"]
    assert len(found(any_office, "", since=date(2026, 11, 22), until=date(2026, 11, 22))) == 2
    assert found(any_office, "", person_id=erna) == ["Tee one", "Tee two"]


def test_the_index_follows_corrections_and_undo(any_office: Office) -> None:
    person = add_client(any_office)
    note_id = note_written(any_office, person, text="Kaffee")
    entry = note_entry(person, text="Kuchen", medium=Medium.PHONE)
    any_office.act(correct_note, note_id, 1, entry)
    assert (found(any_office, "kaffee"), found(any_office, "kuchen")) == ([], ["Kuchen"])
    assert found(any_office, "kuchen", medium="phone") == ["Kuchen"]
    assert found(any_office, "kuchen", medium="visit") == []
    earlier = note_entry(person, text="Kuchen", happened_at=MONDAY - timedelta(days=9))
    any_office.act(correct_note, note_id, 2, earlier)
    assert found(any_office, "kuchen", until=date(2026, 11, 14)) == ["Kuchen"]
    slip = note_written(any_office, person, text="Kuchen?")
    any_office.act(take_back_note, slip)
    assert found(any_office, "kuchen") == ["Kuchen"]


def test_a_hit_says_whose_note_it_is_and_where_the_words_stand(office: Office) -> None:
    person = add_client(office)
    long = "Wort " * 50 + "bei Müllers Garten " + "Ende " * 60
    note_written(office, person, text=long, medium=Medium.VISIT)
    (hit,) = office.ask(search_notes, "muell gart").hits
    assert (hit.given_name, hit.family_name, hit.person_id) == ("Erna", "Krüger", person)
    assert (hit.author, hit.medium, hit.access) == ("Anna Beispiel", "visit", "team")
    shown = [hit.excerpt.text[first:last] for first, last in hit.excerpt.spans]
    assert shown == ["Müllers", "Garten"]


def test_a_word_is_sought_in_full_even_when_it_is_very_long(any_office: Office) -> None:
    person = add_client(any_office)
    word = "donaudampfschifffahrts" * 4
    written(any_office, person, word, "donau")
    assert len(found(any_office, word[:12])) == 1
    assert len(found(any_office, word)) == 1
    assert len(found(any_office, word + "x" * 300)) == 1


WORDS = st.sampled_from(["müller", "Mueller", "b", "be", "besuch", "Straße", "€", "3", "Ærø", "na"])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=4), typed=WORDS)
def test_the_index_and_the_texts_agree(office: Office, texts: list[str], typed: str) -> None:
    person = add_client(office)
    for text in texts:
        note_written(office, person, text=f"Notiz {text}")
    over_all = office.ask(search_notes, typed, limit=500)
    hits = {hit.id for hit in over_all.hits if hit.person_id == person}
    of_one = office.ask(search_notes, typed, NoteFilters(person_id=person), limit=500)
    assert hits == {hit.id for hit in of_one.hits}
    assert {row.id for row in office.ask(journal_of, person)} >= hits
