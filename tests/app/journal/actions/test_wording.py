"""Requirements of snippets and own words: one's own, and the whole office's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Conflict, Refused
from app.journal.actions import add_own_word, delete_snippet, remove_own_word, save_snippet
from app.journal.actions.wording import NOT_YOUR_SNIPPET, WORD_TAKEN
from app.journal.queries import all_snippets, own_words, snippet_texts
from app.office import Office
from app.text_rules import MISSING
from tests.conftest import NOW

if TYPE_CHECKING:
    from sqlalchemy import Engine


@pytest.fixture
def bodil(engine: Engine) -> Office:
    """The office as Bodil Jensen has it."""
    return Office(engine, who="Bodil Jensen", clock=lambda: NOW)


def test_ones_own_text_stands_before_the_offices(office: Office, bodil: Office) -> None:
    office.act(save_snippet, uuid4(), 0, "MfG", "Kind regards", for_all=True)
    office.act(save_snippet, uuid4(), 0, "mfg", "Yours, Anna")
    assert office.ask(snippet_texts) == {"mfg": "Yours, Anna"}
    assert bodil.ask(snippet_texts) == {"mfg": "Kind regards"}
    assert [(row.who, row.word) for row in office.ask(all_snippets)] == [
        ("", "mfg"), ("Anna Beispiel", "mfg"),
    ]  # fmt: skip


def test_a_word_stands_for_one_text(office: Office) -> None:
    key = uuid4()
    for _click in range(2):
        office.act(save_snippet, key, 0, "tel", "Called.")
    with pytest.raises(Refused, match=WORD_TAKEN):
        office.act(save_snippet, uuid4(), 0, "TEL", "Something else")
    office.act(save_snippet, key, 1, "tel", "Called {name}.")
    assert office.ask(snippet_texts) == {"tel": "Called {name}."}
    with pytest.raises(Conflict):
        office.act(save_snippet, key, 1, "tel", "Too late")
    with pytest.raises(Refused, match=MISSING):
        office.act(save_snippet, uuid4(), 0, "", "text")


def test_a_colleagues_text_is_left_alone(office: Office, bodil: Office) -> None:
    key = uuid4()
    office.act(save_snippet, key, 0, "tel", "Called.")
    with pytest.raises(Refused, match=NOT_YOUR_SNIPPET):
        bodil.act(save_snippet, key, 1, "tel", "Stolen")
    with pytest.raises(Refused, match=NOT_YOUR_SNIPPET):
        bodil.act(delete_snippet, key)
    for _click in range(2):
        office.act(delete_snippet, key)
    assert office.ask(all_snippets) == ()


def test_own_words_belong_to_a_language(office: Office) -> None:
    for _click in range(2):
        office.act(add_own_word, "de", " Düsselpass ")
    assert office.ask(own_words, "de") == ("Düsselpass",)
    assert office.ask(own_words, "da") == ()
    with pytest.raises(Refused, match=MISSING):
        office.act(add_own_word, "de", " ")
    for _click in range(2):
        office.act(remove_own_word, "de", "Düsselpass")
    assert office.ask(own_words, "de") == ()
