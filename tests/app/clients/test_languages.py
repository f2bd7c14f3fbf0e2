"""Every listed language has a tag that a card takes and a name in three languages."""

from __future__ import annotations

import pytest

from app.clients.languages import language_name, spoken_languages
from app.clients.rules.details import _TAG


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_every_language_has_its_own_tag_and_name(language: str) -> None:
    tags = [tag for tag, _name in spoken_languages(language)]
    names = [name for _tag, name in spoken_languages(language)]
    assert len(set(tags)) == len(tags)
    assert len(set(names)) == len(names)
    assert all(_TAG.fullmatch(tag) for tag in tags)
    assert all(names)


def test_the_languages_of_the_field_are_listed() -> None:
    tags = {tag for tag, _name in spoken_languages("en")}
    assert tags >= {"de", "da", "tr", "pl", "ru", "uk", "el", "ar", "fa", "kmr", "ckb", "prs",
                    "rom", "ti"}  # fmt: skip


def test_a_language_is_named_in_the_readers_language() -> None:
    assert language_name("tr", "de") == "Türkisch"
    assert language_name("tr", "da") == "tyrkisk"
    assert language_name("tlh", "en") == "tlh"
