"""Guessing what a column holds from its heading, in German, Danish and English."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.clients.rules import fold
from app.importing.rules.targets import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORDS: Mapping[Target, str] = MappingProxyType(
    {
        Target.GIVEN_NAME: "vorname, vornamen, rufname, fornavn, fornavne, given name, given names,"
        " first name, firstname, forename, givenname",
        Target.FAMILY_NAME: "nachname, familienname, zuname, efternavn, slægtsnavn, family name,"
        " last name, lastname, surname, familyname",
        Target.FULL_NAME: "name, navn, vor und nachname, vorname nachname, nachname vorname,"
        " vollständiger name, fulde navn, full name, whole name, ganzer name",
        Target.SALUTATION: "anrede, tiltale, salutation, form of address",
        Target.BIRTH: "geburtsdatum, geburtstag, geboren, geboren am, geb, geb datum, gebdat,"
        " fødselsdato, fødselsdag, født, født den, date of birth, birth date, birthdate, birthday,"
        " dob, born",
        Target.PHONE: "telefon, telefonnummer, telefonnr, tel, tel nr, festnetz, tlf, tlf nr,"
        " fastnet, fastnettelefon, phone, phone number, telephone, landline",
        Target.MOBILE: "mobil, mobiltelefon, mobilnummer, mobilnr, handy, handynummer, handynr,"
        " mobile, mobile phone, cell, cell phone, cellphone",
        Target.EMAIL: "e mail, email, mail, e mail adresse, email adresse, mailadresse,"
        " email address, e post, mail address",
        Target.CARE_OF: "c o, bei, co navn, care of",
        Target.STREET: "straße, str, adresse, anschrift, straße und hausnummer, straße hausnummer,"
        " straße hausnr, straße nr, vej, vejnavn, gade, gadenavn, vej og husnummer, street,"
        " street and number, street address, address, wohnanschrift",
        Target.HOUSE_NUMBER: "hausnummer, hausnr, haus nr, hnr, nr, nummer, husnummer, husnr,"
        " hus nr, house number, house no, number",
        Target.FLOOR: "etage, stockwerk, stock, sal, floor",
        Target.DOOR: "dør, dørnummer, side, tür, door",
        Target.POSTAL_CODE: "plz, postleitzahl, postnummer, postnr, post nr, postcode,"
        " postal code, post code, zip, zip code",
        Target.CITY: "ort, wohnort, stadt, by, bynavn, postdistrikt, town, city",
        Target.TOWN_LINE: "plz ort, plz und ort, plz wohnort, postnr by, postnr og by,"
        " postnummer og by, postcode and town, postcode and town together",
        Target.COUNTRY: "land, staat, country",
        Target.LANGUAGES: "sprachen, sprache, gesprochene sprachen, muttersprache, sprog,"
        " modersmål, talte sprog, languages, language, spoken languages, mother tongue",
        Target.LETTER_LANGUAGE: "briefsprache, sprache der briefe, korrespondenzsprache, brevsprog,"
        " sprog i breve, letter language, language of letters",
        Target.LIVES_ALONE: "alleinlebend, lebt allein, wohnt allein, bor alene, aleneboende,"
        " lives alone, living alone",
        Target.ADDRESS_PROTECTED: "auskunftssperre, adressschutz, adresse geschützt,"
        " adressebeskyttelse, navne og adressebeskyttelse, beskyttet adresse,"
        " address protection, address protected, protected address",
        Target.HINT: "hinweis, wichtig, wichtiger hinweis, vigtigt, obs, hint, important,"
        " prominent hint",
        Target.ABOUT: "notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar,"
        " note, noter, notat, bemærkning, bemærkninger, notes, remarks, remark, comment, comments,"
        " notes on the card",
    }
)
"""The words that stand above columns of each kind, parted by commas."""


def guess_targets(headers: Sequence[str]) -> tuple[Target, ...]:
    """Answer what each column probably holds; each target is given to one column at most."""
    titles = [_folded(header) for header in headers]
    guessed = _exact(titles)
    _by_beginning(titles, guessed)
    if Target.GIVEN_NAME in guessed and Target.FAMILY_NAME not in guessed:
        # "Vorname" beside "Name": the name is the family's.
        guessed = [Target.FAMILY_NAME if one is Target.FULL_NAME else one for one in guessed]
    elif Target.FAMILY_NAME in guessed:
        guessed = [Target.NOTHING if one is Target.FULL_NAME else one for one in guessed]
    return tuple(guessed)


def _folded(words: str) -> str:
    return " ".join(fold(words).split())


def _known() -> dict[str, Target]:
    return {_folded(word): target for target, words in _WORDS.items() for word in words.split(",")}


def _exact(titles: Sequence[str]) -> list[Target]:
    known = _known()
    return _each_once(known.get(title, Target.NOTHING) for title in titles)


def _by_beginning(titles: Sequence[str], guessed: list[Target]) -> None:
    """Give what is left to headings such as "Telefon (privat)", the longest words first."""
    known = sorted(_known().items(), key=lambda entry: -len(entry[0]))
    for place, title in enumerate(titles):
        if guessed[place] is Target.NOTHING:
            found = (target for word, target in known if title.startswith(f"{word} "))
            target = next(found, Target.NOTHING)
            if target not in guessed:
                guessed[place] = target


def _each_once(targets: Iterable[Target]) -> list[Target]:
    once: list[Target] = []
    for target in targets:
        once.append(Target.NOTHING if target in once else target)
    return once
