"""What is hard to read is found where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.letters.readability.findings import findings
from app.letters.readability.lists import officialese, targets
from app.letters.readability.rules import LANGUAGES, Kind


def _marked(text: str, language: str, kind: Kind) -> list[tuple[str, str]]:
    return [
        (text[found.start : found.end], found.detail)
        for found in findings(text, language)
        if found.kind is kind
    ]


def test_a_sentence_of_more_than_twenty_words_is_long() -> None:
    twenty = " ".join(["Wort"] * 20) + "."

    assert not _marked(twenty, "de", Kind.LONG_SENTENCE)
    assert _marked(f"Ja. Ein {twenty} Ja.", "de", Kind.LONG_SENTENCE) == [(f"Ein {twenty}", "21")]


def test_a_long_word_is_marked_with_its_letters() -> None:
    text = "Die Wohnungsgeberbescheinigung fehlt."

    assert _marked(text, "de", Kind.LONG_WORD) == [("Wohnungsgeberbescheinigung", "26")]


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("de", "Ihr Antrag wird heute abgelehnt.", "wird heute abgelehnt"),
        ("de", "Wir rechnen, weil das verlangt wurde.", None),
        ("de", "Er kam, weil die Miete gezahlt wurde.", "gezahlt wurde"),
        ("de", "Sie wurden von uns informiert.", "wurden von uns informiert"),
        ("de", "Die Frist wurde verschoben.", "wurde verschoben"),
        ("de", "Ich werde Sie morgen besuchen.", None),
        ("de", "Er wird gesund.", None),
        ("de", "Das wird Ihnen gehören.", None),
        ("da", "Din ansøgning bliver behandlet nu.", "bliver behandlet"),
        ("da", "Skemaet sendes til kommunen.", "sendes"),
        ("da", "Sagen afgøres i dag.", "afgøres"),
        ("da", "Vi mødes hos jer, og alles ønsker tæller.", None),
        ("da", "Det bliver godt.", None),
        ("en", "Your application was rejected.", "was rejected"),
        ("en", "It is being paid.", "is being paid"),
        ("en", "We visit you.", None),
    ],
)
def test_the_passive_is_found(language: str, text: str, marked: str | None) -> None:
    found = [place for place, _detail in _marked(text, language, Kind.PASSIVE)]

    assert found == ([marked] if marked else [])


def test_three_nouns_of_action_in_a_sentence_are_nominal_style() -> None:
    text = "Die Prüfung der Bewilligung und die Auszahlung dauern."

    assert _marked(text, "de", Kind.NOMINAL_STYLE) == [
        ("Prüfung der Bewilligung und die Auszahlung", "Prüfung, Bewilligung, Auszahlung")
    ]
    assert not _marked("Die Prüfung dauert. Die Auszahlung auch.", "de", Kind.NOMINAL_STYLE)


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("de", "Das geht nicht ohne Sie.", "nicht ohne"),
        ("de", "Das ist nicht unmöglich.", "nicht unmöglich"),
        ("de", "Das geht nicht, aber ohne Sie wäre es schwer.", None),
        ("de", "Das ist nicht unser Haus.", None),
        ("da", "Det er ikke umuligt.", "ikke umuligt"),
        ("da", "Det er ikke langt.", None),
        ("en", "You can't come without a paper.", "can't come without"),
        ("en", "Do not call.", None),
    ],
)
def test_a_double_negation_is_found(language: str, text: str, marked: str | None) -> None:
    found = [place for place, _detail in _marked(text, language, Kind.DOUBLE_NEGATION)]

    assert found == ([marked] if marked else [])


def test_an_abbreviation_is_marked_with_what_it_stands_for() -> None:
    text = "Bringen Sie z. B. Ihren Ausweis mit, z. B. den Reisepass."

    assert _marked(text, "de", Kind.ABBREVIATION) == [("z. B.", "zum Beispiel")]
    assert _marked("Tag bl.a. pas med.", "da", Kind.ABBREVIATION) == [("bl.a.", "blandt andet")]


def test_an_explained_abbreviation_a_heading_and_a_title_are_left_alone() -> None:
    assert _marked("Das regelt das SGB.", "de", Kind.ABBREVIATION) == [("SGB", "")]
    assert not _marked("Das Sozialgesetzbuch (SGB) regelt das.", "de", Kind.ABBREVIATION)
    assert not _marked("IHR HAUS\n\nHier.", "de", Kind.ABBREVIATION)
    assert not _marked("Frau Dr. Meier kommt.", "de", Kind.ABBREVIATION)


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("de", "Antworten Sie unverzüglich.", ("unverzüglich", "sofort")),
        ("de", "Eine unverzügliche Antwort hilft.", ("unverzügliche", "sofort")),
        ("de", "Sie können Hilfe in Anspruch nehmen.", ("in Anspruch", "nutzen, bekommen")),
        ("da", "Du skal fremsende dit pas.", ("fremsende", "sende")),
        ("da", "Send det i henhold til loven.", ("henhold til", "efter")),
    ],
)
def test_a_word_of_an_office_is_marked_with_a_better_one(
    language: str, text: str, marked: tuple[str, str]
) -> None:
    assert _marked(text, language, Kind.OFFICIALESE) == [marked]


def test_an_office_adds_and_drops_terms() -> None:
    text = "Antworten Sie unverzüglich im Bürgerportal."
    own = {"Bürgerportal": "Internetseite", "unverzüglich": ""}

    found = [each for each in findings(text, "de", own_terms=own) if each.kind is Kind.OFFICIALESE]

    assert [each.detail for each in found] == ["Internetseite"]


@pytest.mark.parametrize("language", ["de", "da"])
def test_the_carried_lists_have_sixty_terms_and_more(language: str) -> None:
    terms = officialese(language)

    assert len(terms) >= 60
    assert all(terms.values())


def test_an_office_sets_its_own_targets() -> None:
    strict = replace(targets(), sentence_words_at_most=3)

    assert findings("Wir kommen morgen nicht.", "de", aims=strict)
    assert not findings("Wir kommen morgen nicht.", "de")


@given(text=st.text(max_size=300), language=st.sampled_from(LANGUAGES))
def test_findings_of_any_text_lie_in_it_in_order(text: str, language: str) -> None:
    found = findings(text, language)

    assert list(found) == sorted(found)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
