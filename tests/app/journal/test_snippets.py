"""A short word becomes a text, with the person and the day filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.journal.snippets import (
    BAD_WORD,
    UNKNOWN_PLACE,
    Typed,
    check_snippet,
    expansion,
    filled,
    offered,
    typed_before,
)
from resources.text import say

SNIPPETS = {"mfg": "Mit freundlichen Grüßen\n{me}", "mb": "{name} ist müde.", "tel": "Telefonat"}


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        (";mfg", Typed("mfg", 4)),
        ("Danke ;mf", Typed("mf", 3)),
        ("(;tel", Typed("tel", 4)),
        ("all ;", Typed("", 1)),
        (";ÄÖ1", Typed("ÄÖ1", 4)),
        ("a;mfg", None),
        (";mfg ", None),
        ("; mfg", None),
        ("mfg", None),
        ("", None),
    ],
)
def test_a_short_word_is_seen_where_a_word_begins(line: str, typed: Typed | None) -> None:
    assert typed_before(line) == typed


def test_a_short_word_is_found_in_any_case() -> None:
    assert expansion("MFG", SNIPPETS) == SNIPPETS["mfg"]
    assert expansion("mf", SNIPPETS) is None


def test_words_that_begin_so_are_offered_in_order() -> None:
    assert offered("M", SNIPPETS) == ("mb", "mfg")
    assert offered("", SNIPPETS) == ("mb", "mfg", "tel")
    assert offered("x", SNIPPETS) == ()


def test_places_are_filled_once_and_nothing_else_is_touched() -> None:
    places = {"name": "{me} <b>", "me": "Anna"}
    assert filled("{name} und {me}, {date} {x}", places) == "{me} <b> und Anna, {date} {x}"


def test_a_snippet_needs_a_word_of_letters_and_a_text() -> None:
    assert check_snippet("mfg", "Gruß {me} {today} {name} {date}") == ()
    assert [problem.field for problem in check_snippet("", "")] == ["word", "text"]
    assert [problem.message for problem in check_snippet("m f", "x")] == [BAD_WORD]
    assert check_snippet("m" * 25, "x")


def test_a_place_that_nobody_fills_is_named() -> None:
    (problem,) = check_snippet("a", "Hallo {nane}")
    assert problem.message == UNKNOWN_PLACE
    assert "“nane”" in say(problem)
    assert "{name}" in say(problem)


@given(line=st.text(max_size=100))
def test_any_line_can_stand_before_the_cursor(line: str) -> None:
    typed = typed_before(line)
    assert typed is None or line.endswith(";" + typed.word)
