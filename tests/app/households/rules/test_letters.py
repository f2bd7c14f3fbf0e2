"""A household gets one letter that greets everybody as each has chosen."""

from __future__ import annotations

import pytest

from app.households.rules import Addressee, greet_household

ERNA = Addressee("Erna", "Krüger", "ms")
KARL = Addressee("Karl", "Krüger", "mr")
KIM = Addressee("Kim", "Berg")


def test_a_couple_is_greeted_one_after_the_other() -> None:
    greeting = greet_household([ERNA, KARL], "", "de")
    assert greeting.recipients == ("Frau Erna Krüger", "Herrn Karl Krüger")
    assert greeting.salutation == "Sehr geehrte Frau Krüger, sehr geehrter Herr Krüger"


def test_who_chose_no_salutation_is_greeted_by_the_full_name() -> None:
    greeting = greet_household([KIM, ERNA], "", "de")
    assert greeting.recipients == ("Kim Berg", "Frau Erna Krüger")
    assert greeting.salutation == "Guten Tag Kim Berg, sehr geehrte Frau Krüger"


def test_a_danish_letter_uses_first_and_last_names() -> None:
    greeting = greet_household([ERNA, KIM], "", "da")
    assert greeting.recipients == ("Erna Krüger", "Kim Berg")
    assert greeting.salutation == "Kære Erna Krüger, kære Kim Berg"


def test_an_english_letter_has_english_titles() -> None:
    assert greet_household([ERNA], "", "en").salutation == "Dear Ms Krüger"


@pytest.mark.parametrize("name", ["Yilmaz", "Familie Yilmaz", " Familie Yilmaz "])
def test_a_large_household_is_addressed_by_its_name(name: str) -> None:
    greeting = greet_household([ERNA, KARL, KIM, KIM], name, "de")
    assert greeting.recipients == ("Familie Yilmaz",)
    assert greeting.salutation == "Sehr geehrte Familie Yilmaz"


def test_a_large_household_without_a_name_has_that_of_its_eldest() -> None:
    assert greet_household([ERNA, KARL, KIM, KIM], "", "da").recipients == ("Familien Krüger",)


def test_who_has_one_name_only_is_greeted_by_it() -> None:
    one = Addressee("Sukarno", "", "mr")
    assert greet_household([one], "", "de").salutation == "Guten Tag Sukarno"


def test_nobody_is_no_household() -> None:
    with pytest.raises(ValueError, match="without members"):
        greet_household([], "", "de")
