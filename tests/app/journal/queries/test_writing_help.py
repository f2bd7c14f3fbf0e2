"""Requirements of what helps with writing a note."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.journal.actions.wording import add_own_word, save_snippet
from app.journal.queries.writing_help import writing_help

if TYPE_CHECKING:
    from app.office import Office


def test_snippets_and_own_words_of_all_languages_come_together(office: Office) -> None:
    office.act(save_snippet, uuid4(), 0, "mfg", "Mit freundlichen Grüßen")
    office.act(add_own_word, "de", "Besuchsdienst")
    office.act(add_own_word, "da", "besøgsven")

    found = office.ask(writing_help)

    assert found.snippets == {"mfg": "Mit freundlichen Grüßen"}
    assert found.words == {"Besuchsdienst", "besøgsven"}
