"""Every delivered template is complete, uses known fields, and says what it needs."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.letters.legal.queries import legal_blocks
from app.letters.rules.fields import FIELDS
from app.letters.rules.markup import BLOCKS, TemplateText, read_template
from app.letters.templates.delivered import (
    LANGUAGES,
    common_text,
    common_words,
    delivered_source,
    delivered_template,
    delivered_templates,
    delivered_text,
    example_values,
)
from app.letters.templates.rules import TITLES, DeliveredTemplate, Kind
from resources import path
from tests.factories.delivered import PAIRS

SOURCES = ("de", "da", "en")
ALSO_TRANSLATED = {
    "appointment",
    "visit_announcement",
    "preventive_visit_75",
    "mobile_advice_invitation",
    "missed_you",
    "renewal_reminder",
    "document_request",
}
EVERY = [pytest.param(template, id=template.code) for template in delivered_templates()]
PLACES = ("home", "out", "phone", "institution")


def law_fields(template: DeliveredTemplate) -> set[str]:
    """Answer the fields that the legal blocks of a template ask for."""
    found: set[str] = set()
    for country, kind in template.legal.items():
        for block in legal_blocks(country):
            read = read_template(f"[legal]\n{block.text}", required=())
            assert isinstance(read, TemplateText)
            found |= read.fields() if block.kind == kind else set()
    return found


def shape(text: TemplateText) -> dict[str, list[str]]:
    """Answer the kinds of lines of each block: facts, items, headings, running text."""
    return {
        name: sorted(line.text[0] for line in lines if line.text.startswith(("|", "- ", "# ")))
        for name, lines in text.blocks.items()
    }


def test_nothing_is_carried_that_is_not_offered() -> None:
    folders = {folder.name for folder in path("letters", "templates").iterdir()}

    assert folders == set(TITLES)


@pytest.mark.parametrize("template", EVERY)
def test_a_template_is_in_the_languages_that_it_says(template: DeliveredTemplate) -> None:
    files = {file.stem for file in path("letters", "templates", template.code).glob("*.txt")}

    assert files == set(template.languages)
    assert template.written_in == SOURCES
    assert bool(template.translations) == (template.code in {*ALSO_TRANSLATED, "free"})


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_a_text_uses_known_fields_and_all_that_it_needs(code: str, language: str) -> None:
    template = delivered_template(code)
    fields = delivered_text(code, language).fields()

    assert fields <= set(FIELDS)
    assert fields | law_fields(template) == set(template.needs)


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_a_text_has_the_blocks_that_its_template_names(code: str, language: str) -> None:
    template = delivered_template(code)
    written = {name.split(".")[0] for name in delivered_text(code, language).blocks}

    assert list(template.blocks) == [block for block in BLOCKS if block in template.blocks]
    assert written <= set(template.blocks)
    assert set(template.blocks) - written <= {"greeting", "closing", "legal"}
    assert ("legal" in template.blocks) == bool(template.legal)


@pytest.mark.parametrize(("code", "language"), PAIRS)
def test_versions_are_built_alike(code: str, language: str) -> None:
    """So that each piece stands beside its translation."""
    mine, source = delivered_text(code, language), delivered_text(code, "en")
    by_hand = {"legal", "note"} if code == "driving_voucher" else {"legal"}
    strip = [{k: v for k, v in shape(each).items() if k not in by_hand} for each in (mine, source)]

    assert strip[0] == strip[1]
    assert not any(line.text == "" for line in mine.lines("subject")[:1])


def test_letters_of_law_carry_a_legal_block_of_each_country() -> None:
    lawful = {each.code: dict(each.legal) for each in delivered_templates() if each.legal}

    assert lawful == {
        "decision": {"de": "widerspruch", "dk": "klage"},
        "hearing": {"de": "hearing", "dk": "hearing"},
    }
    assert {delivered_template(code).kind for code in lawful} == {Kind.DECISION, Kind.HEARING}
    for template in (delivered_template(code) for code in lawful):
        for country, kind in template.legal.items():
            assert kind in {block.kind for block in legal_blocks(country)}


def test_law_speaks_only_through_its_block() -> None:
    """Other languages tell what the binding text says; they name no period of their own."""
    for template in delivered_templates():
        for language in template.languages:
            own = delivered_text(template.code, language).lines("legal")
            assert bool(own) == (bool(template.legal) and language == "en")
            assert not any("month" in line.text or "week" in line.text for line in own)


def test_translations_say_that_no_native_speaker_has_reviewed_them() -> None:
    template = delivered_template("appointment")

    assert set(template.translations) == {"tr", "pl", "ru", "uk", "ar"}
    assert not any(template.is_reviewed(language) for language in template.translations)
    assert all(template.is_reviewed(language) for language in SOURCES)


def test_a_free_letter_can_be_written_in_every_language() -> None:
    free = delivered_template("free")

    assert set(free.languages) == set(LANGUAGES)
    assert not any(map(free.is_reviewed, set(LANGUAGES) - set(SOURCES)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_common_words_are_complete(language: str) -> None:
    words = common_words(language)

    assert set(words) == set(common_words("de"))
    assert all(words.values())
    assert words["page"].format(number=2, count=3).count("2") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("salutation", ["ms", "mr", "none", "family", "all", "", "divers"])
def test_everybody_can_be_greeted(language: str, salutation: str) -> None:
    common = common_text(language)
    lines = common.lines("greeting", salutation or "none") or common.lines("greeting", "none")

    assert len([line for line in lines if line.text]) == 1
    assert {code for line in lines for code in _fields(line.text)} <= {"name", "family_name"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_neutral_greeting_has_the_full_name(language: str) -> None:
    (line, *_rest) = common_text(language).lines("greeting", "none")

    assert "{name}" in line.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_an_example_in_each_language(language: str) -> None:
    examples = example_values(language)

    assert set(examples) == set(FIELDS)
    assert all(value.strip() for value in examples.values())
    assert (examples["visit_day"] == example_values("de")["visit_day"]) == (language == "de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_of_a_visit_has_words(language: str) -> None:
    assert all(common_words(language)[f"where.{place}"] for place in PLACES)


def test_a_person_who_asks_for_no_such_letter_is_told_so() -> None:
    with pytest.raises(Refused) as no_letter:
        delivered_template("nothing")
    with pytest.raises(Refused) as no_text:
        delivered_source("decision", "tr")
    with pytest.raises(Refused) as no_words:
        common_words("fr")

    fields = [each.value.problems[0].field for each in (no_letter, no_text, no_words)]
    assert fields == ["template", "language", "language"]


def test_a_text_is_read_once() -> None:
    assert delivered_text("free", "de") is delivered_text("free", "de")


def _fields(text: str) -> set[str]:
    read = read_template(f"[greeting]\n{text}", required=())
    assert isinstance(read, TemplateText)
    return set(read.fields())
