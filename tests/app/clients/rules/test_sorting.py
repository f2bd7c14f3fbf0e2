"""Lists of names stand in the order of the reader's language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules.sorting import KEY_LENGTH, sort_key


def in_order(language: str, names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, "", language))


def test_german_sorts_umlauts_with_their_vowels() -> None:
    names = ["Zorn", "Özdemir", "Müller", "Muller", "Mutz", "Straßer", "Strasser", "Äger", "Ahrens"]
    assert in_order("de", names) == [
        "Äger", "Ahrens", "Muller", "Müller", "Mutz", "Özdemir", "Strasser", "Straßer", "Zorn",
    ]  # fmt: skip


def test_danish_puts_ae_oe_aa_last() -> None:
    names = ["Åberg", "Østergaard", "Aagaard", "Zimmer", "Ærø", "Andersen", "Bæk", "Bjerre", "Bak"]
    assert in_order("da", names) == [
        "Andersen", "Bak", "Bjerre", "Bæk", "Zimmer", "Ærø", "Østergaard", "Åberg", "Aagaard",
    ]  # fmt: skip


def test_danish_reads_german_letters_in_the_danish_way() -> None:
    assert in_order("da", ["Müller", "Mzz", "Mxx", "Käser", "Kz"]) == [
        "Kz", "Käser", "Mxx", "Müller", "Mzz",
    ]  # fmt: skip


def test_danish_finds_its_letters_in_decomposed_text_too() -> None:
    assert sort_key("A\u030aberg", "", "da") == sort_key("Åberg", "", "da")


def test_a_shorter_name_stands_before_a_longer_one() -> None:
    names = [("Berg Lund", "Anna"), ("Berg", "Zoe"), ("Berger", "Anna"), ("Berg", "Anna Lea")]
    names += [("Berg", "Anna"), ("Berg", "Annabel")]
    assert sorted(names, key=lambda name: sort_key(name[0], name[1], "de")) == [
        ("Berg", "Anna"), ("Berg", "Anna Lea"), ("Berg", "Annabel"), ("Berg", "Zoe"),
        ("Berg Lund", "Anna"), ("Berger", "Anna"),
    ]  # fmt: skip


def test_english_sorts_as_german_does() -> None:
    assert sort_key("Åberg", "Per", "en") == sort_key("Åberg", "Per", "de")


@given(family=st.text(max_size=200), given_name=st.text(max_size=200))
def test_any_name_has_a_key_that_every_database_keeps(family: str, given_name: str) -> None:
    for language in ("de", "da"):
        key = sort_key(family, given_name, language)
        assert len(key) <= KEY_LENGTH
        key.encode("utf-8")
        assert "\x00" not in key
