"""A text is checked in the language it is written in, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.journal.spelling.checker import Checker, Verdict, load_checker
from app.journal.spelling.process import SpellingProcess
from tests.factories.dictionaries import write_dictionaries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def checker(tmp_path: Path) -> Checker:
    return load_checker([write_dictionaries(tmp_path)])


def test_misspelt_words_are_named(checker: Checker) -> None:
    verdict = checker.check(["Frau", "wohnnt", "allein", "und", "hört", "Klavier"], "de")
    assert verdict == Verdict("de", frozenset({"wohnnt"}))


def test_a_text_is_checked_in_the_language_it_is_in(checker: Checker) -> None:
    verdict = checker.check(["fru", "bor", "alene", "og", "hørrer", "klaver"], "de")
    assert verdict == Verdict("da", frozenset({"hørrer"}))


def test_a_few_words_are_taken_for_the_language_of_the_window(checker: Checker) -> None:
    assert checker.check(["Fraau"], "de").misspelt == {"Fraau"}
    assert checker.check(["Fraau"], "en").misspelt == frozenset()


def test_a_text_in_a_language_without_a_dictionary_is_left_alone(checker: Checker) -> None:
    words = ["elle", "habite", "seule", "et", "joue", "du", "piano"]
    assert checker.check(words, "de").misspelt == frozenset()


def test_words_in_another_script_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "de_DE.aff").write_text("SET ISO8859-1\n", encoding="latin-1")
    (tmp_path / "de_DE.dic").write_text("1\nFrau\n", encoding="latin-1")
    checker = load_checker([tmp_path])
    assert checker.check(["Frau", "Лариса", "Łaja"], "de").misspelt == frozenset()
    assert checker.suggest("Лариса", "de") == ()


def test_similar_words_are_suggested(checker: Checker) -> None:
    assert "wohnt" in checker.suggest("wohnnt", "de")
    assert checker.suggest("wohnnt", "en") == ()


def test_without_a_dictionary_nothing_is_misspelt(tmp_path: Path) -> None:
    checker = load_checker([tmp_path])
    assert checker.languages == ()
    assert checker.check(["xx"], "de").misspelt == frozenset()


def test_a_broken_dictionary_does_not_stop_the_others(tmp_path: Path) -> None:
    write_dictionaries(tmp_path)
    (tmp_path / "de_DE.aff").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "de_DE.dic").write_bytes(b"999999999\n" + bytes(range(1, 256)) * 50)
    assert "da" in load_checker([tmp_path]).languages


@pytest.fixture
def process(tmp_path: Path) -> Iterator[SpellingProcess]:
    process = SpellingProcess([write_dictionaries(tmp_path)])
    yield process
    process.stop()


def test_the_process_answers_as_the_checker_does(process: SpellingProcess) -> None:
    assert process.check(("Frau", "wohnnt"), "de").misspelt == {"wohnnt"}
    assert "wohnt" in process.suggest("wohnnt", "de")


def test_a_process_that_died_marks_nothing(process: SpellingProcess) -> None:
    process.check(("Frau",), "de")
    process.stop()
    assert process.check(("wohnnt",), "de").misspelt == frozenset()
    assert process.suggest("wohnnt", "de") == ()
