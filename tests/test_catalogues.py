"""German and Danish are complete, and what is compiled is what was translated."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog

from resources.text import LANGUAGES, catalogue, use_language
from resources.text import _ as translate
from tests.tools.catalogues import TRANSLATED, as_mo, collect, faults, placeholders, po_file, read


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Every sentence of the program as it stands."""
    return collect()


def _catalogue(translation: str, *, fuzzy: bool = False) -> Catalog:
    catalogue = Catalog(locale="de")
    catalogue.add("Call {name}.", translation, flags={"fuzzy"} if fuzzy else ())
    return catalogue


def test_the_program_has_sentences(template: Catalog) -> None:
    assert len(template) > 100


def test_english_german_and_danish_are_the_languages() -> None:
    assert set(LANGUAGES) == {"de", "da", "en"}
    assert set(TRANSLATED) == {"de", "da"}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated(language: str, template: Catalog) -> None:
    found = [str(fault) for fault in faults(language, template, read(language))]

    assert not found, "\n".join(found[:40])


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_was_translated(language: str) -> None:
    compiled = po_file(language).with_suffix(".mo")

    assert compiled.read_bytes() == as_mo(read(language)), "run `make translate`"


def test_english_is_the_source_and_answers_itself(template: Catalog) -> None:
    use_language("en")
    sentences = [message.id for message in template if isinstance(message.id, str) and message.id]

    assert [translate(sentence) for sentence in sentences] == sentences


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_knows_both_plural_forms(language: str) -> None:
    assert "Plural-Forms" in catalogue(language).gettext("")


@pytest.mark.parametrize(
    ("translation", "what"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("Rufen Sie an.", "a placeholder lost"),
        ("Rufen Sie {person} an.", "another placeholder"),
    ],
)
def test_a_bad_translation_is_found(translation: str, what: str) -> None:
    template = _catalogue("")

    assert [fault.what for fault in faults("de", template, _catalogue(translation))] == [what]


def test_a_doubtful_translation_is_found() -> None:
    doubtful = _catalogue("Rufen Sie {name} an.", fuzzy=True)

    assert [fault.what for fault in faults("de", _catalogue(""), doubtful)] == ["doubtful (fuzzy)"]


def test_a_missing_and_a_left_over_sentence_are_found() -> None:
    template, translated = Catalog(locale="de"), Catalog(locale="de")
    template.add("New.")
    translated.add("Old.", "Alt.")

    found = [fault.what for fault in faults("de", template, translated)]

    assert found == ["missing", "no longer in the program"]


def test_placeholders_are_read_with_their_names() -> None:
    assert placeholders("{day} at {time}, {{not this}}") == ("day", "time")
