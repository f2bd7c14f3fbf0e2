"""How a list is named in words."""

from __future__ import annotations

import pytest

from app.clients.rules import ClientFilter, PersonStatus
from app.errors import Problem
from app.letters.mass.rules import ListQuery, read_query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("all", ListQuery()),
        ("", ListQuery()),
        ("Volunteers, ACTIVE", ListQuery(ClientFilter.VOLUNTEERS, PersonStatus.ACTIVE)),
        ("living-alone area:Garath", ListQuery(ClientFilter.LIVING_ALONE, area="Garath")),
        ("speaks:tr", ListQuery(speaks="tr")),
        ("age:80", ListQuery(age_from=80, age_to=80)),
        ("age:75-79", ListQuery(age_from=75, age_to=79)),
        ("clients age:82-", ListQuery(ClientFilter.CLIENTS, age_from=82)),
        ("turns:75", ListQuery(turns=75)),
    ],
)
def test_words_name_a_list(text: str, query: ListQuery) -> None:
    assert read_query(text) == query


@pytest.mark.parametrize(
    "text", ["everybody", "area:", "clients friends", "age:x", "age:90-80", "turns:200"]
)
def test_an_unknown_word_is_named(text: str) -> None:
    assert isinstance(read_query(text), Problem)
