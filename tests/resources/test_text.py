"""Words come in the language in use, counted and filled in."""

from __future__ import annotations

import pytest

from app.errors import Problem
from resources import path, read_text, resource
from resources.text import LANGUAGES, _, language, ngettext, pgettext, say, use_language


def test_english_is_shown_as_it_is_written() -> None:
    assert language() == "en"
    assert _("Nobody is found.") == "Nobody is found."
    assert pgettext("place", "Home") == "Home"


@pytest.mark.parametrize(("count", "sentence"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_sentences_count(count: int, sentence: str) -> None:
    assert ngettext("{count} day", "{count} days", count) == sentence


@pytest.mark.parametrize(
    ("code", "sentence"), [("en", "20,000 xyz"), ("de", "20.000 xyz"), ("da", "20.000 xyz")]
)
def test_large_numbers_are_grouped_as_people_write_them(code: str, sentence: str) -> None:
    use_language(code)
    assert ngettext("{count} xy", "{count} xyz", 20_000) == sentence


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unknown_sentence_is_shown_in_english(code: str) -> None:
    use_language(code)

    assert language() == code
    assert _("A sentence that no catalogue has.") == "A sentence that no catalogue has."


def test_a_problem_is_said_with_its_values() -> None:
    problem = Problem("Use at least {shortest} characters.", values={"shortest": 12})

    assert say(problem) == "Use at least 12 characters."


@pytest.mark.parametrize("hostile", ["{0}", "{name}", "%s", "<b>x</b>", "\u202e"])
def test_what_a_user_typed_is_filled_in_as_it_is(hostile: str) -> None:
    problem = Problem("Nobody is called {name}.", values={"name": hostile})

    assert say(problem) == f"Nobody is called {hostile}."


def test_a_value_that_is_a_problem_itself_is_said_in_the_same_language() -> None:
    use_language("de")
    problem = Problem("Not yet: {what}.", values={"what": Problem("Save letterhead")})

    assert say(problem) == "Not yet: Briefkopf speichern."


def test_a_problem_without_words_says_nothing() -> None:
    assert say(Problem("")) == ""


def test_carried_files_are_found() -> None:
    assert resource("text.py").is_file()
    assert path("text.py").read_text(encoding="utf-8") == read_text("text.py")
