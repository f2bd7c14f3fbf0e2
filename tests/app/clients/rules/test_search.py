"""The search index keeps words, marks and sort keys of every client."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules.search import LINE_LENGTH, ClientFilter, search_keys, search_mark


def test_marks_say_who_lives_alone_and_whose_address_is_protected() -> None:
    keys = search_keys("Anna", "Müller", lives_alone=True, address_protected=True)
    assert keys.line == " #livingalone #protected anna muller"
    assert search_keys("Anna", "", lives_alone=False, address_protected=False).line == " anna"
    assert search_keys("Anna", "", lives_alone=None, address_protected=False).line == " anna"


def test_each_language_has_its_sort_key() -> None:
    keys = search_keys("Åse", "Østergaard", lives_alone=None, address_protected=False)
    assert keys.sort_key_de < "z" < keys.sort_key_da


@given(name=st.text(max_size=250), other=st.text(max_size=250))
def test_no_name_is_taken_for_a_mark_or_a_pattern(name: str, other: str) -> None:
    keys = search_keys(name, other, lives_alone=None, address_protected=False)
    assert not set(keys.line) & set("#%_\\")
    assert len(keys.line) <= LINE_LENGTH


def test_a_mark_is_free_of_what_a_pattern_reads() -> None:
    assert not {c for kind in ClientFilter for c in search_mark(kind)} & set("%_\\")
