"""How addresses are compared, however somebody writes them: streets, numbers, towns."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "å": "aa", "œ": "oe"}
)
_WORDS = (
    (re.compile(r"str\.?(?=$|[\s\-/])"), "strasse"),
    (re.compile(r"pl\.(?=$|[\s\-/])"), "platz"),
    (re.compile(r"(?<![a-z])skt\.?(?=[\s\-])"), "sankt"),
    (re.compile(r"(?<![a-z])st\.(?=[\s\-])"), "sankt"),
    (re.compile(r"(?<![a-z])gl\.(?=\s|$)"), "gammel"),
    (re.compile(r"(?<![a-z])ndr\.(?=\s|$)"), "noerre"),
    (re.compile(r"(?<![a-z])sdr\.(?=\s|$)"), "soender"),
    (re.compile(r"(?<![a-z])kgs\.(?=\s|$)"), "kongens"),
)
"""Usual short forms of German and Danish streets."""
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"0*(\d+)\s*([a-z]?)")
_AT_END = re.compile(r"(.*?\D)\s+(\d+\s*[a-zA-Z]?(?:\s*[-–/]\s*\d+\s*[a-zA-Z]?)?)\s*$", re.DOTALL)


def folded(text: str) -> str:
    """Answer words in small plain letters: "Ångström" is "aangstroem"."""
    small = text.casefold().replace("ß", "ss")
    plain = unicodedata.normalize("NFC", small).translate(_LETTERS)
    return "".join(
        mark for mark in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(mark)
    )


def street_key(street: str) -> str:
    """Answer what a street is compared by: "Kölner Str." and "Koelner-Straße" are one."""
    words = folded(street).strip()
    for short, whole in _WORDS:
        words = short.sub(whole, words)
    return _NO_LETTER.sub("", words)


def number_key(number: str, suffix: str = "") -> str:
    """Answer what a house number is compared by: "012 A" is "12a", "4 - 6" is "4-6"."""
    words = folded(f"{number} {suffix}").replace("–", "-").strip(" .,")
    # "1 1/2" is half of a house, not the eleventh.
    words = re.sub(r"(?<=\d)\s+(?=\d)", "_", words)
    words = re.sub(r"\s+", "", words)
    return re.sub(r"(?<![0-9])0+(?=\d)", "", words)


def numbers_to_try(number: str) -> tuple[str, ...]:
    """Answer the numbers under which a house may stand, the best first.

    A house that is not in the file lies where the house of the same number without its letter,
    or the first house of a range, lies.
    """
    whole = number_key(number)
    found = [whole]
    if first := _NUMBER.match(whole):
        found += [first[1] + first[2], first[1]]
    return tuple(dict.fromkeys(key for key in found if key))


def city_key(city: str) -> str:
    """Answer what a town is compared by: "Düsseldorf, Stadt" and "Duesseldorf" are one."""
    return _NO_LETTER.sub("", folded(city.partition(",")[0]))


def postal_key(postal_code: str) -> str:
    """Answer a postal code without blanks and the letters of a country: "DK-2750" is "2750"."""
    return re.sub(r"\D", "", postal_code)


def parted(street: str, number: str) -> tuple[str, str]:
    """Answer a street and its number, also where both were typed as the street."""
    if number.strip():
        return street, number
    found = _AT_END.fullmatch(street.strip())
    return (found[1], found[2]) if found else (street, "")
