"""What is chosen for a letter, and what follows from it: language, size, layout, whom it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.clients.rules.speaking import LetterFormat
from app.errors import N_, Problem
from app.letters.rules.states import VersionState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from uuid import UUID

Arrangement = Literal["columns", "after"]

TONGUES: Mapping[str, str] = {
    "de": N_("German"),
    "da": N_("Danish"),
    "en": N_("English"),
    "tr": N_("Turkish"),
    "pl": N_("Polish"),
    "ru": N_("Russian"),
    "uk": N_("Ukrainian"),
    "ar": N_("Arabic"),
    "ro": N_("Romanian"),
    "el": N_("Greek"),
    "fa": N_("Farsi"),
    "kmr": N_("Kurdish (Kurmanji)"),
    "ckb": N_("Kurdish (Sorani)"),
}
"""Every language that templates are delivered in, by its tag, with its English name."""

SIZE_LABELS = {
    "normal": N_("Ordinary print, 12 point"),
    "large16": N_("Large print, 16 point"),
    "large18": N_("Large print, 18 point"),
    "simple": N_("Simple language, 14 point, wide lines"),
}
LAYOUT_LABELS = {
    "din_b": N_("DIN 5008, form B"),
    "din_a": N_("DIN 5008, form A"),
    "dk": N_("Danish window"),
}
ARRANGEMENT_LABELS = {
    "after": N_("One after the other"),
    "columns": N_("Side by side"),
}

_OFFICIAL = {"DE": "de", "DK": "da"}
_LAYOUTS = {"DE": "din_b", "DK": "dk"}
_SIZES = {LetterFormat.LARGE_16: "large16", LetterFormat.LARGE_18: "large18"}

NO_TEMPLATE = N_("There is no letter of this name: {name}")
NO_VERSION = N_("This letter is not written in that language yet. Choose another one.")
SAME_LANGUAGE = N_("Choose another language than the first, or no second one.")
NOT_OFFERED = N_("Please choose one of the entries offered.")
OFFICIAL_FIRST = N_(
    "A letter with legal effect is written in the official language first. Choose the other "
    "language as the second."
)
ONE_PERSON = N_("This letter is about one person alone and cannot go to a whole household.")

OUTDATED = N_("The source of this letter was changed since. Check this version before it leaves.")
IN_TRANSLATION = N_("The translation of this letter is not finished.")
MACHINE = N_("This letter was translated by a machine, and nobody has checked it yet.")
OTHER_LANGUAGE = N_("The person wants letters in a language that this letter does not have yet.")
WANTS_E_DOCUMENT = N_(
    "The person asked for an accessible document: save the letter as PDF and send the file."
)
WANTS_READ_ALOUD = N_("The person asked to have letters read aloud: call once it has arrived.")
WANTS_BRAILLE = N_("The person asked for Braille: have the saved PDF printed in Braille.")
PAUSES = N_("The person pauses at the moment. Is this letter still wanted?")

OF_STATE = {
    VersionState.OUTDATED: OUTDATED,
    VersionState.IN_TRANSLATION: IN_TRANSLATION,
    VersionState.MACHINE: MACHINE,
}
"""What to say of a version that is not current."""
_OF_FORMAT = {
    LetterFormat.E_DOCUMENT: WANTS_E_DOCUMENT,
    LetterFormat.READ_ALOUD: WANTS_READ_ALOUD,
    LetterFormat.BRAILLE: WANTS_BRAILLE,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for a letter; "" and None leave it to the rules."""

    language: str = ""
    second: str | None = None
    """Another language; "" for none."""
    arrangement: Arrangement = "after"
    layout: str = ""
    size: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    """Codes of fields with what was typed for them."""
    visit_id: UUID | None = None
    posted_on: date | None = None
    """The day on which it will be posted, from which periods count; None for today."""
    to_household: bool = False
    confirmed_protected: bool = False
    annotations: str = ""
    """How the letter is carried or opened, such as "Einschreiben", line by line."""
    your_sign: str = ""
    """Under what the addressee keeps the matter."""
    our_sign: str = ""
    """Under what the office keeps it; "" takes the file number, where there is one."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is known before anybody chose: of the addressee, the office and the template."""

    language: str
    """What the person wants; "" follows the office."""
    letter_format: str
    country: str
    """Of the office."""
    versions: Collection[str]
    """The languages that the template has."""
    is_binding: bool
    """Whether the letter has legal effect."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A choice in which nothing is open."""

    language: str
    second: str
    arrangement: Arrangement
    layout: str
    size: str


def official_language(country: str) -> str:
    """Answer the language of an office's country: that of SGB X § 19, or Danish."""
    return _OFFICIAL.get(country, "en")


def settle(choice: Choice, wishes: Wishes) -> Settled:
    """Answer a choice with what it left open: the person's wishes, then the office's country.

    A letter with legal effect is in the official language, with the person's beside it.
    """
    official = official_language(wishes.country)
    wanted = [wishes.language, official, "en", *sorted(wishes.versions)]
    if wishes.is_binding:
        wanted.insert(0, official)
    usual = next((tag for tag in wanted if tag in wishes.versions), official)
    language = choice.language or usual
    second = choice.second
    if second is None:
        beside = wishes.is_binding and wishes.language in wishes.versions
        second = wishes.language if beside and wishes.language != language else ""
    return Settled(
        language=language,
        second=second,
        arrangement=choice.arrangement,
        layout=choice.layout or _LAYOUTS.get(wishes.country, "din_b"),
        size=choice.size or _SIZES.get(LetterFormat(wishes.letter_format), "normal"),
    )


def check_settled(settled: Settled, wishes: Wishes) -> tuple[Problem, ...]:
    """Answer what is wrong with a choice, naming fields of `Choice`."""
    problems = []
    if settled.language not in wishes.versions:
        problems.append(Problem(NO_VERSION, "language"))
    elif wishes.is_binding and settled.language != official_language(wishes.country):
        problems.append(Problem(OFFICIAL_FIRST, "language"))
    if settled.second and settled.second == settled.language:
        problems.append(Problem(SAME_LANGUAGE, "second"))
    elif settled.second and settled.second not in wishes.versions:
        problems.append(Problem(NO_VERSION, "second"))
    offered = {"layout": LAYOUT_LABELS, "size": SIZE_LABELS, "arrangement": ARRANGEMENT_LABELS}
    problems += [
        Problem(NOT_OFFERED, name)
        for name, labels in offered.items()
        if getattr(settled, name) not in labels
    ]
    return tuple(problems)


def remarks(
    settled: Settled, wishes: Wishes, said: Iterable[str], *, pauses: bool
) -> tuple[Problem, ...]:
    """Answer what a clerk should look at before the letter leaves; none of it stops it.

    `said` is what is to be said of the versions that are used.
    """
    found = list(said)
    if wishes.language and wishes.language not in (settled.language, settled.second):
        found.append(OTHER_LANGUAGE)
    found.append(_OF_FORMAT.get(LetterFormat(wishes.letter_format), ""))
    if pauses:
        found.append(PAUSES)
    return tuple(Problem(message) for message in dict.fromkeys(filter(None, found)))


def layout_words(settled: Settled) -> str:
    """Answer paper, size and arrangement as the history keeps them: "din_b large16 after"."""
    parts = [settled.layout, settled.size]
    return " ".join([*parts, settled.arrangement] if settled.second else parts)
